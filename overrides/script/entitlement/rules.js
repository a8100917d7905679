// What may fit a family, and the answers as the address holds them: in the part behind #, which no server ever sees.
// The answers to a question are bits, the first option being 1.

const TOWN = "g";

// The offers that may fit: { offer: its number, rules: those of its rules of which every condition holds }.
export function findOffers(data, { bits, town }) {
  const given = bits.map((some, question) => some || data.unsaid[question]);
  const found = data.offers.map(([, , , rules], offer) => ({ offer, rules: rules.filter((rule) => fits(rule, given, town)) }));
  return found.filter(({ rules }) => rules.length);
}

// A rule is [reason, conditions, amounts, towns]; the conditions are pairs of a question and its bits, with a minus: none.
function fits([, conditions = [], , towns = []], given, town) {
  for (let i = 0; i < conditions.length; i += 2) {
    const some = given[conditions[i]];
    const asked = conditions[i + 1];
    if (asked < 0 ? some & -asked : !(some & asked)) return false;
  }
  return !towns.length || !town || towns.includes(town);
}

// What the address says; what it cannot mean is left out. `counts` has the number of options of each question.
export function readAnswers(hash, { keys, counts, towns }) {
  const said = new URLSearchParams(hash.slice(1));
  const bits = [...keys].map((key, question) => {
    const options = (said.get(key) ?? "").split("-").map(Number);
    const known = options.filter((option) => Number.isInteger(option) && option > 0 && option <= counts[question]);
    return known.reduce((sum, option) => sum | (1 << (option - 1)), 0);
  });
  return { bits, town: towns.find((town) => town === said.get(TOWN)) ?? "" };
}

export function writeAnswers({ bits, town }, { keys }) {
  const parts = [...keys].map((key, question) => bits[question] && `${key}=${optionsOf(bits[question]).join("-")}`);
  const written = [...parts, town && `${TOWN}=${town}`].filter(Boolean);
  return written.length ? `#${written.join("&")}` : "";
}

// The numbers of the options, from 1.
export function optionsOf(bits) {
  return Array.from({ length: 31 }, (_, place) => place + 1).filter((option) => bits & (1 << (option - 1)));
}
