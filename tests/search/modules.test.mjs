// The modules of the search, each by itself:  node --test tests/search/
import assert from "node:assert/strict";
import { test } from "node:test";
import { Splitter } from "../../overrides/script/search/engine/compounds.js";
import { openLater, readCore } from "../../overrides/script/search/engine/core.js";
import { distance, slips } from "../../overrides/script/shared/distance.js";
import { fold, readWords, stem, words } from "../../overrides/script/shared/fold.js";
import { Grams, gramsOf } from "../../overrides/script/search/engine/grams.js";
import { isNamed } from "../../overrides/script/search/engine/houses.js";
import { Places } from "../../overrides/script/search/engine/places.js";
import { sound } from "../../overrides/script/search/engine/sound.js";
import { Speller } from "../../overrides/script/search/engine/spelling.js";
import { isTooLittle, understood } from "../../overrides/script/search/engine/understood.js";
import { readConcepts, Vocabulary } from "../../overrides/script/search/engine/vocabulary.js";

const same = (name, table, make) =>
  test(name, () => {
    for (const [given, expected] of table) assert.deepEqual(make(given), expected, JSON.stringify(given));
  });

same(
  "fold gives one spelling for many",
  [
    ["Größe", "grosse"],
    ["GROESSE", "grosse"],
    ["Müller", "muller"],
    ["Mueller", "muller"],
    ["neue Frauen", "neue frauen"],
    ["Café", "cafe"],
    ["İş", "is"],
    ["ışık", "isik"],
    ["روضة", "روضه"],
    ["إعانة", "اعانه"],
    ["ﬁnden", "finden"],
    ["", ""],
  ],
  fold,
);

same(
  "words are letters and digits, split where a number touches a word",
  [
    ["Hartz4", ["hartz", "4"]],
    ["Kita-Platz, bitte!", ["kita", "platz", "bitte"]],
    ["59494 Soest", ["59494", "sost"]],
    ["24h", ["24h"]],
    ["§ 28 – ", ["28"]],
    ["…", []],
  ],
  words,
);

test("readWords keeps what was typed", () => {
  assert.deepEqual(readWords("Übergang zur Kita"), [
    { typed: "Übergang", word: "ubergang" },
    { typed: "zur", word: "zur" },
    { typed: "Kita", word: "kita" },
  ]);
});

same(
  "stem takes one ending off",
  [
    ["kinder", "kind"],
    ["kindern", "kind"],
    ["beratungen", "beratung"],
    ["mutter", "mut"],
    ["erzieherinnen", "erzieheri"],
    ["bettchen", "bet"],
    ["bett", "bet"],
    ["sprechen", "sprech"],
    ["kita", "kita"],
    ["садок", "садок"],
  ],
  stem,
);

test("words that sound alike have one code", () => {
  assert.equal(sound("warstein"), sound("varstein"));
  assert.equal(sound("kindergelt"), sound("kindergeld"));
  assert.equal(sound("wikipedia"), "3412");
  assert.notEqual(sound("werl"), sound("soest"));
});

test("distance counts slips, swapped letters as one, and stops early", () => {
  const table = [
    ["kita", "kita", 0],
    ["kita", "kiat", 1],
    ["kita", "kitta", 1],
    ["kita", "kta", 1],
    ["kita", "kika", 1],
    ["", "abc", 3],
  ];
  for (const [a, b, expected] of table) assert.equal(distance(a, b, 3), expected, `${a} ${b}`);
  assert.equal(distance("abcdef", "uvwxyz", 2), 3);
  assert.deepEqual([3, 4, 7, 12].map(slips), [0, 1, 2, 3]);
});

test("the speller finds the nearest word, by ear and by hand", () => {
  const speller = new Speller(["kindergeld", "klassenfahrt", "wohngeld", "wohnung"]);
  for (const [typed, meant] of [
    ["kindergelt", "kindergeld"],
    ["klasenfart", "klassenfahrt"],
    ["wongeld", "wohngeld"],
    ["wohnugn", "wohnung"],
  ]) {
    assert.equal(speller.correct(typed)[0].form, meant);
  }
  assert.deepEqual(speller.correct("xyz"), []);
  assert.deepEqual(speller.correct("reisepass"), []);
  assert.deepEqual(speller.correct("a".repeat(300)), []);
});

test("compounds are split into words that the site knows", () => {
  const splitter = new Splitter(
    ["klassenfahrt", "geld", "kindergarten", "kosten", "schule", "essen", "kita"],
    new Set(["ein"]),
  );
  for (const [word, parts] of [
    ["klassenfahrtgeld", ["klassenfahrt", "geld"]],
    ["kindergartenkosten", ["kindergarten", "kosten"]],
    ["schulessen", ["schul", "essen"]],
    ["schulessensgeld", ["schul", "essen", "geld"]],
    ["kita", null],
    ["reisepass", null],
    ["einkosten", null],
    ["geld".repeat(60), null],
  ]) {
    assert.deepEqual(splitter.split(word), parts, word);
  }
  assert.deepEqual(splitter.partsOf("kita"), ["kita"]);
});

test("grams find the document that looks most alike", () => {
  assert.deepEqual(gramsOf("ab"), ["_ab", "ab_"]);
  const grams = new Grams([new Map([["mittagessen", 5]]), new Map([["wohngeld", 5]])]);
  const alike = grams.alike([["mitagesen", 1]]);
  assert.equal(alike.get(0), 1);
  assert.ok((alike.get(1) ?? 0) < 0.3);
  assert.equal(grams.alike([]).size, 0);
});

test("the vocabulary counts, knows what is rare, and finds beginnings", () => {
  const vocabulary = new Vocabulary();
  assert.deepEqual(
    vocabulary.read("Geld für die Kita", (word) => word !== "die"),
    ["geld", "fur", "kita"],
  );
  vocabulary.count("kita", 0, 5);
  vocabulary.count("kita", 1, 5);
  vocabulary.count("kitaplatz", 1, 5);
  assert.ok(vocabulary.rarity("kitaplatz") > vocabulary.rarity("kita"));
  assert.deepEqual(vocabulary.startingWith("kita"), ["kita", "kitaplatz"]);
  assert.deepEqual(vocabulary.startingWith("x"), []);
  assert.equal(vocabulary.written("kita"), "Kita");
});

test("words of equal meaning find each other", () => {
  const concepts = readConcepts(["Kita Krippe", "Krippe Nest"]);
  assert.deepEqual([...concepts.get(stem("kita"))], [stem("krippe")]);
  assert.deepEqual([...concepts.get(stem("krippe"))].sort(), ["kita", "nest"]);
});

const TOWNS = [
  { id: "weidenmoor", name: "Weidenmoor", codes: ["00101"], districts: [{ name: "Bad Quellen", codes: [] }, { name: "Berge", codes: [] }], aliases: [] },
  { id: "dornfeld", name: "Dornfeld (Ruhr)", codes: ["00102"], districts: [], aliases: ["Dorn am Feld"] },
];
const nothing = { known: () => false, begun: () => 0, speller: new Speller([]) };

test("places are found by name, district, postcode, beginning and ear", () => {
  const places = new Places(TOWNS, ["Berge"]);
  for (const [text, town, district, rest] of [
    ["kita weidenmoor", 0, undefined, "kita"],
    ["bad quellen kita", 0, "Bad Quellen", "kita"],
    ["kita quellen", 0, "Bad Quellen", "kita"],
    ["00102 tafel", 1, undefined, "tafel"],
    ["tafel dornfeld", 1, undefined, "tafel"],
    ["weidenmoorer tafel", 0, undefined, "tafel"],
    ["tafel dornf", 1, undefined, "tafel"],
    ["tafel weidenmor", 0, undefined, "tafel"],
    ["tafel in berge", 0, "Berge", "tafel in"],
    ["tafel zerge", 0, "Berge", "tafel"],
    ["welche zerge laufen heute", undefined, undefined, "welche zerge laufen heute"],
    ["schulden so hoch wie berge", undefined, undefined, "schulden so hoch wie berge"],
  ]) {
    const found = places.find(readWords(text), {
      ...nothing,
      known: (word) => ["tafel", "kita", "berge"].includes(word),
    });
    assert.deepEqual([found.places[0]?.town, found.places[0]?.district], [town, district], text);
    assert.equal(found.rest.map(({ word }) => word).join(" "), rest, text);
  }
  assert.equal(places.written({ town: 1 }), "Dornfeld (Ruhr)");
});

test("a word that means something is no misspelt place", () => {
  const places = new Places(TOWNS, []);
  const meaning = { ...nothing, known: (word) => word === "weidenmor" };
  assert.deepEqual(places.find(readWords("weidenmor"), meaning).places, []);
});

test("files are read from lines; what a line leaves out is empty", async () => {
  const sent = {
    offers: ["a\tgeld\tA\tAmt\teins|zwei\tSatz."],
    towns: ["x\tX-Stadt\t00101|00102\tBerge", "y\tY\t00103"],
    roles: ["Amt|Behörde"],
    statuses: ["Bürgergeld|ALG 2"],
    letters: "x",
  };
  const offer = { id: "a", topic: "geld", title: "A", name: "Amt", keywords: "eins|zwei", summary: "Satz." };
  assert.deepEqual(readCore(sent), {
    offers: [offer],
    towns: [
      { id: "x", name: "X-Stadt", codes: ["00101", "00102"], districts: [{ name: "Berge", codes: [] }], aliases: [] },
      { id: "y", name: "Y", codes: ["00103"], districts: [], aliases: [] },
    ],
    roles: [["Amt", "Behörde"]],
    statuses: [["Bürgergeld", "ALG 2"]],
    letters: "x",
  });
  const files = { "orte/x": { centres: ["h\tHaus\t\t1\tkita-platz", "i\tIgel"] }, mehr: { offers: ["wer|was\tlang", ""] } };
  const later = openLater(async (name) => files[name]);
  const { centres } = await later.town("x");
  assert.deepEqual(
    centres.map(({ id, familyCentre, offers, languages }) => [id, familyCentre, offers, languages]),
    [
      ["h", "1", ["kita-platz"], []],
      ["i", "", [], []],
    ],
  );
  assert.deepEqual((await later.more()).offers, [
    { questions: "wer|was", keywords: "lang", situations: "" },
    { questions: "", keywords: "", situations: "" },
  ]);
});

test("less must be understood of a family's long question than of two words", () => {
  const library = { family: new Set(["kind"]) };
  const asked = (text) => text.split(" ").map((term) => ({ term }));
  assert.ok(isTooLittle(0.5, asked("sauna preise"), library));
  assert.ok(!isTooLittle(0.5, asked("sauna kind"), library));
  assert.ok(isTooLittle(0.5, asked("a b c d"), library));
  assert.ok(!isTooLittle(0.5, asked("a b c d e f g h"), library));
  assert.ok(isTooLittle(0.2, asked("kind ".repeat(24).trim()), library));
});

test("a word that the site has nothing about outweighs one that it knows", () => {
  const library = { foreign: new Set(), isFaint: (term) => term === "laufen" };
  const share = (...topic) =>
    understood({ where: [], groups: topic, topic, offers: [{ covered: 0.5, phrase: 0 }], library });
  const known = { weight: 1, sure: 1 };
  assert.equal(share(known, { weight: 1, sure: 0 }), 0.5);
  assert.ok(share(known, { weight: 1, sure: 0, isOutside: true }) < 0.45);
  assert.ok(share({ ...known, isOutside: true }) < share(known));
  assert.ok(share({ ...known, term: "laufen" }) < share(known));
});

test("houses are found by the words that only they have", () => {
  const library = { stop: new Set(["und"]), houseWords: new Set(["kita"]), isTopic: (term) => term === stem("kinder") };
  const asked = (text) => readWords(text).map(({ typed }) => ({ typed }));
  assert.ok(isNamed(asked("Regenbogn"), "Kita Regenbogen", library));
  assert.ok(isNamed(asked("Regenbogen anmelden"), "Kita Regenbogen", library));
  assert.ok(!isNamed(asked("Kinder"), "Kita Kinder und Co", library));
  assert.ok(!isNamed(asked("Hund"), "Kita Kinder und Co", library));
});
