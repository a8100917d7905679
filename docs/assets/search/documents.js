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
    ...offer.questions.split("|").map((question) => ["question", question]),
  ];
}

export const readOffice = (office) => office.words.map((name) => ["office", name]);

// Words of other languages, which come later.
export const readTranslations = (words) => words.map((word) => ["language", word]);
