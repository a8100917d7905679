import { askForTown, contactCard, houseCard, offerCard, regionalContact, townCard } from "./cards.js";

const SOMETHING = 0.35; // share of the question that an offer must answer for its office to be shown
const CONTACTS = 2; // contacts of a town beside the best offer
const HOUSES = 3; // houses that have the best offer
const HOUSES_ASKED_FOR = 6;

// Puts the cards in order. `found`: core, offers and offices (best first), wantsContact, wantsHouse, isOnlyPlace,
// isMentioned (an office is named, but the question is about something else), status (bits), houses { named, there };
// with a town also town and here (its file).
export function arrange(found) {
  const [first] = found.offers;
  const best = first?.covered >= SOMETHING || first?.phrase >= SOMETHING ? first.document : null;
  const offers = found.offers.map((entry) => offerCard(found.core, entry));
  return unique(found.town ? inTown(found, best, offers) : anywhere(found, best, offers));
}

function anywhere({ core, offices, wantsContact, isMentioned, houses }, best, offers) {
  const before = isMentioned ? 1 : 0;
  if (offices.length)
    return [...offers.slice(0, before), officeAnywhere(core, offices), ...houses.named, ...offers.slice(before)];
  const hasBest = best !== null;
  const contact = hasBest && wantsContact ? regionalContact(core, best) : null;
  const asking = hasBest ? askForTown(core, best) : null;
  return [contact, ...houses.named, ...offers.slice(0, 1), asking, ...offers.slice(1)];
}

function inTown(found, best, offers) {
  const { houses, offices, town, here, isOnlyPlace, isMentioned, wantsContact, wantsHouse } = found;
  if (isOnlyPlace) return [townCard(town), ...houses.there, ...here.contacts.map((contact) => contactCard(contact))];
  const named = officesInTown(found);
  const contacts = named.length || best === null ? named : answersTo(found, best);
  if (named.length && !isMentioned) return [...contacts, ...offers];
  const front = [...houses.named, ...(wantsHouse ? houses.there.slice(0, HOUSES_ASKED_FOR) : [])];
  if (wantsContact && contacts.length) return [...front, ...contacts, ...offers];
  const few = contacts.filter(({ limits }, number) => limits || number < CONTACTS); // no part of an office alone
  const cards = [...offers.slice(0, 1), ...few, ...housesWith(found, best), ...offers.slice(1)];
  return [...front, ...(cards.length || offices.length ? cards : houses.there)];
}

export function unique(cards) {
  const seen = new Set();
  return cards.filter((card) => {
    const isNew = card && !(card.record && seen.has(card.record));
    if (isNew) seen.add(card.record);
    return isNew;
  });
}

// An office that was named without a town: itself where there is one for the region, else the question for the town.
function officeAnywhere(core, offices) {
  const regional = offices.map((document) => core.contacts[document]).find(Boolean);
  if (regional) return contactCard(regional);
  const roles = offices.map((document) => core.roles[document - core.contacts.length][0]);
  return { kind: "ask-town", title: roles.sort((a, b) => a.length - b.length)[0] };
}

function officesInTown({ core, offices, here }) {
  const found = offices.flatMap((document) => {
    const role = document - core.contacts.length;
    return core.contacts[document] ?? here.contacts.filter((contact) => contact.role === role);
  });
  return found.map((contact) => contactCard(contact));
}

// Who answers for an offer in the town: first for the status that was named, then who answers for most.
function answersTo({ core, here, status }, best) {
  const statusesOf = (bits) => core.statuses.filter((_, bit) => bits & (1 << bit));
  const rank = ([, bits]) => (bits & status ? core.statuses.length : 0) + statusesOf(bits).length;
  const contacts = [...core.contacts, ...here.contacts];
  return [...here.different[here.answers[best]]]
    .sort((a, b) => rank(b) - rank(a))
    .map(([contact, bits, certainty, limits]) => {
      const named = statusesOf(bits).length === core.statuses.length ? [] : statusesOf(bits).map(([short]) => short);
      const more = {
        offer: core.offers[best].title,
        statuses: named,
        certainty: ["", "derived", "fallback"][certainty],
        ...(limits && { limits }),
      };
      return contactCard(contacts[contact], more);
    });
}

function housesWith({ core, here, town }, best) {
  const id = core.offers[best]?.id;
  const having = here.centres.filter((house) => house.offers?.includes(id));
  return having.slice(0, HOUSES).map((house) => houseCard(house, town));
}
