// The core as it is sent (columns instead of records, lists as one text: a tenth fewer bytes) → as the engine reads it.
export function readCore(sent) {
  const [first] = Object.values(sent.offers);
  const record = (_, number) =>
    Object.fromEntries(Object.entries(sent.offers).map(([field, column]) => [field, column[number]]));
  return { ...sent, offers: (first ?? []).map(record) };
}
