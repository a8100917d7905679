"""The pages that begin with words: everyday words from A to Z, and the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wegweiser.catalog.addresses import A_TO_Z, FIGURES, LETTERS
from wegweiser.edition import Edition
from wegweiser.pages.glossary import ADDRESS, anchor, other_names
from wegweiser.pages.page import Crumb, Page
from wegweiser.schema import Term
from wegweiser.values.text import fold
from wegweiser.view.everyday_words import Word, by_beginning, by_letter, everyday_words, span

MOST_UNFOLDED = 60
"""Words of a letter that stand on its page without being unfolded."""
MOST_IN_A_GROUP = 40
"""Words that are folded together where there are more."""


def pages(edition: Edition) -> Iterator[Page]:
    """All lists."""
    words = by_letter(everyday_words(edition))
    yield a_to_z(words)
    yield from (letter_page(words, letter) for letter in LETTERS)
    yield glossary(edition)


def a_to_z(words: dict[str, list[Word]]) -> Page:
    """The letters with what stands under each."""
    return Page(
        address=A_TO_Z,
        template="a_to_z.html",
        title="Alles von A bis Z",
        description="Alltagswörter von A bis Z: von Ausflug bis Zuverdienst, jedes führt zur passenden Hilfe.",
        context={
            "letters": _letters(words),
            "empty": [letter for letter in LETTERS if letter not in words],
            "examples": {letter: span(found) for letter, found in words.items()},
        },
        section=A_TO_Z,
    )


def letter_page(words: dict[str, list[Word]], letter: str) -> Page:
    """Every word with a first letter; many of them are folded by their beginnings."""
    name = letter.upper()
    found = words.get(letter, [])
    return Page(
        address=f"{A_TO_Z}{letter}/",
        template="letter.html",
        title=f"Wörter mit {name}" if letter != FIGURES else "Wörter mit einer Ziffer am Anfang",
        description=f"Alltagswörter: {name}. Jedes Wort führt zur passenden Hilfe.",
        context={
            "letter": letter,
            "letters": _letters(words),
            "words": found if len(found) <= MOST_UNFOLDED else [],
            "groups": by_beginning(found, MOST_IN_A_GROUP) if len(found) > MOST_UNFOLDED else [],
        },
        crumbs=(Crumb("", "Start"), Crumb(A_TO_Z, "A bis Z")),
        section=A_TO_Z,
    )


def _letters(words: dict[str, list[Word]]) -> list[tuple[str, int]]:
    """Each letter with the number of its words; every letter has a page, so that its address stays."""
    return [(letter, len(words.get(letter, ()))) for letter in LETTERS]


def glossary(edition: Edition) -> Page:
    """Words that need explaining."""
    terms = sorted(edition.catalog.glossary.record.terms, key=lambda term: fold(term.term))
    rows = [
        (
            term.term,
            other_names(term),
            anchor(term.term),
            term.meaning,
            [edition.catalog.offers[id_] for id_ in term.offers],
        )
        for term in terms
    ]
    return Page(
        address=ADDRESS,
        template="glossary.html",
        title="Wörter einfach erklärt",
        description="Wörter der Ämter in einfacher Sprache.",
        context={"terms": rows, "letters": list(first_of_letters(terms).items())},
        section=A_TO_Z,
    )


def first_of_letters(terms: Iterable[Term]) -> dict[str, str]:
    """Each letter that a word begins with, with the anchor of the first such word."""
    found: dict[str, str] = {}
    for term in terms:
        found.setdefault(fold(term.term)[0].upper(), anchor(term.term))
    return found
