// Words and addresses that the field and the page of the search share.

export const KINDS = { offer: "Hilfe", contact: "Kontakt", centre: "Haus", municipality: "Ort" };

// `?q=…`, with filters where there are any.
export function searchAddress(given) {
  return `?${new URLSearchParams(given)}`;
}
