"""The one note of a page: of what day its facts are, who confirmed them, and what is still missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.rules.freshness import CHECK_IS_FRESH
from wegweiser.schema import Record
from wegweiser.values.dates import is_within, months_later
from wegweiser.view.reach import Reach
from wegweiser.wording.confirmation import confirmed_long_ago, not_confirmed

ADDRESS, HOURS = "Anschrift", "Öffnungszeiten"


@dataclass(frozen=True, slots=True)
class RecordNote:
    """What stands under the heading of a record."""

    day: dt.date
    """On which the office confirmed it, else on which its sources were read last."""
    checked_by: str
    """Who confirmed it within the last year; empty where nobody did."""
    fresh_until: str
    """ISO day up to which a confirmation counts as new; empty without one."""
    doubt: str
    """`vom Haus noch nicht bestätigt`, or that it was long ago; empty where somebody confirmed it within a year."""
    missing: tuple[str, ...]
    """What nobody knows or what is too old to be shown, each in a few words."""


def note_of(entry: Entry[Any], today: dt.date, *reaches: Reach) -> RecordNote:
    """The note of a record on a day; `reaches` are the places that its page shows, for what is withheld there."""
    record = entry.record
    missing = tuple(dict.fromkeys([*_missing(record), *(text for reach in reaches for text in _withheld(reach))]))
    if record.checked and not is_within(record.checked.on, CHECK_IS_FRESH, today):
        return RecordNote(record.checked.on, "", "", confirmed_long_ago(entry.kind), missing)
    if record.checked:
        until = months_later(record.checked.on, CHECK_IS_FRESH).isoformat()
        return RecordNote(record.checked.on, record.checked.by, until, "", missing)
    day = max(source.accessed for source in record.sources)
    return RecordNote(day, "", "", not_confirmed(entry.kind), missing)


def note_of_answers(edition: Edition) -> RecordNote:
    """The note of a page that only tells who is responsible."""
    rules = edition.catalog.responsibilities.record.rules
    day = max((source.accessed for rule in rules for source in rule.sources), default=edition.today)
    return RecordNote(day, "", "", not_confirmed("offer"), ())


def _missing(record: Record) -> Iterable[str]:
    for missing in record.missing:
        yield ": ".join(filter(None, (", ".join(field.label for field in missing.fields), missing.note)))


def _withheld(reach: Reach) -> Iterable[str]:
    yield from (channel.label or channel.way.label for channel in reach.channels if channel.withheld)
    if reach.place and reach.place.withheld:
        yield ADDRESS
    if reach.hours and reach.hours.withheld:
        yield HOURS
