// What the finder shows: cards with the short way (Dienstweg) apart, for the house first, then for the town.
import { chainOf, townOf } from "./kontakte-suche.js";
import { PERSON, sentence } from "./offen-zeit.js";
import { make } from "./element.js";
import { commonRemarks, offices, sheetOf } from "./zustaendig-antwort.js";
import { channel, nameOf, small, stand, unconfirmed, withStatuses } from "./zustaendig-karte.js";

const DIRECT = ["phone", "short_number", "email"];
const NOBODY = {
  "Fester Kontakt": "Für dieses Haus kennen wir noch keinen festen Kontakt, keine Vertretung und keinen Dienstweg.",
  Vertretung: "Wer vertritt, ist noch nicht bekannt.",
};

// { said: one sentence for those who cannot see the page change, content }
export function showContacts(data, finder, table, choice, root, now) {
  const town = townOf(choice, data, finder);
  const found = table ? offices(data, table, { statuses: [], topic: choice.topic, offer: "" }) : [];
  const house = choice.house ? houseParts(finder, choice.house, root, now) : [];
  const first = choice.house && chainOf(finder, choice.house).find(({ contact }) => contact);
  const named = first && `${first.role}: ${finder.contacts[first.contact].title}.`;
  const count = found.length && `Zuständig in ${nameOf(data.towns, town)}: ${found.length === 1 ? "eine Stelle" : `${found.length} Stellen`}.`;
  return {
    said: [named, count].filter(Boolean).join(" "),
    content: [...house, ...(table ? townParts(data, finder, table, { ...choice, town }, found, root, now) : [])],
  };
}

function houseParts(finder, house, root, now) {
  const name = make("a", { href: `${root}familienzentren/${house}/#kontakt` }, nameOf(finder.houses, house));
  const parts = chainOf(finder, house).flatMap(({ role, contact, said }) => [
    make("h3", {}, role),
    contact ? card(finder.contacts[contact], root, now, "h4") : make("p", { class: "unknown" }, NOBODY[role]),
    ...said.map(small),
  ]);
  return [make("h2", { tabindex: "-1" }, name), ...parts];
}

// All offices of a town, or of one topic there with what each is responsible for.
function townParts(data, finder, table, { town, topic }, found, root, now) {
  const name = nameOf(data.towns, town);
  const about = finder.topics[data.topics.indexOf(topic)];
  const heading = make("h2", { tabindex: "-1" }, `Zuständig in ${name}${about ? `: ${about}` : ""}`);
  if (about) return [heading, make("div", { class: "grid" }, found.map((office) => officeCard(data, finder, table, office, root, now)))];
  const lines = found.map((office) => officeLine(finder.contacts[table.contacts[office.contact].id], office, root));
  return [heading, make("p", {}, "Mit einem Thema wird die Liste kürzer und genauer."), make("ul", { class: "list" }, lines)];
}

// The office in few lines: the short way if there is one, else the first number or mailbox; with its date.
function officeLine(contact, { offers }, root) {
  const [short] = contact.short ?? [];
  const direct = short ?? contact.ways?.find(([kind]) => DIRECT.includes(kind));
  return make(
    "li",
    {},
    make("a", { href: `${root}kontakte/${contact.id}/` }, contact.title),
    make("span", { class: "towns" }, count(offers)),
    short && way("Dienstweg, nur für Fachkräfte"),
    direct && make("ul", { class: "channels" }, channel(direct)),
    direct && !direct[3] && stand(contact.stand),
  );
}

function officeCard(data, finder, table, { contact, offers }, root, now) {
  const common = commonRemarks(offers);
  const rows = offers.map((entry) => {
    const own = entry.remarks.filter((remark) => !common.includes(remark));
    const title = make("a", { href: `${root}angebote/${entry.id}/` }, nameOf(data.offers, entry.id));
    const file = sheetOf(data, entry.id, table.contacts[contact].id);
    const sheet = { class: "sheet", href: `${file}.pdf`, "aria-label": `Zettel: ${nameOf(data.offers, entry.id)}` };
    return make("li", {}, title, file && [" ", make("a", sheet, "Zettel")], withStatuses(data, { statuses: [] }, entry), own.map(small));
  });
  const list = make("details", {}, make("summary", {}, count(offers)), make("ul", { class: "list" }, rows));
  const statuses = data.statuses.map(([id]) => id).filter((id) => offers.some((entry) => entry.statuses.includes(id)));
  const before = withStatuses(data, { statuses: [] }, { statuses });
  return card(finder.contacts[table.contacts[contact].id], root, now, "h3", before, list, common.map(small));
}

function count({ length }) {
  return length === 1 ? "Zuständig für 1 Hilfe" : `Zuständig für ${length} Hilfen`;
}

// A contact with every known way to it; `before` stands above its title, `after` at the end.
function card(contact, root, now, level, before, ...after) {
  const { ways = [], short = [], place = [], hours = [] } = contact;
  const page = `${root}kontakte/${contact.id}/`;
  const direct = ways.some(([kind]) => DIRECT.includes(kind));
  const open = sentence(contact.spans ?? "", contact.until, now, PERSON);
  const rows = hours.map(([days, times]) => make("tr", {}, make("th", { scope: "row" }, days), make("td", {}, times)));
  const table = make("table", {}, make("tbody", {}, rows));
  const times = make("details", { class: "hours" }, make("summary", {}, "Öffnungszeiten"), table, contact.hoursNote && small(contact.hoursNote), stand(contact.hoursStand));
  return make(
    "div",
    { class: "card contact", "data-contact": contact.id },
    before,
    make(level, {}, make("a", { href: page }, contact.title)),
    open && make("p", { class: "open-now" }, open),
    short.length && make("div", { class: "short-way" }, way("Dienstweg, nur für Fachkräfte"), make("ul", { class: "channels" }, short.map(channel))),
    short.length && way("Für Eltern"),
    ways.length && make("ul", { class: "channels" }, ways.map(channel)),
    place.length && make("address", {}, place.map((line, i) => [i > 0 && make("br", {}), line])),
    [contact.placeStand, contact.stand].map(stand),
    !direct && unconfirmed(contact.site, ways.some(([kind]) => kind === "web")),
    rows.length && times,
    contact.languages && make("p", {}, `Sprachen: ${contact.languages}`),
    (direct || short.length || place.length) && save(contact.id, page),
    after,
  );
}

function way(text) {
  return make("p", { class: "way" }, text);
}

function save(id, page) {
  const link = { class: "button button-quiet", href: `${page}kontakt.vcf`, download: `${id}.vcf` };
  return make("p", { class: "save" }, make("a", link, "Im Telefon speichern"));
}
