// The page of the search: the address holds the question and the filters, the list shows what was found.
// A question is text wherever it is shown; nothing of it is stored or sent.
import { make } from "./element.js";
import { ask } from "./suche-dienst.js";
import { filterCards, readFilters, showFilters } from "./suche-filter.js";
import { showCard } from "./suche-karte.js";
import { searchAddress } from "./suche-worte.js";

const LONGEST = 300; // characters of a question
const MOST = 20; // results
const SLOW = 8000; // milliseconds after which we say that nothing comes

let opened = false;

export async function open() {
  if (opened) return;
  opened = true;
  const page = document.getElementById("results").closest("main");
  const form = page.querySelector("[role=search]");
  const part = (name) => page.querySelector(`[data-part=${name}]`);
  const { content: parts } = part("parts");
  const title = document.title;
  const home = new URL("..", form.action).href;
  const list = part("results");
  let shown = {}; // the last question with its answer
  let turn = 0;

  function setState(state, said = "") {
    list.dataset.state = state;
    part("status").textContent = said;
    document.documentElement.toggleAttribute("data-asked", state === "loading" || (state === "ready" && list.children.length));
  }

  async function show() {
    const given = new URLSearchParams(location.search);
    const q = (given.get("q") ?? "").trim().slice(0, LONGEST);
    form.q.value = q;
    document.title = q ? `${q} – ${title}` : title;
    const asked = ++turn;
    if (!q) {
      clear();
      return setState("idle");
    }
    if (shown.q !== q) {
      clear();
      setState("loading", "Wird gesucht …");
      const slow = setTimeout(() => asked === turn && fail(), SLOW);
      const answer = await ask(form, q, MOST).catch(() => null);
      clearTimeout(slow);
      if (asked !== turn) return;
      if (!answer) return fail();
      shown = { q, answer };
    }
    render(shown, readFilters(given));
  }

  function clear() {
    shown = {};
    list.replaceChildren();
    part("summary").replaceChildren();
  }

  function fail() {
    setState("error", part("failed").textContent);
  }

  function render({ q, answer }, filters) {
    const { towns, results, offTopic, help } = answer;
    const cards = filterCards(results, filters);
    const places = towns.map(({ name, district }) => (district ? `${district} (${name})` : name)).join(", ");
    const heading = make("h2", { tabindex: "-1" }, "Ergebnisse für ", make("q", {}, q));
    const above = [
      heading,
      places && make("p", {}, "Ort: ", make("strong", {}, places)),
      corrected(q, answer),
      offTopic && [parts.querySelector("[data-off-topic]").cloneNode(true), help && make("div", { class: "card" }, showCard(help, { home, parts, q }))],
      showFilters(results, filters, q, parts),
    ];
    part("summary").replaceChildren(...above.flat().filter(Boolean));
    list.replaceChildren(...cards.map((card) => make("li", { class: "card", ...(card.record && { "data-record": card.record }) }, showCard(card, { home, parts, q }))));
    const mail = part("missing").querySelector("a");
    if (mail.protocol === "mailto:") mail.search = new URLSearchParams({ subject: "Das fehlt mir", body: q });
    setState("ready", `${cards.length} Ergebnisse${places && ` für ${places}`}.${offTopic ? " Dazu haben wir nichts Genaues." : ""}`);
  }

  // "Meinten Sie" with the words as we read them.
  function corrected(q, { corrections }) {
    if (!corrections.length) return "";
    const text = corrections.reduce((words, { typed, understood }) => words.replace(typed, understood), q);
    return make("p", {}, "Meinten Sie ", make("a", { href: searchAddress(text) }, text), "? Danach haben wir gesucht.");
  }

  async function go(address) {
    history.pushState(null, "", address);
    await show();
    (part("summary").querySelector("h2") ?? list).focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(searchAddress(form.q.value));
  });
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='?']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.href);
  });
  addEventListener("popstate", show);
  await show();
}
