"""Events with the dates that lie ahead, and news in their order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from wegweiser.catalog import Entry
from wegweiser.edition import Edition, remembered
from wegweiser.rules.event_dates import DaysOff, EventDates, event_dates
from wegweiser.schema import Event, News
from wegweiser.schema.codes import Audience
from wegweiser.values.dates import first_day, latest_day, write_moment
from wegweiser.view.callable_line import CallableLine, centre_line, district_line, organization_line, town_line
from wegweiser.view.centre import centre_reach
from wegweiser.view.contact import contact_card

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
    return _shown(edition, entry.id)


@remembered
def _shown(edition: Edition, event_id: str) -> ShownEvent:
    entry = edition.catalog.events[event_id]
    event = entry.record
    until = edition.today + relativedelta(months=MONTHS_AHEAD)
    spans = () if event.cancelled else dates_between(edition, event, edition.today, until).held
    dates = tuple((start.isoformat(timespec="minutes"), write_moment(start)) for start, _ in spans[:DATES_SHOWN])
    return ShownEvent(entry, dates, place_of_event(edition, event), event.start is not None)


def dates_between(edition: Edition, event: Event, start: dt.date, end: dt.date) -> EventDates:
    """What takes place from `start` up to, not including, `end`, and what is left out: the same for pages and files."""
    catalog = edition.catalog
    centre = catalog.centres.get(event.centre or "")
    town = catalog.municipalities.get(town_of_event(edition, event))
    closed = centre.record.closing_days if centre else ()
    further = town.record.further_holidays if town else ()
    return event_dates(event, DaysOff(catalog.region.record.state, further, closed), start, end)


def town_of_event(edition: Edition, event: Event) -> str:
    """The id of the town in which it takes place, else of its house's; empty where neither is known."""
    centre = edition.catalog.centres.get(event.centre or "")
    return event.municipality or (centre.record.municipality if centre else "")


@dataclass(frozen=True, slots=True)
class NextDate:
    """The next date of several events."""

    label: str
    """`Nächste Sprechstunde`, or `Nächster Termin` for what is not called so."""
    event: ShownEvent

    @property
    def moment(self) -> str:
        """ISO, local time."""
        return self.event.dates[0][0]

    @property
    def text(self) -> str:
        """`Dienstag, 1. Dezember 2026, 14.30 Uhr`"""
        return self.event.dates[0][1]


def next_date(edition: Edition, entries: Iterable[Entry[Event]]) -> NextDate | None:
    """The next consultation hour among events, else the next of them; None where none has a date."""
    coming = sorted(
        (shown for entry in entries if (shown := show_event(edition, entry)).dates),
        key=lambda shown: (CONSULTATION not in shown.entry.record.title.lower(), shown.dates[0]),
    )
    if not coming:
        return None
    first = coming[0]
    consults = CONSULTATION in first.entry.record.title.lower()
    return NextDate("Nächste Sprechstunde" if consults else "Nächster Termin", first)


CONSULTATION = "sprechstunde"


def place_of_event(edition: Edition, event: Event) -> str:
    """`Raum 2, Familienzentrum Abenteuerland, Musterstadt`; empty where nothing is known."""
    centre = edition.catalog.centres.get(event.centre or "")
    town = edition.catalog.municipalities.get(event.municipality or "")
    parts = (event.place, centre.record.name if centre else None, town.record.name if town else None)
    return ", ".join(filter(None, parts))


def whole_place_of_event(edition: Edition, event: Event) -> str:
    """The same with the street of the house, where that is shown and the event is in the house."""
    address = centre_reach(edition, event.centre).place if event.centre and not event.place else None
    if address is None or address.withheld:
        return place_of_event(edition, event)
    return ", ".join((edition.catalog.centres[event.centre or ""].record.name, *address.lines))


def line_of_event(edition: Edition, event: Event) -> CallableLine | None:
    """Whom to call about an event: its contact, the house, else who holds it, else the town or the district."""
    if event.contact:
        card = contact_card(edition, event.contact)
        return card.staff_line if event.audience is Audience.EDUCATORS else card.line
    if event.centre:
        return centre_line(edition, event.centre)
    if event.organization:
        return organization_line(edition, event.organization)
    return town_line(edition, event.municipality) if event.municipality else district_line(edition)


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
