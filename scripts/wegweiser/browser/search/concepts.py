"""Words of equal meaning: which the search gets at once, and which come with long and unusual questions.

At once it needs only how words of offers are linked with each other. A word that no offer uses is unknown in a short
question, and unknown words make the search load the rest. The search compares single words only.
"""

from __future__ import annotations

from wegweiser.browser.search.words import split, words_of_offers
from wegweiser.edition import Edition


def linking(edition: Edition) -> list[str]:
    """Each class with the words that stand in keywords, titles or summaries; none with fewer than two of them."""
    used = words_of_offers(edition)
    found = ([word for word in words if word.casefold() in used] for words in _classes(edition))
    return [" ".join(words) for words in found if len(words) > 1]


def complete(edition: Edition) -> list[str]:
    """Each class with all its words."""
    return [" ".join(words) for words in _classes(edition)]


def _classes(edition: Edition) -> list[list[str]]:
    concepts = edition.catalog.search.record.concepts
    return [[word for word in concept.words if len(split(word)) == 1] for concept in concepts]
