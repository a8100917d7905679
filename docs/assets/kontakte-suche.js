// The finder for educators as far as it knows no page: its address, what somebody means, and whom a house asks.
import { findPlaces, fold, listPlaces } from "./zustaendig-ort.js";

const LONGEST = 60;
const MOST = 8; // matches
const INSIDE = 3; // letters that may not stand at the beginning of a word only
const ROLES = ["Fester Kontakt", "Vertretung", "Wenn es nicht weitergeht", "Jobcenter"];

// { house, town, topic } as ids, "" where not chosen or not known; behind # in the address, in those of old behind ?.
export function readChoice(address, data, finder) {
  const given = new URLSearchParams(address.replace("#", "&"));
  const known = (name, ids) => ids.find((id) => id === (given.get(name) ?? "").slice(0, LONGEST)) ?? "";
  return {
    house: known("haus", finder.houses.map(([id]) => id)),
    town: known("ort", data.towns.map(([id]) => id)),
    topic: known("thema", data.topics),
  };
}

export function writeChoice({ house, town, topic }) {
  const parts = [house && `haus=${house}`, town && `ort=${town}`, topic && `thema=${topic}`].filter(Boolean);
  return parts.length ? `#${parts.join("&")}` : "";
}

// Where the family lives: as chosen, else where the house stands.
export function townOf({ house, town }, data, finder) {
  return town || (data.towns[finder.houses.find(([id]) => id === house)?.[2]]?.[0] ?? "");
}

// What can be typed: houses, places, and offers, which lead to their topic.
export function listNames(data, finder) {
  const words = (...texts) => texts.join(" ").split(/[\s,/-]+/).map(fold).filter(Boolean);
  return {
    places: listPlaces(data.towns),
    houses: finder.houses.map(([id, name, town, , district = ""]) => ({
      choice: { house: id },
      title: name,
      more: [district, data.towns[town][1]].filter(Boolean).join(", "),
      words: words(name, district, data.towns[town][1]),
    })),
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
  const asked = typed.split(/[\s,/-]+/).map(fold).filter(Boolean);
  const resembles = (word, part) => word.startsWith(part) || (part.length > INSIDE && word.includes(part));
  const fits = ({ words }) => asked.length > 0 && asked.every((part) => words.some((word) => resembles(word, part)));
  const { places, exact, near } = findPlaces(typed, names.places);
  const towns = places.map(({ town, district }) => {
    const [id, name] = data.towns[town];
    return { choice: { town: id }, title: district || name, more: district ? `Ortsteil von ${name}` : "Wohnort" };
  });
  const houses = names.houses.filter(fits);
  const known = near ? [] : towns;
  const named = [...(exact ? [...known, ...houses] : [...houses, ...known]), ...names.topics.filter(fits)];
  return named.length ? { found: named.slice(0, MOST), near: false } : { found: towns, near: true };
}

// Whom a house asks, in order: [{ role, contact: id or "" where nobody is known, said }]
export function chainOf(finder, house) {
  const [, , , number] = finder.houses.find(([id]) => id === house);
  const [contact, deputy, escalation, office, ...said] = finder.chains[number];
  if (!contact) return [{ role: ROLES[0], contact: "", said: [] }, { role: ROLES[3], contact: office, said }].slice(0, office ? 2 : 1);
  const chain = [{ role: ROLES[0], contact, said }, { role: ROLES[1], contact: deputy, said: [] }];
  return escalation ? [...chain, { role: ROLES[2], contact: escalation, said: [] }] : chain;
}
