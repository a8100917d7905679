// A second opinion from groups of three letters: it needs no rules of German, so it helps with slips and other
// languages.
const SIZE = 3;

export function gramsOf(word) {
  const marked = `_${word}_`;
  const found = [];
  for (let i = 0; i + SIZE <= marked.length; i++) found.push(marked.slice(i, i + SIZE));
  return found;
}

export class Grams {
  // From the weights of words: one Map(word → weight) for each document.
  constructor(documents) {
    this.postings = new Map();
    this.lengths = [];
    documents.forEach((weights, document) => weights.forEach((weight, word) => this.#add(word, document, weight)));
    this.average = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.lengths.length);
  }

  #add(word, document, weight) {
    for (const gram of gramsOf(word)) {
      let found = this.postings.get(gram);
      if (!found) this.postings.set(gram, (found = new Map()));
      found.set(document, (found.get(document) ?? 0) + weight);
      this.lengths[document] = (this.lengths[document] ?? 0) + weight;
    }
  }

  // Document → how alike it is to weighted words ([word, weight]), the most alike 1.
  alike(weighted) {
    const scores = new Map();
    const asked = new Map();
    for (const [word, weight] of weighted) {
      for (const gram of gramsOf(word)) asked.set(gram, Math.max(weight, asked.get(gram) ?? 0));
    }
    for (const [gram, weight] of asked) {
      const found = this.postings.get(gram);
      if (!found) continue;
      const rarity = weight * Math.log(1 + (this.lengths.length - found.size + 0.5) / (found.size + 0.5));
      for (const [document, count] of found) {
        const damped = (count * 2.2) / (count + 1.2 * (0.3 + (0.7 * this.lengths[document]) / this.average));
        scores.set(document, (scores.get(document) ?? 0) + rarity * damped);
      }
    }
    const most = Math.max(...scores.values(), 1e-9);
    for (const [document, score] of scores) scores.set(document, score / most);
    return scores;
  }
}
