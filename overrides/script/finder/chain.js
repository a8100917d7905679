// Whom a house asks, in order.
const ROLES = ["Fester Kontakt", "Vertretung", "Wenn es nicht weitergeht", "Jobcenter"];

// [{ role, contact: id or "" where nobody is known, said }]
export function chainOf(finder, house) {
  const [, , , number] = finder.houses.find(([id]) => id === house);
  const [contact, deputy, escalation, office, ...said] = finder.chains[number];
  if (!contact) return [{ role: ROLES[0], contact: "", said: [] }, { role: ROLES[3], contact: office, said }].slice(0, office ? 2 : 1);
  const chain = [{ role: ROLES[0], contact, said }, { role: ROLES[1], contact: deputy, said: [] }];
  return escalation ? [...chain, { role: ROLES[2], contact: escalation, said: [] }] : chain;
}
