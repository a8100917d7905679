// The search as far as a page needs it for the first answer; packed into suche.min.js by `make search-worker`.
export { make } from "./element.js";
export { ask, prepare } from "./suche-dienst.js";
export { open } from "./suche-seite.js";
export { KINDS, searchAddress } from "./suche-worte.js";
