import { houseCard } from "./cards.js";
import { distance, slips } from "./distance.js";
import { stem, words } from "./fold.js";

const LONG = 10; // letters from which a name may have two slips

// Houses of a town that the question names, and all of them with those of the district first.
export function findHouses(topic, centres, town, district, library) {
  const asked = topic.filter((group) => !library.houseWords.has(group.term));
  const there = [...centres].sort((a, b) => Number(b.district === district) - Number(a.district === district));
  const card = (house) => houseCard(house, town);
  return { named: centres.filter((house) => isNamed(asked, house.name, library)).map(card), there: there.map(card) };
}

// Whether words stand in the name of a house; one strange word of two is enough: "Kindergarten Kleeblat anmelden".
export function isNamed(asked, name, library) {
  const own = words(name).filter((word) => !library.stop.has(word) && !library.houseWords.has(stem(word)));
  const typed = [...new Set(asked.flatMap((group) => words(group.typed)))];
  const hits = typed.filter((word) => word.length > 3 && own.some((other) => isSame(word, other)));
  return hits.length >= Math.max(1, typed.length / 2) && hits.some((word) => !library.isTopic(stem(word)));
}

function isSame(word, other) {
  const most = Math.min(word.length < LONG ? 1 : 2, slips(word.length));
  return other.startsWith(word) || distance(word, other, most) <= most;
}
