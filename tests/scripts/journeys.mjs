// Asks the guide's own scripts as a visitor would: node journeys.mjs FILE, a JSON with data, the tables of the towns and
// the questions. Tells for each the towns that the typed place may mean, the offices, and the address that is kept.
import { readFileSync } from "node:fs";
import { readState, tick, writeState } from "../../overrides/script/guide/state.js";
import { findPlaces, listPlaces } from "../../overrides/script/shared/places.js";
import { offices } from "../../overrides/script/shared/responsibility.js";
import { readTowns } from "../../overrides/script/shared/records.js";

const { data: sent, towns, questions } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const data = { ...sent, towns: readTowns(sent.towns) };
const places = listPlaces(data.towns);
const told = questions.map(({ place, town, statuses, offer }) => {
  const found = findPlaces(place, places).places.map(({ town: number }) => data.towns[number].id);
  const ticked = statuses.reduce((before, status) => tick(before, status, true, data), []);
  const address = writeState({ town, statuses: ticked, topic: "", offer });
  const table = towns[town];
  return [found, offices(data, table, readState(address, data)).map(({ contact }) => table.contacts[contact].id), address];
});
console.log(JSON.stringify(told));
