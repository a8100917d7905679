import { houseCard } from "./cards.js";
import { distance, slips } from "../../shared/distance.js";
import { stem, words } from "../../shared/fold.js";

const LONG = 10; // letters from which a name may have two slips
const CENTRE = /^(familienz|fz$)/; // how the word for a house with the seal begins

// Houses of a town that the question names, and all of them: first those of the district, and family centres before
// others where the question says so.
// Other names of houses (of a Verbund, of old) count only where they are named.
export function findHouses(topic, centres, others, town, district, library) {
  const asked = topic.filter((group) => !library.houseWords.has(group.term));
  const wantsCentre = topic.some((group) => CENTRE.test(group.term));
  const isNear = (house) => Boolean(district) && house.district === district;
  const rank = (house) => 2 * isNear(house) + (wantsCentre && Boolean(house.familyCentre));
  const there = [...centres].sort((a, b) => rank(b) - rank(a));
  const card = (house) => houseCard(house, town);
  const named = [...centres, ...others].filter((house) => isNamed(asked, house.name, library));
  return { named: named.map(card), there: there.map(card) };
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
