// How much a word counts in each text of a document. Situations are many and long: nearly any word stands in one.
export const WEIGHTS = { title: 5, name: 4, keyword: 5, question: 3, situation: 0.5, summary: 2.5, language: 5, office: 5 };
// Texts that somebody might type as a whole, and how much it says if they do.
export const PHRASES = { title: 1, name: 1, keyword: 1, question: 1, situation: 0.6, language: 1, office: 1 };

// The texts of an offer as [field, texts]. `more` and `languages` (words) come later, for long questions and for words
// that the first texts do not have.
export const readOffer = ({ title, name, summary, keywords }, more = {}, languages = []) => [
  ["title", [title]],
  ["name", [name]],
  ["summary", [summary]],
  ["keyword", `${keywords}|${more.keywords ?? ""}`.split("|")],
  ["question", (more.questions ?? "").split("|")],
  ["situation", (more.situations ?? "").split("|")],
  ["language", languages],
];
