// What the guide shows as an answer.
import { drawContact } from "../shared/contact.js";
import { make, makeSmall } from "../shared/element.js";
import { countOffers, drawOffers, drawStatuses } from "../shared/offices.js";
import { commonRemarks, nameOf, nameOfTown, offices, sheetOf } from "../shared/responsibility.js";
import { writeState } from "./state.js";

const FEW = 4; // offers that are shown without being opened

// Heading and content of the answer, and one sentence for those who cannot see the page change.
export function showAnswer(data, table, state, link) {
  const found = offices(data, table, state);
  const town = nameOfTown(data.towns, state.town);
  const cards = found.map((office) => officeCard(data, table, state, office, link, found.length > 1));
  const names = found.map(({ contact }) => table.contacts[contact].title);
  const pages = wholePages(data, state, town);
  if (!state.offer) {
    const many = names.length > 1;
    return {
      heading: many ? `Ihre Stellen in ${town}` : `Ihre Stelle in ${town}`,
      said: many ? `${names.length} Stellen für ${town}.` : `Zuständig: ${names[0]}.`,
      content: [text("Wählen Sie eine Hilfe. Dann sehen Sie, was Sie tun und mitbringen."), make("div", { class: "grid" }, cards), pages],
    };
  }
  const isDivided = found.some(({ contact }) => table.contacts[contact].limits);
  const depends = isDivided
    ? `In ${town} sind mehrere Stellen zuständig. Bei jeder steht, für wen sie da ist:`
    : `In ${town} kommt es darauf an, was Sie bekommen. Diese Stellen sind zuständig:`;
  const intro = text(names.length > 1 ? depends : `In ${town} ist diese Stelle zuständig:`);
  const more = make("a", { class: "button", href: link("offer", state.offer) }, "Alles über diese Hilfe");
  const back = make("p", { class: "screen-only" }, within({ ...state, offer: "" }, "Andere Hilfen zu diesem Thema"));
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

function officeCard(data, table, state, { contact, offers }, link, differs) {
  const shown = table.contacts[contact];
  const address = link("contact", shown.id);
  if (state.offer) {
    const before = differs && drawStatuses(data, state.statuses, offers[0].statuses);
    const remarks = commonRemarks(offers).map((remark) => makeSmall(remark));
    return drawContact(shown, address, { before, after: [remarks, sheetLinks(sheetOf(data, state.offer, shown.id))] });
  }
  const title = ({ id }) => within({ ...state, offer: id }, nameOf(data.offers, id));
  const { list, common } = drawOffers(data, state.statuses, offers, title);
  const folded = differs && offers.length > FEW;
  return drawContact(shown, address, { after: [folded ? make("details", {}, make("summary", {}, countOffers(offers)), list) : list, common] });
}

function sheetLinks(file) {
  const small = { href: `${file}-a5.pdf`, "aria-label": "Zettel zum Mitgeben, A5 (PDF)" };
  return file && make("p", { class: "screen-only" }, make("a", { href: `${file}.pdf` }, "Zettel zum Mitgeben (PDF)"), " · ", make("a", small, "A5"));
}

// The pages with all answers, one for each status; they stand below the guide's own.
function wholePages(data, { town, statuses }, name) {
  const rows = data.statuses.filter(([id]) => statuses.includes(id));
  const links = rows.map(([id, short]) => make("li", {}, make("a", { href: `${id}/${town}/` }, `${name}: ${short}`)));
  const list = make("ul", { class: "pills" }, links);
  return links.length && make("div", { class: "screen-only" }, text("Alle Hilfen auf einer Seite:"), list);
}

// A link within the guide, which follows it without loading the page again.
function within(state, title) {
  return make("a", { href: writeState(state), "data-state": "" }, title);
}

function text(content) {
  return make("p", {}, content);
}
