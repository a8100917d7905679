// The offices of a town as pages draw them: the parts that guide and finder share.
import { make, makeSmall } from "./element.js";
import { commonRemarks } from "./responsibility.js";

// The statuses that lead to the office, where others of those asked about do not.
export function drawStatuses(data, asked, statuses) {
  if (statuses.length === (asked.length || data.statuses.length)) return "";
  const names = data.statuses.filter(([id]) => statuses.includes(id)).map(([, short]) => short);
  return make("span", { class: "towns" }, `Mit: ${names.join(", ")}`);
}

// The offers of an office as a list. `link` draws the title of one; remarks that hold for all stand below the list.
export function drawOffers(data, asked, offers, link) {
  const common = commonRemarks(offers);
  const own = ({ remarks }) => remarks.filter((remark) => !common.includes(remark)).map((remark) => makeSmall(remark));
  const rows = offers.map((entry) => make("li", {}, link(entry), drawStatuses(data, asked, entry.statuses), own(entry)));
  return { list: make("ul", { class: "list" }, rows), common: common.map((remark) => makeSmall(remark)) };
}

// "Zuständig für 3 Hilfen"
export function countOffers({ length }) {
  return length === 1 ? "Zuständig für 1 Hilfe" : `Zuständig für ${length} Hilfen`;
}
