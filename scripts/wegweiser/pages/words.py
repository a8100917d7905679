"""The pages that begin with words: everyday words from A to Z, and the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.edition import Edition
from wegweiser.pages.glossary import ADDRESS, anchor, other_names
from wegweiser.pages.page import Page
from wegweiser.values.text import fold
from wegweiser.view.everyday_words import by_letter, everyday_words


def pages(edition: Edition) -> Iterator[Page]:
    """Both lists."""
    yield a_to_z(edition)
    yield glossary(edition)


def a_to_z(edition: Edition) -> Page:
    """Every word that leads somewhere, under its first letter."""
    return Page(
        address="a-z/",
        template="a_to_z.html",
        title="Alles von A bis Z",
        description="Alltagswörter von A bis Z: von Ausflug bis Zuverdienst, jedes führt zur passenden Hilfe.",
        context={"letters": by_letter(everyday_words(edition))},
        section="a-z/",
    )


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
        context={"terms": rows},
        section="a-z/",
    )
