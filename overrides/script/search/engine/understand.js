import { LONGEST_WORD } from "../../shared/distance.js";
import { stem } from "../../shared/fold.js";
import { raise } from "./maps.js";

const LAST_UNFINISHED = 0.8; // strength of a word of which only the beginning was typed, at the end of the question
const UNFINISHED = 0.55;
const SAME_MEANING = 0.5;
const BY_EAR_IS_ENOUGH = 0.72; // a misspelt word this near is not split
const CHANCE = 0.3; // how sure parts are that no offer has together
const LONG = 8; // letters from which a part is no chance hit: "Deutschkurs-platz"
const REST = 3; // letters of the part that is not
const HALF = 0.6; // how sure parts are of which one is misspelt
const ONE_SLIP = 0.6; // strength of a word that is one slip away
const LITTLE = 1; // rarity of a word that says little and that no offer has
const UNKNOWN = 3.5; // rarity of a word that nobody knows

// A word of the question as the site understands it: { typed, terms: Map(stem → strength), sure, weight, corrected }.
// One word gives several where it was split.
export function understand(found, isLast, isShort, library) {
  const { word } = found;
  const term = stem(word);
  const known = library.knows(term);
  const terms = new Map();
  if (known) raise(terms, term, 1);
  if (word.length >= 3 && (isLast || isShort || !known)) addBeginnings(terms, word, term, isLast, library);
  addMeanings(terms, term, 1, library);
  if (known) {
    return [{ ...found, terms, sure: 1, rarest: library.rarity(term), isOutside: library.outsideStems.has(term) }];
  }
  // A word that says little is not misspelt for another only because no offer has it: "gestern" is not "Gelt".
  if (library.weak.has(term)) return [{ ...found, terms, sure: 1, rarest: LITTLE }];
  if (library.isOutside(word)) return [{ ...unknown(found, new Map()), isOutside: true }];
  const corrections = library.speller.correct(word);
  const nearest = corrections[0]?.strength ?? 0;
  const parts = word.length >= 7 && nearest <= BY_EAR_IS_ENOUGH ? library.splitter.split(word) : null;
  // Parts that no offer has together are less likely than a slip: "Nahhilfe".
  if (parts && (nearest < ONE_SLIP || library.haveTogether(content(parts, library))))
    return asParts(found, parts, terms, library);
  if (terms.size) return [{ ...found, terms, sure: isLast ? 0.9 : 0.7 }];
  if (corrections.length) return [correct(found, corrections, terms, library)];
  return splitMisspelt(found, library) ?? halfKnown(found, library) ?? [unknown(found, terms)];
}

function addBeginnings(terms, word, term, isLast, library) {
  for (const longer of library.startingWith(word)) {
    const share = Math.min(1, 0.35 + (0.65 * word.length) / longer.length);
    raise(terms, longer, longer === term ? 1 : (isLast ? LAST_UNFINISHED : UNFINISHED) * share);
  }
}

function addMeanings(terms, term, strength, library) {
  for (const other of library.concepts.get(term) ?? [])
    if (library.knows(other)) raise(terms, other, SAME_MEANING * strength);
}

// The stems of parts that say something; none where only one is left, which proves nothing.
function content(parts, library) {
  const found = parts.map(stem).filter((term) => !library.weak.has(term));
  return found.length > 1 ? found : ["-"];
}

const unknown = (found, terms) => ({ ...found, terms, sure: 0, rarest: UNKNOWN });

// `most`: how sure the parts can be.
function asParts(found, parts, whole, library, most = 0.9) {
  const kept = parts.filter((part) => !library.stop.has(part));
  if (!kept.length) return [unknown(found, whole)];
  // Two words that no offer has together are a chance hit: "Kenn-zeichen".
  const longest = Math.max(...kept.map((part) => part.length));
  const sure = library.haveTogether(kept.map(stem)) ? most : Math.min(most, longest >= LONG ? HALF : CHANCE);
  return kept.map((part, number) => {
    const terms = new Map([[stem(part), 1]]);
    addMeanings(terms, stem(part), 1, library);
    if (number === 0) for (const [term, strength] of whole) raise(terms, term, strength);
    return { typed: found.typed, word: part, terms, sure, isPart: true };
  });
}

// A compound with a slip in one of its parts: "Mtitagessen-zuschuss".
function splitMisspelt(found, library) {
  const { word } = found;
  const first = word.length < 9 || word.length > LONGEST_WORD ? 0 : word.length - 4;
  for (let end = first; end >= 3; end--) {
    const sides = [word.slice(0, end), word.slice(end)];
    for (const wrong of [0, 1]) {
      const right = library.splitter.partsOf(sides[1 - wrong]);
      const nearest = right && library.speller.correct(sides[wrong])[0];
      if (!(nearest?.strength >= ONE_SLIP)) continue;
      const parts = wrong ? [...right, nearest.form] : [nearest.form, ...right];
      if (library.haveTogether(parts.map(stem))) return asParts(found, parts, new Map(), library, HALF);
    }
  }
  return null;
}

// A compound of which only one part is known: "Kinderwagen-verleih".
function halfKnown(found, library) {
  const { word } = found;
  for (let length = word.length - REST; length >= LONG - 1; length--) {
    for (const part of [word.slice(-length), word.slice(0, length)]) {
      const known = library.splitter.partsOf(part);
      if (known?.length === 1 && !library.weak.has(stem(part))) return asParts(found, known, new Map(), library, HALF);
    }
  }
  return null;
}

function correct(found, corrections, terms, library) {
  for (const { form, strength } of corrections) {
    raise(terms, stem(form), strength);
    addMeanings(terms, stem(form), strength, library);
  }
  return { ...found, terms, sure: corrections[0].strength, corrected: corrections[0].form };
}
