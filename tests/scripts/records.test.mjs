// Records as scripts get them, and the rules that depend on the way to somebody.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, isDirect } from "../../overrides/script/shared/contact.js";
import { linker, readTowns } from "../../overrides/script/shared/records.js";

for (const [line, expected] of [
  ["au\tAu", { id: "au", name: "Au", codes: [], districts: [], aliases: [] }],
  ["au\tAu\t00101|00102", { id: "au", name: "Au", codes: ["00101", "00102"], districts: [], aliases: [] }],
  ["au\tAu\t\t\tAue", { id: "au", name: "Au", codes: [], districts: [], aliases: ["Aue"] }],
  [
    "au\tAu\t00101\tAmpfer|Wald=00103=00104",
    { id: "au", name: "Au", codes: ["00101"], districts: [{ name: "Ampfer", codes: [] }, { name: "Wald", codes: ["00103", "00104"] }], aliases: [] },
  ],
]) {
  test(`town ${line}`, () => assert.deepEqual(readTowns([line]), [expected]));
}

test("where a record stands is said by the data", () => {
  assert.equal(linker({ folders: { offer: "hilfen/" } }, "../")("offer", "wohngeld"), "../hilfen/wohngeld/");
});

for (const [way, value, address, direct] of [
  ["phone", "+49 30 23125-001", "tel:+493023125001", true],
  ["phone", "+49 (30) 23125 / 002", "tel:+493023125002", true],
  ["short_number", "116 111", "tel:116111", true],
  ["email", "amt@example.org", "mailto:amt@example.org", true],
  ["web", "https://www.example.org/a?b", "https://www.example.org/a?b", false],
  ["post", "Postfach 1", "", false],
]) {
  test(`${way}: ${value}`, () => {
    assert.equal(addressOf(way, value), address);
    assert.equal(isDirect([way, value]), direct);
  });
}
