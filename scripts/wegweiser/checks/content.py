"""Whether offers are complete and readable: what a tired parent needs is there, once, and in plain words."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator

from wegweiser.catalog import Catalog, Entry
from wegweiser.schema import Offer
from wegweiser.schema.codes import SourceKind
from wegweiser.values.dates import is_within, latest_day
from wegweiser.values.problems import Level, Problem
from wegweiser.values.text import fold

FEWEST_KEYWORDS = 10
LONGEST_SENTENCE = 25
"""Words."""
LONGEST_WORD = 25
"""Letters."""
SHORTEST_COMPARED = 4
"""Words; shorter sentences ("Fragen Sie nach.") may stand in several offers."""
ALIKE = 0.75
"""Share of common words from which a sentence counts as the summary reworded."""
SOURCES_ARE_OLD = 36
"""Months after which the newest source of an offer (laws apart) is too old to rest on alone."""

Path = tuple[str | int, ...]


def check(catalog: Catalog, today: dt.date) -> Iterator[Problem]:
    """Completeness, repetition and readability of offers."""
    for entry in catalog.offers.values():
        yield from _completeness(entry)
        yield from _sources(entry, today)
        yield from _readability(entry)
    yield from _shared_sentences(catalog)
    yield from _shared_words(catalog)


def _completeness(entry: Entry[Offer]) -> Iterator[Problem]:
    offer = entry.record
    if offer.plain is None:
        yield entry.problem(("title",), "Der Text in einfacher Sprache ('plain') fehlt. Bitte ergänzen.")
    if len(offer.keywords) < FEWEST_KEYWORDS:
        message = f"Es sind nur {len(offer.keywords)} Alltagswörter. Bitte mindestens {FEWEST_KEYWORDS} eintragen."
        yield entry.problem(("keywords",), message)
    seen: set[str] = set()
    for index, word in enumerate(offer.keywords):
        if fold(word) in seen:
            yield entry.problem(("keywords", index), f"Das Alltagswort '{word}' steht zweimal in der Liste.")
        seen.add(fold(word))


def _sources(entry: Entry[Offer], today: dt.date) -> Iterator[Problem]:
    """A law counts as long as it is read anew; anything else grows old by the day it was published."""
    for source in entry.record.sources:
        published = latest_day(source.published)
        if source.kind is SourceKind.LAW or (published and is_within(published, SOURCES_ARE_OLD, today)):
            return
    message = "Keine Quelle ist ein Gesetz oder jünger als drei Jahre. Bitte eine neuere suchen."
    yield entry.problem(("sources",), message, Level.WARNING)


def _readability(entry: Entry[Offer]) -> Iterator[Problem]:
    offer = entry.record
    summary = _words(offer.summary)
    for sentence in sentences(offer.plain or ""):
        words = sentence.split()
        if len(words) > LONGEST_SENTENCE:
            message = f"Ein Satz hat {len(words)} Wörter: '{sentence[:40]} …'. Bitte teilen."
            yield entry.problem(("plain",), message, Level.WARNING)
        for word in words:
            if any(len(part) > LONGEST_WORD for part in re.findall(r"\w+", word)):  # a hyphen makes it readable
                message = f"Das Wort '{word}' ist zu lang für einfache Sprache. Bitte anders sagen."
                yield entry.problem(("plain",), message, Level.WARNING)
        common = _words(sentence)
        if len(common) >= SHORTEST_COMPARED and len(common & summary) / len(common | summary) >= ALIKE:
            message = f"'{sentence[:60]}' sagt dasselbe wie 'summary'. Bitte anders erklären."
            yield entry.problem(("plain",), message, Level.WARNING)


def _shared_sentences(catalog: Catalog) -> Iterator[Problem]:
    first: dict[frozenset[str], str] = {}
    for entry in catalog.offers.values():
        for path, sentence in _own_sentences(entry.record):
            words = _words(sentence)
            if len(words) < SHORTEST_COMPARED:
                continue
            other = first.setdefault(words, entry.id)
            if other != entry.id:
                message = f"Derselbe Satz steht im Angebot '{other}': '{sentence[:60]}'. Bitte hier neu schreiben."
                yield entry.problem(path, message)


def _own_sentences(offer: Offer) -> Iterator[tuple[Path, str]]:
    for field in ("summary", "plain"):
        yield from (((field,), sentence) for sentence in sentences(getattr(offer, field) or ""))
    for index, step in enumerate(offer.steps):
        yield from ((("steps", index), sentence) for sentence in sentences(step))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a dot counts as an end only before a capital letter or a line's end."""
    return [part.strip() for part in re.split(r"(?<=[.!?:])\s+(?=[A-ZÄÖÜ„])|\n+", text) if part.strip()]


def _words(sentence: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(sentence)))


def _shared_words(catalog: Catalog) -> Iterator[Problem]:
    """A word may lead to several offers only if search.yml says which comes first."""
    if catalog.lacks("search"):
        return
    ordered = {fold(bet.word): set(bet.offers) for bet in catalog.search.record.best_bets}
    leading: dict[str, list[tuple[Entry[Offer], int]]] = defaultdict(list)
    for entry in catalog.offers.values():
        for index, word in enumerate(entry.record.keywords):
            leading[fold(word)].append((entry, index))
    for word, places in leading.items():
        offers = {entry.id for entry, _ in places}
        if len(offers) < 2 or offers <= ordered.get(word, set()):
            continue
        (first, _), (entry, index) = places[0], places[-1]
        message = (
            f"'{entry.record.keywords[index]}' führt auch zu '{first.id}'. "
            "Bitte bei einem streichen oder die Reihenfolge in search.yml festlegen."
        )
        yield entry.problem(("keywords", index), message, Level.WARNING)
