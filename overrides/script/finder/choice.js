// What is chosen in the finder, as the address holds it: houses and towns by name, what somebody needs by a neutral code.
import { codeOf, idOf } from "../shared/neutral.js";

const LONGEST = 60; // characters of an id that are read
export const NOTHING = { house: "", town: "", topic: "", offer: "", contact: "" };

// { house, town, topic, offer, contact } as ids, "" where not chosen or not known. An offer brings its topic; a contact
// stands alone. The choice stands behind #, in addresses of old behind ?.
export function readChoice(address, data, finder) {
  const given = new URLSearchParams(address.replace("#", "&"));
  const ask = (name) => (given.get(name) ?? "").slice(0, LONGEST);
  const contact = idOf(ask("k"), Object.keys(finder.contacts ?? {}));
  if (contact) return { ...NOTHING, contact };
  const known = (name, ids) => ids.find((id) => id === ask(name)) ?? "";
  const offer = idOf(ask("h"), data.offers.map(([id]) => id));
  return {
    house: known("haus", finder.houses.map(([id]) => id)),
    town: known("ort", data.towns.map(({ id }) => id)),
    topic: offer ? topicOf(offer, data) : idOf(ask("t") || ask("thema"), data.topics),
    offer,
    contact: "",
  };
}

export function writeChoice({ house, town, topic, offer, contact }) {
  const about = offer ? `h=${codeOf(offer)}` : topic && `t=${codeOf(topic)}`;
  const parts = contact ? [`k=${codeOf(contact)}`] : [house && `haus=${house}`, town && `ort=${town}`, about].filter(Boolean);
  return parts.length ? `#${parts.join("&")}` : "";
}

// Where the family lives: as chosen, else where the house stands.
export function townOf({ house, town }, data, finder) {
  return town || (data.towns[finder.houses.find(([id]) => id === house)?.[2]]?.id ?? "");
}

export function topicOf(offer, data) {
  return data.topics[data.offers.find(([id]) => id === offer)[2]];
}
