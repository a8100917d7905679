// What a page says by itself beside an amount whose time is over: the words of view/amounts.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { remarkOn } from "../../overrides/script/shared/amount.js";

for (const [kind, year, today, said] of [
  ["amount", 2026, "2027-01-01", "(Stand 2026; der Betrag für 2027 wird geprüft)"],
  ["amount", "2026", "2028-05-01", "(Stand 2026; der Betrag für 2028 wird geprüft)"],
  ["amount", 2026, "2026-07-01", "(Stand 2026; der neue Betrag wird geprüft)"],
  ["review", 2026, "2027-01-16", "(Stand 2026)"],
  ["next", 2026, "2027-01-01", "(vorbei, jetzt gilt der nächste Betrag)"],
]) {
  test(`${kind} of ${year} on ${today}`, () => assert.equal(remarkOn(kind, year, today), said));
}
