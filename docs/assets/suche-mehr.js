// What is loaded when somebody types, or after the first answer; packed into suche-mehr.min.js.
export { help } from "./suche-feld.js";
export { filterCards, showFilters } from "./suche-filter.js";
