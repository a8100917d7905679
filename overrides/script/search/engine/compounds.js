import { LONGEST_WORD } from "../../shared/distance.js";
import { stem } from "../../shared/fold.js";

const SHORTEST = 3;
const LINKS = ["", "s", "n", "en", "es", "er", "e", "ens"]; // sounds between the parts: Kindergarten-s-platz

// Splits compounds into words that the site knows: only those are parts that help.
export class Splitter {
  constructor(forms, ignored) {
    this.forms = new Set(forms);
    this.stems = new Set([...this.forms].map(stem));
    this.beginnings = new Set([...this.forms].map((form) => form.slice(0, SHORTEST)));
    this.ignored = ignored;
    this.remembered = new Map();
  }

  knows(word) {
    return this.forms.has(word) || (word.length > 3 && this.stems.has(stem(word)));
  }

  // The parts, as few as possible and the last as long as possible; null where the word is none of ours.
  split(word) {
    return this.#parts(word, true);
  }

  // The parts of a word that may itself be a single one.
  partsOf(word) {
    return this.#parts(word, false);
  }

  #parts(word, divided) {
    if (!divided && word.length >= SHORTEST && this.knows(word)) return [word];
    if (word.length < 2 * SHORTEST || word.length > LONGEST_WORD) return null;
    const known = this.remembered.get(word);
    if (known !== undefined) return known;
    let best = null;
    this.remembered.set(word, null);
    for (let end = word.length - SHORTEST; end >= SHORTEST && best?.length !== 2; end--) {
      if (!this.beginnings.has(word.slice(end, end + SHORTEST))) continue; // spares most of the work
      const head = this.#head(word.slice(0, end));
      if (!head) continue;
      const rest = this.#parts(word.slice(end), false);
      if (rest && (!best || rest.length + 1 < best.length)) best = [head, ...rest];
    }
    this.remembered.set(word, best);
    return best;
  }

  // The known word at the front of a compound, without the sound that links it to the next: Schul- is Schule.
  #head(front) {
    for (const link of LINKS) {
      if (!front.endsWith(link)) continue;
      const base = front.slice(0, front.length - link.length);
      if (base.length < SHORTEST || (base.length === SHORTEST && this.ignored.has(base))) continue;
      for (const ending of ["", "e", "en"]) if (this.knows(base + ending)) return base + ending;
    }
    return null;
  }
}
