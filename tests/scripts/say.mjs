// Says the sentence for every case: node say.mjs FILE, a JSON with [spans, until, moment in UTC] for each.
import { readFileSync } from "node:fs";
import { localTime, sentence } from "../../overrides/script/shared/open-hours.js";

const cases = JSON.parse(readFileSync(process.argv[2], "utf-8"));
console.log(JSON.stringify(cases.map(([spans, until, moment]) => sentence(spans, until, localTime(new Date(moment))))));
