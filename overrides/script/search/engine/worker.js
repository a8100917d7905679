// The engine in a worker, so that typing never waits for it.
// In:  { core: address } once, then { id, text, limit }.
// Out: { ready: true }, { id, answer } for each question, { error, id } where something could not be loaded.
import { fetchData } from "../../shared/load.js";
import { openLater, readCore } from "./core.js";
import { createEngine } from "./engine.js";

let engine = null;
let isAsked = false;

async function open(address) {
  const core = readCore(await fetchData(address));
  const folder = new URL(`${core.folder}/`, new URL(address, self.location.href));
  return createEngine(core, openLater((name) => fetchData(new URL(`${name}.json`, folder).href)));
}

self.addEventListener("message", async ({ data: { core, id, text, limit } }) => {
  try {
    if (core) {
      engine = open(core);
      const { prepare } = await engine;
      self.postMessage({ ready: true });
      setTimeout(() => isAsked || prepare()); // somebody is typing
    } else {
      isAsked = true;
      self.postMessage({ id, answer: await (await engine).query(text, limit) });
    }
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
