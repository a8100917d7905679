// Whom a house asks, in order.
const ROLES = ["Fester Kontakt", "Vertretung", "Wenn es nicht weitergeht", "Jobcenter"];

// [{ role ("" for a further part of the same office), contact: id or "" where nobody is known, limits, said }]
export function chainOf(finder, house) {
  const [, , , number] = finder.houses.find(([id]) => id === house);
  const [contact, deputy, escalation, office, ...said] = finder.chains[number];
  if (!contact) return [{ role: ROLES[0], contact: "", said: [] }, ...officeOf(office, said)];
  const others = [deputy, escalation].map((other, place) => ({ role: ROLES[place + 1], contact: other, said: [] }));
  return [{ role: ROLES[0], contact, said }, ...others.filter((other) => other.contact)];
}

// The Jobcenter: one contact, or all its parts.
function officeOf(office, said) {
  const parts = typeof office === "string" ? [[office]] : office;
  const last = parts.length - 1;
  const rows = parts.map(([contact, limits], part) => ({ role: part ? "" : ROLES[3], contact, limits, said: part === last ? said : [] }));
  return office ? rows : [];
}
