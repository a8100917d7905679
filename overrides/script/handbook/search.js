// Finds words in the handbook: parts of words too, since German puts words together, and without umlauts and ß.

const LETTERS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
const ENDINGS = /(?:ungen|ung|en|ern|er|em|es|e|n|s|t)$/;
const AROUND = 70;

/** A text in small letters without umlauts and accents, and for each letter where it stood. */
function fold(text) {
  let folded = "";
  const places = [];
  let place = 0;
  for (const letter of text) {
    const small = letter.toLowerCase();
    const plain = LETTERS[small] ?? small.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    folded += plain;
    for (let count = plain.length; count; count--) places.push(place);
    place += letter.length;
  }
  places.push(place);
  return { folded, places };
}

/** Beginning of a word without its ending, where enough is left of it. */
function stem(word) {
  const short = word.replace(ENDINGS, "");
  return short.length >= 4 ? short : word;
}

function* sections(pages) {
  for (const [address, page, parts] of pages) {
    for (const [anchor, heading, text] of parts) {
      yield { address, page, anchor, heading, text };
    }
  }
}

const known = new WeakMap();

function prepared(pages) {
  if (!known.has(pages)) {
    const all = [...sections(pages)];
    known.set(
      pages,
      all.map((section) => ({
        section,
        heading: ` ${fold(section.heading).folded}`,
        page: ` ${fold(section.page).folded}`,
        text: ` ${fold(section.text).folded}`,
      })),
    );
  }
  return known.get(pages);
}

/** How well one word fits a text: as the beginning of a word best. */
function weight(text, word) {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  return new RegExp(`[^a-z0-9]${word}`).test(text) ? 2 : 1;
}

/** Headings count most; on the pages about fields each field is one, which would push all advice down. */
function fit(entry, word) {
  const heading = entry.section.address.includes("/felder/") ? 2 : 8;
  return heading * weight(entry.heading, word) + 2 * weight(entry.page, word) + weight(entry.text, word);
}

function score(entry, word) {
  const whole = fit(entry, word);
  if (whole) return 2 * whole;
  const short = stem(word);
  return short === word ? 0 : fit(entry, short);
}

/**
 * The sections of the index that hold all words, or as many as one does at most; the best first.
 * Gives `{hits: [{address, page, anchor, heading, text}], words}`, the words as `excerpt` marks them.
 */
export function find(pages, asked) {
  const words = [...new Set(fold(asked).folded.match(/[a-z0-9]{2,}/g) ?? [])];
  const rated = prepared(pages)
    .map((entry, place) => {
      const scores = words.map((word) => score(entry, word));
      return { entry, place, count: scores.filter(Boolean).length, sum: scores.reduce((a, b) => a + b, 0) };
    })
    .filter(({ count }) => count);
  const most = Math.max(0, ...rated.map(({ count }) => count));
  const best = rated.filter(({ count }) => count === most).sort((a, b) => b.sum - a.sum || a.place - b.place);
  return { hits: best.map(({ entry }) => entry.section), words };
}

/** A piece of a text around the first of the words, as pairs of text and whether it is one of them. */
export function excerpt(text, words) {
  const { folded, places } = fold(text);
  const spans = [];
  for (const word of words.flatMap((word) => (folded.includes(word) ? [word] : [stem(word)]))) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      spans.push([places[at], places[at + word.length]]);
    }
  }
  spans.sort((a, b) => a[0] - b[0]);
  const first = spans.length ? spans[0][0] : 0;
  const start = first > AROUND ? text.lastIndexOf(" ", first - AROUND / 2) + 1 : 0;
  const cut = text.indexOf(" ", start + 2 * AROUND);
  const end = cut < 0 ? text.length : cut;
  const pieces = start ? [["… ", false]] : [];
  let done = start;
  for (const [from, to] of spans) {
    if (from < done || to > end) continue;
    pieces.push([text.slice(done, from), false], [text.slice(from, to), true]);
    done = to;
  }
  pieces.push([text.slice(done, end), false]);
  if (end < text.length) pieces.push([" …", false]);
  return pieces.filter(([piece]) => piece);
}
