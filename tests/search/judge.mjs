// How answers are judged: one row of figures for any set of questions.
import { performance } from "node:perf_hooks";
import { isElsewhere, rightRecords } from "./gold.mjs";

// Ask one question, as it is or changed, and see where the right answer stands (0: nowhere).
export async function judge(engine, truth, query, text = query.query) {
  const start = performance.now();
  const answer = await engine.query(text);
  const milliseconds = performance.now() - start;
  const records = answer.results.map((card) => card.record).filter(Boolean);
  const right = rightRecords(query, truth);
  const rank = records.findIndex((record) => right.has(record)) + 1;
  const elsewhere = Boolean(query.place) && records.slice(0, 3).some((id) => isElsewhere(id, query.place, truth));
  return {
    query,
    text,
    records,
    rank,
    elsewhere,
    milliseconds,
    understood: answer.understood,
    unsure: answer.offTopic,
  };
}

const share = (part, all) => (all.length ? (100 * part.length) / all.length : NaN);

export function figures(judged) {
  const places = judged.filter(({ query }) => query.place);
  return {
    questions: judged.length,
    first: share(
      judged.filter(({ rank }) => rank === 1),
      judged,
    ),
    top3: share(
      judged.filter(({ rank }) => rank >= 1 && rank <= 3),
      judged,
    ),
    mrr: judged.reduce((sum, { rank }) => sum + (rank ? 1 / rank : 0), 0) / judged.length,
    empty: share(
      judged.filter(({ records }) => !records.length),
      judged,
    ),
    elsewhere: share(
      places.filter(({ elsewhere }) => elsewhere),
      places,
    ),
    unsure: share(
      judged.filter(({ unsure }) => unsure),
      judged,
    ),
  };
}

export const isLanguage = ({ query }) => /^[a-z]{2}$/.test(query.kind);
export const isParents = ({ query }) => query.kind.startsWith("R");
export const isOffTopic = ({ query }) => query.kind === "X";
export const isEveryday = (one) => !isLanguage(one) && !isParents(one) && !isOffTopic(one);

// The groups that have a target of their own: name → figures.
export async function groups(engine, truth, queries, slip, unfinished) {
  const judged = [];
  for (const query of queries) judged.push(await judge(engine, truth, query));
  const changed = async (change) => {
    const found = [];
    for (const { query } of judged.filter(isEveryday)) {
      const text = change(query.query);
      if (text) found.push(await judge(engine, truth, query, text));
    }
    return found;
  };
  const parts = { everyday: judged.filter(isEveryday), "parents' questions": judged.filter(isParents) };
  for (const kind of new Set(queries.map((query) => query.kind))) {
    parts[`kind ${kind}`] = judged.filter(({ query }) => query.kind === kind);
  }
  parts["other languages"] = judged.filter(isLanguage);
  parts["one slip"] = await changed(slip);
  parts["last word 60 % typed"] = await changed(unfinished);
  parts["off-topic"] = judged.filter(isOffTopic);
  parts.valid = judged.filter((one) => !isOffTopic(one));
  return { judged, table: Object.fromEntries(Object.entries(parts).map(([name, some]) => [name, figures(some)])) };
}
