// How much a word counts in each text of a document.
export const WEIGHTS = { title: 5, name: 4, keyword: 5, question: 3, summary: 2.5, language: 5, office: 5 };
// Texts that somebody might type as a whole.
export const PHRASES = new Set(["title", "name", "keyword", "question", "language", "office"]);

// The texts of an offer as [field, texts]. `more` and `languages` (words) come later, for long questions and for words
// that the first texts do not have.
export const readOffer = ({ title, name, summary, keywords }, { questions = "", keywords: further = "" } = {}, languages = []) => [
  ["title", [title]],
  ["name", [name]],
  ["summary", [summary]],
  ["keyword", `${keywords}|${further}`.split("|")],
  ["question", questions.split("|")],
  ["language", languages],
];
