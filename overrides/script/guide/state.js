// The answers to the three questions, as the address holds them.
const LONGEST = 60; // characters of an id that are read
const NOTHING = "none"; // the status of those who receive nothing yet

// { town, statuses, topic, offer } as ids, "" where not answered or not known; typed: what stood there instead of a town.
// The answers stand behind #, which browsers send to nobody; addresses of old have them behind ?.
export function readState(address, data) {
  const given = new URLSearchParams(address.replace("#in-", "&ort=").replace("#", "&"));
  const ask = (name) => (given.get(name) ?? "").slice(0, LONGEST);
  const town = data.towns.find(({ id }) => id === ask("ort"))?.id ?? "";
  const offer = data.offers.find(([id]) => id === ask("anliegen"));
  const topic = offer ? data.topics[offer[2]] : data.topics.find((id) => id === ask("thema"));
  const statuses = together(ask("bezug").split(","), data);
  return { town, statuses, topic: topic ?? "", offer: offer?.[0] ?? "", typed: town ? "" : ask("ort") };
}

export function writeState({ town, statuses, topic, offer }) {
  const about = offer ? `anliegen=${offer}` : topic && `thema=${topic}`;
  const parts = [town && `ort=${town}`, statuses.length && `bezug=${statuses.join(",")}`, about].filter(Boolean);
  return parts.length ? `#${parts.join("&")}` : "";
}

// After a tick or its removal: "nothing yet" stands alone, and gives way to whatever is ticked after it.
export function tick(statuses, id, on, data) {
  const others = statuses.filter((other) => other !== id);
  if (!on) return others;
  return id === NOTHING ? [id] : together([...others, id], data);
}

function together(statuses, data) {
  const known = data.statuses.map(([id]) => id).filter((id) => statuses.includes(id));
  return known.length > 1 ? known.filter((id) => id !== NOTHING) : known;
}
