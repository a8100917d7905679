"""What we do not know yet, counted and shown in public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.gaps import CENTRE_FIELDS, lacks
from wegweiser.pages.site import Guide, Page
from wegweiser.schema import Record
from wegweiser.schema.codes import MissingField


@dataclass(frozen=True, slots=True)
class TownGaps:
    """How many houses of a town lack a field."""

    town: str
    address: str
    houses: int
    missing: tuple[tuple[MissingField, int], ...]


def pages(guide: Guide) -> Iterator[Page]:
    """The one page of open questions."""
    yield Page(
        address="offene-fragen/",
        template="gaps.html",
        title="Was wir noch nicht wissen",
        description="Welche Angaben noch fehlen, und wie Sie helfen können, sie zu ergänzen.",
        context={
            "towns": gaps_by_town(guide),
            "fields": list(CENTRE_FIELDS),
            "fallbacks": fallbacks(guide),
            "reasons": reasons(guide),
        },
    )


def gaps_by_town(guide: Guide) -> list[TownGaps]:
    """For each town: its houses and how many lack which field."""
    rows = []
    for town in guide.catalog.municipalities.values():
        houses = [entry.record for entry in guide.catalog.centres.values() if entry.record.municipality == town.id]
        counts = tuple((field, sum(lacks(house, field) for house in houses)) for field in CENTRE_FIELDS)
        rows.append(TownGaps(town.record.name, f"orte/{town.id}/", len(houses), counts))
    return rows


def fallbacks(guide: Guide) -> list[tuple[str, str, int, int]]:
    """Offers for which some question has only the fallback: (address, title, such questions, all questions)."""
    total: Counter[str] = Counter()
    open_: Counter[str] = Counter()
    for (_, _, offer), answer in guide.responsibility.table.items():
        total[offer] += 1
        open_[offer] += answer.fallback
    offers = guide.catalog.offers
    return [
        (f"angebote/{id_}/", offers[id_].record.everyday_title, open_[id_], total[id_]) for id_ in offers if open_[id_]
    ]


def reasons(guide: Guide) -> list[tuple[str, int]]:
    """Why fields are absent, counted over all records."""
    counts: Counter[str] = Counter()
    for entry in guide.catalog.records():
        counts.update(_reasons(entry))
    return counts.most_common()


def _reasons(entry: Entry[Record]) -> Iterator[str]:
    for missing in entry.record.missing:
        for _ in missing.fields:
            yield missing.reason.label
