// How much a word counts in each text of a document.
export const WEIGHTS = { title: 5, name: 4, keyword: 5, question: 3, summary: 2.5, language: 5, office: 5, body: 1 };
// Texts that somebody might type as a whole.
export const PHRASES = new Set(["title", "name", "keyword", "question", "language", "office"]);

// The texts of an offer as [field, text].
export function readOffer(offer) {
  return [
    ["title", offer.title],
    ["name", offer.name],
    ["summary", offer.summary],
    ...offer.keywords.map((keyword) => ["keyword", keyword]),
    ...offer.questions.map((question) => ["question", question]),
  ];
}

export const readOffice = (office) => office.words.map((name) => ["office", name]);

// Texts that come later, for questions that the first ones do not answer.
export const readMore = (id, more) => [
  ...(more.body[id] ? [["body", more.body[id]]] : []),
  ...(more.languages[id] ?? []).map((words) => ["language", words]),
];
