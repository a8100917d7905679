import { sum } from "./maps.js";
import { importance } from "./score.js";

const SURE = 0.75; // strength from which a word counts as said, and not only as similar
const CORRECTED = 0.5;
const MEANT = 0.5; // share of the question that the words of an office cover

// The offices that a question names ("Jobcenter", "Wohngeldstelle", "Caritas"): those that fit best, all equally.
// `share` tells how much of the question they are.
export function findOffices(groups, shelf, library, wantsContact) {
  const said = groups.map((group) => ({ group, terms: saidTerms(group) }));
  const heard = new Set(said.flatMap(({ terms }) => terms));
  const total = sum(groups, importance) || 1;
  const found = [...shelf.weights.keys()].map((document) => {
    const has = (term) => shelf.vocabulary.postings.get(term)?.has(document);
    const own = said.filter(({ terms }) => terms.some(has));
    const covered = sum(own, ({ group }) => importance(group)) / total;
    const named = longestPhrase(document, shelf, heard);
    const isOwnWord = own.some(({ terms }) => terms.some((term) => has(term) && !library.isTopic(term)));
    return { document, covered, value: named || (covered >= MEANT && (wantsContact || isOwnWord)) ? named + covered : 0 };
  });
  const best = Math.max(0, ...found.map(({ value }) => value));
  const meant = best ? found.filter(({ value }) => value === best) : [];
  return { documents: meant.map(({ document }) => document), share: meant[0]?.covered ?? 0 };
}

function saidTerms(group) {
  const least = group.corrected ? CORRECTED : SURE;
  return [...group.terms].filter(([, strength]) => strength >= least).map(([term]) => term);
}

// How many words the longest name of an office has that was said as a whole.
function longestPhrase(document, shelf, heard) {
  const said = shelf.phrases.filter(
    (phrase) => phrase.document === document && phrase.terms.every((term) => heard.has(term)),
  );
  return Math.max(0, ...said.map((phrase) => phrase.terms.length));
}
