// The search field of every page. What helps with typing, and what answers, is loaded when somebody uses the field or
// asks in the address, never before. No module: a copy on a stick opens without a server, where modules are refused.
(() => {
  const { src, dataset } = document.currentScript;
  let loading = null;

  function load() {
    loading ??= import(new URL("suche.min.js", src));
    loading.catch(() => (loading = null));
    return loading;
  }

  document.addEventListener("focusin", ({ target }) => {
    if (!target.matches("[role=search] [name=q]")) return;
    load()
      .then(({ help, open }) => {
        help(target);
        if ("page" in dataset) open();
      })
      .catch(() => {}); // then it is a plain form
  });

  // On the page of the search itself; it is told before anything is drawn, so that nothing moves.
  if ("page" in dataset) {
    const root = document.documentElement;
    if (new URLSearchParams(location.search).get("q")?.trim()) root.dataset.asked = "";
    addEventListener("DOMContentLoaded", () => {
      const fail = () => {
        delete root.dataset.asked;
        document.getElementById("results").dataset.state = "error";
      };
      if ("asked" in root.dataset) load().then(({ open }) => open()).catch(fail);
    });
  }
})();
