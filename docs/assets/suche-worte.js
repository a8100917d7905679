// Words and addresses that the field and the page of the search share.

export const KINDS = { offer: "Hilfe", contact: "Kontakt", centre: "Haus für Kinder", municipality: "Ort" };

// `?q=…` with what else is asked for.
export function searchAddress(q, more = {}) {
  return `?${new URLSearchParams({ q, ...more })}`;
}
