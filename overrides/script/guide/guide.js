// The guide: three questions, answered on the spot. Without this script the same page leads to pages with all answers.
// Nothing is stored or sent; the answers stand in the address behind #, so that it can be kept, shared and gone back to.
import { drawContact } from "../shared/contact.js";
import { make } from "../shared/element.js";
import { goLive, stayStill } from "../shared/live.js";
import { loader } from "../shared/load.js";
import { findPlaces, listPlaces } from "../shared/places.js";
import { linker, readTowns } from "../shared/records.js";
import { nameOf, nameOfTown } from "../shared/responsibility.js";
import { showAnswer, showSteps } from "./answer.js";
import { readState, tick, writeState } from "./state.js";

const page = document.querySelector("[data-answers]");
const part = (name) => page.querySelector(`[data-part=${name}]`);
const { root, region } = page.dataset;
const load = loader(root);
const NAMED = /[#&](bezug|anliegen|thema)=/; // how addresses named answers before

load(page.dataset.answers).then(start, () => stayStill(page));

function start(sent) {
  const data = { ...sent, towns: readTowns(sent.towns), sheets: page.dataset.sheets };
  const link = linker(data, root);
  const places = listPlaces(data.towns);
  const typed = part("typed");
  const later = (path) => load(`assets/${data.folder}/${path}.json`);
  let state = readState(location.search + location.hash, data);
  let changing = false; // whether the questions stay open although an offer has been chosen

  function go(change) {
    state = { ...state, ...change, typed: "" };
    const address = writeState(state);
    if (address !== location.hash) history.pushState(null, "", location.pathname + address);
    return show();
  }

  async function show() {
    const town = data.towns.find(({ id }) => id === state.town);
    const done = Boolean(town && state.offer && !changing);
    close("town", Boolean(town));
    close("statuses", done && state.statuses.length > 0);
    close("topic", done);
    part("town").textContent = nameOfTown(data.towns, state.town);
    part("statuses").textContent = state.statuses.map((id) => nameOf(data.statuses, id)).join(", ");
    part("offer").textContent = nameOf(data.offers, state.offer);
    for (const box of page.querySelectorAll("[name=bezug]")) box.checked = state.statuses.includes(box.value);
    for (const radio of page.querySelectorAll("[name=thema]")) radio.checked = radio.value === state.topic;
    const ready = Boolean(town && (state.statuses.length || state.topic));
    part("open").hidden = ready;
    part("result").hidden = !ready;
    if (!town) return;
    const table = await later(`orte/${town.id}`).catch(failed);
    if (table && ready && state.town === town.id) showResult(table);
  }

  // A question that has its answer shows the answer alone.
  function close(question, closed) {
    part(`chosen-${question}`).hidden = !closed;
    part(`choose-${question}`).hidden = closed;
  }

  function showResult(table) {
    const { heading, said, content } = showAnswer(data, table, state, link);
    const title = make("h2", { tabindex: "-1" }, heading);
    const inside = part("result").contains(document.activeElement);
    part("result").replaceChildren(title, make("div", {}, content));
    part("status").textContent = said;
    if (inside) title.focus();
    const steps = part("result").querySelector("[data-steps]");
    if (steps) later(`angebote/${state.offer}`).then((first) => steps.append(...showSteps(first)), () => {});
  }

  function failed() {
    const message = "Die Angaben ließen sich nicht laden. Bitte laden Sie die Seite neu.";
    part("status").textContent = message;
    part("result").replaceChildren(make("p", { class: "notice" }, message));
  }

  function choose({ town }) {
    typed.value = "";
    showMatches();
    go({ town: data.towns[town].id });
    document.getElementById("bezug").focus();
  }

  function showMatches() {
    const words = typed.value.trim();
    const found = findPlaces(words, places);
    const unknown = found.near && words.length > 2;
    part("towns").hidden = Boolean(words);
    part("matches").hidden = !words;
    part("matches").replaceChildren(make("ul", { class: "pills" }, found.places.map(match)));
    part("unknown").hidden = !unknown;
    const message = unknown ? unknownText(words, found.places.length) : words && `Gefundene Orte: ${found.places.length}.`;
    part("unknown").replaceChildren(make("p", {}, message), drawContact(data.region, link("contact", data.region.id), {}));
    part("status").textContent = message;
    return found;
  }

  function unknownText(words, count) {
    const isCode = /^\d{5}$/.test(words);
    const fault = isCode ? `Die Postleitzahl ${words} gehört zu keinem Ort ${region}.` : `„${words}“ kennen wir nicht.`;
    return `${fault} ${count ? "Meinen Sie einen Ort aus der Liste? Sonst" : "Dann"} hilft Ihnen diese Stelle:`;
  }

  function match(place) {
    const { name, codes } = data.towns[place.town];
    const more = make("small", {}, place.district ? `Ortsteil von ${name}` : codes.join(", "));
    const button = make("button", { type: "button" }, place.district || name, " ", more);
    button.addEventListener("click", () => choose(place));
    return make("li", {}, button);
  }

  // A click on a link that this page follows itself; with a key held down, browsers open another window.
  function follow(name, links, action) {
    part(name).addEventListener("click", (event) => {
      const link = event.target.closest(links);
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      action(link);
    });
  }

  follow("towns", "a", ({ hash }) => choose({ town: data.towns.findIndex(({ id }) => `#in-${id}` === hash) }));
  follow("result", "[data-state]", async ({ hash }) => {
    changing = false;
    await go(readState(hash, data));
    part("result").querySelector("h2").focus();
  });
  typed.addEventListener("input", showMatches);
  typed.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const found = showMatches();
    if (found.exact) choose(found.places[0]);
    else part("matches").querySelector("button")?.focus();
  });
  part("change-town").addEventListener("click", () => {
    go({ town: "" });
    typed.focus();
  });
  for (const button of page.querySelectorAll("[data-change]")) {
    button.addEventListener("click", () => {
      changing = true;
      show();
      button.closest("section").querySelector("h2").focus();
    });
  }
  page.addEventListener("change", ({ target }) => {
    if (target.name === "bezug") go({ statuses: tick(state.statuses, target.value, target.checked, data) });
    if (target.name === "thema") go({ topic: target.value, offer: "" });
  });
  addEventListener("popstate", () => {
    if (location.hash && !/=|^#in-/.test(location.hash)) return; // a place in the page, such as the skip link's
    changing = false;
    state = readState(location.hash, data);
    show();
  });

  goLive(page);
  if (location.search || NAMED.test(location.hash)) history.replaceState(null, "", location.pathname + writeState(state));
  typed.value = state.typed;
  if (state.typed) showMatches();
  show();
}
