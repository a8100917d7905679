// The finder for educators: house, town and topic, answered on the spot. Without this script the page is a list.
// Nothing is stored or sent; the choice stands in the address behind #, so that it can be kept, shared and gone back to.
import { make } from "../shared/element.js";
import { goLive } from "../shared/live.js";
import { loader } from "../shared/load.js";
import { localTime } from "../shared/open-hours.js";
import { linker, readTowns } from "../shared/records.js";
import { nameOfTown } from "../shared/responsibility.js";
import { readChoice, townOf, writeChoice } from "./choice.js";
import { showContacts } from "./contacts.js";
import { findNames, listNames } from "./names.js";

const page = document.querySelector("[data-finder]");
const part = (name) => page.querySelector(`[data-part=${name}]`);
const { root } = page.dataset;
const load = loader(root);

Promise.all([load(page.dataset.answers), load(page.dataset.finder)]).then(start, () => {}); // else the page stays as it is

function start([sent, finder]) {
  const data = { ...sent, towns: readTowns(sent.towns), sheets: page.dataset.sheets };
  const link = linker(data, root);
  const names = listNames(data, finder);
  const selects = { house: page.querySelector("[name=haus]"), town: page.querySelector("[name=ort]"), topic: page.querySelector("[name=thema]") };
  const typed = part("typed");
  let choice = {};

  function fillHouses() {
    for (const [number, { name: town }] of data.towns.entries()) {
      const houses = finder.houses.filter((house) => house[2] === number);
      const options = houses.map(([id, name, , , district]) => make("option", { value: id }, district ? `${name}, ${district}` : name));
      if (options.length) selects.house.append(make("optgroup", { label: town }, options));
    }
  }

  async function show(next) {
    choice = next;
    for (const [name, select] of Object.entries(selects)) select.value = choice[name];
    const town = townOf(choice, data, finder);
    const asked = choice;
    let table = null;
    try {
      table = town && (await load(`assets/${data.folder}/orte/${town}.json`));
    } catch {
      return say("Die Angaben ließen sich nicht laden. Bitte laden Sie die Seite neu.");
    }
    if (choice !== asked) return;
    fillTexts(town);
    part("result").hidden = !Object.values(choice).some(Boolean);
    if (!town && choice.topic) return say("Wo wohnt die Familie? Davon hängt ab, wer zuständig ist. Wählen Sie noch ein Haus oder einen Ort.");
    const { said, content } = showContacts(data, finder, table, choice, link, localTime(new Date()));
    part("status").textContent = said;
    part("result").replaceChildren(...content);
  }

  function say(message) {
    part("status").textContent = message;
    part("result").replaceChildren(make("p", { class: "notice", tabindex: "-1" }, message));
  }

  // The texts for phone and mail name the town and the topic as far as they are chosen.
  function fillTexts(town) {
    const known = { town: nameOfTown(data.towns, town), about: finder.topics[data.topics.indexOf(choice.topic)] };
    for (const place of document.querySelectorAll("[data-fill]")) {
      place.dataset.empty ??= place.textContent;
      place.textContent = known[place.dataset.fill] || place.dataset.empty;
    }
  }

  async function go(change) {
    const next = { ...choice, ...change };
    const address = writeChoice(next);
    if (address !== location.hash) history.pushState(null, "", location.pathname + address);
    await show(next);
  }

  async function choose({ choice: change }) {
    typed.value = "";
    showMatches();
    await go(change);
    part("result").querySelector("h2, .notice")?.focus();
  }

  function showMatches() {
    const words = typed.value.trim();
    const { found, near } = findNames(words, names, data);
    part("matches").hidden = !words;
    part("matches").replaceChildren(make("ul", { class: "pills" }, found.map(match)));
    const message = words && (near ? unknownText(words, found.length) : `Treffer: ${found.length}.`);
    part("unknown").hidden = !words || !near;
    part("unknown").textContent = near ? message : "";
    part("status").textContent = message;
    return near ? [] : found;
  }

  function unknownText(words, count) {
    return `„${words}“ kennen wir nicht. ${count ? "Meinen Sie einen dieser Orte?" : "Wählen Sie bitte aus den Listen."}`;
  }

  function match(found) {
    const button = make("button", { type: "button" }, found.title, " ", make("small", {}, found.more));
    button.addEventListener("click", () => choose(found));
    return make("li", {}, button);
  }

  typed.addEventListener("input", showMatches);
  typed.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const found = showMatches();
    if (found.length === 1) choose(found[0]);
    else part("matches").querySelector("button")?.focus();
  });
  for (const [name, select] of Object.entries(selects)) select.addEventListener("change", () => go({ [name]: select.value }));
  addEventListener("popstate", () => {
    if (location.hash && !location.hash.includes("=")) return; // a place in the page, such as the skip link's
    show(readChoice(location.hash, data, finder));
  });

  fillHouses();
  goLive(page);
  const first = readChoice(location.search + location.hash, data, finder);
  if (location.search) history.replaceState(null, "", location.pathname + writeChoice(first));
  show(first);
}
