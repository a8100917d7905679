import { PHRASES } from "./documents.js";
import { stem } from "../../shared/fold.js";
import { addTo, raise, sum } from "./maps.js";

const SATURATION = 1.2;
const LENGTH = 0.2; // how much a long document pays for its length
const FURTHER = 0.15; // what further forms of one word add to the best
export const WEAK = 0.4;
const CONTEXT = 0.8;
const PHRASE = 1.2;
const CLOSE = 1.5; // power that sets phrases that fit closely apart from those that share a word
const AGAIN = 0.3; // what the next best phrase adds to the best: two questions that fit are no chance hit
const NAMED = 0.7; // what an offer gains whose official name was said
const ALIKE = 0.5;
const RELEVANT = 0.2; // share of the best score below which nothing is shown
const FITS = 0.5; // how well a keyword must fit to be shown as the reason

// How much each understood word matters for this question: a weak one little, unless there is nothing else.
export function weigh(groups, library) {
  const content = groups.filter((group) => !isWeak(group, library));
  const strong = content.filter((group) => !library.context.has(stem(group.word)));
  for (const group of groups) {
    group.rarity = Math.max(1, rarest(group, library));
    if (isWeak(group, library) && !group.corrected) group.sure = 1;
    if (content.length && !content.includes(group)) group.weight = WEAK;
    else group.weight = strong.length && !strong.includes(group) ? CONTEXT : 1;
  }
  return groups;
}

// How much of the question a word is.
export const importance = (group) => group.weight * group.rarity;

export function isWeak(group, library) {
  return library.weak.has(stem(group.corrected ?? group.word)) || /^\p{N}+$/u.test(group.word);
}

function rarest(group, library) {
  const found = [...group.terms].map(([term, strength]) => library.rarity(term) * strength);
  // A longer word that begins like the one typed must not count as rarer than it: "Kita" is common, "Kitaessen" is not.
  return Math.min(group.rarest ?? Infinity, found.length ? Math.max(...found) : 3.5);
}

// The documents of a shelf, best first: [{ document, score, covered, phrase }].
export function rank(groups, shelf, library) {
  const found = new Map();
  const entryOf = (document) => {
    if (!found.has(document)) found.set(document, { document, points: 0, covered: 0 });
    return found.get(document);
  };
  const total = sum(groups, importance) || 1;
  for (const group of groups) {
    for (const [document, { score, strength }] of bestByDocument(group, shelf.vocabulary)) {
      const entry = entryOf(document);
      entry.points += score * group.weight * (group.sure || 0.5);
      entry.covered += (strength * importance(group)) / total;
    }
  }
  const phrases = bestPhrases(groups, shelf, total, library);
  const alike = groups.every((group) => group.sure === 1)
    ? new Map()
    : shelf.grams.alike(groups.filter((group) => group.weight > WEAK).map((group) => [group.word, group.weight]));
  for (const [document, share] of alike) {
    if (share > 0.25 && !found.has(document)) entryOf(document).covered = 0.3 * share;
  }
  let most = 1e-9;
  for (const entry of found.values()) {
    entry.points *= 0.4 + 0.6 * Math.min(1, entry.covered);
    most = Math.max(most, entry.points);
  }
  for (const entry of found.values()) {
    const { value = 0, next = 0, phrase } = phrases.get(entry.document) ?? {};
    entry.phrase = value;
    entry.reason = phrase?.field === "keyword" && value > FITS ? phrase.text : undefined;
    entry.score = entry.points / most + PHRASE * (value ** CLOSE + AGAIN * next) + ALIKE * (alike.get(entry.document) ?? 0);
    if (isNamed(entry.document, groups, shelf)) entry.score += NAMED;
  }
  const ranked = [...found.values()].sort((a, b) => b.score - a.score || a.document - b.document);
  return ranked.filter((entry) => entry.score >= RELEVANT * ranked[0].score);
}

// Whether one word of the question is the whole official name: "Wohngeld".
function isNamed(document, groups, shelf) {
  return groups.some((group) => group.sure === 1 && shelf.names.get(group.term) === document);
}

// BM25F: for one word the best of its forms in each document, and a little for the others.
function bestByDocument(group, vocabulary) {
  const best = new Map();
  for (const [term, strength] of group.terms) {
    const rarity = Math.min(vocabulary.rarity(term), group.rarest ?? Infinity);
    for (const [document, weight] of vocabulary.postings.get(term) ?? []) {
      const length = 1 - LENGTH + LENGTH * vocabulary.lengthOf(document);
      const score = (strength * rarity * weight * (SATURATION + 1)) / (weight + 1.6 * length);
      const known = best.get(document) ?? { score: 0, strength: 0, further: 0 };
      best.set(document, {
        score: Math.max(score, known.score),
        strength: Math.max(strength, known.strength),
        further: known.further + Math.min(score, known.score),
      });
    }
  }
  for (const entry of best.values()) entry.score += Math.min(FURTHER * entry.further, 0.3 * entry.score);
  return best;
}

// For each document the phrase (a keyword, a title, a question) that fits best: how well it and what was asked cover
// each other, 0 to 1; and how well the next best does.
function bestPhrases(groups, shelf, total, library) {
  const common = new Map();
  for (const group of groups) {
    const strongest = new Map();
    for (const [term, strength] of group.terms) {
      for (const phrase of shelf.phrasesOf.get(term) ?? []) raise(strongest, phrase, strength);
    }
    for (const [phrase, strength] of strongest) addTo(common, phrase, strength * importance(group));
  }
  const best = new Map();
  for (const [number, shared] of common) {
    const phrase = shelf.phrases[number];
    phrase.weight ??= weightOf(phrase.terms, shelf.vocabulary, library);
    const value = PHRASES[phrase.field] * Math.min(1, shared / Math.sqrt(phrase.weight * total));
    const known = best.get(phrase.document) ?? { value: 0, next: 0 };
    if (value > known.value) best.set(phrase.document, { value, next: known.value, phrase });
    else known.next = Math.max(known.next, value);
  }
  return best;
}

function weightOf(terms, vocabulary, library) {
  return sum(terms, (term) => Math.max(1, vocabulary.rarity(term)) * (library.weak.has(term) ? WEAK : 1));
}
