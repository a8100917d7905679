"""What we do not know yet, counted and shown in public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.edition import Edition
from wegweiser.pages.page import Page
from wegweiser.rules.gaps import CENTRE_FIELDS, lacks
from wegweiser.schema import Record
from wegweiser.schema.codes import MissingField

SHORT = {
    MissingField.ADDRESS: "Anschrift",
    MissingField.PHONE: "Telefon",
    MissingField.EMAIL: "E-Mail",
    MissingField.OPENING_HOURS: "Zeiten",
    MissingField.PROVIDER: "Träger",
    MissingField.AGES: "Alter",
    MissingField.PLACES: "Plätze",
}
"""Heads of narrow columns."""
MOST_NAMED = 4
"""Towns that are named; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class TownGaps:
    """How many houses of a town lack a field."""

    town: str
    address: str
    houses: int
    missing: tuple[tuple[MissingField, int], ...]


@dataclass(frozen=True, slots=True)
class OpenOffer:
    """An offer for which the right office is not known everywhere."""

    address: str
    title: str
    where: str
    """In words: `noch offen in Ense und Werl`."""


def pages(edition: Edition) -> Iterator[Page]:
    """The one page of open questions."""
    towns = gaps_by_town(edition)
    yield Page(
        address="offene-fragen/",
        template="gaps.html",
        title="Was wir noch nicht wissen",
        description="Welche Angaben noch fehlen, und wie Sie helfen können, sie zu ergänzen.",
        context={
            "towns": towns,
            "fields": list(SHORT.values()),
            "fallbacks": fallbacks(edition),
            "reasons": reasons(edition),
        },
    )


def gaps_by_town(edition: Edition) -> list[TownGaps]:
    """For each town: its houses and how many lack which field."""
    rows = []
    for town in edition.catalog.municipalities.values():
        houses = [entry.record for entry in edition.relations.centres_in.get(town.id, ())]
        counts = tuple((field, sum(lacks(house, field) for house in houses)) for field in CENTRE_FIELDS)
        rows.append(TownGaps(town.record.name, link(town), len(houses), counts))
    return rows


def fallbacks(edition: Edition) -> list[OpenOffer]:
    """Offers for which some town has, with some status, only the fallback."""
    towns: dict[str, set[str]] = {}
    for (town, _, offer), answer in edition.responsibility.table.items():
        if answer.fallback:
            towns.setdefault(offer, set()).add(town)
    return [
        OpenOffer(link(offer), offer.record.everyday_title, _where(edition, towns[id_]))
        for id_, offer in edition.catalog.offers.items()
        if id_ in towns
    ]


def _where(edition: Edition, open_: set[str]) -> str:
    """`noch offen in Ense und Werl`, `noch offen in 13 von 14 Orten`, `noch offen in allen Orten`."""
    names = [town.record.name for id_, town in edition.catalog.municipalities.items() if id_ in open_]
    count = len(edition.catalog.municipalities)
    if len(names) == count > 1:
        return "noch offen in allen Orten"
    if len(names) > MOST_NAMED:
        return f"noch offen in {len(names)} von {count} Orten"
    return f"noch offen in {' und '.join(filter(None, (', '.join(names[:-1]), names[-1])))}"


def reasons(edition: Edition) -> list[tuple[str, int]]:
    """Why fields are absent, counted over all records."""
    counts: Counter[str] = Counter()
    for entry in edition.catalog.records():
        counts.update(_reasons(entry))
    return counts.most_common()


def _reasons(entry: Entry[Record]) -> Iterator[str]:
    for missing in entry.record.missing:
        for _ in missing.fields:
            yield missing.reason.label
