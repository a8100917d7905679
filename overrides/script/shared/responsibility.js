// Who is responsible for what in a town, from the table of its answers.

// One question: who answers, as { contact (its number in the town's file), remarks }; several where an office divides
// its work, none where a status or offer does not exist.
export function answers(data, table, status, offer) {
  const kind = data.statuses.findIndex(([id]) => id === status);
  const row = table.answers[data.offers.findIndex(([id]) => id === offer)];
  if (kind < 0 || !row) return [];
  const place = row.length > 2 ? 2 * kind : 0;
  const beyond = row[place] - table.contacts.length;
  const numbers = beyond < 0 ? row.slice(place, place + 2) : table.divided[beyond];
  const pairs = Array.from({ length: numbers.length / 2 }, (_, part) => numbers.slice(2 * part, 2 * part + 2));
  return pairs.map(([contact, remarks]) => ({ contact, remarks: table.remarks[remarks] }));
}

// The offices of a town for a state, the one for most offers first: { contact, offers: [{ id, statuses, remarks }] }.
// Without a status, all of them count.
export function offices(data, table, { statuses, topic, offer }) {
  const asked = statuses.length ? statuses : data.statuses.map(([id]) => id);
  const found = new Map();
  for (const [id, , number] of data.offers) {
    if (offer ? id !== offer : topic && data.topics[number] !== topic) continue;
    const given = asked.flatMap((status) => answers(data, table, status, id).map((one) => ({ ...one, status })));
    for (const { contact, remarks, status } of given) {
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

// The name of a status or an offer; empty where there is none.
export function nameOf(rows, id) {
  return rows.find(([own]) => own === id)?.[1] ?? "";
}

export function nameOfTown(towns, id) {
  return towns.find((town) => town.id === id)?.name ?? "";
}
