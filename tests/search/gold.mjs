// Questions with their answers, and how the answers of an engine are judged.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openLater, readCore } from "../../overrides/script/search/engine/core.js";
import { createEngine } from "../../overrides/script/search/engine/engine.js";

export function readQueries(file) {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith("#"));
  return lines.slice(1).map((line) => {
    const [kind, query, answers = "", also = "", place = ""] = line.split("\t");
    return {
      kind,
      query,
      answers: answers.split(",").filter(Boolean),
      also: also.split(",").filter(Boolean),
      place: place.trim(),
    };
  });
}

// The files that build_data.py wrote.
export function openData(folder) {
  const read = (path) => JSON.parse(readFileSync(join(folder, path), "utf8"));
  const truth = read("truth.json");
  const core = readCore(read(truth.core));
  const load = openLater(async (name) => read(join(dirname(truth.core), core.folder, `${name}.json`)));
  return { truth, core, load };
}

export function openEngine(folder) {
  const { truth, core, load } = openData(folder);
  return { truth, core, engine: createEngine(core, load) };
}

// Every record that is right: names of records, @responsible:<town>:<offer>, @centre-in:<town>.
export function rightRecords(query, truth) {
  return new Set(query.answers.flatMap((answer) => expand(answer, truth)));
}

function expand(answer, truth) {
  const [, what, town, offer] = answer.match(/^@([a-z-]+):([a-z-]+)(?::([a-z0-9-]+))?$/) ?? [];
  if (what === "responsible") {
    const towns = town === "any" ? Object.keys(truth.responsible) : [town];
    return towns.flatMap((id) => truth.responsible[id][offer]).map((contact) => `contact:${contact}`);
  }
  if (what === "centre-in")
    return Object.keys(truth.centres)
      .filter((id) => truth.centres[id] === town)
      .map((id) => `centre:${id}`);
  return [answer];
}

// Whether a record belongs to another town than the one asked for.
export function isElsewhere(record, town, truth) {
  const [kind, id] = record.split(":");
  if (kind === "municipality") return id !== town;
  if (kind === "centre") return truth.centres[id] !== town;
  if (kind !== "contact" || !truth.serves[id]?.length) return false;
  return !truth.serves[id].includes(town);
}
