// The page of the search: the address holds the question and the filters, the list shows what was found.
// A question is text wherever it is shown; nothing of it is stored or sent.
import { make } from "../shared/element.js";
import { linker } from "../shared/records.js";
import { attend, complete } from "./afterwards.js";
import { ask } from "./service.js";
import { filterCards } from "./filters.js";
import { showCard } from "./card.js";
import { searchAddress } from "./words.js";

const LONGEST = 300; // characters of a question
const MOST = 20; // results
const NEAREST = 5; // of them where nothing fits
const SLOW = 8000; // milliseconds after which we say that nothing comes

let opened = null;

export function open() {
  opened ??= start();
  return opened;
}

async function start() {
  const list = document.getElementById("results");
  const page = list.closest("main");
  const form = page.querySelector("form");
  const part = (name) => page.querySelector(`[data-part=${name}]`);
  const { content: parts } = part("parts");
  const { title } = document;
  const home = new URL("..", form.action);
  let answered = {}; // the last question and its answer
  let turn = 0;

  function setState(state, said = "") {
    for (const place of [list, list.closest(".search-page")]) place.dataset.state = state;
    part("status").textContent = said;
    document.documentElement.toggleAttribute("data-asked", state === "loading" || (state === "ready" && list.children.length));
  }

  function clear() {
    answered = {};
    for (const place of [list, part("summary"), part("filters")]) place.replaceChildren();
  }

  async function show() {
    const given = new URLSearchParams(location.search);
    const q = (given.get("q") ?? "").trim().slice(0, LONGEST);
    const asked = ++turn;
    form.q.value = q;
    document.title = q ? `${q} – ${title}` : title;
    if (q !== answered.q) clear();
    if (!q) return setState("idle");
    const fail = () => asked === turn && setState("error", part("failed").textContent);
    try {
      if (!answered.q) {
        setState("loading", "Wird gesucht …");
        const slow = setTimeout(fail, SLOW);
        const answer = await ask(form, q, MOST).finally(() => clearTimeout(slow));
        if (asked !== turn) return;
        answered = { q, answer };
      }
      render(answered, given);
    } catch {
      if (asked === turn) clear();
      fail();
    }
  }

  function render({ q, answer }, given) {
    const { towns, offTopic, help } = answer;
    const found = offTopic ? answer.results.slice(0, NEAREST) : answer.results;
    const shown = { link: linker(answer, home), parts, q };
    const cards = filterCards(found, given, parts);
    const places = towns.map(({ name, district }) => (district ? `${district} (${name})` : name)).join(", ");
    const above = [
      make("h2", { tabindex: "-1" }, "Ergebnisse für ", make("q", {}, q)),
      places && make("p", {}, "Ort: ", make("strong", {}, places)),
      corrected(q, answer),
      offTopic && parts.querySelector("[data-off-topic]").cloneNode(true),
      offTopic && help && make("div", { class: "card" }, showCard(help, shown)),
    ];
    part("summary").replaceChildren(...above.filter(Boolean));
    list.replaceChildren(...cards.map((card) => make("li", { class: "card", ...(card.record && { "data-record": card.record }) }, showCard(card, shown))));
    complete(part, list, found, given);
    const count = cards.length === 1 ? "1 Ergebnis" : `${cards.length} Ergebnisse`;
    setState("ready", `${count}${places && ` für ${places}`}.${offTopic ? " Dazu haben wir nichts Genaues." : ""}`);
  }

  // "Meinten Sie" with the words as we read them.
  function corrected(q, { corrections }) {
    const text = corrections.reduce((words, { typed, understood }) => words.replace(typed, understood), q);
    return text !== q && make("p", {}, "Meinten Sie ", make("a", { href: searchAddress({ q: text }) }, text), "? Danach haben wir gesucht.");
  }

  attend(part, form, list, show);
  await show();
}
