// One spelling for many: lower case, ä and ae as a, ß as ss, no accents, one form for letters that Arabic writes in several ways.
export function fold(text) {
  return text.normalize("NFKC").toLowerCase()
    .replace(/ß/g, "ss").replace(/ä|ae/g, "a").replace(/ö|oe/g, "o").replace(/ü/g, "u").replace(/([aeoq]?)ue/g, (all, before) => (before ? all : "u"))
    .normalize("NFD").replace(/[\u0300-\u036f\u064b-\u0652\u0640]/g, "").replace(/ı/g, "i")
    .replace(/[أإآٱ]/g, "ا").replace(/ة/g, "ه").replace(/ى/g, "ي").replace(/['’ʼ]/g, "");
}

// The words of a text: what was typed, and its folded form. "Hartz4" are two words.
export function readWords(text) {
  const found = [];
  for (const [typed] of text.matchAll(/[\p{L}\p{M}\p{N}'’ʼ]+/gu)) {
    for (const [part] of typed.matchAll(/\p{N}+(?=\p{L}{4})|\p{L}[\p{L}\p{M}'’ʼ]{2,}(?=\p{N})|.+/gu)) {
      const word = fold(part);
      if (word) found.push({ typed: part, word });
    }
  }
  return found;
}

export const words = (text) => readWords(text).map((found) => found.word);

// Takes one German ending off a folded word (and -chen: Bettchen is Bett); words with other letters stay as they are.
export function stem(word) {
  let rest = word;
  if (rest.length < 4 || /[^a-z]/.test(rest)) return rest;
  rest = rest.replace(/^(...*[^aeiour])chen$/, "$1").replace(/innen$/, "in").replace(/(ung|heit|keit|schaft|ion|tat)en$/, "$1");
  if (rest.length > 5) rest = rest.replace(/(ern|em|er|en|es)$/, "");
  if (rest.length > 4) rest = rest.replace(/[esn]$/, "");
  return rest.replace(/(.)\1$/, "$1");
}

export const stems = (text) => words(text).map(stem);
