// Filters as links: each value with the number of results that have it. What is chosen stands in the address.
// The page holds a list of links for each filter (`parts`); data-not names the offers that a value leaves out.
import { make } from "../shared/element.js";
import { searchAddress } from "./words.js";

// Whether a card has a value, by the name of the filter in the address.
const FITS = {
  art: (card, { value }) => card.kind === value,
  thema: (card, { value }) => card.topic === value,
  ort: (card, { value }) => card.town === value,
  alter: isLeftIn,
  bezug: (card, value) => isLeftIn(card, value) || isFor(card, value),
  sprache: (card, { value }) => !!card.languages?.includes(value),
};

export function filterCards(cards, given, parts) {
  return narrow(cards, chosen(given, parts));
}

// What is chosen, in words, with the way back; nothing where nothing is.
export function showChosen(given, parts) {
  const labels = [...chosen(given, parts).values()].map(({ label }) => label).join(", ");
  return labels && make("p", {}, "Nur: ", make("strong", {}, labels), ". ", make("a", { href: searchAddress({ q: given.get("q") }) }, "Alle Ergebnisse"));
}

// The list of filters, or nothing where they would make no difference.
export function showFilters(cards, given, parts) {
  const shown = parts.querySelector("[data-filters]").cloneNode(true);
  const set = chosen(given, parts);
  const towns = new Set(cards.flatMap(({ town }) => town ?? []));
  shown.querySelector("[data-filter=ort] ul").append(...[...towns].map((town) => make("li", {}, make("a", { "data-value": town }, town))));
  for (const group of shown.querySelectorAll("[data-filter]")) {
    const name = group.dataset.filter;
    const others = new Map([...set].filter(([other]) => other !== name));
    const among = narrow(cards, others);
    const links = [...group.querySelectorAll("[data-value]")].filter((link) => describe(link, name, given.get("q"), set, others, among));
    const counts = new Set(links.map((link) => link.dataset.count));
    const isSame = links.length < 2 || (counts.size === 1 && counts.has(String(among.length))); // each value would show all
    if (isSame && !set.has(name)) group.remove();
  }
  shown.open = set.size > 0;
  return shown.querySelector("[data-filter]") ? shown : "";
}

// What is chosen and exists: name → { value, label, not }
function chosen(given, parts) {
  const groups = [...parts.querySelectorAll("[data-filter]")].map(({ dataset }) => dataset.filter);
  const found = groups.map((name) => [name, read(parts, name, given.get(name))]);
  return new Map(found.filter(([, value]) => value));
}

function read(parts, name, value) {
  if (name === "ort") return value && { value, label: value }; // towns come with the results
  const link = [...parts.querySelectorAll(`[data-filter=${name}] [data-value]`)].find(({ dataset }) => dataset.value === value);
  return link && valueOf(link);
}

function valueOf({ dataset, textContent }) {
  return { value: dataset.value, not: dataset.not ?? "", label: textContent };
}

function narrow(cards, set) {
  return cards.filter((card) => [...set].every(([name, value]) => FITS[name](card, value)));
}

// Gives a link its number and its address; false where nothing has the value.
function describe(link, name, q, set, others, among) {
  const value = valueOf(link);
  const count = narrow(among, new Map([[name, value]])).length;
  const isChosen = set.get(name)?.value === value.value;
  if (!count && !isChosen) {
    link.parentNode.remove();
    return false;
  }
  const next = new Map([...others, ...(isChosen ? [] : [[name, value]])]);
  link.href = searchAddress([["q", q], ...[...next].map(([other, { value: id }]) => [other, id])]);
  link.append(` (${count})`);
  link.dataset.count = count;
  if (isChosen) link.setAttribute("aria-current", "true");
  return true;
}

function isLeftIn({ kind, record }, { not }) {
  return kind === "offer" && !not.split(" ").includes(record.replace("offer:", ""));
}

function isFor({ kind, statuses }, { label }) {
  return kind === "contact" && (!statuses?.length || statuses.includes(label));
}
