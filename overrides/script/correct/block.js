// The lines of a message that `wegweiser import` reads; their rules: scripts/wegweiser/editing/corrections/block.py.
const START = "[Wegweiser-Korrektur 1]";
const SPACE = /[\s\x1c-\x1f\x85\u200b\u00ad]+/g; // what Python takes for white space, and what cannot be seen
const PLAIN = [
  [/[„“”»«]/g, '"'],
  [/[‚‘’‹›]/g, "'"],
  [/[‐‑–—−]/g, "-"],
];

// `answers` are { field, answer, before, right }; what is empty is left out.
export function writeBlock(record, { function: role, on, own }, answers) {
  const parts = [
    ["Eintrag", record],
    ["Datum", on],
    ["Funktion", role],
    ["Eigene Stelle", own ? "ja" : "nein"],
    ...answers.flatMap(({ field, answer, before, right }) => [
      [field, answer],
      ["Bisher", before],
      ["Richtig", right],
    ]),
  ];
  const text = [START, ...parts.filter(([, said]) => fold(said)).map(([name, said]) => `[${name}] ${escape(said)}`)].join("\n");
  return `${text}\n[Ende ${checksum(text)}]`;
}

export const fold = (text = "") => text.replace(SPACE, " ").trim();
const escape = (text) => fold(text).replace(/[[\]]/g, "$&$&");

function checksum(text) {
  const plain = PLAIN.reduce((said, [like, sign]) => said.replace(like, sign), fold(text));
  return crc32(new TextEncoder().encode(plain)).toString(16).padStart(8, "0");
}

// As in zip (IEEE), bit by bit: a message is short.
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
