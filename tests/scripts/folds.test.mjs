// What is folded opens for whoever follows an anchor into it, and for paper, which closes it again.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const heard = {};
let scrolled = [];

class Fold {
  constructor(open) {
    this.open = open;
  }
}

// A place inside a fold, or outside of all.
function place(fold) {
  return {
    closest: (selector) => (selector === "details:not([open])" && fold && !fold.open ? fold : null),
    scrollIntoView() {
      scrolled.push(this);
    },
  };
}

const [closed, open, onPaper] = [new Fold(false), new Fold(true), [new Fold(false), new Fold(false)]];
const places = { zu: place(closed), auf: place(open), frei: place(null) };
globalThis.addEventListener = (event, react) => (heard[event] = [...(heard[event] ?? []), react]);
globalThis.document = { getElementById: (id) => places[id] ?? null, querySelectorAll: () => onPaper.filter((fold) => !fold.open) };
globalThis.location = { hash: "" };
const tell = (event) => heard[event].forEach((react) => react());
await import("../../overrides/script/everywhere/folds.js");

beforeEach(() => {
  closed.open = false;
  open.open = true;
  scrolled = [];
});

for (const event of ["DOMContentLoaded", "hashchange"]) {
  test(`${event}: a closed part opens for an anchor inside it`, () => {
    location.hash = "#zu";
    tell(event);
    assert.equal(closed.open, true);
    assert.deepEqual(scrolled, [places.zu]);
  });
}

for (const hash of ["", "#", "#auf", "#frei", "#gibt-es-nicht"]) {
  test(`${hash || "no anchor"}: nothing opens and nothing moves`, () => {
    location.hash = hash;
    tell("hashchange");
    assert.equal(closed.open, false);
    assert.deepEqual(scrolled, []);
  });
}

test("paper opens what it shows, and closes just that again", () => {
  onPaper.push(new Fold(true));
  tell("beforeprint");
  assert.deepEqual(onPaper.map((fold) => fold.open), [true, true, true]);
  tell("afterprint");
  assert.deepEqual(onPaper.map((fold) => fold.open), [false, false, true]);
});
