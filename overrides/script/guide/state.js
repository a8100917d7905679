// The answers to the three questions, as the address holds them.
import { codeOf, idOf } from "../shared/neutral.js";

const LONGEST = 60; // characters of an id that are read
const NOTHING = "none"; // the status of those who receive nothing yet

// { town, statuses, topic, offer } as ids, "" where not answered or not known; typed: what stood there instead of a town.
// The answers stand behind #, which browsers send to nobody, and name no benefit; older addresses have ids, or a ?.
export function readState(address, data) {
  const given = new URLSearchParams(address.replace("#in-", "&ort=").replace("#", "&"));
  const ask = (...names) => names.map((name) => (given.get(name) ?? "").slice(0, LONGEST)).find(Boolean) ?? "";
  const town = data.towns.find(({ id }) => id === ask("ort"))?.id ?? "";
  const offer = idOf(ask("h", "anliegen"), data.offers.map(([id]) => id));
  const topic = offer ? data.topics[data.offers.find(([id]) => id === offer)[2]] : idOf(ask("t", "thema"), data.topics);
  const known = data.statuses.map(([id]) => id);
  const statuses = [...ask("b").split("-"), ...ask("bezug").split(",")].map((said) => idOf(said, known));
  return { town, statuses: together(statuses, data), topic, offer, typed: town ? "" : ask("ort") };
}

export function writeState({ town, statuses, topic, offer }) {
  const about = offer ? `h=${codeOf(offer)}` : topic && `t=${codeOf(topic)}`;
  const parts = [town && `ort=${town}`, statuses.length && `b=${statuses.map(codeOf).join("-")}`, about].filter(Boolean);
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
