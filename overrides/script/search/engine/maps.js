// What is counted and collected under a key.

export const sum = (list, valueOf) => list.reduce((total, one) => total + valueOf(one), 0);

// The list under a key, which begins empty.
export function listIn(map, key) {
  if (!map.has(key)) map.set(key, []);
  return map.get(key);
}

export function addTo(map, key, value) {
  map.set(key, (map.get(key) ?? 0) + value);
}

// Keep the greater value.
export function raise(map, key, value) {
  if (value > (map.get(key) ?? 0)) map.set(key, value);
}
