import { addTo, raise } from "./maps.js";
import { Vocabulary } from "./vocabulary.js";

// A second opinion from groups of three letters: it needs no rules of German, so it helps with slips and other
// languages.
const SIZE = 3;

export function gramsOf(word) {
  const marked = `_${word}_`;
  return Array.from(marked.slice(SIZE - 1), (_, start) => marked.slice(start, start + SIZE));
}

export class Grams {
  // From the weights of words: one Map(word → weight) for each document.
  constructor(documents) {
    this.vocabulary = new Vocabulary();
    documents.forEach((weights, document) => {
      for (const [word, weight] of weights) for (const gram of gramsOf(word)) this.vocabulary.count(gram, document, weight);
    });
  }

  // Document → how alike it is to weighted words ([word, weight]), the most alike 1.
  alike(weighted) {
    const scores = new Map();
    const asked = new Map();
    for (const [word, weight] of weighted) for (const gram of gramsOf(word)) raise(asked, gram, weight);
    for (const [gram, weight] of asked) {
      const rarity = weight * this.vocabulary.rarity(gram);
      for (const [document, count] of this.vocabulary.postings.get(gram) ?? [])
        addTo(scores, document, (rarity * count * 2.2) / (count + 1.2 * (0.3 + 0.7 * this.vocabulary.lengthOf(document))));
    }
    const most = Math.max(...scores.values(), 1e-9);
    for (const [document, score] of scores) scores.set(document, score / most);
    return scores;
  }
}
