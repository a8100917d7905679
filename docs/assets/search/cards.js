// What the page shows of a result, as plain data. Every card has `kind` and `title`; all but "ask-town" name their
// `record` (kind:id) and their `address` from the root of the site.
//   offer         summary, topic, reason (the everyday word that fits best, or nothing), contact (the card of who
//                 answers in every town alike, or null)
//   contact       channels [[text, stand, isSure]], hours [[days, times]], hoursStand, hoursSure, languages; website where
//                 there is no channel; a stand ("Stand 2024") that is not sure means that visitors should ask again. As
//                 an answer for an offer also offer (title), statuses (short names, none where it is the same for all)
//                 and certainty ("", "derived" or "fallback")
//   centre        town, district, familyCentre, languages
//   municipality  –
//   ask-town      title: what differs from town to town; offer: its id where an offer was meant
// Where the question names a town, every card but those of offers names it as well.

export function offerCard(core, { document, reason }) {
  const { id, title, summary, topic } = core.offers[document];
  const contact = regionalContact(core, document);
  return { kind: "offer", record: `offer:${id}`, address: `angebote/${id}/`, title, summary, topic, reason, contact };
}

export function contactCard({ id, title, channels = [], hours = [], website, languages, ...others }, more = {}) {
  const card = { kind: "contact", record: `contact:${id}`, address: `kontakte/${id}/`, title };
  const { hours_stand: hoursStand, hours_sure: hoursSure } = others;
  return { ...card, channels, hours, hoursStand, hoursSure, website, languages, ...more };
}

export function houseCard({ id, name, district, languages, family_centre: isCentre = false }, town) {
  const record = `centre:${id}`;
  const address = `familienzentren/${id}/`;
  return { kind: "centre", record, address, title: name, town: town?.name, district, languages, familyCentre: isCentre };
}

export function townCard({ id, name }) {
  return { kind: "municipality", record: `municipality:${id}`, address: `orte/${id}/`, title: name };
}

// Asks for the town, where the office of an offer differs; null where it is the same everywhere.
export function askForTown(core, document) {
  const { id, title } = core.offers[document];
  return core.everywhere[id] ? null : { kind: "ask-town", title, offer: id };
}

// The contact for an offer that is the same in every town.
export function regionalContact(core, document) {
  return namedContact(core, core.everywhere[core.offers[document].id]);
}

// Whom to call when nothing fits.
export const helpCard = (core) => namedContact(core, core.fallback);

function namedContact(core, id) {
  const contact = core.contacts.find((other) => other.id === id);
  return contact ? contactCard(contact) : null;
}
