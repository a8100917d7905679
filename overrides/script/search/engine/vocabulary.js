import { addTo, sum } from "./maps.js";
import { readWords, stems } from "../../shared/fold.js";

// Every word of the documents: where it stands, how much it weighs there, how rare it is.
export class Vocabulary {
  constructor() {
    this.postings = new Map(); // stem → Map(document → weight)
    this.forms = new Map(); // folded form → as it is written
    this.lengths = [];
  }

  // Count a word's stem for a document.
  count(term, document, weight) {
    let found = this.postings.get(term);
    if (!found) this.postings.set(term, (found = new Map()));
    addTo(found, document, weight);
    this.lengths[document] = (this.lengths[document] ?? 0) + weight;
  }

  // The different words of a text that pass the filter, each remembered as it is written.
  read(text, passes) {
    const found = new Set();
    for (const { typed, word } of readWords(text)) {
      if (!passes(word)) continue;
      found.add(word);
      // A noun within a sentence shows its capital letter; that is how corrections are shown.
      if (!this.forms.has(word) || typed[0] !== typed[0].toLowerCase()) this.forms.set(word, typed);
    }
    return [...found];
  }

  has(term) {
    return this.postings.has(term);
  }

  rarity(term) {
    const found = this.postings.get(term)?.size ?? 0;
    return Math.log(1 + (this.lengths.length - found + 0.5) / (found + 0.5));
  }

  // How long a document is, the average being 1; known when every word is counted.
  lengthOf(document) {
    this.average ??= sum(this.lengths, (length) => length) / this.lengths.length;
    return this.lengths[document] / this.average;
  }

  // Known stems that begin with these letters.
  startingWith(letters, most = 40) {
    this.sorted ??= [...this.postings.keys()].sort();
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
    const terms = stems(members);
    for (const term of terms) others.set(term, new Set([...(others.get(term) ?? []), ...terms]));
  }
  for (const [term, found] of others) found.delete(term);
  return others;
}
