// How many slips of the keyboard lie between two words: a letter too many, missing, wrong, or two swapped.
// Gives `most` + 1 as soon as it is clear that there are more.
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older = [];
  let old = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let steps = Math.min(old[column] + 1, next[column - 1] + 1, old[column - 1] + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        steps = Math.min(steps, older[column - 2] + 1);
      }
      next.push(steps);
      if (steps < least) least = steps;
    }
    if (least > most) return most + 1;
    older = old;
    old = next;
  }
  return old[b.length];
}

// Letters beyond which nothing is a word that somebody meant.
export const LONGEST_WORD = 40;

// Slips that are believable in a word of this length.
export const slips = (length) => (length < 4 ? 0 : length < 7 ? 1 : length < 12 ? 2 : 3);

// Which letters a word has, as bits: two words that differ in many of them are no misspellings of each other.
export function letters(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

export function differences(a, b) {
  let bits = a ^ b;
  let count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}
