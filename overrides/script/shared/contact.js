// A contact as every script draws it; what it holds is described in scripts/wegweiser/browser/guide.py.
import { make, makeSmall } from "./element.js";

const DIRECT = ["phone", "short_number", "email"];

// A card with every known way to the contact; `before` stands above the title, `top` below it, `after` at the end.
export function drawContact(contact, address, { level = "h3", before, top, after }) {
  const title = make(level, {}, make("a", { href: address }, contact.title));
  return make("div", { class: "card contact", "data-contact": contact.id }, before, title, top, drawReach(contact), after);
}

// How somebody is reached: ways, address, dates; where neither number nor mailbox is known, that.
export function drawReach({ ways = [], place = [], placeStand, stand, site }) {
  return [
    drawChannels(ways),
    place.length && make("address", {}, place.map((line, i) => [i > 0 && make("br", {}), line])),
    drawDate(placeStand),
    drawDate(stand),
    !ways.some(isDirect) && drawUnconfirmed(site, ways.some(([way]) => way === "web")),
  ];
}

// Whether a way leads to somebody at once.
export function isDirect([way]) {
  return DIRECT.includes(way);
}

export function drawChannels(ways) {
  return ways.length && make("ul", { class: "channels" }, ways.map((way) => drawChannel(way)));
}

// As an item of a list, if nothing else is said.
export function drawChannel([way, value, label, date], name = "li") {
  const address = addressOf(way, value);
  const isWeb = way === "web";
  const text = isWeb ? label || hostOf(value) : value;
  const link = address ? make("a", { class: "reach", href: address, ...(isWeb && { rel: "noopener" }) }, text) : make("span", {}, text);
  const more = label && (isWeb ? make("span", { class: "small" }, ` (${hostOf(value)})`) : make("span", { class: "label" }, label));
  return make(name, { class: "channel", "data-channel": way }, link, more, drawDate(date));
}

// Where a link to this way leads; a letter box has none.
export function addressOf(way, value) {
  if (way === "web") return value;
  if (way === "post") return "";
  return way === "email" ? `mailto:${value}` : `tel:${value.replace(/[^0-9+]/g, "")}`;
}

function hostOf(address) {
  return new URL(address).host.replace(/^www\./, "");
}

// A date as [in words, day, whether visitors are to ask].
export function drawDate(date) {
  return date && makeSmall(make("time", { datetime: date[1] }, date[0]), date[2] && ". Bitte nachfragen, ob es noch stimmt.");
}

function drawUnconfirmed(site, isListed) {
  const website = site ? make("a", { href: site, rel: "noopener" }, "Website") : isListed && "Website";
  const ask = website && [" Fragen Sie bitte über die ", website, "."];
  return make("p", { class: "unknown" }, "Telefon und E-Mail sind noch nicht bestätigt.", ask);
}

export function drawHours({ hours = [] }) {
  const rows = hours.map(([days, times]) => make("tr", {}, make("th", { scope: "row" }, days), make("td", {}, times)));
  return make("table", {}, make("tbody", {}, rows));
}
