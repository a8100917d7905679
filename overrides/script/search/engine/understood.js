import { sum } from "./maps.js";
import { WEAK } from "./score.js";

const OUTSIDE = 2; // weight of a word that the site has nothing about
const DOUBT = 0.5; // how sure a word is that may mean something else here
const ENOUGH = 0.7; // share of a short question that must be understood
const FAMILY = 0.2; // less where the question is about a family
const EACH_WORD = 0.04; // less for each further word of a long question: it tells more than any offer has
const SHORT = 3; // words
const LEAST = 0.3;

// The share of a question that the site understood, 0 to 1: how sure its words are, and how much of it one offer
// covers.
export function understood({ where, groups, topic, offers, library }) {
  // In another language only what it asks for is known, not its little words.
  const isForeign = topic.some((group) => group.sure === 1 && library.foreign.has(group.term));
  const counts = (group) => (isForeign && !group.sure ? WEAK : group.isOutside ? OUTSIDE : 1) * group.weight;
  const total = sum(topic, counts);
  if (!total) return Number(where.length + groups.length > 0);
  // A slip of the keyboard is no doubt about the subject.
  const sureness = (group) => (group.corrected ? (1 + group.sure) / 2 : group.sure);
  const isDoubtful = (group) => group.isOutside || library.isFaint(group.term);
  const shareOf = (sureOf) => sum(topic, (group) => counts(group) * sureOf(group)) / total;
  const heard = shareOf(sureness);
  const sure = shareOf((group) => (isDoubtful(group) ? DOUBT : 1) * sureness(group));
  const covered = Math.min(1, Math.max(offers[0]?.covered ?? 0, offers[0]?.phrase ?? 0));
  return (sure + (covered * sure) / (heard || 1)) / 2;
}

// Whether too little of a question was understood to promise an answer.
export function isTooLittle(share, topic, library) {
  const isFamily = topic.some((group) => library.family.has(group.term));
  const further = Math.max(0, topic.length - SHORT);
  return share < Math.max(LEAST, ENOUGH - (isFamily ? FAMILY : 0) - EACH_WORD * further);
}
