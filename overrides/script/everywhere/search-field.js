// The search field of every page: what helps with typing, and what answers, is loaded when somebody uses the field or
// asks in the address, never before.
const { src, dataset } = document.currentScript;
const asked = document.documentElement.dataset;
const isSearch = "page" in dataset;
const load = () => import(new URL("search.js", src));
const open = async () => (await load()).open();

addEventListener("focusin", ({ target }) => {
  if (!target.matches("[role=search] [name=q]")) return;
  load().then(({ help }) => help(target), () => {}); // otherwise it is a plain form
  if (isSearch) open().catch(() => {});
});

// A question comes behind #, which is not sent, and moves into the address, where it can be shared.
const { hash } = location;
if (isSearch && hash.startsWith("#q=")) history.replaceState(null, "", `?${hash.slice(1)}`);
// The page of the search is told before anything is drawn, so that nothing moves.
if (isSearch && new URLSearchParams(location.search).get("q")?.trim()) {
  asked.asked = "";
  addEventListener("DOMContentLoaded", () =>
    open().catch(() => {
      delete asked.asked;
      for (const place of document.querySelectorAll(".search-page, #results")) place.dataset.state = "error";
    }),
  );
}
