import { readWords, stem } from "./fold.js";

// Every word of the documents: where it stands, how much it weighs there, how rare it is.
export class Vocabulary {
  constructor() {
    this.postings = new Map(); // stem → Map(document → weight)
    this.forms = new Map(); // folded form → as it is written
    this.lengths = [];
    this.sorted = [];
  }

  // Count a word's stem for a document.
  count(term, document, weight) {
    let found = this.postings.get(term);
    if (!found) this.postings.set(term, (found = new Map()));
    found.set(document, (found.get(document) ?? 0) + weight);
    this.lengths[document] = (this.lengths[document] ?? 0) + weight;
  }

  // The different words of a text that pass the filter, each remembered as it is written.
  read(text, passes) {
    const found = new Map();
    for (const { typed, word } of readWords(text)) {
      if (!passes(word)) continue;
      found.set(word, typed);
      // A noun within a sentence shows its capital letter; that is how corrections are shown.
      if (!this.forms.has(word) || typed[0] !== typed[0].toLowerCase()) this.forms.set(word, typed);
    }
    return [...found.keys()];
  }

  finish() {
    this.sorted = [...this.postings.keys()].sort();
    this.average = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.lengths.length);
  }

  has(term) {
    return this.postings.has(term);
  }

  rarity(term) {
    const found = this.postings.get(term)?.size ?? 0;
    return Math.log(1 + (this.lengths.length - found + 0.5) / (found + 0.5));
  }

  // Known stems that begin with these letters.
  startingWith(letters, most = 40) {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < letters) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (found.length < most && this.sorted[low]?.startsWith(letters)) found.push(this.sorted[low++]);
    return found;
  }

  written(form) {
    return this.forms.get(form) ?? form;
  }
}

// Words of equal meaning: stem → the stems of the others.
export function readConcepts(classes) {
  const others = new Map();
  for (const members of classes) {
    const terms = members
      .map((member) => readWords(member).map((found) => stem(found.word)))
      .filter((all) => all.length === 1);
    for (const [term] of terms) {
      const known = others.get(term) ?? new Set();
      for (const [other] of terms) if (other !== term) known.add(other);
      others.set(term, known);
    }
  }
  return others;
}
