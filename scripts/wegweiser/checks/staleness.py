"""What has grown old: facts that pages hold back, and records nobody has looked at for long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.rules.freshness import Display, as_record, judge, last_look
from wegweiser.schema import Channel, OpeningHours, Record
from wegweiser.values.dates import is_within
from wegweiser.values.problems import Level, Problem


def check(catalog: Catalog, today: dt.date) -> Iterator[Problem]:
    """Only warnings: age is never an error."""
    periods = catalog.region.record.review_periods
    for entries, months in (
        (catalog.contacts, periods.contacts),
        (catalog.organizations, periods.contacts),
        (catalog.centres, periods.centres),
        (catalog.offers, periods.offers),
    ):
        for entry in entries.values():
            yield from _withheld(entry, today)
            yield from _review(entry, months, today)


def _withheld(entry: Entry[Any], today: dt.date) -> Iterator[Problem]:
    record = entry.record
    for index, channel in enumerate(record.channels):
        if _is_withheld(channel, record, today):
            yield _held_back(entry, ("channels", index), f"{channel.value}")
    for index, house in enumerate(getattr(record, "members", ())):
        own = as_record(house, record)
        for channel in house.channels:
            if _is_withheld(channel, own, today):
                yield _held_back(entry, ("members", index, channel.way.value), channel.value)
        if house.opening_hours and _is_withheld(house.opening_hours, own, today):
            yield _held_back(entry, ("members", index, "opening_hours"), "Öffnungszeiten")
    places = getattr(record, "locations", (record,))
    for index, place in enumerate(places):
        hours = getattr(place, "opening_hours", None)
        if hours and _is_withheld(hours, record, today):
            path = ("opening_hours",) if place is record else ("locations", index, "opening_hours")
            yield _held_back(entry, path, "Öffnungszeiten")


def _is_withheld(fact: Channel | OpeningHours, record: Record, today: dt.date) -> bool:
    return judge(fact, record, today).display is Display.WITHHELD


def _held_back(entry: Entry[Any], path: tuple[str | int, ...], what: str) -> Problem:
    message = f"{what}: Beleg zu alt, die Seite lässt das weg. Bitte bei der Stelle nachfragen."
    return entry.problem(path, message, Level.WARNING)


def _review(entry: Entry[Any], months: int, today: dt.date) -> Iterator[Problem]:
    record = entry.record
    if not is_within(last_look(record), months, today):
        message = f"Seit über {months} Monaten hat niemand diesen Eintrag angesehen. Bitte Quellen und Angaben prüfen."
        yield entry.problem(("checked", "on") if record.checked else ("sources",), message, Level.WARNING)
