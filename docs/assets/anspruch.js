// 'Was steht mir zu?': a form that answers at once. Without this script the page is a list of the same rules.
// Nothing is stored or sent; the answers stand in the address behind #, so that it can be kept, shared and gone back to.
import { findOffers, optionsOf, readAnswers, writeAnswers } from "./anspruch-regeln.js";
import { answer } from "./zustaendig-antwort.js";

const page = document.querySelector("[data-rules]");
const part = (name) => page.querySelector(`[data-part=${name}]`);
const form = part("form");
const still = part("still");
const questions = [...form.querySelectorAll("fieldset")].map((set) => [...set.querySelectorAll("input[value]:not([value=''])")]);
const town = form.elements.g;
const shape = {
  keys: questions.map(([first]) => first.name).join(""),
  counts: questions.map((options) => options.length),
  towns: [...town.options].map(({ value }) => value).filter(Boolean),
};
const files = new Map();

function load(path) {
  if (!files.has(path)) files.set(path, fetch(page.dataset.root + path).then((got) => (got.ok ? got.json() : Promise.reject(path))));
  return files.get(path);
}

function readForm() {
  const bits = questions.map((options) => options.reduce((sum, { checked }, i) => sum | (checked << i), 0));
  return { bits, town: town.value };
}

function fillForm({ bits, town: chosen }) {
  form.reset();
  questions.forEach((options, question) => optionsOf(bits[question]).forEach((option) => (options[option - 1].checked = true)));
  town.value = chosen;
}

// A copy of one of the page's templates, its places filled with texts.
function fill(name, texts) {
  const copy = part(name).content.firstElementChild.cloneNode(true);
  for (const [place, text] of Object.entries(texts)) copy.querySelector(`[data-${place}]`).textContent = text;
  return copy;
}

async function show() {
  const answers = readForm();
  const asked = answers.bits.some(Boolean);
  const data = await load(page.dataset.rules);
  const table = answers.town ? await load(town.selectedOptions[0].dataset.answers).catch(() => null) : null;
  if (writeAnswers(answers, shape) !== writeAnswers(readForm(), shape)) return; // something else was ticked meanwhile
  const found = asked ? findOffers(data, answers).sort(mostToThePoint) : [];
  const remarks = new Map();
  const topics = data.topics.flatMap((title, number) => {
    const items = found.filter(({ offer }) => data.offers[offer][2] === number);
    return items.length ? [showTopic(title, items.map((item) => showOffer(data, table, answers, item, remarks)))] : [];
  });
  part("list").replaceChildren(...topics);
  part("topics").replaceChildren(...topics.map(jumpTo));
  part("remarks").replaceChildren(...[...remarks.keys()].map((remark) => Object.assign(document.createElement("li"), { textContent: remark })));
  part("notes").hidden = !remarks.size;
  part("ask-town").hidden = Boolean(answers.town);
  part("result").hidden = !asked;
  part("see").hidden = !asked;
  part("said").textContent = asked ? sayCount(found.length) : "";
}

function showTopic(title, items) {
  const topic = fill("topic", { title });
  topic.querySelector("ul").append(...items);
  return topic;
}

// A link would change the address, in which the answers stand.
function jumpTo(topic) {
  const heading = topic.querySelector("h3");
  const jump = fill("jump", { title: `${heading.textContent} (${topic.querySelectorAll("li").length})` });
  jump.querySelector("button").addEventListener("click", () => {
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  });
  return jump;
}

// What asks for most says most about this family.
function mostToThePoint({ rules: [one] }, { rules: [other] }) {
  return (other[1]?.length ?? 0) - (one[1]?.length ?? 0);
}

function sayCount(count) {
  return count === 1 ? "Eine Hilfe kann passen" : `${count} Hilfen können passen`;
}

function showOffer(data, table, answers, { offer, rules }, remarks) {
  const [id, title, , , amounts] = data.offers[offer];
  const item = fill("offer", { title, reason: rules[0][0] });
  item.dataset.record = `offer:${id}`;
  item.querySelector("a").href = `${page.dataset.root}angebote/${id}/`;
  const named = [...new Set(rules.flatMap(([, , some = []]) => some))].sort((one, other) => one - other);
  const sums = named.map((number) => fill("amount", { label: amounts[number][0], sum: amounts[number][1] }));
  item.append(...sums, ...(table ? offices(data, table, answers, id).map((office) => showOffice(office, remarks)) : []));
  return item;
}

// The offices for an offer, each with the statuses that lead there where others lead elsewhere.
function offices(data, table, { bits }, offer) {
  const held = data.statuses.filter((_, place) => (bits[2] || data.unsaid[2]) & (1 << place));
  const found = new Map();
  for (const [id, short] of held) {
    const { contact, remarks } = answer(data, table, id, offer);
    const entry = found.get(contact) ?? { contact: table.contacts[contact], statuses: [], remarks };
    entry.statuses.push(short);
    found.set(contact, entry);
  }
  return [...found.values()].map((entry) => ({ ...entry, statuses: found.size > 1 ? entry.statuses : [] }));
}

function showOffice({ contact, statuses, remarks }, seen) {
  for (const remark of remarks) if (!seen.has(remark)) seen.set(remark, seen.size + 1);
  const marks = remarks.map((remark) => seen.get(remark)).join(", ");
  const shown = fill("office", {
    contact: contact.title,
    status: statuses.length ? ` mit ${statuses.join(", ")}` : "",
    mark: marks && ` (Hinweis ${marks})`,
  });
  shown.querySelector("a").href = `${page.dataset.root}kontakte/${contact.id}/`;
  return shown;
}

// Without the rules the page is the list again.
function failed() {
  form.hidden = true;
  part("result").hidden = true;
  page.append(still);
}

function readAddress() {
  if (location.hash && !location.hash.includes("=")) return; // a place in the page, such as the skip link's
  fillForm(readAnswers(location.hash, shape));
  show().catch(failed);
}

function answered() {
  const address = writeAnswers(readForm(), shape);
  if (address !== location.hash) history.pushState(null, "", address || location.pathname);
  show().catch(failed);
}

form.addEventListener("change", answered);
part("again").addEventListener("click", () => {
  form.reset();
  answered();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  part("result").querySelector("h2").focus();
});
addEventListener("popstate", readAddress);

form.hidden = false;
still.remove();
readAddress();
