// What every page loads. No module: a copy on a stick opens without a server, where modules are refused.
import "./age.js";
import "./folds.js";
import "./search-field.js";
