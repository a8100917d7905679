// The search as pages see it.
export { help } from "./field.js";
export { open } from "./page.js";
