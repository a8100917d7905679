"""What to look at in which month: amounts that end or are due, names that go, entries nobody has seen for long."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from wegweiser.catalog import Catalog
from wegweiser.rules.review import reviews
from wegweiser.values.dates import MONTHS, write_day

KINDS = {"contact": "Kontakte", "organization": "Organisationen", "centre": "Häuser", "offer": "Angebote"}
"""What several records of a kind are called."""


def duties(catalog: Catalog) -> list[tuple[str, str]]:
    """Month and duty, in the order of time: (`Januar 2027`, `offer:kindergeld: Betrag …`)."""
    dated = sorted([*_amounts(catalog), *_names(catalog)])
    looks = Counter((day.year, day.month, KINDS[entry.kind]) for day, entry in reviews(catalog))
    found = [((day.year, day.month), 0, duty) for day, duty in dated]
    found += [((year, month), 1, f"{kind}: {count} Einträge ansehen") for (year, month, kind), count in looks.items()]
    return [(f"{MONTHS[month - 1]} {year}", duty) for (year, month), _, duty in sorted(found)]


def _amounts(catalog: Catalog) -> Iterator[tuple[dt.date, str]]:
    """The last known window of each amount; those of an offer that are due on one day are one duty."""
    for entry in catalog.offers.values():
        last = {amount.id: amount for amount in sorted(entry.record.amounts, key=lambda amount: amount.valid_from)}
        due: dict[tuple[dt.date, str], list[str]] = {}
        for id_, amount in last.items():
            if amount.valid_to:
                due.setdefault((amount.valid_to, "bis dahin den nächsten Betrag eintragen"), []).append(id_)
            if amount.review_on and amount.review_on != amount.valid_to:
                due.setdefault((amount.review_on, "prüfen, ob der Betrag noch stimmt"), []).append(id_)
        for (day, duty), ids in due.items():
            yield day, f"{entry.ref}: {duty} ({write_day(day)}): {', '.join(ids)}"


def _names(catalog: Catalog) -> Iterator[tuple[dt.date, str]]:
    for entry in catalog.contacts.values():
        if person := entry.record.person:
            yield person.until, f"{entry.ref}: der Name verschwindet nach dem {write_day(person.until)}"
