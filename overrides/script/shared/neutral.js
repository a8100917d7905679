// Ids as the address shows them: a word that names no benefit, and stays the same whatever else the data hold.

// FNV-1a, 32 bits, in 36 signs. A test looks that no two ids of statuses, topics, offers or contacts share one.
export function codeOf(id) {
  let hash = 0x811c9dc5;
  for (let place = 0; place < id.length; place++) hash = Math.imul(hash ^ id.charCodeAt(place), 0x01000193);
  return (hash >>> 0).toString(36);
}

// The code of a record (`kind:id`), long enough that no two of a region share one; scripts/wegweiser/values/neutral.py
// makes the same.
export function codeOfRecord(reference) {
  return codeOf(reference) + codeOf(`/${reference}`);
}

// The one of `ids` that an address names, by its code or, as addresses of old do, by itself; "" where none is meant.
export function idOf(said, ids) {
  return ids.find((id) => said && (id === said || codeOf(id) === said)) ?? "";
}
