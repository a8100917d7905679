// A result as a card. Cards are described in engine/cards.js; sentences stand in the page (`parts`).
import { drawChannel, drawHours, drawLimits, drawNotice, drawWays, nameFew } from "../shared/contact.js";
import { make } from "../shared/element.js";
import { KINDS, searchAddress } from "./words.js";

// What stands in the card, its kind beside the heading. `page`: link (gives the address of a record), parts, q.
export function showCard(card, page) {
  return SHOW[card.kind](card, page).flat().filter(Boolean);
}

const SHOW = {
  offer: (card, page) => [
    heading(card, page),
    make("p", {}, card.summary),
    card.reason && !card.title.includes(card.reason) && make("p", { class: "why" }, "Passt zu: ", card.reason),
    card.contact && make("p", { class: "small" }, "Zuständig: ", link(card.contact, page), firstWay(card.contact)),
  ],
  contact: (card, page) => [
    heading(card, page),
    card.offer && make("p", { class: "why" }, "Zuständig", card.statuses.length > 0 && ` mit: ${card.statuses.join(", ")}`),
    drawLimits(card),
    drawNotice(card),
    drawWays(card),
    drawHours(card),
    card.certainty && part(page, `[data-certainty=${card.certainty}]`),
  ],
  centre: (card, page) => [
    heading(card, page),
    make("p", {}, card.familyCentre && make("span", { class: "badge" }, "Familienzentrum"), " ", [card.district, card.town].filter(Boolean).join(", ")),
    card.note && make("p", { class: "small" }, card.note),
  ],
  municipality: (card, page) => [heading(card, page), part(page, "[data-town]")],
  "ask-town": (card, page) => [askForTown(card, page)],
};

function heading(card, page) {
  return [make("h3", {}, link(card, page)), make("p", { class: "kind" }, make("span", { class: "badge badge-quiet" }, KINDS[card.kind]))];
}

// What is a name stays as it stands on the door, also in a page that a browser translates.
function link({ kind, record, title, anchor }, page) {
  const href = page.link(...record.split(":")) + (anchor ? `#${anchor}` : "");
  return make("a", { href, ...(kind !== "offer" && { translate: "no" }) }, title);
}

function part({ parts }, selector) {
  return parts.querySelector(selector).cloneNode(true);
}

// With the date that all ways share, if there is one.
function firstWay({ ways, date: shared }) {
  return nameFew(ways).flatMap(([way, value, label, date = shared, hours]) => [", ", drawChannel([way, value, label, date, hours], "span")]);
}

// Asks for the town, of which each is a link to the same question with its name.
function askForTown({ title }, page) {
  const shown = part(page, "[data-ask]");
  shown.querySelector("[data-about]").append(title);
  for (const town of shown.querySelectorAll("a")) town.href = searchAddress({ q: `${page.q} ${town.textContent}` });
  return shown;
}
