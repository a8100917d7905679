// Towns and districts by name and postcode, and which of them somebody means who types nothing but a place. What place a
// question mentions among other words is found by search/engine/places.js.
import { distance, slips } from "./distance.js";
import { fold } from "./fold.js";

const MOST = 6; // places that fit
const FEW = 3; // places that only resemble

// A name as its letters alone, so that spaces and hyphens make no difference.
export function keyOf(name) {
  return fold(name).replace(/[^a-z]/g, "");
}

// Every town and every district as { town (its number), district, codes, keys, long }.
export function listPlaces(towns) {
  return towns.flatMap(({ name, codes, districts, aliases }, town) => [
    { town, district: "", codes, keys: [name, ...aliases].map(keyOf), long: [] },
    ...districts.map((district) => {
      const key = keyOf(district.name);
      return { town, district: district.name, codes: district.codes, keys: [key], long: [keyOf(name) + key, key + keyOf(name)] };
    }),
  ]);
}

// { places, exact: one of them is what was typed, near: they only resemble it }
export function findPlaces(typed, places) {
  const name = keyOf(typed);
  const code = (typed.match(/\d+/) ?? [""])[0];
  const named = name ? best(places, (place) => nameRank(name, place)) : [];
  const coded = code ? best(places, ({ codes }) => codeRank(code, codes)) : [];
  const both = named.filter(({ place }) => coded.some((other) => other.place.town === place.town));
  const found = [both, named, coded].find((list) => list.length) ?? [];
  if (found.length) {
    const exact = found.filter(({ rank }) => rank === 0);
    return { places: found.slice(0, MOST).map(({ place }) => place), exact: exact.length === 1, near: false };
  }
  return { places: nearest(name, code, places), exact: false, near: true };
}

function best(places, rankOf) {
  const ranked = places.map((place) => ({ place, rank: rankOf(place) }));
  return ranked.filter(({ rank }) => rank < Infinity).sort((a, b) => a.rank - b.rank);
}

function nameRank(name, { keys, long }) {
  if (keys.includes(name) || long.includes(name)) return 0;
  if (keys.some((key) => key.startsWith(name))) return 1;
  // "Essen-Wa" on the way to "Essen-Wald"; "Essen" alone is the town.
  if (long.some((key) => key.startsWith(name) && name.length > key.length - keys[0].length)) return 2;
  return name.length > 2 && keys.some((key) => key.includes(name)) ? 3 : Infinity;
}

function codeRank(code, codes) {
  if (codes.includes(code)) return 0;
  return codes.some((own) => own.startsWith(code)) ? 1 : Infinity;
}

function nearest(name, code, places) {
  const typed = name || code;
  const most = slips(typed.length);
  const ranked = best(places, ({ keys, codes }) => {
    const steps = Math.min(...(name ? keys : codes).map((key) => distance(typed, key, most)));
    return steps <= most ? steps : Infinity;
  });
  return ranked.slice(0, FEW).map(({ place }) => place);
}
