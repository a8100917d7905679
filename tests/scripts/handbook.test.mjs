// The search of the handbook: parts of words, no umlauts, endings; and the piece of text that it shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt, find } from "../../overrides/script/handbook/search.js";

const pages = [
  ["handbuch/", "Handbuch", [["", "Handbuch", "Wie Angaben richtig bleiben."]]],
  [
    "handbuch/haus/",
    "Ein Haus eintragen",
    [
      ["", "Ein Haus eintragen", "Ein Familienzentrum oder eine Kita."],
      ["strasse", "Straße und Hausnummer", "Die Anschrift in der Musterstraße."],
      ["wege", "Wege", "Telefonnummern und Postfächer. Die Nummer steht mit Vorwahl."],
    ],
  ],
  ["handbuch/angabe/", "Korrigieren", [["", "Eine Angabe korrigieren", "So geht es."]]],
  ["handbuch/felder/haus/", "Felder: Haus", [["feld-angabe", "Angabe note", "ein Satz"]]],
  ["handbuch/pruefung/", "Quellen und Prüfung", [["", "Quellen und Prüfung", "Was geprüft heißt. Das Amt prüft selbst."]]],
];
const places = (asked) => find(pages, asked).hits.map(({ address, anchor }) => address.slice(9) + anchor);

const ASKED = {
  "a part of a word": ["zentrum", ["haus/"]],
  "a word with an ending": ["Nummer", ["haus/strasse", "haus/wege"]],
  "ss for ß": ["Strasse", ["haus/strasse"]],
  "ue for ü, and another ending": ["pruefen", ["pruefung/"]],
  "umlauts as they are": ["Prüfung", ["pruefung/"]],
  "the heading counts more than the text": ["Wege", ["haus/wege"]],
  "a heading of a field less than one of advice, more than a text": ["Angabe", ["angabe/", "felder/haus/feld-angabe", ""]],
  "two words, both": ["telefon vorwahl", ["haus/wege"]],
  "two words that never stand together": ["kita vorwahl", ["haus/", "haus/wege"]],
  "nothing": ["xylophon", []],
  "signs of a pattern": ["(.*", []],
  "an empty question": ["", []],
};

for (const [name, [asked, found]] of Object.entries(ASKED)) {
  test(name, () => assert.deepEqual(places(asked), found));
}

const marked = (text, asked) => excerpt(text, find(pages, asked).words).map(([piece, is]) => (is ? `<${piece}>` : piece)).join("");

test("what was found is marked as it is written", () => {
  assert.equal(marked("Die Anschrift in der Musterstraße.", "strasse"), "Die Anschrift in der Muster<straße>.");
  assert.equal(marked("Das Amt prüft selbst.", "pruefen"), "Das Amt <prüf>t selbst.");
  assert.equal(marked("Nichts davon.", "strasse"), "Nichts davon.");
});

test("a long text is cut at words around the first place", () => {
  const text = `${"vorher ".repeat(40)}Nummer ${"nachher ".repeat(40)}`.trim();
  const shown = marked(text, "nummer");
  assert.match(shown, /^… (vorher )+<Nummer> (nachher ?)+ …$/);
  assert.ok(shown.length < 220);
});

test("marking loses and doubles nothing", () => {
  for (const asked of ["a", "in der", "ein eine", "muster musterstraße straße"]) {
    const text = "Ein Haus in der Musterstraße, eine Kita.";
    assert.equal(marked(text, asked).replace(/[<>]/g, ""), text);
  }
});
