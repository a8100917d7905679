// What the finder shows: cards with the short way (Dienstweg) apart, for the house first, then for the town.
import { drawChannels, drawContact, drawHours, drawLimits, drawNotice, isDialled, isDirect, nameFew } from "../shared/contact.js";
import { make, makeSmall } from "../shared/element.js";
import { countOffers, drawOffers, drawStatuses } from "../shared/offices.js";
import { PERSON, sentence } from "../shared/open-hours.js";
import { nameOf, nameOfTown, offices, sheetOf } from "../shared/responsibility.js";
import { chainOf } from "./chain.js";
import { townOf } from "./choice.js";

const NOBODY = "Für dieses Haus kennen wir noch keinen festen Kontakt.";

// { said: one sentence for those who cannot see the page change, content }
export function showContacts(data, finder, table, choice, link, now) {
  if (choice.contact) return contactPart(finder.contacts[choice.contact], link, now);
  const town = townOf(choice, data, finder);
  const found = table ? offices(data, table, { statuses: [], topic: choice.topic, offer: choice.offer }) : [];
  const house = choice.house ? houseParts(finder, choice.house, link, now) : [];
  const first = choice.house && chainOf(finder, choice.house).find(({ contact }) => contact);
  const named = first && `${first.role}: ${finder.contacts[first.contact].title}.`;
  const count = found.length && `Zuständig in ${nameOfTown(data.towns, town)}: ${found.length === 1 ? "eine Stelle" : `${found.length} Stellen`}.`;
  return {
    said: [named, count].filter(Boolean).join(" "),
    content: [...house, ...(table ? townParts(data, finder, table, { ...choice, town }, found, link, now) : [])],
  };
}

// One contact, looked for by its name.
function contactPart(contact, link, now) {
  const drawn = card(contact, link, now, { level: "h2" });
  drawn.querySelector("h2").tabIndex = -1;
  return { said: `${contact.title}.`, content: [drawn] };
}

function houseParts(finder, house, link, now) {
  const name = make("a", { href: `${link("centre", house)}#kontakt` }, nameOf(finder.houses, house));
  const parts = chainOf(finder, house).flatMap(({ role, contact, limits, said }) => [
    role && make("h3", {}, role),
    contact ? card(limited(finder.contacts[contact], limits), link, now, { level: "h4" }) : make("p", { class: "unknown" }, NOBODY),
    ...said.map((text) => makeSmall(text)),
  ]);
  const bookmark = make("a", { href: `#haus=${house}` }, "Diese Adresse");
  const keep = make("p", { class: "small screen-only" }, "Ihr Haus? ", bookmark, " können Sie als Lesezeichen speichern. Dann stehen Ihre Kontakte beim nächsten Mal gleich hier.");
  return [make("h2", { tabindex: "-1" }, name), ...parts, keep];
}

// All offices of a town, folded below a house; or of one topic there with what each is responsible for.
function townParts(data, finder, table, { house, town, topic, offer }, found, link, now) {
  const isFolded = Boolean(house); // whom the house asks comes first
  const name = nameOfTown(data.towns, town);
  const about = offer ? nameOf(data.offers, offer) : finder.topics[data.topics.indexOf(topic)];
  const heading = make("h2", { tabindex: "-1" }, about ? `${name}: ${about}` : `Zuständig in ${name}`);
  if (about) return [heading, make("div", { class: "grid" }, found.map((office) => officeCard(data, finder, table, office, link, now)))];
  const lines = found.map((office) => officeLine(shownBy(finder, table, office), office, link));
  const list = [make("p", {}, "Mit einem Anliegen wird die Liste kürzer und genauer."), make("ul", { class: "list" }, lines)];
  return isFolded ? [make("details", { class: "fold" }, make("summary", {}, heading.textContent, " ", make("span", { class: "count" }, lines.length)), list)] : [heading, list].flat();
}

// The office in few lines: the short way if there is one, else the first number or mailbox, else who else answers.
function officeLine(contact, { offers }, link) {
  const [short] = contact.short ?? [];
  const direct = short ? [short] : nameFew((contact.ways ?? []).filter(isDirect));
  return make(
    "li",
    {},
    make("a", { href: link("contact", contact.id), translate: "no" }, contact.title),
    make("span", { class: "towns" }, countOffers(offers)),
    drawLimits(contact),
    short && way("Dienstweg, nur für Fachkräfte"),
    drawChannels([...direct, contact.line].filter(Boolean).slice(0, direct.length || 1)),
  );
}

function officeCard(data, finder, table, { contact, offers }, link, now) {
  const { id } = table.contacts[contact];
  const title = (entry) => {
    const name = nameOf(data.offers, entry.id);
    const file = sheetOf(data, entry.id, id);
    const sheet = { class: "sheet", href: `${file}.pdf`, "aria-label": `Zettel: ${name}` };
    return [make("a", { href: link("offer", entry.id) }, name), file && [" ", make("a", sheet, "Zettel")]];
  };
  const { list, common } = drawOffers(data, [], offers, title);
  const statuses = data.statuses.map(([status]) => status).filter((status) => offers.some((entry) => entry.statuses.includes(status)));
  const before = drawStatuses(data, [], statuses);
  const after = [offers.length > 1 ? make("details", {}, make("summary", {}, countOffers(offers)), list) : list, common];
  return card(shownBy(finder, table, { contact }), link, now, { before, after });
}

// A contact with the short way, the hours and the languages as well.
function card(contact, link, now, { level, before, after }) {
  const { ways = [], short = [] } = contact;
  const page = link("contact", contact.id);
  const open = sentence(contact.spans ?? "", contact.until, now, PERSON);
  const top = [
    drawNotice(contact),
    open && make("p", { class: "open-now" }, open),
    short.length && make("div", { class: "short-way" }, way("Dienstweg, nur für Fachkräfte"), drawChannels(short)),
    short.length && way("Für Eltern"),
  ];
  const below = [
    drawHours(contact, true),
    contact.spoken && make("p", {}, `Sprachen: ${contact.spoken}`),
    [...ways, ...short].some(isDialled) && save(contact.id, page),
  ];
  return drawContact(contact, page, { level, before, top, after: [below, after] });
}

// The contact of a town's answer, with the limits that the answer gives it.
function shownBy(finder, table, { contact }) {
  const { id, limits } = table.contacts[contact];
  return limited(finder.contacts[id], limits);
}

function limited(contact, limits) {
  return { ...contact, limits: limits ?? contact.limits };
}

function way(text) {
  return make("p", { class: "way" }, text);
}

function save(id, page) {
  const link = { class: "button button-quiet", href: `${page}kontakt.vcf`, download: `${id}.vcf` };
  return make("p", { class: "save" }, make("a", link, "Im Telefon speichern"));
}
