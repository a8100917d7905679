// What the page shows of a result, as plain data. Every card has `kind` and `title`; all but "ask-town" name their
// `record` (kind:id).
//   offer         summary, topic, reason (the everyday word that fits best, or nothing), contact (the card of who
//                 answers in every town alike, or null)
//   contact       as every script gets it (scripts/wegweiser/browser/records.py), and languages. As an answer for an offer
//                 also offer (title), statuses (short names, none where it is the same for all), certainty ("",
//                 "derived" or "fallback") and limits (for whom alone it is there)
//   centre        town, district, familyCentre, languages; where the name is not the one of its page, note, and anchor
//                 for a place there
//   municipality  –
//   ask-town      title: what differs from town to town; offer: its id where an offer was meant
// Where the question names a town, every card but those of offers names it as well.

const card = (kind, { id, title }, more) => ({ kind, record: `${kind}:${id}`, title, ...more });

export function offerCard(core, { document, reason }) {
  const { summary, topic } = core.offers[document];
  return card("offer", core.offers[document], { summary, topic, reason, contact: regionalContact(core, document) });
}

export const contactCard = (contact, more) => card("contact", contact, { ways: [], ...contact, ...more });

export const houseCard = ({ id, name, district, languages, familyCentre, note, anchor }, town) =>
  card("centre", { id, title: name }, { town: town?.name, district, languages, familyCentre, note, anchor });

export const townCard = ({ id, name }) => card("municipality", { id, title: name });

// Asks for the town, where the office of an offer differs; null where it is the same everywhere.
export function askForTown(core, document) {
  const { id, title } = core.offers[document];
  return core.everywhere[id] ? null : { kind: "ask-town", title, offer: id };
}

// The contact for an offer that is the same in every town.
export const regionalContact = (core, document) => namedContact(core, core.everywhere[core.offers[document].id]);

// Whom to call when nothing fits.
export const helpCard = (core) => namedContact(core, core.fallback);

function namedContact(core, id) {
  const contact = core.contacts.find((other) => other.id === id);
  return contact ? contactCard(contact) : null;
}
