// What the page for corrections writes: the block is the one that `wegweiser import` reads, the message one for people.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { writeBlock } from "../../overrides/script/correct/block.js";
import { compose, mailLink, reportLink } from "../../overrides/script/correct/message.js";

const examples = JSON.parse(readFileSync(new URL("../unit/editing/corrections/blocks.json", import.meta.url), "utf8"));

for (const { record, date, function: role, own, answers, block } of examples) {
  test(`block of ${record}`, () => assert.equal(`${writeBlock(record, { function: role, on: date, own }, answers)}\n`, block));
}

const RECORD = {
  ref: "contact:sozialamt",
  title: "Sozialamt",
  page: "kontakte/sozialamt/",
  facts: [
    ["title", "Bezeichnung", "Sozialamt"],
    ["channels.0.phone", "Telefon", "030 23125001", "eine Nummer"],
    ["channels.1.phone", "Telefon (Leitung)", ""],
    ["languages", "Sprachen", "nicht bekannt"],
    ["", "Schritt 1", "Anrufen"],
  ],
};
const SAID = { address: "https://example.org/kontakte/sozialamt/", more: "", role: " Leitung\n", own: true, day: "2026-12-01" };
const answers = (...given) => RECORD.facts.map((_, number) => ({ answer: given[number] ?? "", right: given[number] === "falsch" ? `neu ${number}` : "" }));

test("the message says all of it twice: to people and to the program", () => {
  const { subject, texts, answered, lacks } = compose(RECORD, answers("stimmt", "falsch", "falsch", "weiß ich nicht", "stimmt"), SAID);
  assert.equal(subject, "Korrektur: Sozialamt");
  assert.equal(answered, 5);
  assert.equal(lacks, null);
  assert.equal(
    texts[0].replace(/\[Ende \w+\]/, "[Ende]"),
    `Guten Tag,

zu dieser Seite habe ich etwas zu sagen:
Sozialamt
https://example.org/kontakte/sozialamt/

Das ist falsch:
- Telefon: 030 23125001
  Richtig ist: neu 1
- Telefon (Leitung): nicht bekannt
  Richtig ist: neu 2

Das stimmt:
- Bezeichnung: Sozialamt
- Schritt 1: Anrufen

Das weiß ich nicht:
- Sprachen

Das sagt: Leitung (aus dem Haus oder der Stelle selbst)
Stand vom 01.12.2026

Für die Redaktion, bitte so lassen:
[Wegweiser-Korrektur 1]
[Eintrag] contact:sozialamt
[Datum] 2026-12-01
[Funktion] Leitung
[Eigene Stelle] ja
[title] stimmt
[Bisher] Sozialamt
[channels.0.phone] falsch
[Bisher] 030 23125001
[Richtig] neu 1
[channels.1.phone] falsch
[Richtig] neu 2
[languages] weiß ich nicht
[Bisher] nicht bekannt
[Ende]`,
  );
});

test("shorter texts say less of what is true, and all of what is wrong", () => {
  const { texts } = compose(RECORD, answers("stimmt", "falsch"), SAID);
  assert.ok(texts[0].length > texts[1].length && texts[1].length > texts[2].length);
  assert.ok(texts[1].includes("Das stimmt:\n- eine Angabe"));
  assert.ok(texts[1].includes("[title] stimmt\n[Bisher] Sozialamt"));
  assert.ok(texts[2].includes("[title] stimmt\n[channels.0.phone] falsch\n[Bisher] 030 23125001"));
});

test("a message of free words alone has nothing for the program", () => {
  const { texts, lacks } = compose(RECORD, answers(), { ...SAID, more: "Die Tür ist links." });
  assert.equal(lacks, null);
  assert.ok(texts[0].includes("Außerdem:\nDie Tür ist links."));
  for (const text of texts) assert.ok(!text.includes("Wegweiser-Korrektur"));
});

for (const [given, said, field] of [
  [[], {}, undefined],
  [["stimmt"], { role: "  " }, "role"],
  [["stimmt"], { day: "" }, "day"],
]) {
  test(`what is missing: ${field ?? "an answer"}`, () => {
    const { lacks } = compose(RECORD, answers(...given), { ...SAID, ...said });
    assert.equal(lacks.field, field);
    assert.match(lacks.text, /^Bitte /);
  });
}

test("who is asked nothing has to write", () => {
  assert.equal(compose({ ...RECORD, facts: [] }, [], SAID).lacks.field, "more");
});

test("who knows only that something is wrong may say so", () => {
  const empty = answers("stimmt", "falsch").map((one) => ({ ...one, right: "  " }));
  const { texts, lacks } = compose(RECORD, empty, SAID);
  assert.equal(lacks, null);
  assert.ok(texts[0].includes("- Telefon: 030 23125001\n  Richtig ist: weiß ich nicht"));
  assert.ok(texts[0].includes("[channels.0.phone] falsch\n[Bisher] 030 23125001\n[Ende "));
});

test("a subject about danger says nothing", () => {
  assert.equal(compose({ ...RECORD, discreet: 1 }, answers("stimmt"), SAID).subject, "Korrektur zum Familienwegweiser");
});

test("links are as short as mail programs and GitHub need them", () => {
  const message = (more, right = "neu") =>
    compose(RECORD, answers("stimmt", "falsch").map((one) => ({ ...one, right: one.right && right })), { ...SAID, more });
  const short = mailLink("a@example.org", message(""));
  assert.ok(short.isWhole && short.address.startsWith("mailto:a@example.org?subject=Korrektur%3A%20Sozialamt&body=Guten%20Tag%2C%0D%0A"));
  const long = mailLink("a@example.org", message("ä".repeat(600)));
  assert.deepEqual([long.isWhole, long.address.endsWith("body=Bitte%20f%C3%BCgen%20Sie%20hier%20den%20kopierten%20Text%20ein.")], [false, true]);
  for (const length of [1, 200, 400, 600]) {
    assert.ok(mailLink("a@example.org", message("x".repeat(length))).address.length <= 1900);
    assert.ok(reportLink("https://github.com/a/b", message("ü".repeat(length), "ü".repeat(400))).address.length <= 7500);
  }
});
