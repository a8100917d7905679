// Addresses name no benefit: every id of the real data has a code of its own, in which it cannot be read.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { codeOf, idOf } from "../../overrides/script/shared/neutral.js";

const data = new URL("../../data/", import.meta.url);
const ids = (folder) => readdirSync(new URL(folder, data)).filter((file) => file.endsWith(".yml")).map((file) => file.slice(0, -4));
const statuses = [...readFileSync(new URL("statuses.yml", data), "utf8").matchAll(/^ *- id: (\S+)/gm)].map(([, id]) => id);
const topics = [...readFileSync(new URL("topics.yml", data), "utf8").matchAll(/^ *- id: (\S+)/gm)].map(([, id]) => id);

for (const [kind, known] of Object.entries({ offers: ids("offers"), contacts: ids("contacts"), statuses, topics })) {
  test(`codes of ${kind}`, () => {
    assert.ok(known.length > 5);
    assert.equal(new Set(known.map(codeOf)).size, known.length);
    for (const id of known) {
      assert.match(codeOf(id), /^[0-9a-z]{1,7}$/);
      assert.equal(idOf(codeOf(id), known), id);
      assert.equal(idOf(id, known), id);
    }
  });
}

test("codes stay as they are, since addresses hold them", () => {
  assert.deepEqual(["wohngeld", "none", ""].map(codeOf), ["kmtik1", "1c6lasb", "ztntfp"]);
});

test("what nobody wrote means nothing", () => {
  for (const said of ["", "__proto__", "zzzzzzz", "<b>"]) assert.equal(idOf(said, ["wohngeld"]), "");
});
