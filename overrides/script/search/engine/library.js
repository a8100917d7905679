import { Splitter } from "./compounds.js";
import { PHRASES, readOffer, WEIGHTS } from "./documents.js";
import { stem, stems, words } from "../../shared/fold.js";
import { Grams } from "./grams.js";
import { addTo, listIn } from "./maps.js";
import { Speller } from "./spelling.js";
import { readConcepts, Vocabulary } from "./vocabulary.js";

const PART = 0.35; // how much a part of a compound counts against the whole word
const COMPOUND = 8; // letters from which a word is tried as a compound
const NOTHING = { filler_words: "", family_words: "", out_of_scope: [] };
const REST = 4; // letters that a compound has beside a word of ours

// Documents of one kind with everything that is needed to find them.
class Shelf {
  constructor() {
    this.vocabulary = new Vocabulary();
    this.phrases = []; // { document, field, text, terms }
    this.phrasesOf = new Map(); // stem → numbers of phrases
    this.names = new Map(); // stem that is a whole official name → document
    this.weights = []; // document → Map(word → weight)
  }

  // Each word counts once for each field it stands in.
  put(document, texts, passes) {
    const weights = new Map();
    for (const [field, own] of texts) {
      const found = new Set();
      for (const text of own) {
        const read = this.vocabulary.read(text, passes);
        for (const word of read) found.add(word);
        if (PHRASES[field] && read.length) this.#remember(document, field, text, [...new Set(read.map(stem))]);
      }
      for (const word of found) addTo(weights, word, WEIGHTS[field]);
    }
    for (const [word, weight] of weights) this.vocabulary.count(stem(word), document, weight);
    this.weights[document] = weights;
  }

  #remember(document, field, text, terms) {
    const number = this.phrases.push({ document, field, text, terms }) - 1;
    if (field === "name" && terms.length === 1) this.names.set(terms[0], document);
    for (const term of terms) listIn(this.phrasesOf, term).push(number);
  }

  // Counts the parts of compounds, when all words are known.
  divide(splitter, stop) {
    this.weights.forEach((weights, document) => {
      for (const [word, weight] of weights) {
        if (word.length < COMPOUND) continue;
        for (const part of splitter.split(word) ?? []) {
          if (!stop.has(part)) this.vocabulary.count(stem(part), document, weight * PART);
        }
      }
    });
  }

  // Made when the first word is not understood.
  get grams() {
    this.madeGrams ??= new Grams(this.weights);
    return this.madeGrams;
  }
}

// All words of the site. Offers and offices are weighed apart: a rare office must not make an offer rare.
export class Library {
  constructor(core, isPlace, more = NOTHING) {
    const stemSet = (text) => new Set(stems(text));
    this.stop = new Set(words(core.stop_words));
    const weakWords = `${core.weak_words} ${more.filler_words}`;
    this.weak = stemSet(weakWords);
    this.contactWords = stemSet(core.contact_words);
    this.houseWords = stemSet(core.house_words);
    this.context = stemSet(core.statuses.join(" "));
    this.family = stemSet(more.family_words);
    this.concepts = readConcepts(more.concepts ?? core.concepts);
    const passes = (word) => !this.stop.has(word) && !isPlace(word);
    this.offers = new Shelf();
    core.offers.forEach((offer, number) => {
      this.offers.put(number, readOffer(offer, more.offers?.[number], more.languages?.[offer.id]), passes);
    });
    this.foreign = stemSet(Object.values(more.languages ?? {}).join(" "));
    const outside = more.out_of_scope.map(words);
    this.outside = outside.filter((entry) => entry.length === 1).flat();
    this.outsideStems = new Set(this.outside.map(stem));
    this.outsideTogether = outside.filter((entry) => entry.length > 1).map((entry) => entry.map(stem));
    this.offices = new Shelf();
    const contacts = core.contacts.map(({ title, words: others = [] }) => [title, ...others]);
    const offices = [...contacts, ...core.roles];
    offices.forEach((names, number) => this.offices.put(number, [["office", names]], passes));
    const asked = words(`${core.contact_words} ${core.house_words} ${weakWords}`);
    const forms = new Set([...this.offers.vocabulary.forms.keys(), ...this.offices.vocabulary.forms.keys(), ...asked]);
    this.splitter = new Splitter(forms, this.stop);
    this.speller = new Speller(forms);
    this.offers.divide(this.splitter, this.stop);
  }

  knows(term) {
    return (
      this.isTopic(term) ||
      this.offices.vocabulary.has(term) ||
      this.contactWords.has(term) ||
      this.houseWords.has(term)
    );
  }

  // Whether a word means something as it stands.
  known(word) {
    return this.stop.has(word) || this.knows(stem(word)) || this.splitter.split(word) !== null;
  }

  // Whether a word, or the word it begins or ends with, is one of those that the site has nothing about.
  isOutside(word) {
    const isPart = (part) => word.length >= part.length + REST && (word.startsWith(part) || word.endsWith(part));
    return this.outsideStems.has(stem(word)) || this.outside.some((part) => part.length >= REST && isPart(part));
  }

  // How much of the nearest known word these letters are already.
  begun(letters) {
    return Math.max(0, ...this.startingWith(letters).map((term) => letters.length / term.length));
  }

  isTopic(term) {
    return this.offers.vocabulary.has(term);
  }

  // Whether a short word stands only in running questions and summaries, where almost any such word may stand.
  isFaint(term) {
    if (term.length > COMPOUND) return false;
    const weights = this.offers.vocabulary.postings.get(term)?.values() ?? [];
    return this.isTopic(term) && Math.max(...weights) <= WEIGHTS.question;
  }

  // Whether one offer has all of these words; weak ones may be missing.
  haveTogether(terms) {
    const found = terms
      .filter((term) => !this.weak.has(term))
      .map((term) => this.offers.vocabulary.postings.get(term) ?? new Map());
    const [first, ...others] = found;
    return !first || [...first.keys()].some((document) => others.every((other) => other.has(document)));
  }

  rarity(term) {
    return (this.isTopic(term) ? this.offers : this.offices).vocabulary.rarity(term);
  }

  startingWith(letters) {
    return [...this.offers.vocabulary.startingWith(letters), ...this.offices.vocabulary.startingWith(letters)];
  }

  written(form) {
    return this.offers.vocabulary.forms.get(form) ?? this.offices.vocabulary.written(form);
  }
}
