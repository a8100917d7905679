// The first three records of each question:  node tests/search/first.mjs DATA QUESTION…
import { openEngine } from "./gold.mjs";

const [folder, ...questions] = process.argv.slice(2);
const { engine } = openEngine(folder);
const found = {};
for (const question of questions) {
  const { results } = await engine.query(question);
  found[question] = results.map((card) => card.record).filter(Boolean).slice(0, 3);
}
console.log(JSON.stringify(found));
