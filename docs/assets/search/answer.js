// Puts the results together: which card stands where.
const HOUSES = 3;
const SOMETHING = 0.35; // share of the question that an offer must answer for its office to be shown

// Everything that was found for a question → cards as plain data, best first.
export function arrange(found) {
  const { offers, offices, town, wantsContact, wantsHouse, houses } = found;
  const best = offers[0]?.covered >= SOMETHING || offers[0]?.phrase >= SOMETHING ? offers[0] : null;
  const asksForOffice = offices.length > 0;
  const cards = [];
  if (!town) {
    if (asksForOffice) cards.push(officeCard(found));
    else if (wantsContact && best) cards.push(regionalCard(found, best));
    cards.push(...houses.named, ...offers.map((entry) => offerCard(found, entry)));
    if (best && !asksForOffice && !cards.some((card) => card?.kind === "ask-town")) cards.splice(wantsContact ? 2 : 1, 0, askCard(found, best));
    return finish(cards);
  }
  if (found.empty) return finish([townCard(found), ...houses.there, ...found.contacts.map((contact) => contactCard(contact))]);
  if (houses.named.length && !asksForOffice) cards.push(...houses.named);
  if (wantsHouse && !asksForOffice) cards.push(...houses.there.slice(0, 6));
  const named = asksForOffice ? officeContacts(found) : [];
  const contacts = named.length || !best ? named : answersTo(found, best);
  const rest = offers.map((entry) => offerCard(found, entry));
  if (wantsContact || asksForOffice) cards.push(...contacts, ...rest);
  else cards.push(...rest.slice(0, 1), ...contacts.slice(0, 2), ...housesWith(found, best), ...rest.slice(1));
  if (!rest.length && !contacts.length) cards.push(...houses.there);
  return finish(cards);
}

function finish(cards) {
  const seen = new Set();
  return cards.filter((card) => {
    if (!card || (card.record && seen.has(card.record))) return false;
    seen.add(card.record);
    return true;
  });
}

function offerCard({ core }, entry) {
  const { id, title, summary, topic } = core.offers[entry.document];
  return { kind: "offer", record: `offer:${id}`, address: `angebote/${id}/`, title, summary, topic, matched: entry.matched };
}

export function contactCard(contact, more = {}) {
  const { id, title, channels = [], hours = [], website } = contact;
  return { kind: "contact", record: `contact:${id}`, address: `kontakte/${id}/`, title, channels, hours, website, ...more };
}

export function houseCard({ id, name, district, family_centre }, town) {
  return { kind: "centre", record: `centre:${id}`, address: `familienzentren/${id}/`, title: name, district, town: town.name, familyCentre: Boolean(family_centre) };
}

function townCard({ town }) {
  return { kind: "municipality", record: `municipality:${town.id}`, address: `orte/${town.id}/`, title: town.name };
}

// Whom to call when nothing fits.
export function helpCard(core) {
  const contact = core.contacts.find((other) => other.id === core.fallback);
  return contact ? contactCard(contact) : null;
}

// Asks back: the office differs from town to town.
function askCard({ core }, entry) {
  const offer = core.offers[entry.document];
  return core.everywhere[offer.id] ? null : { kind: "ask-town", about: offer.title, offer: offer.id };
}

function regionalCard(found, entry) {
  const id = found.core.everywhere[found.core.offers[entry.document].id];
  const contact = found.core.contacts.find((other) => other.id === id);
  return contact ? contactCard(contact) : null;
}

function officeCard({ core, offices }) {
  const regional = offices.map((document) => core.contacts[document]).find(Boolean);
  const roles = offices.map((document) => core.roles[document - core.contacts.length]?.role ?? "");
  return regional ? contactCard(regional) : { kind: "ask-town", about: roles.sort((a, b) => a.length - b.length)[0] };
}

// The office that was named, in the town that was named.
function officeContacts({ core, offices, contacts }) {
  return offices.flatMap((document) => {
    const regional = core.contacts[document];
    if (regional) return [regional];
    const { role } = core.roles[document - core.contacts.length];
    return contacts.filter((contact) => contact.role === role && !contact.centres);
  }).map((contact) => contactCard(contact));
}

// Who answers for an offer in the town: first for the status that was named, then who answers for most.
function answersTo(found, entry) {
  const { core, here, status } = found;
  const bits = ([, statuses]) => Array.from(core.statuses).filter((_, bit) => statuses & (1 << bit)).length;
  const rows = [...(here.answers[entry.document] ?? [])].sort((a, b) => Number(Boolean(b[1] & status)) - Number(Boolean(a[1] & status)) || bits(b) - bits(a));
  return rows.map(([asked, statuses, certainty]) => {
    const id = here.asked[asked];
    const contact = found.contacts.find((other) => other.id === id) ?? core.contacts.find((other) => other.id === id);
    const all = statuses === (1 << core.statuses.length) - 1;
    const named = all ? [] : core.statuses.filter((_, bit) => statuses & (1 << bit)).map((other) => other.short);
    return contact && contactCard(contact, { statuses: named, certainty: ["", "derived", "fallback"][certainty], offer: core.offers[entry.document].title });
  });
}

function housesWith(found, entry) {
  if (!entry) return [];
  const { id } = found.core.offers[entry.document];
  return found.here.centres.filter((house) => house.offers?.includes(id)).slice(0, HOUSES).map((house) => houseCard(house, found.town));
}
