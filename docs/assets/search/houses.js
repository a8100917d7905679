import { stem, words } from "./fold.js";
import { distance, slips } from "./distance.js";
import { houseCard } from "./answer.js";

// Houses that the question names, and all houses of the town with those of the district first.
export function findHouses(groups, centres, town, district, houseWords) {
  const asked = groups.map((group) => group.word).filter((word) => !houseWords.has(stem(word)) && word.length > 2);
  const named = centres
    .map((house) => ({ house, share: nameShare(asked, house.name, houseWords) }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share)
    .map(({ house }) => houseCard(house, town));
  const there = [...centres].sort((a, b) => Number(b.district === district) - Number(a.district === district)).map((house) => houseCard(house, town));
  return { named, there: district || centres.length ? there : [] };
}

// The share of the asked words that stand in the name of a house.
export function nameShare(asked, name, houseWords) {
  if (!asked.length) return 0;
  const own = words(name).filter((word) => !houseWords.has(stem(word)));
  const hits = asked.filter((word) => own.some((other) => other === word || (word.length > 4 && other.startsWith(word)) || distance(word, other, slips(word.length)) <= slips(word.length)));
  return hits.length / asked.length;
}
