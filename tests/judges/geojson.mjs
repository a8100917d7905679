// Reads GeoJSON from a file with @placemarkio/check-geojson and prints how many features it has.
// node geojson.mjs FOLDER_OF_TOOLS FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [tools, file] = process.argv.slice(2);
const { check } = createRequire(`${tools}/`)("@placemarkio/check-geojson");
try {
  console.log(check(readFileSync(file, "utf8")).features.length);
} catch (error) {
  console.error(error.issues?.[0]?.message ?? String(error));
  process.exitCode = 1;
}
