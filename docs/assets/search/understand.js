import { stem } from "./fold.js";

const LAST_UNFINISHED = 0.8; // strength of a word of which only the beginning was typed, at the end of the question
const UNFINISHED = 0.55;
const SAME_MEANING = 0.5;
const LOOSE_PART = 0.3; // a part of a compound that is known as a whole
const BY_EAR_IS_ENOUGH = 0.72; // a misspelt word this near is not split
const CHANCE = 0.3; // how sure parts are that no offer has together
const HALF_GUESSED = 0.6;
const UNKNOWN = 3.5; // rarity of a word that nobody knows

// A word of the question as the site understands it: { typed, terms: Map(stem → strength), sure, weight, corrected }.
// One word gives several where it was split.
export function understand(found, isLast, isShort, library) {
  const { word } = found;
  const term = stem(word);
  const known = library.knows(term);
  const terms = new Map();
  if (known) add(terms, term, 1);
  if (word.length >= 3 && (isLast || isShort || !known)) addBeginnings(terms, word, term, isLast, library);
  addMeanings(terms, term, 1, library);
  if (known) {
    for (const part of (word.length >= 8 && library.splitter.split(word)) || []) add(terms, stem(part), LOOSE_PART);
    return [{ ...found, terms, sure: 1, rarest: library.rarity(term) }];
  }
  const corrections = library.speller.correct(word);
  if (word.length >= 7 && !(corrections[0]?.strength > BY_EAR_IS_ENOUGH)) {
    const parts = library.splitter.split(word) ?? (isLast ? splitUnfinished(word, library) : null);
    if (parts) return asParts(found, parts, terms, library);
  }
  if (terms.size) return [{ ...found, terms, sure: isLast ? 0.9 : 0.7 }];
  if (corrections.length) return [correct(found, corrections, terms, library)];
  return splitMisspelt(found, library) ?? splitTail(found, library) ?? [{ ...found, terms, sure: 0, rarest: UNKNOWN }];
}

function add(terms, term, strength) {
  if (strength > (terms.get(term) ?? 0)) terms.set(term, strength);
}

function addBeginnings(terms, word, term, isLast, library) {
  for (const longer of library.startingWith(word)) {
    const share = Math.min(1, 0.35 + (0.65 * word.length) / longer.length);
    add(terms, longer, longer === term ? 1 : (isLast ? LAST_UNFINISHED : UNFINISHED) * share);
  }
}

function addMeanings(terms, term, strength, library) {
  for (const other of library.concepts.get(term) ?? []) if (library.knows(other)) add(terms, other, SAME_MEANING * strength);
}

function asParts(found, parts, whole, library) {
  const kept = parts.filter((part) => !library.stop.has(part));
  if (!kept.length) return [{ ...found, terms: whole, sure: 0, rarest: UNKNOWN }];
  // Two words that no offer has together are a chance hit: "Kenn-zeichen".
  const sure = library.haveTogether(kept.map(stem)) ? 0.9 : CHANCE;
  return kept.map((part, number) => {
    const terms = new Map([[stem(part), 1]]);
    addMeanings(terms, stem(part), 1, library);
    if (number === 0) for (const [term, strength] of whole) add(terms, term, strength);
    return { typed: found.typed, word: part, terms, sure, isPart: true };
  });
}

// "Klassenfahrtge": a compound whose last part is not finished.
function splitUnfinished(word, library) {
  for (let end = word.length - 1; end >= Math.max(5, word.length - 7); end--) {
    const rest = word.slice(end);
    const parts = library.splitter.partsOf(word.slice(0, end));
    if (!parts) continue;
    if (rest.length < 3) return parts;
    if (library.startingWith(rest).length) return [...parts, rest];
  }
  return null;
}

function correct(found, corrections, terms, library) {
  for (const { form, strength } of corrections) {
    add(terms, stem(form), strength);
    addMeanings(terms, stem(form), strength, library);
  }
  return { ...found, terms, sure: corrections[0].strength, corrected: corrections[0].form };
}

// A compound with a slip in one of its two parts.
function splitMisspelt(found, library) {
  const { word } = found;
  for (let end = word.length - 4; word.length >= 9 && end >= 4; end--) {
    const [front, rest] = [word.slice(0, end), word.slice(end)];
    const wrongFront = library.splitter.partsOf(rest) && nearest(front, library);
    if (wrongFront) return [wrongFront, ...asParts(found, library.splitter.partsOf(rest), new Map(), library)].map((part) => ({ ...part, typed: found.typed, sure: HALF_GUESSED }));
    const wrongRest = library.splitter.partsOf(front) && nearest(rest, library);
    if (wrongRest) return [...asParts(found, library.splitter.partsOf(front), new Map(), library), wrongRest].map((part) => ({ ...part, typed: found.typed, sure: HALF_GUESSED }));
  }
  return null;
}

// A compound of which only the end is known: the longest one. "Schwimmverein" still is about a Verein.
function splitTail(found, library) {
  const { word } = found;
  for (let start = 3; start <= word.length - 5; start++) {
    const parts = library.splitter.partsOf(word.slice(start));
    if (!parts) continue;
    const terms = new Map();
    addBeginnings(terms, word.slice(0, start), "", false, library);
    const front = { typed: found.typed, word: word.slice(0, start), terms, sure: 0, rarest: UNKNOWN, isPart: true };
    return [front, ...asParts(found, parts, new Map(), library).map((part) => ({ ...part, sure: CHANCE }))];
  }
  return null;
}

function nearest(word, library) {
  const corrections = [...library.speller.correct(word), ...(word.endsWith("s") ? library.speller.correct(word.slice(0, -1)) : [])];
  if (!corrections.length) return null;
  const terms = new Map(corrections.slice(0, 2).map(({ form, strength }) => [stem(form), strength]));
  return { word, terms, sure: 0.6, corrected: corrections[0].form, isPart: true };
}
