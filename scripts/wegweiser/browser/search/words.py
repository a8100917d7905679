"""Which words of offers the search gets at once, and which come with long and unusual questions.

Nobody reads keywords and official names in the results, so words that the search skips are not sent at all.
"""

from __future__ import annotations

import re
from functools import cache

from wegweiser.browser.records import line
from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.schema import Offer, Search

LONG_WORD = 7
"""Letters from which a word that says little comes later: sentences have it, not what is typed in haste."""
LONG_PAIR = 16
"""Characters from which two words come later: each mostly stands elsewhere, and who types that much goes on."""
SHORT = 2
"""Words of a question that keywords must answer alone (EASY in engine.js); for longer ones `more` is loaded."""


def offer_line(entry: Entry[Offer], words: Search) -> str:
    """What every question needs of an offer."""
    offer = entry.record
    name = _without(_stop(words), offer.title)
    keywords, _ = _keywords(offer, words)
    return line(entry.id, offer.topic, offer.everyday_title, name, keywords, offer.summary)


def later_line(offer: Offer, words: Search) -> str:
    """Its questions, the keywords that a short question does not need, and how parents describe their situation."""
    stop = _stop(words)
    questions, situations = ([_without(stop, text) for text in texts] for texts in (offer.questions, offer.situations))
    _, keywords = _keywords(offer, words)
    return line(questions, keywords, situations)


def _keywords(offer: Offer, words: Search) -> tuple[list[str], list[str]]:
    """The keywords that a short question needs, and those that come later: long ones, and what only repeats words."""
    stop = _stop(words)
    shown = {word.casefold() for word in split(f"{offer.title} {offer.everyday_title} {offer.summary}")}
    known: set[str] = set()
    short: list[str] = []
    more: list[str] = []
    for keyword in (_without(stop, keyword) for keyword in offer.keywords):
        own = {word.casefold() for word in split(keyword)}
        is_long = len(own) > SHORT or (len(own) > 1 and len(keyword) >= LONG_PAIR)
        adds = not is_long and not own <= (known if len(own) == 1 else known | shown)
        (short if adds else more).append(keyword)
        if adds:
            known |= own
    return short, more


def weak_words(edition: Edition) -> tuple[list[str], list[str]]:
    """Words that say little: short ones and those that offers use, then long ones.

    In a short question the long ones are unknown, so that the second list is loaded.
    """
    used = words_of_offers(edition)
    now: list[str] = []
    later: list[str] = []
    for word in edition.catalog.search.record.weak_words:
        (now if len(word) < LONG_WORD or word.casefold() in used else later).append(word)
    return now, later


def words_of_offers(edition: Edition) -> set[str]:
    """Every word that stands in a title, a summary or a keyword, in small letters."""
    offers = [entry.record for entry in edition.catalog.offers.values()]
    texts = (text for offer in offers for text in (offer.title, offer.everyday_title, offer.summary, *offer.keywords))
    return {word.casefold() for text in texts for word in split(text)}


def _stop(words: Search) -> frozenset[str]:
    return _folded(words.stop_words)


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(str.casefold, words))


def split(words: str) -> list[str]:
    """The words of a text as the search takes it apart."""
    return re.findall(r"\w+", words)


def _without(words: frozenset[str], sentence: str) -> str:
    return " ".join(word for word in re.findall(r"[\w-]+", sentence) if word.casefold() not in words)
