// The search field of every page: what helps with typing, and what answers, is loaded when somebody uses the field or
// asks in the address, never before. No module: a copy on a stick opens without a server, where modules are refused.
(() => {
  const { src, dataset } = document.currentScript;
  const root = document.documentElement;
  const files = new Map();

  function load(name) {
    if (!files.has(name)) {
      const file = import(new URL(name, src));
      file.catch(() => files.delete(name));
      files.set(name, file);
    }
    return files.get(name);
  }

  async function open() {
    if (!("page" in dataset)) return;
    await (await load("suche.min.js")).open();
  }

  document.addEventListener("focusin", ({ target }) => {
    if (!target.matches("[role=search] [name=q]")) return;
    Promise.all([load("suche-mehr.min.js"), load("suche.min.js")])
      .then(([{ help }]) => help(target))
      .then(open)
      .catch(() => {}); // then it is a plain form
  });

  // The page of the search is told before anything is drawn, so that nothing moves.
  if ("page" in dataset && new URLSearchParams(location.search).get("q")?.trim()) {
    root.dataset.asked = "";
    addEventListener("DOMContentLoaded", () =>
      open().catch(() => {
        delete root.dataset.asked;
        document.getElementById("results").dataset.state = "error";
      }),
    );
  }
})();
