// The search as pages see it; packed into suche.min.js by `make packed`.
export { help } from "./suche-feld.js";
export { open } from "./suche-seite.js";
