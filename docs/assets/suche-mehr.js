// What is loaded when somebody types, or after the first answer; packed into suche-mehr.min.js.
export { attend, complete } from "./suche-danach.js";
export { help } from "./suche-feld.js";
export { filterCards } from "./suche-filter.js";
