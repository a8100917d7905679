// What the guide shows as an answer.
import { make } from "./element.js";
import { commonRemarks, offices, sheetOf, writeState } from "./zustaendig-antwort.js";

const DIRECT = ["phone", "short_number", "email"];
const FEW = 4;

// Heading and content of the answer, and one sentence for those who cannot see the page change.
export function showAnswer(data, table, state, root) {
  const found = offices(data, table, state);
  const town = nameOf(data.towns, state.town);
  const cards = found.map((office) => officeCard(data, table, state, office, root, found.length > 1));
  const names = found.map(({ contact }) => table.contacts[contact].title);
  const pages = wholePages(data, state, town, root);
  if (!state.offer) {
    const many = names.length > 1;
    return {
      heading: many ? `Ihre Stellen in ${town}` : `Ihre Stelle in ${town}`,
      said: many ? `${names.length} Stellen für ${town}.` : `Zuständig: ${names[0]}.`,
      content: [text("Wählen Sie eine Hilfe. Dann sehen Sie, was Sie tun und mitbringen."), make("div", { class: "grid" }, cards), pages],
    };
  }
  const depends = `In ${town} kommt es darauf an, was Sie bekommen. Diese Stellen sind zuständig:`;
  const intro = text(names.length > 1 ? depends : `In ${town} ist diese Stelle zuständig:`);
  const more = make("a", { class: "button", href: `${root}angebote/${state.offer}/` }, "Alles über diese Hilfe");
  const back = make("p", { class: "screen-only" }, link({ ...state, offer: "" }, "Andere Hilfen zu diesem Thema"));
  return {
    heading: nameOf(data.offers, state.offer),
    said: `Zuständig: ${names.join(" und ")}.`,
    content: [intro, cards, make("div", { "data-steps": "" }), text(more), back, pages],
  };
}

// The first step of an offer and its papers.
export function showSteps([first, papers]) {
  const list = make("ul", { class: "checklist" }, papers.map((paper) => make("li", {}, paper)));
  return [make("h3", {}, "Ihr nächster Schritt"), text(first), papers.length && make("h3", {}, "Das brauchen Sie"), list];
}

// A contact with every known way to it; `before` stands above its name, `after` at the end.
export function contactCard(contact, root, before, ...after) {
  const { ways = [], place = [] } = contact;
  return make(
    "div",
    { class: "card contact", "data-contact": contact.id },
    before,
    make("h3", {}, make("a", { href: `${root}kontakte/${contact.id}/` }, contact.title)),
    ways.length && make("ul", { class: "channels" }, ways.map(channel)),
    place.length && make("address", {}, place.map((line, i) => [i > 0 && make("br", {}), line])),
    [contact.placeStand, contact.stand].map(stand),
    !ways.some(([way]) => DIRECT.includes(way)) && unconfirmed(contact.site, ways.some(([way]) => way === "web")),
    after,
  );
}

function officeCard(data, table, state, { contact, offers }, root, differs) {
  const common = commonRemarks(offers);
  const remarks = common.map(small);
  if (state.offer) {
    const shown = table.contacts[contact];
    const sheet = sheetLinks(sheetOf(data, state.offer, shown.id));
    return contactCard(shown, root, differs && withStatuses(data, state, offers[0]), remarks, sheet);
  }
  const rows = offers.map((entry) => {
    const own = entry.remarks.filter((remark) => !common.includes(remark));
    const title = link({ ...state, offer: entry.id }, nameOf(data.offers, entry.id));
    return make("li", {}, title, withStatuses(data, state, entry), own.map(small));
  });
  const list = make("ul", { class: "list" }, rows);
  const count = make("summary", {}, `Zuständig für ${rows.length} Hilfen`);
  return contactCard(table.contacts[contact], root, "", differs && rows.length > FEW ? make("details", {}, count, list) : list, remarks);
}

function sheetLinks(file) {
  const small = { href: `${file}-a5.pdf`, "aria-label": "Zettel zum Mitgeben, A5 (PDF)" };
  return file && make("p", { class: "screen-only" }, make("a", { href: `${file}.pdf` }, "Zettel zum Mitgeben (PDF)"), " · ", make("a", small, "A5"));
}

// The statuses that lead to the office, where others of those asked about do not.
export function withStatuses(data, state, { statuses }) {
  if (statuses.length === (state.statuses.length || data.statuses.length)) return "";
  const names = data.statuses.filter(([id]) => statuses.includes(id)).map(([, short]) => short);
  return make("span", { class: "towns" }, `Mit: ${names.join(", ")}`);
}

export function channel([way, value, label, date]) {
  if (way === "web") {
    const host = new URL(value).host.replace(/^www\./, "");
    const link = make("a", { class: "reach", href: value, rel: "noopener" }, label || host);
    return make("li", { class: "channel", "data-channel": way }, link, label && make("span", { class: "small" }, ` (${host})`), stand(date));
  }
  const direct = way === "email" ? `mailto:${value}` : `tel:${value.replace(/[^0-9+]/g, "")}`;
  const reach = way === "post" ? make("span", {}, value) : make("a", { class: "reach", href: direct }, value);
  return make("li", { class: "channel", "data-channel": way }, reach, label && make("span", { class: "label" }, label), stand(date));
}

export function stand(date) {
  const ask = date?.[2] && ". Bitte nachfragen, ob es noch stimmt.";
  return date && make("small", { class: "stand" }, make("time", { datetime: date[1] }, date[0]), ask);
}

export function unconfirmed(site, web) {
  const website = site ? make("a", { href: site, rel: "noopener" }, "Website") : web && "Website";
  const ask = website && [" Fragen Sie bitte über die ", website, "."];
  return make("p", { class: "unknown" }, "Telefon und E-Mail sind noch nicht bestätigt.", ask);
}

// The pages with all answers, one for each status.
function wholePages(data, { town, statuses }, name, root) {
  const rows = data.statuses.filter(([id]) => statuses.includes(id));
  const links = rows.map(([id, short]) => make("li", {}, make("a", { href: `${root}zustaendig/${id}/${town}/` }, `${name}: ${short}`)));
  const list = make("ul", { class: "pills" }, links);
  return links.length && make("div", { class: "screen-only" }, text("Alle Hilfen auf einer Seite:"), list);
}

// A link within the guide, which follows it without loading the page again.
function link(state, title) {
  return make("a", { href: writeState(state), "data-state": "" }, title);
}

// The name of a town, a status or an offer; empty where there is none.
export function nameOf(rows, id) {
  return rows.find(([own]) => own === id)?.[1] ?? "";
}

function text(content) {
  return make("p", {}, content);
}

export function small(content) {
  return make("small", { class: "stand" }, content);
}
