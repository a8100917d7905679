// The parts of the guide that know no page: places, the address, and who follows from them. All names are invented.
import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf } from "../../overrides/script/shared/neutral.js";
import { readState, tick, writeState } from "../../overrides/script/guide/state.js";
import { readTowns } from "../../overrides/script/shared/records.js";
import { findPlaces, keyOf, listPlaces } from "../../overrides/script/shared/places.js";
import { answers, commonRemarks, nameOf, nameOfTown, offices, sheetOf } from "../../overrides/script/shared/responsibility.js";

const DATA = {
  towns: readTowns([
    "dornmoor\tDornmoor\t00101\tAmpfer|Völlingen|Hinterwald=00199",
    "muehlensee\tMühlensee (Ruhr)\t00102|00103\tVöllingen|Moehnefurt\tMühlensee",
    "au\tAu\t00102",
  ]),
  statuses: [["sgb2", "Grundsicherungsgeld"], ["wohngeld", "Wohngeld"], ["none", "Noch nichts"]],
  topics: ["geld", "schule"],
  offers: [["fahrt", "Fahrt", 1], ["buch", "Buch", 1], ["miete", "Miete", 0]],
};
const TABLE = {
  answers: [[0, 0, 1, 1, 1, 2], [1, 1], [2, 0]],
  contacts: [{ id: "jobcenter" }, { id: "sozialamt" }, { id: "rathaus" }],
  remarks: [[], ["Abgeleitet."], ["Abgeleitet.", "Fragen Sie nach."]],
};
const PLACES = listPlaces(DATA.towns);
const found = (typed) => findPlaces(typed, PLACES).places.map(({ town, district }) => `${DATA.towns[town].id} ${district}`.trim());

for (const [written, key] of [
  ["Möhnesee", "mohnesee"], ["MOEHNESEE", "mohnesee"], ["Bad Sassendorf", "badsassendorf"], ["Straße", "strasse"],
  ["Enkesen-im-Klei", "enkesenimklei"], ["Wickede (Ruhr)", "wickederuhr"], ["Soest", "sost"], ["  ", ""], ["59494", ""],
]) {
  test(`letters of ${written}`, () => assert.equal(keyOf(written), key));
}

for (const [typed, expected, exact] of [
  ["Dornmoor", ["dornmoor"], true],
  ["dornmoor ", ["dornmoor"], true],
  ["Dorn", ["dornmoor"], false],
  ["Ampfer", ["dornmoor Ampfer"], true],
  ["Dornmoor-Ampfer", ["dornmoor Ampfer"], true],
  ["Ampfer, Dornmoor", ["dornmoor Ampfer"], true],
  ["Dornmoor-Am", ["dornmoor Ampfer"], false],
  ["Mühlensee", ["muehlensee"], true],
  ["Muehlensee (Ruhr)", ["muehlensee"], true],
  ["Möhnefurt", ["muehlensee Moehnefurt"], true],
  ["Völlingen", ["dornmoor Völlingen", "muehlensee Völlingen"], false],
  ["00101", ["dornmoor"], true],
  ["00102", ["muehlensee", "au"], false],
  ["00199", ["dornmoor Hinterwald"], true],
  ["0010", ["dornmoor", "muehlensee", "au"], false],
  ["00103 Völlingen", ["muehlensee Völlingen"], true],
  ["00103 Gibtesnicht", ["muehlensee"], true],
  ["00999 Völlingen", ["dornmoor Völlingen", "muehlensee Völlingen"], false],
  ["wald", ["dornmoor Hinterwald"], false],
  ["Au", ["au"], true],
]) {
  test(`place: ${typed}`, () => {
    assert.deepEqual(found(typed), expected);
    const { near, exact: is } = findPlaces(typed, PLACES);
    assert.deepEqual({ near, is }, { near: false, is: exact });
  });
}

for (const [typed, expected] of [
  ["Dornmor", ["dornmoor"]],
  ["Drommoor", ["dornmoor"]],
  ["Amfper", ["dornmoor Ampfer"]],
  ["Volinggen", ["dornmoor Völlingen", "muehlensee Völlingen"]],
  ["00110", ["dornmoor"]],
  ["99999", []],
  ["Timbuktu", []],
  ["!!!", []],
  ["", []],
]) {
  test(`nearest place: "${typed}"`, () => {
    assert.deepEqual(found(typed), expected);
    const { near, exact } = findPlaces(typed, PLACES);
    assert.deepEqual({ near, exact }, { near: true, exact: false });
  });
}

const NOTHING = { town: "", statuses: [], topic: "", offer: "", typed: "" };
for (const [address, expected] of [
  ["", {}],
  ["#ort=dornmoor", { town: "dornmoor" }],
  ["#ort=dornmoor&bezug=wohngeld,sgb2", { town: "dornmoor", statuses: ["sgb2", "wohngeld"] }],
  ["#bezug=wohngeld%2Cwohngeld", { statuses: ["wohngeld"] }],
  ["#bezug=none,wohngeld", { statuses: ["wohngeld"] }],
  ["#bezug=none", { statuses: ["none"] }],
  ["#thema=schule", { topic: "schule" }],
  ["#anliegen=miete&thema=schule", { topic: "geld", offer: "miete" }],
  ["#ort=Ampfer", { typed: "Ampfer" }],
  ["#ort=__proto__&bezug=constructor&thema=toString&anliegen=__proto__", { typed: "__proto__" }],
  ["#ort=<script>alert(1)</script>&bezug=<b>,sgb2", { typed: "<script>alert(1)</script>", statuses: ["sgb2"] }],
  [`#ort=${"x".repeat(5000)}`, { typed: "x".repeat(60) }],
  ["#ort=dornmoor&ort=au", { town: "dornmoor" }],
  ["?ort=au&bezug=sgb2", { town: "au", statuses: ["sgb2"] }],
  ["?von=woanders#ort=au", { town: "au" }],
  ["#in-au", { town: "au" }],
  ["#in-<b>", { typed: "<b>" }],
  ["#ORT=dornmoor&%=%E0%A4%A", {}],
]) {
  test(`address ${address.slice(0, 60)}`, () => assert.deepEqual(readState(address, DATA), { ...NOTHING, ...expected }));
}

const [SGB2, WOHNGELD, SCHULE, MIETE] = ["sgb2", "wohngeld", "schule", "miete"].map(codeOf);
for (const address of ["", "#ort=au", `#ort=au&b=${SGB2}-${WOHNGELD}&h=${MIETE}`, `#b=${codeOf("none")}&t=${SCHULE}`]) {
  test(`an address is written as it was read: ${address}`, () => {
    assert.equal(writeState(readState(address, DATA)), address);
    assert.doesNotMatch(address, /sgb2|wohngeld|miete|schule/);
  });
}

test("an address of old means the same as a new one", () => {
  const old = readState("#ort=au&bezug=sgb2,wohngeld&anliegen=miete", DATA);
  assert.deepEqual(readState(`#ort=au&b=${WOHNGELD}-${SGB2}&h=${MIETE}`, DATA), old);
});

for (const [before, id, on, after] of [
  [[], "wohngeld", true, ["wohngeld"]],
  [["wohngeld"], "sgb2", true, ["sgb2", "wohngeld"]],
  [["wohngeld"], "wohngeld", false, []],
  [["sgb2", "wohngeld"], "none", true, ["none"]],
  [["none"], "wohngeld", true, ["wohngeld"]],
  [["none"], "none", false, []],
]) {
  test(`${id} ${on ? "ticked" : "taken back"} after ${before}`, () => assert.deepEqual(tick(before, id, on, DATA), after));
}

for (const [status, offer, expected] of [
  ["sgb2", "fahrt", [{ contact: 0, remarks: [] }]],
  ["none", "fahrt", [{ contact: 1, remarks: ["Abgeleitet.", "Fragen Sie nach."] }]],
  ["wohngeld", "miete", [{ contact: 2, remarks: [] }]],
  ["reich", "miete", []],
  ["none", "klavier", []],
  ["__proto__", "constructor", []],
]) {
  test(`answer for ${status}, ${offer}`, () => assert.deepEqual(answers(DATA, TABLE, status, offer), expected));
}

test("an office that divides its work answers with all its parts", () => {
  const contacts = [{ id: "a" }, { id: "b" }];
  const table = { ...TABLE, contacts, answers: TABLE.answers.map(() => [2, 0]), remarks: [[], ["Abgeleitet."]], divided: [[0, 0, 1, 1]] };
  const [[offer]] = DATA.offers;
  const expected = [{ contact: 0, remarks: [] }, { contact: 1, remarks: ["Abgeleitet."] }];
  assert.deepEqual(answers(DATA, table, "sgb2", offer), expected);
  const found = offices(DATA, table, { statuses: ["sgb2"], topic: "", offer });
  assert.deepEqual(found.map(({ contact }) => contact), [0, 1]);
});

const shown = (state) =>
  offices(DATA, TABLE, { ...NOTHING, ...state }).map(({ contact, offers }) => [
    TABLE.contacts[contact].id,
    ...offers.map(({ id, statuses }) => `${id}: ${statuses}`),
  ]);

for (const [state, expected] of [
  [{ statuses: ["sgb2"], offer: "fahrt" }, [["jobcenter", "fahrt: sgb2"]]],
  [{ statuses: ["wohngeld", "none"], offer: "fahrt" }, [["sozialamt", "fahrt: wohngeld,none"]]],
  [{ statuses: ["sgb2", "wohngeld"], offer: "fahrt" }, [["jobcenter", "fahrt: sgb2"], ["sozialamt", "fahrt: wohngeld"]]],
  [{ offer: "fahrt" }, [["jobcenter", "fahrt: sgb2"], ["sozialamt", "fahrt: wohngeld,none"]]],
  [{ statuses: ["none"], topic: "schule" }, [["sozialamt", "fahrt: none", "buch: none"]]],
  [{ statuses: ["sgb2"] }, [["jobcenter", "fahrt: sgb2"], ["sozialamt", "buch: sgb2"], ["rathaus", "miete: sgb2"]]],
]) {
  test(`offices for ${JSON.stringify(state)}`, () => assert.deepEqual(shown(state), expected));
}

test("a remark that differs between statuses is kept once", () => {
  const [office] = offices(DATA, TABLE, { ...NOTHING, statuses: ["wohngeld", "none"], offer: "fahrt" });
  assert.deepEqual(office.offers[0].remarks, ["Abgeleitet.", "Fragen Sie nach."]);
});

test("what holds for all offers of an office is common, the rest is not", () => {
  const [sozialamt] = offices(DATA, TABLE, { ...NOTHING, statuses: ["none"], topic: "schule" });
  assert.deepEqual(commonRemarks(sozialamt.offers), ["Abgeleitet."]);
});

test("a sheet is named by offer and office", () => {
  assert.equal(sheetOf({ sheets: "../angebote/" }, "miete", "rathaus"), "../angebote/miete/zettel-rathaus");
});
test("where no sheets were made there is none", () => assert.equal(sheetOf({}, "miete", "rathaus"), undefined));

test("what has no row has no name", () => {
  assert.equal(nameOf(DATA.offers, "buch"), "Buch");
  assert.equal(nameOf(DATA.offers, "gibt-es-nicht"), "");
  assert.equal(nameOfTown(DATA.towns, "au"), "Au");
  assert.equal(nameOfTown(DATA.towns, "gibt-es-nicht"), "");
});
