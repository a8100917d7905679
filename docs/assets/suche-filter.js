// Filters as links: each value with the number of results that have it. What is chosen stands in the address.
import { searchAddress } from "./suche-worte.js";

// Name in the address → the values of a card.
const FILTERS = {
  art: ({ kind }) => [kind],
  thema: ({ topic }) => [topic],
  ort: ({ town }) => [town],
  alter: ({ ages }) => ages ?? [],
  bezug: ({ statuses }) => statuses ?? [],
  sprache: ({ languages }) => languages ?? [],
};

export function readFilters(given) {
  return Object.fromEntries(Object.keys(FILTERS).flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : [])));
}

// A question back to the visitor stays only where nothing is filtered.
export function filterCards(cards, filters) {
  return cards.filter((card) => Object.entries(filters).every(([name, value]) => FILTERS[name](card).includes(value)));
}

export function showFilters(cards, filters, q, parts) {
  const shown = parts.querySelector("[data-filters]").cloneNode(true);
  for (const group of shown.querySelectorAll("[data-filter]")) {
    const name = group.dataset.filter;
    const { [name]: chosen, ...others } = filters;
    const among = filterCards(cards, others);
    let left = 0;
    for (const link of group.querySelectorAll("[data-value]")) {
      const { value } = link.dataset;
      const count = filterCards(among, { [name]: value }).length;
      const isChosen = value === chosen;
      if (!count && !isChosen) {
        link.parentNode.remove();
        continue;
      }
      left += 1;
      link.append(` (${count})`);
      link.href = searchAddress(q, isChosen ? others : { ...others, [name]: value });
      if (isChosen) link.setAttribute("aria-current", "true");
    }
    if (left < 2 && !chosen) group.remove();
  }
  if (Object.keys(filters).length) shown.open = true;
  return shown.querySelector("[data-filter]") ? shown : "";
}
