// The parts of the finder for educators that know no page: its address, its matches, its chains. All names are invented.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chainOf } from "../../overrides/script/finder/chain.js";
import { readChoice, townOf, writeChoice } from "../../overrides/script/finder/choice.js";
import { readTowns } from "../../overrides/script/shared/records.js";
import { findNames, listNames } from "../../overrides/script/finder/names.js";

const DATA = {
  towns: readTowns(["dornmoor\tDornmoor\t00101\tAmpfer", "muehlensee\tMühlensee (Ruhr)\t00102\tHinterwald\tMühlensee"]),
  topics: ["geld", "schule"],
  offers: [["fahrt", "Geld für die Klassenfahrt", 1], ["miete", "Miete und Heizung", 0]],
};
const FINDER = {
  houses: [
    ["kleeblatt", "Familienzentrum Kleeblatt", 0, 0, "Ampfer"],
    ["st-anna", "Kath. Kita St. Anna", 1, 1],
    ["wald", "Waldkindergarten", 1, 2],
    ["mond", "Kita Mond", 0, 3],
  ],
  chains: [
    ["team", "", "jobcenter", "", "Stand 2025."],
    ["", "", "", "jobcenter", "Abgeleitet."],
    ["team", "vertretung", "", ""],
    ["", "", "", ""],
  ],
  topics: ["Geld zum Leben", "Schule und Kita"],
};
const NOTHING = { house: "", town: "", topic: "" };

for (const [address, expected] of [
  ["", {}],
  ["#haus=kleeblatt", { house: "kleeblatt" }],
  ["#haus=kleeblatt&ort=muehlensee&thema=geld", { house: "kleeblatt", town: "muehlensee", topic: "geld" }],
  ["?haus=wald&thema=geld", { house: "wald", topic: "geld" }],
  ["?von=woanders#haus=wald", { house: "wald" }],
  ["#thema=geld", { topic: "geld" }],
  ["#haus=gibt-es-nicht&ort=Dornmoor&thema=GELD", {}],
  ["#haus=__proto__&ort=constructor&thema=toString", {}],
  ["#haus=<script>alert(1)</script>&ort=dornmoor", { town: "dornmoor" }],
  [`#haus=${"kleeblatt".repeat(1000)}&thema=schule`, { topic: "schule" }],
  ["#haus=wald&haus=mond&%=%E0%A4%A", { house: "wald" }],
]) {
  test(`address ${address.slice(0, 60)}`, () => assert.deepEqual(readChoice(address, DATA, FINDER), { ...NOTHING, ...expected }));
}

for (const address of ["", "#haus=wald", "#ort=dornmoor", "#haus=wald&ort=dornmoor&thema=schule", "#thema=geld"]) {
  test(`an address is written as it was read: ${address}`, () => assert.equal(writeChoice(readChoice(address, DATA, FINDER)), address));
}

for (const [choice, town] of [
  [{}, ""],
  [{ house: "wald" }, "muehlensee"],
  [{ house: "kleeblatt" }, "dornmoor"],
  [{ house: "wald", town: "dornmoor" }, "dornmoor"],
  [{ town: "muehlensee" }, "muehlensee"],
  [{ topic: "geld" }, ""],
]) {
  test(`town of ${JSON.stringify(choice)}`, () => assert.equal(townOf({ ...NOTHING, ...choice }, DATA, FINDER), town));
}

const NAMES = listNames(DATA, FINDER);
const shown = (typed) => findNames(typed, NAMES, DATA).found.map(({ choice, title }) => `${Object.values(choice)[0]}: ${title}`);

for (const [typed, expected] of [
  ["Kleeblatt", ["kleeblatt: Familienzentrum Kleeblatt"]],
  ["klee", ["kleeblatt: Familienzentrum Kleeblatt"]],
  ["blatt", ["kleeblatt: Familienzentrum Kleeblatt"]],
  ["Familienzentrum Kl", ["kleeblatt: Familienzentrum Kleeblatt"]],
  ["st. anna", ["st-anna: Kath. Kita St. Anna"]],
  ["Sankt Anna", []],
  ["kindergarten", ["wald: Waldkindergarten"]],
  ["wald", ["wald: Waldkindergarten", "muehlensee: Hinterwald"]],
  ["Ampfer", ["dornmoor: Ampfer", "kleeblatt: Familienzentrum Kleeblatt"]],
  ["Dornmoor", ["dornmoor: Dornmoor", "kleeblatt: Familienzentrum Kleeblatt", "mond: Kita Mond"]],
  ["Mühlensee", ["muehlensee: Mühlensee (Ruhr)", "st-anna: Kath. Kita St. Anna", "wald: Waldkindergarten"]],
  ["Mond, Dornmoor", ["mond: Kita Mond"]],
  ["00102", ["muehlensee: Mühlensee (Ruhr)"]],
  ["Klassenfahrt", ["schule: Geld für die Klassenfahrt"]],
  ["heizung", ["geld: Miete und Heizung"]],
  ["Schule", ["schule: Schule und Kita"]],
  ["kita", ["st-anna: Kath. Kita St. Anna", "mond: Kita Mond", "schule: Schule und Kita"]],
]) {
  test(`typed: ${typed}`, () => assert.deepEqual(shown(typed), expected));
}

for (const [typed, expected] of [
  ["Dornmor", ["dornmoor: Dornmoor"]],
  ["Timbuktu", []],
  ["!!!", []],
  ["<script>", []],
]) {
  test(`only resembles: ${typed}`, () => {
    assert.deepEqual(shown(typed), expected);
    assert.equal(findNames(typed, NAMES, DATA).near, true);
  });
}

test("what is typed finds no more than fits on a screen", () => {
  const many = { ...FINDER, houses: Array.from({ length: 50 }, (_, i) => [`kita-${i}`, "Kita", 0, 0]) };
  assert.equal(findNames("Kita", listNames(DATA, many), DATA).found.length, 8);
});

for (const [house, expected] of [
  ["kleeblatt", [["Fester Kontakt", "team", ["Stand 2025."]], ["Vertretung", "", []], ["Wenn es nicht weitergeht", "jobcenter", []]]],
  ["wald", [["Fester Kontakt", "team", []], ["Vertretung", "vertretung", []]]],
  ["st-anna", [["Fester Kontakt", "", []], ["Jobcenter", "jobcenter", ["Abgeleitet."]]]],
  ["mond", [["Fester Kontakt", "", []]]],
]) {
  test(`whom ${house} asks`, () => {
    assert.deepEqual(chainOf(FINDER, house).map(({ role, contact, said }) => [role, contact, said]), expected);
  });
}

test("a Jobcenter that divides its work stands with all its parts, what has to be said behind the last", () => {
  const parts = [["jobcenter-1", "Nachname A bis K"], ["jobcenter-2", "Nachname L bis Z"]];
  const finder = { ...FINDER, houses: [["haus", "Haus", 0, 0]], chains: [["", "", "", parts, "Abgeleitet."]] };
  assert.deepEqual(chainOf(finder, "haus").slice(1), [
    { role: "Jobcenter", contact: "jobcenter-1", limits: "Nachname A bis K", said: [] },
    { role: "", contact: "jobcenter-2", limits: "Nachname L bis Z", said: ["Abgeleitet."] },
  ]);
});

test("a house of a Verbund is found by its own name and town, and asks the contacts of the Verbund", () => {
  const [[id, name]] = FINDER.houses;
  const names = listNames(DATA, { ...FINDER, members: [[id, "Kita Maulwurfshügel", 1]] });
  for (const typed of ["Maulwurfshügel", "maulwurf muehlensee"]) {
    const { found } = findNames(typed, names, DATA);
    assert.deepEqual(found[0].choice, { house: id });
    assert.equal(found[0].title, "Kita Maulwurfshügel");
    assert.ok(found[0].more.endsWith(`im Verbund: ${name}`));
  }
});
