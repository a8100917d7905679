"""The pages of events and news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from wegweiser.catalog import Entry
from wegweiser.pages.cards import contact_card
from wegweiser.pages.site import Crumb, Guide, Page
from wegweiser.rules.calendar import occurrences
from wegweiser.schema import Event, News
from wegweiser.values.dates import first_day, write_moment, write_partial

EVENTS, NEWS = "termine/", "aktuelles/"
MONTHS_AHEAD = 6
DATES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event with its coming dates."""

    entry: Entry[Event]
    dates: tuple[tuple[str, str], ...]
    """(ISO moment, German text), the next ones first."""
    place: str
    is_dated: bool


def pages(guide: Guide) -> Iterator[Page]:
    """Overviews and single pages."""
    yield events_overview(guide)
    yield from (event_page(guide, entry) for entry in guide.catalog.events.values())
    yield news_overview(guide)
    yield from (news_page(guide, entry) for entry in guide.catalog.news.values())


def show_event(guide: Guide, entry: Entry[Event]) -> ShownEvent:
    """An event with the dates that lie ahead."""
    event = entry.record
    spans = occurrences(event, guide.today, guide.today + relativedelta(months=MONTHS_AHEAD))
    dates = tuple((start.isoformat(timespec="minutes"), write_moment(start)) for start, _ in spans[:DATES_SHOWN])
    return ShownEvent(entry, dates, _place(guide, event), event.start is not None)


def _place(guide: Guide, event: Event) -> str:
    centre = guide.catalog.centres.get(event.centre or "")
    town = guide.catalog.municipalities.get(event.municipality or "")
    parts = (event.place, centre.record.name if centre else None, town.record.name if town else None)
    return ", ".join(filter(None, parts))


def events_overview(guide: Guide) -> Page:
    """What comes, by date; and what happens without a confirmed date."""
    shown = [show_event(guide, entry) for entry in guide.catalog.events.values()]
    dated = sorted((event for event in shown if event.dates), key=lambda event: event.dates[0])
    undated = [event for event in shown if not event.is_dated]
    return Page(
        address=EVENTS,
        template="events.html",
        title="Termine",
        description="Sprechstunden, Elterncafés und Veranstaltungen für Fachkräfte.",
        context={"dated": dated, "undated": undated},
        section=EVENTS,
    )


def event_page(guide: Guide, entry: Entry[Event]) -> Page:
    """One event."""
    event, catalog = entry.record, guide.catalog
    return Page(
        address=f"{EVENTS}{entry.id}/",
        template="event.html",
        title=f"Termin: {event.title}",
        description=event.summary,
        context={
            "entry": entry,
            "event": event,
            "shown": show_event(guide, entry),
            "centre": catalog.centres.get(event.centre or ""),
            "organization": catalog.organizations.get(event.organization or ""),
            "contact": contact_card(guide, event.contact) if event.contact else None,
            "offers": [catalog.offers[id_] for id_ in event.offers],
        },
        crumbs=(Crumb("", "Start"), Crumb(EVENTS, "Termine")),
        section=EVENTS,
    )


def news_in_order(guide: Guide) -> list[Entry[News]]:
    """All news, the newest first; those without a known date last."""
    entries = guide.catalog.news.values()
    return sorted(entries, key=lambda entry: (first_day(entry.record.date) or dt.date.min, entry.id), reverse=True)


def news_overview(guide: Guide) -> Page:
    """All news."""
    items = [(entry, write_partial(entry.record.date)) for entry in news_in_order(guide)]
    return Page(
        address=NEWS,
        template="news.html",
        title="Aktuelles",
        description=f"Was sich für Familien {guide.catalog.region.record.in_region} getan hat.",
        context={"items": items},
        section=NEWS,
    )


def news_page(guide: Guide, entry: Entry[News]) -> Page:
    """One piece of news."""
    news = entry.record
    related = [
        (reference.partition(":"), guide.catalog.of_kind(reference.partition(":")[0])) for reference in news.related
    ]
    return Page(
        address=f"{NEWS}{entry.id}/",
        template="news_item.html",
        title=news.title,
        description=news.summary,
        context={
            "entry": entry,
            "news": news,
            "date": write_partial(news.date),
            "town": guide.catalog.municipalities.get(news.municipality or ""),
            "related": [records[id_] for (_, _, id_), records in related if id_ in records],
        },
        crumbs=(Crumb("", "Start"), Crumb(NEWS, "Aktuelles")),
        section=NEWS,
    )
