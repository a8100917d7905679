// The search as far as a page sees it; packed together into suche.min.js by `make search-worker`.
export { help } from "./suche-feld.js";
export { open } from "./suche-seite.js";
