// Files as they are sent (records as lines without keys, which are a tenth smaller) → as the engine reads them.
import { readTowns } from "../../shared/records.js";

const LISTS = new Set(["offers", "languages"]);

const list = (text) => (text ? text.split("|") : []);

function read(lines, fields) {
  return lines.map((line) => {
    const values = line.split("\t");
    const value = (field, place) => (LISTS.has(field) ? list(values[place]) : (values[place] ?? ""));
    return Object.fromEntries(fields.map((field, place) => [field, value(field, place)]));
  });
}

export function readCore(sent) {
  return {
    ...sent,
    offers: read(sent.offers, ["id", "topic", "title", "name", "keywords", "summary"]),
    towns: readTowns(sent.towns),
    roles: sent.roles.map(list),
    statuses: sent.statuses.map(list),
  };
}

const houses = (lines) => read(lines, ["id", "name", "district", "familyCentre", "offers", "languages"]);

const others = (lines = []) => read(lines, ["id", "name", "note", "anchor"]);

const readMore = (sent) => ({
  ...sent,
  offers: read(sent.offers, ["questions", "keywords", "situations"]),
  out_of_scope: list(sent.out_of_scope),
});

// What comes later, from `fetch`, which gives a file by its name.
export const openLater = (fetch) => ({
  town: (id) => fetch(`orte/${id}`).then((sent) => ({ ...sent, centres: houses(sent.centres), others: others(sent.others) })),
  houses: (id) => fetch(`haeuser/${id}`).then(houses),
  names: (letter) => fetch(`namen/${letter}`),
  more: () => fetch("mehr").then(readMore),
  languages: () => fetch("sprachen"),
});
