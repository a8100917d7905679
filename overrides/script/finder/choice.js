// What is chosen in the finder, as the address holds it.
const LONGEST = 60; // characters of an id that are read

// { house, town, topic } as ids, "" where not chosen or not known; behind # in the address, in those of old behind ?.
export function readChoice(address, data, finder) {
  const given = new URLSearchParams(address.replace("#", "&"));
  const known = (name, ids) => ids.find((id) => id === (given.get(name) ?? "").slice(0, LONGEST)) ?? "";
  return {
    house: known("haus", finder.houses.map(([id]) => id)),
    town: known("ort", data.towns.map(({ id }) => id)),
    topic: known("thema", data.topics),
  };
}

export function writeChoice({ house, town, topic }) {
  const parts = [house && `haus=${house}`, town && `ort=${town}`, topic && `thema=${topic}`].filter(Boolean);
  return parts.length ? `#${parts.join("&")}` : "";
}

// Where the family lives: as chosen, else where the house stands.
export function townOf({ house, town }, data, finder) {
  return town || (data.towns[finder.houses.find(([id]) => id === house)?.[2]]?.id ?? "");
}
