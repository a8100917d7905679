// How much a word counts in each text of a document.
export const WEIGHTS = { title: 5, name: 4, keyword: 5, question: 3, summary: 2.5, language: 5, office: 5 };
// Texts that somebody might type as a whole.
export const PHRASES = new Set(["title", "name", "keyword", "question", "language", "office"]);

// The texts of an offer as [field, text].
export function readOffer(offer) {
  return [
    ["title", offer.title],
    ["name", offer.name],
    ["summary", offer.summary],
    ...offer.keywords.split("|").map((keyword) => ["keyword", keyword]),
  ];
}

export const readOffice = (office) => office.words.map((name) => ["office", name]);

// Texts that come later, for long questions and for words that the first texts do not have.
export const readMore = (id, more) => [
  ...(more.questions[id] ?? "").split("|").map((question) => ["question", question]),
  ...(more.languages?.[id] ?? []).map((words) => ["language", words]),
];
