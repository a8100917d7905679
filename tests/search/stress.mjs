// The same questions as a hurried thumb types them. The same text always gives the same change.
const NEIGHBOURS = {
  a: "sqw",
  b: "vn",
  c: "xv",
  d: "sf",
  e: "wr",
  f: "dg",
  g: "fh",
  h: "gj",
  i: "uo",
  j: "hk",
  k: "jl",
  l: "kö",
  m: "n",
  n: "bm",
  o: "ip",
  p: "oü",
  q: "wa",
  r: "et",
  s: "ad",
  t: "rz",
  u: "zi",
  v: "cb",
  w: "qe",
  x: "yc",
  y: "x",
  z: "tu",
  ä: "ö",
  ö: "lä",
  ü: "p",
};

function chance(text, round) {
  let seed = 2166136261 + round;
  for (const letter of text) seed = Math.imul(seed ^ letter.codePointAt(0), 16777619);
  return (below) => {
    seed = Math.imul(seed ^ (seed >>> 15), 2246822507) + 0x9e3779b9;
    return (seed >>> 0) % below;
  };
}

// One slip in one word of at least five letters; nothing where there is none.
export function slip(text, round = 0) {
  const random = chance(text, round);
  const words = text.split(" ");
  const long = words.map((word, number) => [word, number]).filter(([word]) => /^\p{L}{5,}$/u.test(word));
  if (!long.length) return null;
  const [word, number] = long[random(long.length)];
  const at = 1 + random(word.length - 2);
  const near = NEIGHBOURS[word[at].toLowerCase()] ?? "e";
  words[number] = [
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    () => word.slice(0, at) + near[random(near.length)] + word.slice(at + 1),
    () => word.slice(0, at) + word[at] + word.slice(at),
  ][random(4)]();
  return words.join(" ");
}

// The last word with 60 % of its letters; nothing where it is short.
export function unfinished(text) {
  const [, front, last] = text.match(/^(.*?)(\S+)$/) ?? [];
  return last?.length >= 7 ? front + last.slice(0, Math.ceil(last.length * 0.6)) : null;
}
