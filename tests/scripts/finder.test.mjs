// The parts of the finder for educators that know no page: its address, its matches, its chains. All names are invented.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chainOf } from "../../overrides/script/finder/chain.js";
import { readChoice, townOf, writeChoice } from "../../overrides/script/finder/choice.js";
import { readTowns } from "../../overrides/script/shared/records.js";
import { codeOf } from "../../overrides/script/shared/neutral.js";
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
const CONTACTS = {
  team: { id: "team", title: "Jobcenter Mondland, Standort Dornmoor", words: "Jobcenter Mondland", towns: [0] },
  kasse: { id: "kasse", title: "Familienkasse", words: "Bundesagentur" },
};
const NOTHING = { house: "", town: "", topic: "", offer: "", contact: "" };
const [SCHULE, MIETE, TEAM] = ["schule", "miete", "team"].map(codeOf);

for (const [address, expected] of [
  ["", {}],
  ["#haus=kleeblatt", { house: "kleeblatt" }],
  ["#haus=kleeblatt&ort=muehlensee&thema=geld", { house: "kleeblatt", town: "muehlensee", topic: "geld" }],
  ["?haus=wald&thema=geld", { house: "wald", topic: "geld" }],
  ["?von=woanders#haus=wald", { house: "wald" }],
  ["#thema=geld", { topic: "geld" }],
  [`#t=${SCHULE}`, { topic: "schule" }],
  [`#ort=dornmoor&h=${MIETE}`, { town: "dornmoor", topic: "geld", offer: "miete" }],
  [`#k=${TEAM}&ort=dornmoor`, { contact: "team" }],
  ["#h=xxxxxx&k=yyyyyy&t=", {}],
  ["#haus=gibt-es-nicht&ort=Dornmoor&thema=GELD", {}],
  ["#haus=__proto__&ort=constructor&thema=toString", {}],
  ["#haus=<script>alert(1)</script>&ort=dornmoor", { town: "dornmoor" }],
  [`#haus=${"kleeblatt".repeat(1000)}&thema=schule`, { topic: "schule" }],
  ["#haus=wald&haus=mond&%=%E0%A4%A", { house: "wald" }],
]) {
  test(`address ${address.slice(0, 60)}`, () => assert.deepEqual(readChoice(address, DATA, { ...FINDER, contacts: CONTACTS }), { ...NOTHING, ...expected }));
}

for (const address of ["", "#haus=wald", "#ort=dornmoor", `#haus=wald&ort=dornmoor&t=${SCHULE}`, `#ort=dornmoor&h=${MIETE}`, `#k=${TEAM}`]) {
  test(`an address is written as it was read: ${address}`, () => {
    assert.equal(writeChoice(readChoice(address, DATA, { ...FINDER, contacts: CONTACTS })), address);
    assert.doesNotMatch(address, /miete|schule|geld/);
  });
}

test("before the details are there no contact is known", () => assert.deepEqual(readChoice(`#k=${TEAM}`, DATA, FINDER), NOTHING));

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

const NAMES = listNames(DATA, { ...FINDER, contacts: CONTACTS, words: ["Klassenfahrten Ausflug", "Unterkunft"] });
const NAMED = ({ choice }) => [choice.house || choice.contact || choice.offer || choice.topic, choice.town].filter(Boolean).join("@");
const shown = (typed) => findNames(typed, NAMES, DATA).found.map(NAMED);

for (const [typed, expected] of [
  ["Kleeblatt", ["kleeblatt"]],
  ["klee", ["kleeblatt"]],
  ["blatt", ["kleeblatt"]],
  ["Familienzentrum Kl", ["kleeblatt"]],
  ["st. anna", ["st-anna"]],
  ["kindergarten", ["mond", "kleeblatt", "wald", "st-anna"]],
  ["wald", ["muehlensee", "wald"]],
  ["Ampfer", ["dornmoor", "kleeblatt"]],
  ["Dornmoor", ["dornmoor", "team", "mond", "kleeblatt"]],
  ["Mühlensee", ["muehlensee", "wald", "st-anna"]],
  ["Mond, Dornmoor", ["mond", "team"]],
  ["00102", ["muehlensee"]],
  ["Klassenfahrt", ["fahrt"]],
  ["heizung", ["miete"]],
  ["Schule", ["schule"]],
  // two things at once: an office, a need, a house, each with a place
  ["Jobcenter Dornmoor", ["team"]],
  ["Jobcenter Ampfer", ["team"]],
  ["Jobcenter Mühlensee", []],
  ["Familienkasse Mühlensee", ["kasse"]],
  ["Klassenfahrt Dornmoor", ["fahrt@dornmoor"]],
  ["dornmoor klassenfahrt", ["fahrt@dornmoor"]],
  ["Ausflug Hinterwald", ["fahrt@muehlensee"]],
  ["Kita Mühlensee", ["wald", "st-anna", "schule@muehlensee"]],
]) {
  test(`typed: ${typed}`, () => assert.deepEqual(shown(typed).sort(), [...expected].sort()));
}

for (const [typed, first] of [
  ["Jobcenter Dornmoor", "team"],
  ["Klassenfahrt Dornmoor", "fahrt@dornmoor"],
  ["Dornmoor", "dornmoor"],
  ["kita mond", "mond"],
]) {
  test(`the first match of: ${typed}`, () => assert.equal(shown(typed)[0], first));
}

for (const [typed, sure] of [
  ["Kleeblatt", true],
  ["Jobcenter Dornmoor", true],
  ["00102", true],
  ["kita", false],
  ["Ampfer", false],
  ["Kleblat", true],
  ["Timbuktu", false],
]) {
  test(`${typed} ${sure ? "means" : "may mean more than"} one`, () => assert.equal(findNames(typed, NAMES, DATA).sure, sure));
}

for (const [typed, expected] of [
  ["Dornmor", "dornmoor"],
  ["Kleblat", "kleeblatt"],
  ["Jobcentr Dornmoor", "team"],
  ["Klasenfahrt Dornmor", "fahrt@dornmoor"],
  ["Timbuktu", undefined],
  ["!!!", undefined],
  ["<script>", undefined],
]) {
  test(`only resembles: ${typed}`, () => {
    assert.equal(shown(typed)[0], expected);
    assert.equal(findNames(typed, NAMES, DATA).near, true);
  });
}

test("what is typed finds no more than fits on a screen", () => {
  const many = { ...FINDER, houses: Array.from({ length: 50 }, (_, i) => [`kita-${i}`, "Kita", 0, 0]) };
  assert.equal(findNames("Kita", listNames(DATA, many), DATA).found.length, 9); // eight houses, and the topic
});

for (const [house, expected] of [
  ["kleeblatt", [["Fester Kontakt", "team", ["Stand 2025."]], ["Wenn es nicht weitergeht", "jobcenter", []]]],
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
    assert.equal(found[0].choice.house, id);
    assert.equal(found[0].title, "Kita Maulwurfshügel");
    assert.ok(found[0].more.includes(`im Verbund: ${name}`));
  }
});
