// The answers to the three questions: as the address holds them, and which offices follow from them.

const LONGEST = 60;
const NOTHING = "none";

// { town, statuses, topic, offer } as ids, "" where not answered or not known; typed: what stood there instead of a town.
// The answers stand behind #, which browsers send to nobody; addresses of old have them behind ?.
export function readState(address, data) {
  const given = new URLSearchParams(address.replace("#in-", "&ort=").replace("#", "&"));
  const ask = (name) => (given.get(name) ?? "").slice(0, LONGEST);
  const town = data.towns.find(([id]) => id === ask("ort"))?.[0] ?? "";
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

// One question: { contact (its number in the town's file), remarks }; null where a status or offer does not exist.
export function answer(data, table, status, offer) {
  const kind = data.statuses.findIndex(([id]) => id === status);
  const row = table.answers[data.offers.findIndex(([id]) => id === offer)];
  if (kind < 0 || !row) return null;
  const place = row.length > 2 ? 2 * kind : 0;
  return { contact: row[place], remarks: table.remarks[row[place + 1]] };
}

// The offices of a town for a state, the one for most offers first: { contact, offers: [{ id, statuses, remarks }] }.
// Without a status, all of them count.
export function offices(data, table, { statuses, topic, offer }) {
  const asked = statuses.length ? statuses : data.statuses.map(([id]) => id);
  const found = new Map();
  for (const [id, , number] of data.offers) {
    if (offer ? id !== offer : topic && data.topics[number] !== topic) continue;
    for (const status of asked) {
      const { contact, remarks } = answer(data, table, status, id);
      if (!found.has(contact)) found.set(contact, new Map());
      const offers = found.get(contact);
      const entry = offers.get(id) ?? { id, statuses: [], remarks: [] };
      entry.statuses.push(status);
      entry.remarks = [...new Set([...entry.remarks, ...remarks])];
      offers.set(id, entry);
    }
  }
  const list = [...found].map(([contact, offers]) => ({ contact, offers: [...offers.values()] }));
  return list.sort((one, other) => other.offers.length - one.offers.length);
}

// The sheet of paper for an offer and the office that answers, without its ending; nothing where none were made.
export function sheetOf({ sheets }, offer, contact) {
  return sheets && `${sheets}${offer}/zettel-${contact}`;
}

// What has to be said of every offer of an office, so that it is said once.
export function commonRemarks([first, ...others]) {
  return first.remarks.filter((remark) => others.every(({ remarks }) => remarks.includes(remark)));
}
