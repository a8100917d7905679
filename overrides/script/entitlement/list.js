// The offers that may fit: a few at once, the others folded by topic. Each with its reason, its amounts of today, what
// to say of time and the office of the town.
import { addressOf, isDialled } from "../shared/contact.js";
import { make } from "../shared/element.js";
import { answers, sheetOf } from "../shared/responsibility.js";

const STATUSES = 2; // the place of the question for what somebody receives
const FEW = 5; // offers that are shown at once
const LIVING = 1000; // euro a month that count for what secures food or rent

// `table` has the answers of the town, or is null; `found` is what findOffers found.
export function showOffers(data, table, { bits }, found, link) {
  const held = data.statuses.filter((_, place) => (bits[STATUSES] || data.unsaid[STATUSES]) & (1 << place));
  const remarks = new Map();
  const draw = (item) => showOffer(data, table, held, item, remarks, link);
  const sorted = inOrder(data, bits, found);
  const first = sorted.slice(0, FEW);
  const others = sorted.slice(FEW);
  const shown = make("ul", { class: "fits" }, first.map(draw));
  const topics = data.topics.flatMap((label, number) => {
    const items = others.filter(({ offer }) => data.offers[offer][2] === number);
    return items.length ? [showTopic(label, items.map(draw))] : [];
  });
  return [
    others.length && make("h3", {}, "Sehen Sie hier zuerst nach"),
    shown,
    others.length && make("details", { class: "fold" }, make("summary", {}, "Alle anderen ", make("span", { class: "count" }, others.length)), topics.length > 1 && jumps(topics), topics),
    remarks.size && notes(remarks),
  ].filter(Boolean);
}

// What the family calls urgent, then what fits by what it has answered, then what is worth most, then what has a deadline
// soon, then what asks for most, since that says most about this family.
export function inOrder(data, bits, found) {
  const needs = bits[data.needs];
  const ranked = found.map((item) => {
    const [, , , , amounts, , front] = data.offers[item.offer];
    const isUrgent = item.rules.some(([, conditions = []]) => conditions.some((question, place) => place % 2 === 0 && question === data.needs && conditions[place + 1] & needs));
    const isAnswered = (question) => bits[question] > 0 || data.unsaid[question] !== -1;
    const isKnown = item.rules.some(([, conditions = []]) => conditions.every((question, place) => place % 2 === 1 || isAnswered(question)));
    const worth = Math.max(0, ...item.rules.flatMap(([, , some = []]) => some).map((number) => amounts[number][2]), front & 2 ? LIVING : 0);
    return { item, rank: [Number(isUrgent), Number(isKnown), worth, front & 1, item.rules[0][1]?.length ?? 0] };
  });
  const compare = (one, other) => other.map((value, place) => value - one[place]).find(Boolean) ?? 0;
  return ranked.sort((one, other) => compare(one.rank, other.rank)).map(({ item }) => item);
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
  const [id, title, , , amounts, deadline] = data.offers[offer];
  const named = [...new Set(rules.flatMap(([, , some = []]) => some))].sort((one, other) => one - other);
  return make(
    "li",
    { "data-record": `offer:${id}` },
    make("a", { href: link("offer", id) }, title),
    make("p", { class: "reason" }, rules[0][0]),
    named.map((number) => showAmount(amounts[number])),
    deadline && make("p", { class: "small" }, make("strong", {}, "Frist: "), deadline),
    table && offices(data, table, held, id).map((office) => showOffice(data, data.offers[offer], office, remarks, link)),
  );
}

function showAmount([label, text, , until, says]) {
  const today = new Date().toLocaleDateString("sv"); // 2026-11-22, on the clock of the device
  const remark = until < today && ` ${says}`; // `undefined` is before no day
  return make("p", { class: "sum" }, `${label}: `, make("strong", {}, text), remark);
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
  return make("p", { class: "office" }, said, name, limits, showNumber(contact), file && [" ", make("a", sheet, "Zettel")], marks && make("small", {}, ` (Hinweis ${marks})`));
}

// The first number, else whoever answers instead.
function showNumber({ ways = [], line }) {
  const [way, value] = ways.find(isDialled) ?? line ?? [];
  return value && [", ", make("a", { href: addressOf(way, value) }, value), !ways.some(isDialled) && ` (${line[2]})`];
}

function notes(remarks) {
  const items = [...remarks.keys()].map((remark) => make("li", {}, remark));
  return make("section", { class: "provenance" }, make("h3", {}, "Hinweise zu den Stellen"), make("ol", {}, items));
}
