// Any text as a question: no exception, and never longer than 50 ms.  node tests/search/fuzz.mjs DATA [COUNT] [SEED]
import { openEngine, openData } from "./gold.mjs";

const [folder, count = "1000", seed = "1"] = process.argv.slice(2);
const LONGEST = 50; // milliseconds
const { engine } = openEngine(folder);
const { core } = openData(folder);
let state = Number(seed);
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

const texts = core.offers.flatMap((offer) => [offer.title, offer.summary, ...offer.keywords.split("|")]);
const vocabulary = [...texts.join(" ").split(" "), ...core.towns.flatMap((town) => [town.name, ...town.codes])];
const ODD = [
  "",
  " ",
  "\0",
  "\u202e",
  "👩‍👧",
  "İ",
  "ß",
  "ﬁ",
  "%",
  "<b>",
  "__proto__",
  "constructor",
  "toString",
  "|",
  "'",
  "§ 28",
  "ع",
  "語",
];

const letters = (length) =>
  Array.from({ length }, () => String.fromCodePoint(random(12) ? 97 + random(26) : random(0xd800)));
const parts = [
  () => vocabulary[random(vocabulary.length)],
  () => vocabulary[random(vocabulary.length)].slice(random(4)),
  () => vocabulary[random(vocabulary.length)] + vocabulary[random(vocabulary.length)].toLowerCase(),
  () => letters(1 + random(40)).join(""),
  () => ODD[random(ODD.length)],
];

// Time of the processor, not of the clock: other programs on the machine must not fail the search.
async function cost(text) {
  const before = process.cpuUsage();
  const answer = await engine.query(text);
  const { user } = process.cpuUsage(before);
  if (!Array.isArray(answer.results) || !(answer.understood >= 0 && answer.understood <= 1)) throw new Error(text);
  return user / 1000;
}

const slow = [];
await cost("xyzq"); // loads what comes later
for (let i = 0; i < Number(count); i++) {
  const length = random(20) ? 1 + random(8) : 60;
  const text = Array.from({ length }, () => parts[random(parts.length)]()).join(random(9) ? " " : "");
  if ((await cost(text)) > LONGEST) slow.push(text);
}
// A slow question may have met the collection of garbage; asked again it must be quick.
for (const text of slow) {
  const milliseconds = Math.min(await cost(text), await cost(text));
  if (milliseconds > LONGEST) throw new Error(`${milliseconds.toFixed(0)} ms: ${JSON.stringify(text)}`);
}
console.log(`${count} questions, ${slow.length} above ${LONGEST} ms at first`);
