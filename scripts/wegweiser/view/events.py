"""Events with the dates that lie ahead, and news in their order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.rules.calendar import occurrences
from wegweiser.schema import Event, News
from wegweiser.values.dates import first_day, latest_day, write_moment

MONTHS_AHEAD = 6
NEWS_STAY_NEW = dt.timedelta(days=60)

DATES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event with its coming dates."""

    entry: Entry[Event]
    dates: tuple[tuple[str, str], ...]
    """(ISO moment, German text), the next ones first."""
    place: str
    is_dated: bool


def show_event(edition: Edition, entry: Entry[Event]) -> ShownEvent:
    """An event with the dates that lie ahead."""
    event = entry.record
    spans = occurrences(event, edition.today, edition.today + relativedelta(months=MONTHS_AHEAD))
    dates = tuple((start.isoformat(timespec="minutes"), write_moment(start)) for start, _ in spans[:DATES_SHOWN])
    return ShownEvent(entry, dates, _place(edition, event), event.start is not None)


def _place(edition: Edition, event: Event) -> str:
    centre = edition.catalog.centres.get(event.centre or "")
    town = edition.catalog.municipalities.get(event.municipality or "")
    parts = (event.place, centre.record.name if centre else None, town.record.name if town else None)
    return ", ".join(filter(None, parts))


def recent_news(edition: Edition) -> list[Entry[News]]:
    """The news that are still new: dated to the day or month, at most 60 days old."""
    since = edition.today - NEWS_STAY_NEW
    return [entry for entry in news_in_order(edition) if _is_since(entry.record.date, since)]


def _is_since(date: str, since: dt.date) -> bool:
    """A month counts from its last day on, a year alone says too little."""
    day = latest_day(date) if "-" in date else None
    return day is not None and day >= since


def news_in_order(edition: Edition) -> list[Entry[News]]:
    """All news, the newest first; those without a known date last."""
    entries = edition.catalog.news.values()
    return sorted(entries, key=lambda entry: (first_day(entry.record.date) or dt.date.min, entry.id), reverse=True)
