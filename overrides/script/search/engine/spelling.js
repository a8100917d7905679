import { differences, distance, letters, LONGEST_WORD, slips } from "../../shared/distance.js";
import { listIn } from "./maps.js";
import { sound } from "./sound.js";

const BY_EAR = 0.88; // strength of a word that sounds the same, less for each letter that differs
const BY_HAND = 0.8; // strength of a word that is a slip away
const MOST = 5;

// Finds known words for a misspelt one. Whole forms are compared, since endings tell words apart.
export class Speller {
  constructor(forms) {
    this.byLength = new Map(); // number of letters → [{ form, letters }]
    this.bySound = new Map();
    this.remembered = new Map();
    for (const form of forms) {
      if (form.length < 4) continue;
      listIn(this.byLength, form.length).push({ form, letters: letters(form) });
      listIn(this.bySound, sound(form)).push(form);
    }
  }

  // The most likely words first: [{ form, strength, slips }].
  correct(word) {
    let found = this.remembered.get(word);
    if (!found) {
      if (this.remembered.size > 300) this.remembered.clear();
      this.remembered.set(word, (found = this.#search(word)));
    }
    return found;
  }

  #search(word) {
    const most = slips(word.length);
    if (!most || word.length > LONGEST_WORD) return [];
    const best = new Map();
    const keep = (form, strength, steps) => {
      if (strength > (best.get(form)?.strength ?? 0)) best.set(form, { form, strength, slips: steps });
    };
    for (const form of this.bySound.get(sound(word)) ?? []) {
      const allowed = Math.max(2, most);
      const steps = distance(word, form, allowed);
      if (steps <= allowed) keep(form, BY_EAR - 0.1 * steps, steps);
    }
    const own = letters(word);
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const entry of this.byLength.get(length) ?? []) {
        if (differences(own, entry.letters) > 2 * most) continue;
        const steps = distance(word, entry.form, most);
        if (steps <= most) keep(entry.form, BY_HAND - 0.15 * steps - (entry.form[0] === word[0] ? 0 : 0.12), steps);
      }
    }
    return [...best.values()].sort((a, b) => b.strength - a.strength).slice(0, MOST);
  }
}
