// A result as a card. Cards are described in search/cards.js; sentences stand in the page (`parts`).
import { make } from "../shared/element.js";
import { KINDS, searchAddress } from "./words.js";

// What stands in the card. `page`: home (address of the start page), parts, q.
export function showCard(card, page) {
  return SHOW[card.kind](card, page).filter(Boolean);
}

const SHOW = {
  offer: (card, page) => [
    heading(card, page),
    make("p", {}, card.summary),
    card.reason && !card.title.includes(card.reason) && make("p", { class: "why" }, "Passt zu: ", card.reason),
    card.contact && make("p", { class: "small" }, "Zuständig: ", link(card.contact, page), phone(card.contact)),
  ],
  contact: (card, page) => [
    heading(card, page),
    card.offer && make("p", { class: "why" }, "Zuständig", card.statuses.length > 0 && ` mit: ${card.statuses.join(", ")}`),
    card.channels.length ? make("ul", { class: "channels" }, card.channels.map((given) => channel(given, "li"))) : part(page, "[data-unconfirmed]"),
    card.hours.length && hours(card),
    card.website && make("p", {}, "Website: ", make("a", { href: card.website, rel: "noopener" }, new URL(card.website).host.replace("www.", ""))),
    card.certainty && part(page, `[data-certainty=${card.certainty}]`),
  ],
  centre: (card, page) => [
    heading(card, page),
    make("p", {}, card.familyCentre && make("span", { class: "badge" }, "Familienzentrum"), " ", [card.district, card.town].filter(Boolean).join(", ")),
  ],
  municipality: (card, page) => [heading(card, page), part(page, "[data-town]")],
  "ask-town": (card, page) => [askForTown(card, page)],
};

function heading(card, page) {
  return make("h3", {}, link(card, page), " ", make("small", { class: "badge badge-quiet" }, KINDS[card.kind]));
}

function link({ address, title }, { home }) {
  return make("a", { href: home + address }, title);
}

function part({ parts }, selector) {
  return parts.querySelector(selector).cloneNode(true);
}

function phone({ channels: [first] }) {
  return first && [", ", channel(first, "span")];
}

function channel([text, stand, isSure], name) {
  const [way, href] = text.includes("@") ? ["email", `mailto:${text}`] : ["phone", `tel:${text.replaceAll(" ", "")}`];
  return make(name, { class: "channel", "data-channel": way }, make("a", { class: "reach", href }, text), note(stand, isSure));
}

function hours({ hours: rows, hoursStand, hoursSure }) {
  const body = rows.map(([days, times]) => make("tr", {}, make("th", { scope: "row" }, days), make("td", {}, times)));
  return make("div", { class: "hours" }, make("table", {}, make("caption", {}, "Öffnungszeiten"), body), note(hoursStand, hoursSure));
}

function note(stand, isSure) {
  return stand && make("small", { class: "stand" }, stand, !isSure && ". Bitte nachfragen, ob es noch stimmt.");
}

// Asks for the town, of which each is a link to the same question with its name.
function askForTown({ title }, page) {
  const shown = part(page, "[data-ask]");
  shown.querySelector("[data-about]").append(title);
  for (const town of shown.querySelectorAll("a")) town.href = searchAddress({ q: `${page.q} ${town.textContent}` });
  return shown;
}
