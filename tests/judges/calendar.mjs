// Reads a calendar as ical.js does and prints when each event takes place up to a day: [[summary, ISO moment in UTC], …].
// node calendar.mjs FOLDER_OF_TOOLS FILE UNTIL
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [tools, file, until] = process.argv.slice(2);
const module = createRequire(`${tools}/`)("ical.js");
const ICAL = module.default ?? module;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const found = [];
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const dates = event.iterator();
  for (let next = dates.next(); next; next = dates.next()) {
    const moment = next.isDate ? `${next.toString()}T00:00:00.000Z` : next.toJSDate().toISOString();
    if (moment >= until) break;
    found.push([event.summary, moment]);
  }
}
console.log(JSON.stringify(found));
