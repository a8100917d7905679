// The search beside others on the same data and questions:  node bench.mjs DATA FILE [FOLDER OF THE OTHERS' PACKAGES]
import { createRequire } from "node:module";
import { basename } from "node:path";
import { readWords, stem } from "../../overrides/script/shared/fold.js";
import { openData, openEngine, readQueries } from "./gold.mjs";
import { groups } from "./judge.mjs";
import { slip, unfinished } from "./stress.mjs";

const [folder, file, packages] = process.argv.slice(2);
const { truth, core, load } = openData(folder);

// Everything that can be found, as pages without our engine would index it: id, title and the other words.
async function allDocuments() {
  const later = await load.more();
  const languages = await load.languages();
  const towns = await Promise.all(core.towns.map((town) => load.town(town.id)));
  const documents = new Map();
  const add = (id, title, more) => documents.set(id, { id, title, more });
  core.offers.forEach(({ id, title, name, summary, keywords }, number) => {
    const more = Object.values(later.offers[number]);
    add(`offer:${id}`, `${title} ${name}`, [summary, keywords, ...more, languages[id]].join(" "));
  });
  for (const { id, title, words = [] } of core.contacts) add(`contact:${id}`, title, words.join(" "));
  towns.forEach(({ contacts, centres }, number) => {
    const place = [core.towns[number].name, ...core.towns[number].districts.map((district) => district.name)].join(" ");
    for (const { id, title } of contacts)
      add(`contact:${id}`, title, `${documents.get(`contact:${id}`)?.more ?? ""} ${place}`);
    for (const { id, name, district } of centres) add(`centre:${id}`, name, `${place} ${district ?? ""}`);
  });
  return [...documents.values()];
}

const answering = (find) => ({
  query: async (text) => ({
    results: find(text)
      .slice(0, 10)
      .map((record) => ({ record })),
  }),
});

// MiniSearch with what it offers: our folding and stemming, prefixes, fuzziness, weights.
function openMiniSearch(documents) {
  const MiniSearch = require("minisearch");
  const stop = new Set(readWords(core.stop_words).map((found) => found.word));
  const index = new MiniSearch({
    fields: ["title", "more"],
    tokenize: (text) => readWords(text).map((found) => found.word),
    processTerm: (word) => (stop.has(word) ? null : stem(word)),
    searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(documents);
  return answering((text) => index.search(text).map(({ id }) => id));
}

// lunr as the theme sets it up for German: no stemming, every word may be unfinished, a title counts a thousand times.
function openLunr(documents) {
  const lunr = require("lunr");
  require("lunr-languages/lunr.stemmer.support")(lunr);
  require("lunr-languages/lunr.de")(lunr);
  const index = lunr(function build() {
    this.use(lunr.de);
    for (const step of [lunr.de.trimmer, lunr.de.stemmer]) {
      this.pipeline.remove(step);
      this.searchPipeline.remove(step);
    }
    this.field("title", { boost: 1000 });
    this.field("more");
    documents.forEach((document) => this.add(document));
  });
  const wildcard = lunr.Query.wildcard.TRAILING;
  const terms = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return answering((text) =>
    index.query((query) => terms(text).forEach((term) => query.term(term, { wildcard }))).map(({ ref }) => ref),
  );
}

const require = createRequire(`${packages}/`);
const documents = await allDocuments();
const others = packages
  ? { MiniSearch: openMiniSearch(documents), "lunr wie im Theme (de)": openLunr(documents) }
  : {};
const engines = { "unsere Suche": openEngine(folder).engine, ...others };
const rows = {};
const round = (value) => (Number.isNaN(value) ? "–" : Math.round(value * 10) / 10);
for (const [name, engine] of Object.entries(engines)) {
  await groups(engine, truth, readQueries(file), slip, unfinished); // warm up
  const { judged, table } = await groups(engine, truth, readQueries(file), slip, unfinished);
  const times = judged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  rows[name] = { "p95 ms": round(times[Math.floor(times.length * 0.95)]) };
  for (const group of ["everyday", "parents' questions", "other languages", "one slip", "last word 60 % typed"]) {
    if (table[group].questions) rows[name][group] = `${round(table[group].first)} / ${round(table[group].top3)}`;
  }
  rows[name]["leer / falscher Ort"] = `${round(table.valid.empty)} / ${round(table.valid.elsewhere)}`;
}
console.log(`\n${basename(file)}, ${Object.keys(truth.centres).length} Häuser: zuerst / unter den ersten drei, in Prozent`);
console.table(rows);
