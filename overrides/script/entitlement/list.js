// The offers that may fit, by topic: each with its reason, its amounts of today and the office of the town.
import { make } from "../shared/element.js";
import { answers, sheetOf } from "../shared/responsibility.js";

const STATUSES = 2; // the place of the question for what somebody receives

// `table` has the answers of the town, or is null; `found` is what findOffers found.
export function showTopics(data, table, { bits }, found, link) {
  const held = data.statuses.filter((_, place) => (bits[STATUSES] || data.unsaid[STATUSES]) & (1 << place));
  const remarks = new Map();
  const sorted = [...found].sort(mostToThePoint);
  const topics = data.topics.flatMap((label, number) => {
    const items = sorted.filter(({ offer }) => data.offers[offer][2] === number);
    return items.length ? [showTopic(label, items.map((item) => showOffer(data, table, held, item, remarks, link)))] : [];
  });
  return [topics.length > 1 && jumps(topics), ...topics, remarks.size && notes(remarks)].filter(Boolean);
}

// What asks for most says most about this family.
function mostToThePoint({ rules: [one] }, { rules: [other] }) {
  return (other[1]?.length ?? 0) - (one[1]?.length ?? 0);
}

function showTopic(label, items) {
  return make("section", {}, make("h3", { tabindex: "-1" }, label), make("ul", { class: "fits" }, items));
}

// Buttons, since a link would change the address, in which the answers stand.
function jumps(topics) {
  const items = topics.map((topic) => {
    const [heading, list] = topic.children;
    const button = make("button", { type: "button" }, `${heading.textContent} (${list.children.length})`);
    button.addEventListener("click", () => {
      heading.focus({ preventScroll: true });
      heading.scrollIntoView();
    });
    return make("li", {}, button);
  });
  return make("ul", { class: "pills screen-only" }, items);
}

function showOffer(data, table, held, { offer, rules }, remarks, link) {
  const [id, title, , , amounts] = data.offers[offer];
  const named = [...new Set(rules.flatMap(([, , some = []]) => some))].sort((one, other) => one - other);
  return make(
    "li",
    { "data-record": `offer:${id}` },
    make("a", { href: link("offer", id) }, title),
    make("p", { class: "reason" }, rules[0][0]),
    named.map((number) => make("p", { class: "sum" }, `${amounts[number][0]}: `, make("strong", {}, amounts[number][1]))),
    table && offices(data, table, held, id).map((office) => showOffice(data, data.offers[offer], office, remarks, link)),
  );
}

// The offices for an offer, each with the statuses that lead there where others lead elsewhere.
function offices(data, table, held, offer) {
  const found = new Map();
  const given = held.flatMap(([id, short]) => answers(data, table, id, offer).map((one) => ({ ...one, short })));
  for (const { contact, remarks, short } of given) {
    const office = found.get(contact) ?? { contact: table.contacts[contact], statuses: [], remarks };
    office.statuses.push(short);
    found.set(contact, office);
  }
  return [...found.values()].map((office) => ({ ...office, statuses: office.statuses.length < held.length ? office.statuses : [] }));
}

function showOffice(data, [id, title], { contact, statuses, remarks }, seen, link) {
  for (const remark of remarks) if (!seen.has(remark)) seen.set(remark, seen.size + 1);
  const marks = remarks.map((remark) => seen.get(remark)).join(", ");
  const said = statuses.length ? `Zuständig mit ${statuses.join(", ")}: ` : "Zuständig: ";
  const name = make("a", { href: link("contact", contact.id), "data-contact": contact.id }, contact.title);
  const file = sheetOf(data, id, contact.id);
  const sheet = { class: "sheet", href: `${file}.pdf`, "aria-label": `Zettel: ${title}, ${contact.title}` };
  const limits = contact.limits && [" (", make("strong", { "data-limits": "" }, contact.limits), ")"];
  return make("p", { class: "office" }, said, name, limits, file && [" ", make("a", sheet, "Zettel")], marks && make("small", {}, ` (Hinweis ${marks})`));
}

function notes(remarks) {
  const items = [...remarks.keys()].map((remark) => make("li", {}, remark));
  return make("section", { class: "provenance" }, make("h3", {}, "Hinweise zu den Stellen"), make("ol", {}, items));
}
