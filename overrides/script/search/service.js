// Asks the search, which works beside the page. It is loaded with the first question, and again after a failure.

let worker = null;
let last = 0;
const waiting = new Map(); // number of a question → { resolve, reject }

// Begins to load. `form` names the data: data-core.
export function prepare(form) {
  if (worker) return;
  worker = new Worker(new URL("search-worker.js", import.meta.url));
  worker.onmessage = ({ data: { id, answer, error } }) => {
    if (error) return fail(error);
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  };
  worker.onerror = fail;
  worker.postMessage({ core: new URL(form.dataset.core, document.baseURI).href });
}

// The answer of the engine (search/engine.js). Rejected when the data or the worker cannot be loaded.
export async function ask(form, text, limit) {
  prepare(form);
  return new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    worker.postMessage({ id: last, text, limit });
  });
}

function fail(reason) {
  worker.terminate();
  worker = null;
  for (const { reject } of waiting.values()) reject(reason);
  waiting.clear();
}
