import { Splitter } from "./compounds.js";
import { PHRASES, readMore, readOffer, readOffice, WEIGHTS } from "./documents.js";
import { stem, stems, words } from "./fold.js";
import { Grams } from "./grams.js";
import { Speller } from "./spelling.js";
import { readConcepts, Vocabulary } from "./vocabulary.js";

const PART = 0.35; // how much a part of a compound counts against the whole word
const COMPOUND = 8; // letters from which a word is tried as a compound

// One kind of documents (offers, or offices) with everything that is needed to find them.
class Shelf {
  constructor() {
    this.vocabulary = new Vocabulary();
    this.grams = new Grams();
    this.phrases = []; // { document, terms }
    this.phrasesOf = new Map(); // stem → numbers of phrases
    this.compounds = []; // [word, document, weight], split when all words are known
  }

  // Each word counts once for each field it stands in.
  put(document, texts, passes) {
    const weights = new Map();
    const counted = new Set();
    for (const [field, text] of texts) {
      const read = this.vocabulary.read(text, passes);
      for (const word of read) {
        if (!counted.has(`${field} ${word}`)) weights.set(word, (weights.get(word) ?? 0) + WEIGHTS[field]);
        counted.add(`${field} ${word}`);
      }
      if (PHRASES.has(field) && read.length) this.#remember(document, [...new Set(read.map(stem))]);
    }
    for (const [word, weight] of weights) {
      this.vocabulary.count(stem(word), document, weight);
      this.grams.add(word, document, weight);
      if (word.length >= COMPOUND) this.compounds.push([word, document, weight]);
    }
  }

  #remember(document, terms) {
    const number = this.phrases.push({ document, terms }) - 1;
    for (const term of terms) {
      if (!this.phrasesOf.has(term)) this.phrasesOf.set(term, []);
      this.phrasesOf.get(term).push(number);
    }
  }
}

// All words of the site. Offers and offices are weighed apart: a rare office must not make an offer rare.
export class Library {
  constructor(core, isPlace) {
    const wordSet = (list) => new Set(list.flatMap(words));
    this.stop = wordSet(core.stop_words);
    this.weak = new Set([...wordSet(core.weak_words)].map(stem));
    this.context = new Set(core.statuses.flatMap((status) => status.words.flatMap(stems)));
    this.concepts = readConcepts(core.concepts);
    this.core = core;
    this.passes = (word) => !this.stop.has(word) && !isPlace(word);
    this.offers = new Shelf();
    this.offices = new Shelf();
    this.splitter = new Splitter([], this.stop);
    this.speller = new Speller([]);
    core.offers.forEach((offer, number) => this.offers.put(number, readOffer(offer), this.passes));
    [...core.contacts, ...core.roles].forEach((office, number) => this.offices.put(number, readOffice(office), this.passes));
    this.complete = false;
    this.#learn(new Set());
  }

  // The words that the core spares.
  extend(more) {
    const before = new Set([...this.offers.vocabulary.forms.keys(), ...this.offices.vocabulary.forms.keys()]);
    this.core.offers.forEach((offer, number) => this.offers.put(number, readMore(offer.id, more), this.passes));
    this.complete = true;
    this.#learn(before);
  }

  #learn(before) {
    const shelves = [this.offers, this.offices];
    const fresh = new Set(shelves.flatMap((shelf) => [...shelf.vocabulary.forms.keys()]).filter((form) => !before.has(form)));
    this.splitter.add(fresh);
    this.speller.add(fresh);
    for (const shelf of shelves) {
      for (const [word, document, weight] of shelf.compounds.splice(0)) {
        for (const part of this.splitter.split(word) ?? []) {
          if (!this.stop.has(part)) shelf.vocabulary.count(stem(part), document, weight * PART);
        }
      }
      shelf.vocabulary.finish();
    }
  }

  knows(term) {
    return this.offers.vocabulary.has(term) || this.offices.vocabulary.has(term);
  }

  rarity(term) {
    return this.offers.vocabulary.has(term) ? this.offers.vocabulary.rarity(term) : this.offices.vocabulary.rarity(term);
  }

  startingWith(letters) {
    return [...this.offers.vocabulary.startingWith(letters), ...this.offices.vocabulary.startingWith(letters)];
  }

  written(form) {
    return this.offers.vocabulary.forms.get(form) ?? this.offices.vocabulary.written(form);
  }
}
