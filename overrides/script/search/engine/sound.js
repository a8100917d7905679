// How a German word sounds (Cologne phonetics, Hans Joachim Postel 1969), for folded words: "varstein" and "warstein"
// sound alike.
const LETTERS = "bfvwgkqlmnrsz";
const DIGITS = "1333444566788";

function codeOf(letter, before, after, first) {
  if ("aeiouyj".includes(letter)) return "0";
  if (letter === "h") return "";
  if (letter === "p") return after === "h" ? "3" : "1";
  if (letter === "d" || letter === "t") return after && "csz".includes(after) ? "8" : "2";
  if (letter === "x") return before && "ckq".includes(before) ? "8" : "48";
  if (letter === "c") {
    if (before && "sz".includes(before)) return "8";
    return after && (first ? "ahkloqrux" : "ahkoqux").includes(after) ? "4" : "8";
  }
  return DIGITS[LETTERS.indexOf(letter)] ?? letter;
}

export function sound(word) {
  let code = "";
  let last = "";
  for (let i = 0; i < word.length; i++) {
    for (const digit of codeOf(word[i], word[i - 1], word[i + 1], i === 0)) {
      if (digit !== last && (digit !== "0" || !code)) code += digit;
      last = digit;
    }
  }
  return code;
}
