// The packed worker must answer as the sources do:  node tests/search/packed.mjs DATA
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openEngine } from "./gold.mjs";

const [folder] = process.argv.slice(2);
const { truth, engine } = openEngine(folder);
const root = new URL("https://example.org/");
const heard = new Map();
const waiting = new Map();
globalThis.fetch = async (address) => {
  const content = readFileSync(join(folder, new URL(address).pathname.slice(1)), "utf8");
  return { ok: true, json: async () => JSON.parse(content) };
};
globalThis.self = {
  location: root,
  addEventListener: (kind, listen) => heard.set(kind, listen),
  postMessage: (message) => waiting.get(message.id)(message),
};
await import("../../overrides/script/packed/search-worker.js");
const ask = (message) =>
  new Promise((resolve) => {
    waiting.set(message.id, resolve);
    heard.get("message")({ data: message });
  });

assert.deepEqual(await ask({ core: new URL(truth.core, root).href }), { ready: true });
for (const [id, text] of [
  "kindergeld",
  "jobcenter varstein",
  "Klassenfahrtgeld",
  "klasenfart Lippstadt telefon wohngeld",
  "Kita Soest",
  "mein Sohn schafft die Versetzung nicht und braucht Unterstützung",
  "Hundesteuer",
  "детский сад",
  "Zauberwald",
  "Kinderwagenverleih",
  "",
].entries()) {
  const { answer, error } = await ask({ id, text, limit: 10 });
  assert.equal(error, undefined, text);
  assert.equal(JSON.stringify(answer), JSON.stringify(await engine.query(text, 10)), text);
}
