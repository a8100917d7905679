// How well the search answers: node tests/search/measure.mjs DATA FILE… (DATA is what build_data.py wrote).
// Prints a table for each file of questions; with --misses also what went wrong; with --check fails below the thresholds.
import { basename } from "node:path";
import { performance } from "node:perf_hooks";
import { isElsewhere, openEngine, readQueries, rightRecords } from "./gold.mjs";
import { slip, unfinished } from "./stress.mjs";

const flags = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const [folder, ...files] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const { truth, engine } = openEngine(folder);
const share = (part, all) => (all ? `${((100 * part) / all).toFixed(1)} %` : "–");

async function judge(query, text = query.query) {
  const start = performance.now();
  const answer = await engine.query(text);
  const milliseconds = performance.now() - start;
  const records = answer.results.map((card) => card.record).filter(Boolean);
  const right = rightRecords(query, truth);
  const rank = records.findIndex((record) => right.has(record)) + 1;
  const elsewhere =
    Boolean(query.place) && records.slice(0, 3).some((record) => isElsewhere(record, query.place, truth));
  return { query, text, answer, records, rank, elsewhere, milliseconds };
}

function row(judged) {
  const first = judged.filter(({ rank }) => rank === 1).length;
  const three = judged.filter(({ rank }) => rank >= 1 && rank <= 3).length;
  const reciprocal = judged.reduce((sum, { rank }) => sum + (rank ? 1 / rank : 0), 0) / (judged.length || 1);
  const places = judged.filter(({ query }) => query.place);
  return {
    questions: judged.length,
    first: share(first, judged.length),
    "top 3": share(three, judged.length),
    "MRR@10": reciprocal.toFixed(3),
    empty: share(judged.filter(({ records }) => !records.length).length, judged.length),
    "wrong town": share(places.filter(({ elsewhere }) => elsewhere).length, places.length),
    "marked unsure": share(judged.filter(({ answer }) => answer.offTopic).length, judged.length),
  };
}

for (const file of files) {
  const queries = readQueries(file);
  const judged = [];
  for (const query of queries) judged.push(await judge(query));
  const valid = judged.filter(({ query }) => query.answers.length);
  const table = {};
  for (const kind of [...new Set(queries.map((query) => query.kind))])
    table[kind] = row(judged.filter(({ query }) => query.kind === kind));
  table.all = row(valid);
  const clean = valid.filter(({ query }) => !/^[a-z]{2}$/.test(query.kind) && query.kind !== "R");
  for (const [name, change] of [
    ["one slip", slip],
    ["unfinished", unfinished],
  ]) {
    const changed = [];
    for (const { query } of clean) {
      const text = change(query.query);
      if (text) changed.push(await judge(query, text));
    }
    table[name] = row(changed);
    if (flags.includes("--slips"))
      for (const miss of changed.filter(({ rank }) => !rank || rank > 3))
        console.log(name, miss.text, "→", miss.records.slice(0, 3).join(" "));
  }
  const times = judged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  console.log(
    `\n${basename(file)}: p50 ${times[times.length >> 1]?.toFixed(1)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms`,
  );
  console.table(table);
  if (flags.includes("--misses")) {
    for (const miss of judged.filter(({ query, rank }) => query.answers.length && rank !== 1)) {
      console.log(
        `${miss.rank || "-"} [${miss.query.kind}] ${miss.text} ⇒ ${miss.query.answers.join(" ")} → ${miss.records.slice(0, 4).join(" ")}${miss.elsewhere ? " WRONG TOWN" : ""}`,
      );
    }
    for (const other of judged.filter(({ query, answer }) => query.answers.length && answer.offTopic))
      console.log("unsure:", other.answer.understood.toFixed(2), other.text);
    for (const other of judged.filter(({ query, answer }) => !query.answers.length && !answer.offTopic))
      console.log("sure:", other.answer.understood.toFixed(2), other.text, other.records.slice(0, 2).join(" "));
  }
}
