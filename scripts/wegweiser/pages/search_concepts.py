"""Words of equal meaning: which the search gets at once, and which come with long and unusual questions.

At once it needs only how words of offers are linked with each other. A word that no offer uses is unknown in a short
question, and unknown words make the search load the rest.
"""

from __future__ import annotations

import re

from wegweiser.pages.site import Guide


def linking(guide: Guide) -> list[str]:
    """Each class with the words that stand in keywords, titles or summaries; none with fewer than two of them."""
    offers = [entry.record for entry in guide.catalog.offers.values()]
    texts = (text for offer in offers for text in (offer.title, offer.everyday_title, offer.summary, *offer.keywords))
    used = {word for text in texts for word in _split(text)}
    found = ([word for word in words if used.issuperset(_split(word))] for words in _classes(guide))
    return ["|".join(words) for words in found if len(words) > 1]


def complete(guide: Guide) -> list[str]:
    """Each class with all its words."""
    return ["|".join(words) for words in _classes(guide)]


def _classes(guide: Guide) -> list[tuple[str, ...]]:
    return [concept.words for concept in guide.catalog.search.record.concepts]


def _split(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", text)]
