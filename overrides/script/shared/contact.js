// A contact as every script draws it; what it holds is described in scripts/wegweiser/browser/records.py.
import { make, makeSmall } from "./element.js";

const DIALLED = ["phone", "short_number"];
// Labels that say for which people a number is (as in scripts/wegweiser/wording/parts.py).
const DIVIDES = /Nachname|Buchstabe|Ortsteil|^[A-ZÄÖÜ][a-zäöüß]{0,2}( bis | ?[-–] ?)[A-ZÄÖÜ][a-zäöüß]{0,2}(?![a-zäöüß])/;
const DIRECT = [...DIALLED, "email"];
const SERVICES = ["booking", "online_form", "sign_language_video"];
const NAME = { translate: "no" }; // a translator must not touch what stands on a door
const WRITTEN = { dir: "ltr", ...NAME }; // nor turn what is dialled or typed

// A card with every known way to the contact; `before` stands above the title, `top` below it, `after` at the end.
export function drawContact(contact, address, { level = "h3", before, top, after }) {
  const { place = [], placeDate } = contact;
  const title = make(level, {}, make("a", { href: address, ...NAME }, contact.title));
  const lines = place.length && make("address", WRITTEN, place.map((line, i) => [i > 0 && make("br", {}), line]));
  const attributes = { class: "card contact", "data-contact": contact.id };
  return make("div", attributes, before, title, drawLimits(contact), top, drawWays(contact, [lines, drawDate(placeDate)]), after);
}

// For whom alone the contact is there.
export function drawLimits({ limits }) {
  return limits && make("p", { class: "why" }, "Für: ", make("strong", { "data-limits": "" }, limits));
}

// What to name where there is room for one; where each number is for other people, all of them.
export function nameFew(ways) {
  const [first] = ways;
  return DIVIDES.test(first?.[2]) ? ways.filter(([way, , label]) => way === first[0] && DIVIDES.test(label)) : ways.slice(0, 1);
}

// The ways to somebody with the year that all share; without a number of its own first that of who answers instead.
// `more` stands between the ways and their year.
export function drawWays({ ways = [], date, site, line, gone }, more) {
  if (gone) return [make("p", {}, "Diese Stelle gibt es nicht mehr.")];
  const next = line && [drawChannels([line]), !ways.some(leadsOn) && make("p", { class: "small" }, "Eine direkte Nummer fehlt noch.")];
  return [next, drawChannels(ways), more, drawDate(date), site && drawSite(site)];
}

export function isDialled([way]) {
  return DIALLED.includes(way);
}

// Whether a way leads to somebody at once.
export function isDirect([way]) {
  return DIRECT.includes(way);
}

// Whether there is anything to turn to, also a page made for it.
function leadsOn([way, , label]) {
  return isDirect([way]) || SERVICES.includes(way) || (way === "web" && /termin/i.test(label));
}

// What has to be known before one goes there: that one needs an appointment, and the days on which nobody is there.
export function drawNotice({ headline, closed = [] }) {
  const days = closed.map(([when, reason]) => make("p", { class: "small closed" }, make("strong", {}, `${when}: geschlossen`), ` (${reason})`));
  return [headline && make("p", { class: "open-now" }, headline), days];
}

export function drawChannels(ways) {
  return ways.length && make("ul", { class: "channels" }, ways.map((way) => drawChannel(way)));
}

// As an item of a list, if nothing else is said.
export function drawChannel([way, value, label, date, hours], name = "li") {
  const address = addressOf(way, value);
  const isPage = address === value;
  const text = isPage ? label || hostOf(value) : make("span", WRITTEN, value);
  const link = address ? make("a", { class: "reach", href: address, ...(isPage && { rel: "noopener" }) }, text) : make("span", {}, way === "fax" && "Fax ", text);
  const more = label && (isPage ? make("span", { class: "small", ...WRITTEN }, ` (${hostOf(value)})`) : make("span", { class: "label" }, label));
  return make(name, { class: "channel", "data-channel": way }, link, more, hours && make("span", { class: "small" }, hours), drawDate(date));
}

// Where a link to this way leads; a letter box has none, and a fax is not called.
export function addressOf(way, value) {
  if (way === "web" || SERVICES.includes(way)) return value;
  if (way === "post" || way === "fax") return "";
  return way === "email" ? `mailto:${value}` : `tel:${value.replace(/^0/, "+49").replace(/[^0-9+]/g, "")}`;
}

function hostOf(address) {
  return new URL(address).host.replace(/^www\./, "");
}

// A date as [year, day]; where the year is not known, the day stands in the mark-up alone.
export function drawDate(date) {
  return date && make("small", { class: "year" }, make("time", { datetime: date[1] }, date[0] && `(${date[0]})`));
}

function drawSite(site) {
  return make("p", {}, make("a", { href: site, rel: "noopener" }, "Website"), make("span", { class: "small", ...WRITTEN }, ` (${hostOf(site)})`));
}

// Opening hours with their date, nothing where they are not known. `folded`: behind their title.
export function drawHours({ hours, hoursNote, hoursDate }, folded) {
  if (!hours) return "";
  const rows = hours.map(([days, times]) => make("tr", {}, make("th", { scope: "row" }, days), make("td", {}, times)));
  const title = make(folded ? "summary" : "caption", {}, "Öffnungszeiten");
  const table = make("table", {}, !folded && title, make("tbody", {}, rows));
  return make(folded ? "details" : "div", { class: "hours" }, folded && title, table, hoursNote && makeSmall(hoursNote), drawDate(hoursDate));
}
