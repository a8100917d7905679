import { WEAK } from "./score.js";

// The share of a question that the site understood, 0 to 1: how sure its words are, and how much of it one offer
// covers.
export function understood({ where, groups, topic, offers, library }) {
  // In another language only what it asks for is known, not its little words.
  const isForeign = topic.some((group) => group.sure === 1 && library.foreign.has(group.term));
  const counts = (group) => (isForeign && !group.sure ? WEAK : 1) * group.weight;
  const total = topic.reduce((sum, group) => sum + counts(group), 0);
  if (!total) return Number(where.length + groups.length > 0);
  const sure = topic.reduce((sum, group) => sum + counts(group) * group.sure, 0) / total;
  const covered = Math.min(1, Math.max(offers[0]?.covered ?? 0, offers[0]?.phrase ?? 0));
  return (sure + covered) / 2;
}
