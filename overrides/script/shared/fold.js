// One spelling for many: lower case, ä and ae as a, ß as ss, no accents, one form for letters that Arabic writes in
// several ways.
export function fold(text) {
  const lower = text.toLowerCase();
  return /[^a-z0-9 -]|[aou]e/.test(lower) ? respell(lower) : lower;
}

const respell = (lower) =>
  lower
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u0655\u0640'’ʼ]/g, "")
    .replace(/ß/g, "ss")
    .replace(/([ao])e/g, "$1")
    .replace(/([aeoq]?)ue/g, (all, before) => (before ? all : "u"))
    .replace(/ı/g, "i")
    .replace(/ٱ/g, "ا")
    .replace(/ة/g, "ه")
    .replace(/ى/g, "ي");

// The words of a text: what was typed, and its folded form. "Hartz4" are two words.
export function readWords(text) {
  const found = [];
  for (const run of text.match(/[\p{L}\p{M}\p{N}'’ʼ]+/gu) ?? []) {
    for (const typed of /\d/.test(run)
      ? run.match(/\p{N}+(?=\p{L}{4})|\p{L}[\p{L}\p{M}'’ʼ]{2,}(?=\p{N})|.+/gu)
      : [run]) {
      const word = fold(typed);
      if (word) found.push({ typed, word });
    }
  }
  return found;
}

export const words = (text) => readWords(text).map((found) => found.word);

// Takes one German ending off a folded word (and -chen: Bettchen is Bett); words with other letters stay as they are.
export function stem(word) {
  let found = stemOf.get(word);
  if (found === undefined) {
    if (stemOf.size > 20000) stemOf.clear();
    stemOf.set(word, (found = cut(word)));
  }
  return found;
}

const stemOf = new Map();

function cut(word) {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  let rest = word;
  if (rest.endsWith("chen")) rest = rest.replace(/^(..+[^aeiour])chen$/, "$1");
  else if (rest.endsWith("en"))
    rest = rest.replace(/(inn|ung|heit|keit|schaft|ion|tat)en$/, (_, kept) => (kept === "inn" ? "in" : kept));
  if (rest.length > 5) rest = rest.replace(/(ern|em|er|en|es)$/, "");
  if (rest.length > 4 && "esn".includes(rest[rest.length - 1])) rest = rest.slice(0, -1);
  return rest[rest.length - 1] === rest[rest.length - 2] ? rest.slice(0, -1) : rest;
}

export const stems = (text) => words(text).map(stem);
