// The whole engine on a small invented region: which card stands where, and what is loaded when.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../overrides/script/search/engine/engine.js";

const offer = (id, title, keywords) => ({
  id,
  title,
  name: title,
  summary: `${title}: erfunden.`,
  topic: "geld",
  keywords,
});
const CORE = {
  offers: [
    offer("kindergeld", "Geld für jedes Kind", "Kindergeld|Geld fürs Kind"),
    offer("klassenfahrt", "Geld für die Klassenfahrt", "Klassenfahrt|Klassenfahrt zu teuer|Schullandheim"),
    offer("kita-platz", "Einen Platz finden", "Kita|Kita-Platz|Kindergarten|Anmeldung"),
    offer("unterhalt", "Wenn der Vater nicht zahlt", "Vater zahlt nicht|kein Unterhalt"),
  ],
  contacts: [
    {
      id: "kasse",
      title: "Familienkasse",
      ways: [["phone", "+49 30 23125001", null, ["Stand 2020", "2020", 1]]],
    },
  ],
  roles: [["Jobcenter", "AHA"], ["Sozialamt"]],
  towns: [
    { id: "weidenmoor", name: "Weidenmoor", codes: ["00101"], districts: [{ name: "Quellen", codes: [] }], aliases: [] },
    { id: "dornfeld", name: "Dornfeld", codes: ["00102"], districts: [], aliases: [] },
  ],
  everywhere: { kindergeld: "kasse" },
  fallback: "kasse",
  letters: "r",
  bets: [["Schule", ["kita-platz", "klassenfahrt"]]],
  concepts: ["Kita Krippe"],
  statuses: [["Bürgergeld"], ["Wohngeld"]],
  stop_words: "ich und der die das für mein nicht wie was ist in",
  weak_words: "Geld Kind zahlt",
  contact_words: "Telefon Ansprechpartner",
  house_words: "Kita Familienzentrum",
  ambiguous_places: [],
  folder: "suche.0",
  folders: { offer: "hilfen/", contact: "kontakte/" },
};
const CONTACTS = ["weidenmoor", "dornfeld"].map((town) => [
  { id: `jobcenter-${town}`, title: `Jobcenter ${town}`, role: 0 },
  { id: `sozialamt-${town}`, title: `Sozialamt ${town}`, role: 1 },
]);
const townFile = (number, centres) => ({
  contacts: CONTACTS[number],
  different: [
    [[0, 3, 0]],
    [
      [1, 1, 1],
      [2, 2, 0],
    ],
    [[2, 3, 0]],
    [[2, 3, 2]],
  ],
  answers: [0, 1, 2, 3],
  centres,
  others: [],
});
const FILES = {
  "town weidenmoor": townFile(0, [
    { id: "regenbogen", name: "Kita Regenbogen", offers: ["kita-platz"] },
    { id: "quelle", name: "Familienzentrum Quelle", district: "Quellen", familyCentre: "1" },
  ]),
  "houses weidenmoor": [{ id: "igel", name: "Kita Igelnest" }],
  "town dornfeld": townFile(1, []),
  "names r": [["regenbogen", "Kita Regenbogen", "weidenmoor"]],
  more: {
    offers: [
      { questions: "Gestern leider kein Brief" },
      {},
      {},
      { questions: "Wer hilft wenn Ex-Mann keinen Cent überweist" },
    ],
    concepts: ["Kita Krippe Kindernest"],
    filler_words: "gestern leider",
    family_words: "Kind",
    out_of_scope: ["Hundesteuer", "Reisepass", "Tombola", "Kindergarten Konzert", "Kindergarten Telefon"],
  },
  languages: { kindergeld: ["child benefit", "детское пособие"] },
};

function open(core = CORE) {
  const log = [];
  const fetch = async (name) => {
    log.push(name);
    if (!FILES[name]) throw new Error(name);
    return FILES[name];
  };
  const load = {
    town: (id) => fetch(`town ${id}`),
    houses: (id) => fetch(`houses ${id}`),
    names: (letter) => fetch(`names ${letter}`),
    more: () => fetch("more"),
    languages: () => fetch("languages"),
  };
  const engine = createEngine(core, load);
  return { log, engine, first: async (text) => (await engine.query(text)).results[0] };
}
const records = (answer) => answer.results.map((card) => card.record ?? card.kind);

for (const [text, record] of [
  ["kindergeld", "offer:kindergeld"],
  ["Klassenfahrtgeld", "offer:klassenfahrt"],
  ["klasenfart", "offer:klassenfahrt"],
  ["Krippe", "offer:kita-platz"],
  ["mein Vater zahlt nicht", "offer:unterhalt"],
  ["klassenf", "offer:klassenfahrt"],
  ["Familienkasse", "contact:kasse"],
  ["kindergeld telefon", "contact:kasse"],
  ["jobcenter weidenmoor", "contact:jobcenter-weidenmoor"],
  ["aha dornfeld", "contact:jobcenter-dornfeld"],
  ["jobcentr weidenmor", "contact:jobcenter-weidenmoor"],
  ["telefon klassenfahrt dornfeld wohngeld", "contact:sozialamt-dornfeld"],
  ["klassenfahrt dornfeld", "offer:klassenfahrt"],
  ["weidenmoor", "municipality:weidenmoor"],
  ["kita weidenmoor", "centre:regenbogen"],
  ["familienzentrum quellen", "centre:quelle"],
  ["regenbogen weidenmoor", "centre:regenbogen"],
  ["regenbogen", "centre:regenbogen"],
  ["child benefit", "offer:kindergeld"],
  ["детское пособие", "offer:kindergeld"],
  ["ex-mann überweist keinen cent", "offer:unterhalt"],
]) {
  test(`'${text}' is answered by ${record}`, async () => assert.equal((await open().first(text)).record, record));
}

test("an office without a town asks for the town", async () => {
  assert.deepEqual(await open().first("Jobcenter"), { kind: "ask-town", title: "Jobcenter" });
});

test("an office that is only mentioned in a long question stands behind the offer", async () => {
  const { results } = await open().engine.query("bezahlt das Jobcenter Klassenfahrt Schullandheim Ausflug Museum");
  assert.deepEqual(
    results.slice(0, 2).map((card) => card.record ?? card.title),
    ["offer:klassenfahrt", "Jobcenter"],
  );
});

test("an offer whose official name is said stands first", async () => {
  const core = { ...CORE, offers: CORE.offers.map((one) => ({ ...one, name: one.id, keywords: "Kindergeld|Geld" })) };
  assert.equal((await open(core).first("Geld trotz Kindergeld")).record, "offer:kindergeld");
});

test("of a compound one known part is enough", async () => {
  assert.equal((await open().first("Klassenfahrtverlosung")).record, "offer:klassenfahrt");
});

test("an offer whose office differs from town to town asks for the town after it", async () => {
  const answer = await open().engine.query("klassenfahrt");
  assert.deepEqual(answer.results[1], { kind: "ask-town", title: "Geld für die Klassenfahrt", offer: "klassenfahrt" });
});

test("an offer with one office for all carries its contact", async () => {
  const { contact } = await open().first("kindergeld");
  assert.deepEqual([contact.record, contact.ways], ["contact:kasse", CORE.contacts[0].ways]);
});

test("in a town the offer is followed by who answers there, with statuses and how certain it is", async () => {
  const [, first, second] = (await open().engine.query("klassenfahrt weidenmoor")).results;
  assert.deepEqual(
    [first.record, first.statuses, first.certainty],
    ["contact:jobcenter-weidenmoor", ["Bürgergeld"], "derived"],
  );
  assert.deepEqual(
    [second.record, second.statuses, second.certainty],
    ["contact:sozialamt-weidenmoor", ["Wohngeld"], ""],
  );
});

test("nothing of another town is shown", async () => {
  for (const text of ["jobcenter dornfeld", "kita dornfeld", "dornfeld", "klassenfahrt dornfeld"]) {
    assert.ok(
      !records(await open().engine.query(text)).some(
        (record) => record.includes("weidenmoor") || record.startsWith("centre"),
      ),
    );
  }
});

test("two towns take turns", async () => {
  const found = records(await open().engine.query("jobcenter weidenmoor dornfeld"));
  assert.deepEqual(found.slice(0, 2), ["contact:jobcenter-weidenmoor", "contact:jobcenter-dornfeld"]);
});

test("corrected words and places are named as they are written", async () => {
  const { corrections, towns } = await open().engine.query("klasenfart weidenmor");
  assert.deepEqual(corrections, [
    { typed: "klasenfart", understood: "Klassenfahrt" },
    { typed: "weidenmor", understood: "Weidenmoor" },
  ]);
  assert.deepEqual(towns, [{ id: "weidenmoor", name: "Weidenmoor", district: undefined }]);
});

test("what the site does not know is marked, with whom to call", async () => {
  const answer = await open().engine.query("reisepass verlängern");
  assert.equal(answer.offTopic, true);
  assert.equal(answer.help.record, "contact:kasse");
  assert.equal((await open().engine.query("klassenfahrt")).offTopic, false);
});

test("words that editors call out of scope are neither corrected nor split", async () => {
  for (const text of ["hundesteuer", "Hundesteuerbescheid zahlen", "kita tombola", "Kindertombola"]) {
    const { offTopic, corrections } = await open().engine.query(text);
    assert.deepEqual([offTopic, corrections], [true, []], text);
  }
});

test("editors order what a word leads to", async () => {
  const core = { ...CORE, offers: CORE.offers.map((one) => ({ ...one, keywords: `${one.keywords}|Schule` })) };
  assert.deepEqual(
    records(await open(core).engine.query("Schule"))
      .filter((record) => record !== "ask-town")
      .slice(0, 2),
    ["offer:kita-platz", "offer:klassenfahrt"],
  );
});

test("only what a question needs is loaded, and once", async () => {
  const { engine, log } = open();
  await engine.query("klassenfahrt");
  assert.deepEqual(log, []);
  await engine.query("jobcenter weidenmoor");
  await engine.query("klassenfahrt weidenmoor");
  assert.deepEqual(log, ["town weidenmoor"]);
  await engine.query("regenbogen");
  assert.deepEqual(log, ["town weidenmoor", "more", "languages", "names r"]);
});

test("of a large town all houses are read when one of them may be named", async () => {
  const { engine, log } = open();
  const files = ["town weidenmoor", "more", "languages", "houses weidenmoor"];
  FILES["town weidenmoor"].beyond = 1;
  assert.equal(records(await engine.query("kita weidenmoor")).includes("centre:igel"), false);
  assert.deepEqual(log, files.slice(0, 1));
  assert.equal(records(await engine.query("igelnest weidenmoor"))[0], "centre:igel");
  assert.deepEqual(log, files);
  delete FILES["town weidenmoor"].beyond;
});

test("a file that could not be loaded is tried again", async () => {
  const town = { id: "nirgendwo", name: "Nirgendwo", codes: ["00103"], districts: [], aliases: [] };
  const core = { ...CORE, towns: [...CORE.towns, town] };
  const { engine, log } = open(core);
  await assert.rejects(engine.query("jobcenter nirgendwo"));
  await assert.rejects(engine.query("jobcenter nirgendwo"));
  assert.deepEqual(log, ["town nirgendwo", "town nirgendwo"]);
});

test("a question gives the same answer whatever was asked before", async () => {
  const { engine } = open();
  const before = records(await engine.query("klassenfahrt"));
  await engine.query("child benefit");
  assert.deepEqual(records(await engine.query("klassenfahrt")), before);
});

test("any text is a question", async () => {
  const { engine } = open();
  for (const text of [
    "",
    " ",
    "\0",
    "🙂",
    "__proto__",
    "constructor toString",
    "a".repeat(5000),
    "kita ".repeat(200),
    null,
    7,
  ]) {
    const answer = await engine.query(text);
    assert.ok(Array.isArray(answer.results) && answer.understood >= 0 && answer.understood <= 1, String(text));
  }
});

test("a region without words of its own for the search still answers", async () => {
  const lists = ["concepts", "bets", "contacts", "roles"].map((name) => [name, []]);
  const words = ["stop_words", "weak_words", "contact_words", "house_words"].map((name) => [name, ""]);
  const core = { ...CORE, everywhere: {}, ...Object.fromEntries([...lists, ...words]) };
  assert.equal((await open(core).first("klassenfahrt")).record, "offer:klassenfahrt");
});

test("two words of one entry are out of scope together, each alone is not", async () => {
  assert.equal((await open().engine.query("kindergarten konzert")).offTopic, true);
  assert.equal((await open().engine.query("kindergarten telefon")).offTopic, true);
  assert.equal((await open().engine.query("kindergarten anmeldung")).offTopic, false);
});

test("words that tell a story say little", async () => {
  const { log, engine } = open();
  const { results } = await engine.query("gestern leider klassenfahrt");
  assert.equal(results[0].record, "offer:klassenfahrt");
  assert.ok(log.includes("more"));
});

test("what parents tell of their situation leads to an offer, but less than its own questions", async () => {
  const offers = [{ situations: "Einschulung ohne Ranzen" }, { questions: "Einschulung mit Ranzen" }, {}, {}];
  const load = { more: async () => ({ ...FILES.more, offers }) };
  const { results } = await createEngine(CORE, load).query("Ranzen zur Einschulung");
  assert.deepEqual(
    results.filter(({ kind }) => kind === "offer").map(({ record }) => record),
    ["offer:klassenfahrt", "offer:kindergeld"],
  );
});

test("a word of equal meaning that no offer uses comes with the rest", async () => {
  const { log, first } = open();
  assert.equal((await first("kindernest")).record, "offer:kita-platz");
  assert.deepEqual(log, ["more"]);
});

test("family centres stand before other houses where the question asks for them", async () => {
  const { results } = await open().engine.query("Familienzentrum Weidenmoor");
  const houses = results.filter(({ kind }) => kind === "centre").map(({ record }) => record);
  assert.deepEqual(houses, ["centre:quelle", "centre:regenbogen"]);
});

test("a word that says little is not taken for a misspelt one", async () => {
  const more = { ...FILES.more, filler_words: "gestern klassenfahrd" };
  const answer = await createEngine(CORE, { more: async () => more }).query("klassenfahrd gestern schullandheim");
  assert.deepEqual(answer.corrections, []);
});
