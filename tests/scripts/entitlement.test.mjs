// The parts of 'Was steht mir zu?' that know no page: which rules hold, and the answers in the address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder } from "../../overrides/script/entitlement/list.js";
import { findOffers, optionsOf, readAnswers, writeAnswers } from "../../overrides/script/entitlement/rules.js";

const SHAPE = { keys: "abc", counts: [7, 2, 6], towns: ["00000001", "00000002"] };
const UNSAID = [-1, -1, 32];

for (const [hash, bits, town] of [
  ["", [0, 0, 0], ""],
  ["#a=1-3&b=2&c=6&g=00000002", [5, 2, 32], "00000002"],
  ["#a=3-1-1", [5, 0, 0], ""],
  ["#c=1&a=7", [64, 0, 1], ""],
  // whatever else stands there is left out
  ["#a=8&b=0&c=-1", [0, 0, 1], ""],
  ["#a=1.5-2&b=1e0&c=0x1", [2, 1, 1], ""],
  ["#a=99999999999999999999&b=NaN&c=", [0, 0, 0], ""],
  ["#a=%31&a=2", [1, 0, 0], ""],
  ["#g=00000003", [0, 0, 0], ""],
  ["#g=<img src=x onerror=alert(1)>&x=1&__proto__=1", [0, 0, 0], ""],
  ["#inhalt", [0, 0, 0], ""],
  [`#a=${"1-".repeat(100_000)}`, [1, 0, 0], ""],
]) {
  test(`read ${hash.slice(0, 60)}`, () => assert.deepEqual(readAnswers(hash, SHAPE), { bits, town }));
}

for (const [bits, town, hash] of [
  [[0, 0, 0], "", ""],
  [[5, 2, 32], "00000002", "#a=1-3&b=2&c=6&g=00000002"],
  [[0, 0, 1], "", "#c=1"],
  [[0, 0, 0], "00000001", "#g=00000001"],
]) {
  test(`write ${hash}`, () => {
    assert.equal(writeAnswers({ bits, town }, SHAPE), hash);
    assert.deepEqual(readAnswers(hash, SHAPE), { bits, town });
  });
}

test("an address holds letters and digits only", () => {
  assert.match(writeAnswers({ bits: [127, 3, 63], town: "00000001" }, SHAPE), /^#[a-g0-9=&-]+$/);
});

test("options of bits", () => assert.deepEqual(optionsOf(0b1000101), [1, 3, 7]));

// One rule each: [conditions, towns] against answers.
for (const [what, conditions, towns, bits, town, expected] of [
  ["no condition", undefined, undefined, [0, 0, 0], "", true],
  ["one of the answers", [0, 0b110], undefined, [0b100, 0, 0], "", true],
  ["none of the answers", [0, 0b110], undefined, [0b001, 0, 0], "", false],
  ["an open question without an answer", [0, 0b110, 1, 0b1], undefined, [0, 0, 0], "", true],
  ["nothing received counts as 'noch nichts'", [2, 32], undefined, [0, 0, 0], "", true],
  ["nothing received is no status", [2, 1], undefined, [0, 0, 0], "", false],
  ["a status that rules out", [2, -3], undefined, [0, 0, 2], "", false],
  ["a status beside the one that rules out", [2, -1], undefined, [0, 0, 2], "", true],
  ["both conditions", [0, 1, 2, 1], undefined, [1, 0, 1], "", true],
  ["one of two conditions", [0, 1, 2, 1], undefined, [1, 0, 2], "", false],
  ["the town", [], ["00000001"], [1, 0, 0], "00000001", true],
  ["another town", [], ["00000001"], [1, 0, 0], "00000002", false],
  ["a town not said", [], ["00000001"], [1, 0, 0], "", true],
]) {
  test(what, () => {
    const data = { unsaid: UNSAID, offers: [["x", "X", 0, [["Grund", conditions, [], towns]], []]] };
    assert.equal(findOffers(data, { bits, town }).length, expected ? 1 : 0);
  });
}

test("the rules that hold come in their order, offers without any are left out", () => {
  const offers = [
    ["x", "X", 0, [["nie", [2, 1]], ["erster"], ["zweiter", [0, 1]]], []],
    ["y", "Y", 0, [["nie", [2, 1]]], []],
    ["z", "Z", 0, [], []],
  ];
  const found = findOffers({ unsaid: UNSAID, offers }, { bits: [1, 0, 0], town: "" });
  assert.deepEqual(found.map(({ offer, rules }) => [offer, rules.map(([reason]) => reason)]), [[0, ["erster", "zweiter"]]]);
});

// What comes first: urgent, worth much, soon, to the point. One offer each: [rules, amounts, front].
const ranked = (offers, bits) => {
  const data = { needs: 1, unsaid: [-1, 0], offers: offers.map(([id, rules, amounts = [], front = 0]) => [id, id, 0, rules, amounts, "", front]) };
  return inOrder(data, bits, offers.map(([, rules], offer) => ({ offer, rules }))).map(({ offer }) => offers[offer][0]);
};
const sum = (euro) => ["Betrag", `${euro} Euro`, euro];

for (const [what, offers, bits, expected] of [
  ["more money", [["klein", [["r", [], [0]]], [sum(15)]], ["gross", [["r", [], [0]]], [sum(250)]]], [1, 0], ["gross", "klein"]],
  ["only amounts of rules that hold", [["a", [["r", []]], [sum(900)]], ["b", [["r", [], [0]]], [sum(15)]]], [1, 0], ["b", "a"]],
  ["what fits by what was answered", [["vielleicht", [["r", [0, 1], [0]]], [sum(500)]], ["sicher", [["r", [], [0]]], [sum(250)]]], [0, 0], ["sicher", "vielleicht"]],
  ["food and rent", [["geld", [["r", [], [0]]], [sum(250)]], ["miete", [["r"]], [], 2]], [1, 0], ["miete", "geld"]],
  ["what the family needs now", [["geld", [["r", [], [0]]], [sum(250)]], ["rat", [["r", [1, 0b10]]]]], [1, 0b10], ["rat", "geld"]],
  ["what others need now", [["rat", [["r", [1, 0b100]]]], ["geld", [["r", [], [0]]], [sum(250)]]], [1, 0b10], ["geld", "rat"]],
  ["a deadline", [["ohne", [["r"]]], ["bald", [["r"]], [], 1]], [1, 0], ["bald", "ohne"]],
  ["more conditions", [["alle", [["r"]]], ["genau", [["r", [0, 1]]]]], [1, 0], ["genau", "alle"]],
  ["else the order of the data", [["x", [["r"]]], ["y", [["r"]]]], [1, 0], ["x", "y"]],
]) {
  test(`first: ${what}`, () => assert.deepEqual(ranked(offers, bits), expected));
}
