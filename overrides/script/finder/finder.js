// The finder for educators: house, town and topic, answered on the spot. Without this script the page is a list.
// Nothing is stored or sent; the choice stands in the address behind #, so that it can be kept, shared and gone back to.
import "../record/copy.js";
import { make } from "../shared/element.js";
import { goLive, stayStill } from "../shared/live.js";
import { loader } from "../shared/load.js";
import { localTime } from "../shared/open-hours.js";
import { linker, readTowns } from "../shared/records.js";
import { nameOfTown } from "../shared/responsibility.js";
import { NOTHING, readChoice, townOf, writeChoice } from "./choice.js";
import { showContacts } from "./contacts.js";
import { KINDS, findNames, listNames } from "./names.js";

const page = document.querySelector("[data-finder]");
const part = (name) => page.querySelector(`[data-part=${name}]`);
const { root } = page.dataset;
const load = loader(root);
const NAMED = /[#&]thema=/; // how addresses named a topic before

Promise.all([load(page.dataset.answers), load(page.dataset.finder)]).then(start, () => stayStill(page));

function start([sent, finder]) {
  const data = { ...sent, towns: readTowns(sent.towns), sheets: page.dataset.sheets };
  const link = linker(data, root);
  let names = listNames(data, finder);
  const selects = { house: page.querySelector("[name=haus]"), town: page.querySelector("[name=ort]"), topic: page.querySelector("[name=thema]") };
  const typed = part("typed");
  let choice = NOTHING;

  function fillHouses() {
    for (const [number, { name: town }] of data.towns.entries()) {
      const houses = finder.houses.filter((house) => house[2] === number);
      const options = houses.map(([id, name, , , district]) => make("option", { value: id }, district ? `${name}, ${district}` : name));
      if (options.length) selects.house.append(make("optgroup", { label: town }, options));
    }
  }

  // Contacts and further words, once for all: whoever only looks at the page need not load them.
  async function details() {
    if (finder.contacts) return;
    Object.assign(finder, await load(`assets/${finder.folder}/details.json`));
    names = listNames(data, finder);
  }

  async function show(next) {
    choice = next;
    for (const [name, select] of Object.entries(selects)) select.value = choice[name];
    const town = townOf(choice, data, finder);
    const asked = choice;
    let table = null;
    try {
      if (Object.values(choice).some(Boolean)) await details();
      table = town && (await load(`assets/${data.folder}/orte/${town}.json`));
    } catch {
      return say("Die Angaben ließen sich nicht laden. Bitte laden Sie die Seite neu.");
    }
    if (choice !== asked) return;
    fillTexts(town);
    part("example").hidden = Object.values(choice).some(Boolean);
    part("result").hidden = !part("example").hidden;
    if (!town && choice.topic) return askForTown();
    const { said, content } = showContacts(data, finder, table, choice, link, localTime(new Date()));
    part("status").textContent = said;
    part("result").replaceChildren(...content);
  }

  function say(message, more = "") {
    part("status").textContent = message;
    part("result").replaceChildren(make("p", { class: "notice", tabindex: "-1" }, message), more);
  }

  function askForTown() {
    const buttons = data.towns.map(({ id, name }) => match({ choice: { ...choice, town: id }, title: name, more: "" }));
    say("Wo wohnt die Familie? Davon hängt ab, wer zuständig ist.", make("ul", { class: "pills" }, buttons));
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

  // What is named replaces what was chosen of its kind; a house keeps the topic and a topic the house.
  async function choose({ choice: named }) {
    typed.value = "";
    showMatches();
    const about = named.topic ? named : choice;
    const kept = named.contact ? named : { house: named.house || choice.house, town: named.town || choice.town, topic: about.topic, offer: about.offer, contact: "" };
    await go(kept);
    part("result").querySelector("h2, .notice")?.focus();
  }

  // What was found by what is typed: { found, near, sure }, as findNames gives it.
  function showMatches() {
    const words = typed.value.trim();
    const result = findNames(words, names, data);
    const { found, near } = result;
    const message = words && (near ? unknownText(words, found.length) : `Treffer: ${found.length}.`);
    part("matches").hidden = !words;
    part("matches").replaceChildren(...Object.keys(KINDS).map((kind) => listMatches(kind, found.filter((one) => one.kind === kind))));
    part("unknown").hidden = !words || !near;
    part("unknown").textContent = near ? message : "";
    part("status").textContent = message;
    return result;
  }

  function unknownText(words, count) {
    return count ? `„${words}“ steht so nicht hier. Meinen Sie eines davon?` : `„${words}“ kennen wir nicht. Wählen Sie bitte aus den Listen.`;
  }

  // Houses by town, everything else by what it is; a single kind needs no name.
  function listMatches(kind, found) {
    if (!found.length) return "";
    const id = `treffer-${kind}`;
    const towns = kind === "house" ? data.towns.filter(({ name }) => found.some(({ more }) => more.endsWith(name))) : [];
    const groups = towns.length > 1 ? towns.map(({ name }) => [`${KINDS[kind]} in ${name}`, found.filter(({ more }) => more.endsWith(name))]) : [[KINDS[kind], found]];
    return make(
      "div",
      {},
      groups.flatMap(([name, some], number) => [
        make("p", { class: "way", id: `${id}-${number}` }, name),
        make("ul", { class: "pills", "aria-labelledby": `${id}-${number}` }, some.map(match)),
      ]),
    );
  }

  function match(found) {
    const button = make("button", { type: "button" }, found.title, found.more && [" ", make("small", {}, found.more)]);
    button.addEventListener("click", () => choose(found));
    return make("li", {}, button);
  }

  typed.addEventListener("focus", () => details().then(() => typed.value && showMatches(), () => {})); // else without contacts
  typed.addEventListener("input", showMatches);
  typed.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const { found, sure } = showMatches();
    if (sure) choose(found[0]);
    else part("matches").querySelector("button")?.focus();
  });
  for (const [name, select] of Object.entries(selects)) select.addEventListener("change", () => go({ contact: "", ...(name === "topic" && { offer: "" }), [name]: select.value }));
  // A contact is told by a code of which the details have the meaning.
  async function read(address) {
    if (/[#&]k=/.test(address)) await details().catch(() => {});
    return readChoice(address, data, finder);
  }

  addEventListener("popstate", async () => {
    if (location.hash && !location.hash.includes("=")) return; // a place in the page, such as the skip link's
    show(await read(location.hash));
  });

  fillHouses();
  goLive(page);
  read(location.search + location.hash).then((first) => {
    if (location.search || NAMED.test(location.hash)) history.replaceState(null, "", location.pathname + writeChoice(first));
    show(first);
  });
}
