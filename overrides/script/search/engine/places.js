import { differences, distance, letters } from "../../shared/distance.js";
import { words } from "../../shared/fold.js";
import { listIn } from "./maps.js";
import { sound } from "./sound.js";

const SHORTEST_PART = 5; // letters from which one word of a name stands for it: Westernkotten
const BEFORE_A_PLACE = new Set(["in", "aus", "bei", "nach", "fur", "von", "ort", "stadt", "gemeinde"]);

// Towns, their districts, other names and postcodes: the "where" of a question.
export class Places {
  constructor(towns, ambiguous) {
    this.towns = towns;
    this.names = new Map(); // folded words → [{ town, district }]
    this.ambiguous = new Set(ambiguous.map((name) => words(name).join(" ")));
    this.longest = 1;
    towns.forEach((town, number) => {
      for (const name of [town.name, ...town.aliases]) this.#addName(name, { town: number });
      for (const { name } of town.districts) this.#addName(name, { town: number, district: name });
      for (const { codes } of [town, ...town.districts]) for (const code of codes) this.#add(code, { town: number });
    });
    this.bySound = [...this.names.keys()]
      .filter((name) => /^\p{L}{4,}$/u.test(name))
      .map((name) => [name, sound(name), letters(name)]);
    this.words = new Set([...this.names.keys()].filter((name) => !name.includes(" ") && !this.ambiguous.has(name)));
  }

  #addName(name, place) {
    const parts = words(name.replace(/\(.*\)/, ""));
    this.#add(parts.join(" "), place);
    if (parts.length === 1 && parts[0].length >= SHORTEST_PART) this.#add(`${parts[0]}er`, place);
    for (const part of parts.length > 1 ? parts : []) if (part.length >= SHORTEST_PART) this.#add(part, place);
  }

  #add(key, place) {
    const known = listIn(this.names, key);
    if (!known.some((other) => other.town === place.town)) known.push(place);
    this.longest = Math.max(this.longest, key.split(" ").length);
  }

  // Parts a question: { places, rest, corrected }. The library tells what words mean as topics.
  find(asked, library) {
    const places = [];
    const rest = [];
    for (let i = 0; i < asked.length;) {
      const length = this.#lengthAt(asked, i);
      if (length) places.push(...this.names.get(key(asked, i, length)));
      else rest.push(asked[i]);
      i += length || 1;
    }
    if (places.length) return { places: unique(places), rest };
    return this.#guess(rest, library) ?? { places: [], rest };
  }

  #lengthAt(asked, start) {
    for (let length = Math.min(this.longest, asked.length - start); length >= 1; length--) {
      const name = key(asked, start, length);
      if (!this.names.has(name)) continue;
      if (!this.ambiguous.has(name) || asked.length <= 2 || BEFORE_A_PLACE.has(asked[start - 1]?.word)) return length;
    }
    return 0;
  }

  // A place that is not finished or misspelt: only a word that does not mean anything else.
  #guess(rest, library) {
    for (let i = rest.length - 1; i >= 0; i--) {
      const { word } = rest[i];
      if (word.length < 4 || library.known(word)) continue;
      const begun = i === rest.length - 1 ? this.#begun(word) : null;
      const nearer = begun && word.length / begun.length >= library.begun(word);
      const name = nearer
        ? begun
        : library.begun(word)
          ? null
          : this.#misspelt(word, library.speller, rest.length <= 3 || BEFORE_A_PLACE.has(rest[i - 1]?.word));
      if (!name) continue;
      const others = rest.filter((_, number) => number !== i);
      // "bad westernk": the word in front belongs to the name.
      if (this.names.has(`${others[i - 1]?.word} ${name}`)) others.splice(i - 1, 1);
      return { places: unique(this.names.get(name)), rest: others, corrected: { typed: rest[i].typed, name } };
    }
    return null;
  }

  #begun(word) {
    const found = [...this.names.keys()].filter((name) => name.startsWith(word) && !name.endsWith("er"));
    return found.length < 4 ? found.sort((a, b) => a.length - b.length)[0] : null;
  }

  // `isLikely`: a place is expected here, so that a short name may be misspelt as well ("in Sest").
  #misspelt(word, speller, isLikely) {
    if (word.length < 5 && !isLikely) return null;
    const code = sound(word);
    let best = null;
    for (const [name, sounds, own] of this.bySound) {
      if (Math.abs(name.length - word.length) > 2 || differences(own, letters(word)) > 4) continue;
      const steps = distance(word, name, 2);
      const near =
        steps === 1
          ? sounds === code || (name[0] === word[0] ? isLikely || name.length > 4 : isLikely && name.length > 4)
          : steps === 2 && name.length >= 7 && (sounds === code || name.length >= 9);
      if (near && (!best || steps < best.steps)) best = { name, steps };
    }
    const other = speller.correct(word)[0];
    const isNearer = !other || best?.steps < other.slips || (best?.steps === other.slips && sound(best.name) === code);
    return best && isNearer ? best.name : null;
  }

  // The name of a place as its town writes it.
  written({ town, district }) {
    return district ?? this.towns[town].name;
  }
}

const key = (asked, start, length) =>
  asked
    .slice(start, start + length)
    .map((found) => found.word)
    .join(" ");

function unique(places) {
  const seen = new Map();
  for (const place of places) {
    const known = seen.get(place.town);
    if (!known || (!known.district && place.district)) seen.set(place.town, place);
  }
  return [...seen.values()];
}
