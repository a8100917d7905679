// What is said beside an amount whose time is over, as `view/amounts.py` says it when the site is built.

// Today as the visitor's device knows it: 2026-11-22, as Swedes write it.
export const dayOfDevice = () => new Date().toLocaleDateString("sv");

// `kind` is that of `Ageing` in view/amounts.py; `year` the one that the amount is known for.
export function remarkOn(kind, year, today) {
  if (kind === "next") return "(vorbei, jetzt gilt der nächste Betrag)";
  if (kind === "review") return `(Stand ${year})`;
  const now = today.slice(0, 4);
  return `(Stand ${year}; ${now > year ? `der Betrag für ${now}` : "der neue Betrag"} wird geprüft)`;
}
