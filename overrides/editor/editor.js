// The editor: Sveltia CMS with our file format. Its fields come from config.json, which is made from the models.
import CMS from "@sveltia/cms";
import { speakGerman } from "./errors.js";
import { readFile, writeFile } from "./format.js";

const NAME = "wegweiser"; // of the format, as config.json says it

const config = await (await fetch("config.json")).json();
const channels = config.collections.flatMap(({ fields }) => fields).find(({ name, types }) => name === "channels" && types);
const ways = channels.types.map(({ name }) => name);
window.fetch = speakGerman(window.fetch.bind(window));
CMS.registerCustomFormat(NAME, "yml", { fromFile: (text) => readFile(text, ways), toFile: writeFile });
CMS.init({ config: { ...config, load_config_file: false } });
