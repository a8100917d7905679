"""The page of the search: what a script fills, and an index of everyday words for everybody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wegweiser.edition import Edition
from wegweiser.pages.page import Page
from wegweiser.schema import Offer
from wegweiser.values import languages
from wegweiser.view.everyday_words import Word, by_letter, everyday_words
from wegweiser.wording.certainty import DERIVED, FALLBACK

ADDRESS = "suche/"
MOST_WORDS = 2
"""Words of an entry in the index; longer ones stand on the page from A to Z."""
EXAMPLES = ("Wer bezahlt den Schulranzen?", "Kind krank, und ich muss arbeiten")
"""Questions that every region answers; one with a town is added."""
KINDS = (("offer", "Hilfen"), ("contact", "Kontakte"), ("centre", "Häuser für Kinder"), ("municipality", "Orte"))
AGES = (
    ("0", "0 bis 2 Jahre", 0, 2),
    ("3", "3 bis 5 Jahre", 3, 5),
    ("6", "6 bis 17 Jahre", 6, 17),
    ("18", "ab 18", 18, 99),
)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a filter."""

    id: str
    label: str
    leaves_out: str = ""
    """The offers that do not have it, where not every result says so itself."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    towns = [town.record.name for town in edition.catalog.municipalities.values()]
    yield Page(
        address=ADDRESS,
        template="search.html",
        title="Suche",
        description="Suchen Sie mit Ihren eigenen Worten. Nichts davon wird gesendet.",
        context={
            "letters": by_letter(short_words(edition)),
            "examples": [*EXAMPLES, *(f"Jobcenter {town}" for town in towns[:1])],
            "towns": towns,
            "filters": filters(edition),
            "certainties": {"fallback": FALLBACK, "derived": DERIVED},
        },
        section=ADDRESS,
    )


def short_words(edition: Edition) -> list[Word]:
    """Everyday words that are no phrases."""
    return [word for word in everyday_words(edition) if len(word.word.split()) <= MOST_WORDS]


def filters(edition: Edition) -> list[tuple[str, str, list[Value]]]:
    """By what results can be narrowed down: the name in the address, its title, its values; towns come with results."""
    catalog = edition.catalog
    offers = {id_: entry.record for id_, entry in catalog.offers.items()}
    ages = [
        Value(id_, label, " ".join(name for name, offer in offers.items() if not is_for(offer, first, last)))
        for id_, label, first, last in AGES
    ]
    statuses = [
        Value(
            id_, status.short, " ".join(name for name, offer in offers.items() if id_ not in (offer.statuses or [id_]))
        )
        for id_, status in catalog.statuses.items()
    ]
    return [
        ("art", "Art", [Value(*kind) for kind in KINDS]),
        ("thema", "Thema", [Value(id_, topic.label) for id_, topic in catalog.topics.items()]),
        ("ort", "Ort", []),
        ("alter", "Alter des Kindes", ages),
        ("bezug", "Was Sie bekommen", statuses),
        ("sprache", "Sprache", spoken(edition)),
    ]


def spoken(edition: Edition) -> list[Value]:
    """The languages that a contact or a house has, in the order of their names."""
    contacts, centres = edition.catalog.contacts.values(), edition.catalog.centres.values()
    known = {language for contact in contacts for language in contact.record.languages}
    known |= {language for centre in centres for language in centre.record.languages}
    return [Value(code, name) for code, name in languages.names().items() if code in known]


def is_for(offer: Offer, first: int, last: int) -> bool:
    """Whether an offer is for some of these ages (years); one that names none is for all."""
    ages = offer.ages
    if ages is None:
        return True
    youngest = 0 if ages.minimum_age is None else ages.minimum_age
    oldest = last if ages.maximum_age is None else ages.maximum_age
    return youngest <= last and first <= oldest
