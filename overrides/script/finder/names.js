// What can be typed into the finder, and what fits it.
import { findPlaces, keyOf, listPlaces } from "../shared/places.js";
import { nameOf } from "../shared/responsibility.js";

const MOST = 8; // matches
const INSIDE = 3; // letters that may not stand at the beginning of a word only
const BETWEEN = /[\s,/-]+/; // words

// What can be typed: houses, places, and offers, which lead to their topic.
export function listNames(data, finder) {
  const words = (...texts) => texts.join(" ").split(BETWEEN).map(keyOf).filter(Boolean);
  return {
    places: listPlaces(data.towns),
    houses: [
      ...finder.houses.map(([id, name, town, , district = ""]) => ({
        choice: { house: id },
        title: name,
        more: [district, data.towns[town].name].filter(Boolean).join(", "),
        words: words(name, district, data.towns[town].name),
      })),
      // Houses of a Verbund, which ask its contacts.
      ...(finder.members ?? []).map(([id, name, town, district = ""]) => ({
        choice: { house: id },
        title: name,
        more: [district, data.towns[town].name, `im Verbund: ${nameOf(finder.houses, id)}`].filter(Boolean).join(", "),
        words: words(name, district, data.towns[town].name),
      })),
    ],
    topics: [
      ...finder.topics.map((label, topic) => ({ choice: { topic: data.topics[topic] }, title: label, more: "Thema", words: words(label) })),
      ...data.offers.map(([, title, topic]) => ({
        choice: { topic: data.topics[topic] },
        title,
        more: finder.topics[topic],
        words: words(title),
      })),
    ],
  };
}

// What fits best: a place of that very name, houses, other places, topics. { found: [{ choice, title, more }], near: they only resemble it }
export function findNames(typed, names, data) {
  const asked = typed.split(BETWEEN).map(keyOf).filter(Boolean);
  const resembles = (word, part) => word.startsWith(part) || (part.length > INSIDE && word.includes(part));
  const fits = ({ words }) => asked.length > 0 && asked.every((part) => words.some((word) => resembles(word, part)));
  const { places, exact, near } = findPlaces(typed, names.places);
  const towns = places.map(({ town, district }) => {
    const { id, name } = data.towns[town];
    return { choice: { town: id }, title: district || name, more: district ? `Ortsteil von ${name}` : "Wohnort" };
  });
  const houses = names.houses.filter(fits);
  const known = near ? [] : towns;
  const named = [...(exact ? [...known, ...houses] : [...houses, ...known]), ...names.topics.filter(fits)];
  return named.length ? { found: named.slice(0, MOST), near: false } : { found: towns, near: true };
}
