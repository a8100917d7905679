// What can be typed into the finder, and what fits it: houses, offices, places and needs, alone or with a place.
import { distance, slips } from "../shared/distance.js";
import { findPlaces, keyOf, listPlaces } from "../shared/places.js";
import { nameOf } from "../shared/responsibility.js";
import { NOTHING, topicOf } from "./choice.js";

const MOST = { place: 5, house: 8, contact: 5, topic: 3 }; // of a kind
const INSIDE = 3; // letters that may not stand at the beginning of a word only
const SLIP = 4; // what a word costs that is written in another way, above all that are written alike
const BESIDE = 1; // what a word costs that is no part of the title
const LONG = 0.01; // what each further word of a title costs, so that the shorter of two comes first
const ELSEWHERE = 1; // what a place costs that does not stand in the name
const CLEAR = 0.9; // by how much the best must be better than the next, to be what somebody meant
const ANY_HOUSE = ["kita", "kindergarten", "familienzentrum", "haus"]; // what every house may be called
const ANY = 0.5; // what such a word costs, so that a house that is called so comes first
const BETWEEN = /[\s,/()„“"-]+/; // words

export const KINDS = { place: "Orte", house: "Häuser", contact: "Stellen", topic: "Anliegen" };

const wordsOf = (...texts) => [...new Set(texts.join(" ").split(BETWEEN).map(keyOf).filter(Boolean))];

// `finder` may still lack its details. { places, items }; an item is { kind, choice, title, more, words, others: by what else
// it is called, towns: numbers of those that it is for, null: all }.
// A house belongs to no more than its own town, which is among its words.
export function listNames(data, finder) {
  const places = listPlaces(data.towns);
  const townWords = data.towns.flatMap(({ name }) => wordsOf(name));
  const house = (id, name, town, district, verbund, fixed = "") => ({
    kind: "house",
    choice: { ...NOTHING, house: id },
    title: name,
    more: [district, verbund, data.towns[town].name].filter(Boolean).join(", "),
    words: wordsOf(name, district, data.towns[town].name),
    others: [],
    towns: [],
    fixed, // its contact, which is shown with it
  });
  // The houses of a Verbund ask its contacts.
  const members = (finder.members ?? []).map(([id, name, town, district = ""]) => house(id, name, town, district, `im Verbund: ${nameOf(finder.houses, id)}`));
  const houses = [...finder.houses.map(([id, name, town, chain, district = ""]) => house(id, name, town, district, "", finder.chains?.[chain]?.[0])), ...members];
  const contacts = Object.values(finder.contacts ?? {}).map(({ id, title, words = "", towns = null }) => ({
    kind: "contact",
    choice: { ...NOTHING, contact: id },
    title,
    more: "",
    words: wordsOf(title),
    others: wordsOf(words).filter((word) => !townWords.includes(word)),
    towns,
  }));
  const topics = finder.topics.map((label, topic) => ({
    kind: "topic",
    choice: { ...NOTHING, topic: data.topics[topic] },
    title: label,
    more: "Thema",
    words: wordsOf(label),
    others: [],
    towns: null,
  }));
  const offers = data.offers.map(([id, title, topic], number) => ({
    kind: "topic",
    choice: { ...NOTHING, topic: topicOf(id, data), offer: id },
    title,
    more: finder.topics[topic],
    words: wordsOf(title),
    others: wordsOf(finder.words?.[number] ?? ""),
    towns: null,
  }));
  const placeWords = places.map(({ town, district }) => ({ town, words: wordsOf(...(district ? [district] : [data.towns[town].name, ...data.towns[town].aliases])) }));
  return { places, placeWords, items: [...houses, ...contacts, ...offers, ...topics] };
}

// { found: [{ kind, choice, title, more }] the best first, at most a few of a kind; near: they only resemble it; sure: the
// first is what somebody meant }
export function findNames(typed, names, data) {
  const asked = wordsOf(typed);
  const { places, exact, near } = findPlaces(typed, names.places);
  const towns = places.map(({ town, district }) => {
    const { id, name } = data.towns[town];
    return { kind: "place", choice: { ...NOTHING, town: id }, title: district || name, more: district ? `Ortsteil von ${name}` : "Wohnort", rank: exact ? 0 : 1 };
  });
  const known = near ? [] : towns;
  const strict = [...known, ...ranked(asked, names, data, false)];
  const isSlip = !strict.length && asked.length > 0;
  const found = isSlip ? [...ranked(asked, names, data, true), ...towns.map((town) => ({ ...town, rank: SLIP }))] : strict;
  const sorted = fewOfAKind(found.sort((one, other) => one.rank - other.rank));
  const [first, ...others] = sorted;
  const second = others.find(({ choice }) => !choice.contact || choice.contact !== first.fixed);
  return { found: sorted, near: isSlip || (near && !strict.length), sure: Boolean(first) && (!second || first.rank + CLEAR < second.rank) };
}

function fewOfAKind(found) {
  const counts = {};
  return found.filter(({ kind }) => (counts[kind] = (counts[kind] ?? 0) + 1) <= MOST[kind]);
}

function ranked(asked, names, data, withSlips) {
  if (!asked.length) return [];
  return names.items.map((item) => fit(asked, item, names, data, withSlips)).filter(Boolean);
}

// The item with its rank, and with the town that was named beside it; nothing where a word fits neither.
function fit(asked, item, { placeWords }, data, withSlips) {
  const ranks = asked.map((word) => costOf(word, item, withSlips));
  const rank = ranks.reduce((sum, one) => sum + (one < Infinity ? one : 0), LONG * item.words.length);
  const others = asked.filter((word, place) => ranks[place] === Infinity);
  if (!others.length) return { ...item, rank };
  if (others.length === asked.length) return null;
  let place = null;
  for (const { town, words } of placeWords) {
    if (item.towns && !item.towns.includes(town)) continue;
    const cost = others.reduce((sum, word) => sum + best(word, words, withSlips), 0);
    if (cost < Infinity && !(place && place.cost <= cost)) place = { town, cost };
  }
  if (!place) return null;
  const { id, name } = data.towns[place.town];
  const found = { ...item, rank: rank + place.cost + ELSEWHERE };
  return item.kind === "topic" ? { ...found, choice: { ...item.choice, town: id }, more: `in ${name}` } : found;
}

function costOf(typed, { kind, words, others }, withSlips) {
  const any = kind === "house" && ANY_HOUSE.includes(typed) ? ANY : Infinity;
  return Math.min(any, best(typed, words, withSlips), BESIDE + best(typed, others, withSlips));
}

// How well a typed word fits the best of some words: 0 is that very word, Infinity does not fit.
function best(typed, words, withSlips) {
  return Math.min(...words.map((word) => rankOf(typed, word, withSlips)), Infinity);
}

function rankOf(typed, word, withSlips) {
  if (word === typed) return 0;
  if (word.startsWith(typed)) return 1;
  if (typed.length > INSIDE && word.includes(typed)) return 2;
  if (!withSlips) return Infinity;
  const most = slips(typed.length);
  const steps = distance(typed, word, most);
  return steps <= most ? SLIP + steps : Infinity;
}
