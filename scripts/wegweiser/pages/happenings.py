"""The pages of events and news."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import Crumb, Page
from wegweiser.schema import Event, News
from wegweiser.values.dates import write_partial
from wegweiser.view.callable_line import CallableLine, centre_line, district_line, organization_line, town_line
from wegweiser.view.contact import contact_card
from wegweiser.view.events import news_in_order, show_event
from wegweiser.view.record_note import note_of

EVENTS, NEWS = address("event"), address("news")


def pages(edition: Edition) -> Iterator[Page]:
    """Overviews and single pages."""
    yield events_overview(edition)
    yield from (event_page(edition, entry) for entry in edition.catalog.events.values())
    yield news_overview(edition)
    yield from (news_page(edition, entry) for entry in edition.catalog.news.values())


def events_overview(edition: Edition) -> Page:
    """What comes, by date; and what happens without a confirmed date."""
    shown = [show_event(edition, entry) for entry in edition.catalog.events.values()]
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


def event_page(edition: Edition, entry: Entry[Event]) -> Page:
    """One event."""
    event, catalog = entry.record, edition.catalog
    return Page(
        address=link(entry),
        template="event.html",
        title=f"Termin: {event.title}",
        description=event.summary,
        context={
            "entry": entry,
            "event": event,
            "shown": show_event(edition, entry),
            "centre": catalog.centres.get(event.centre or ""),
            "organization": catalog.organizations.get(event.organization or ""),
            "contact": contact_card(edition, event.contact) if event.contact else None,
            "line": _line(edition, event),
            "note": note_of(entry),
            "offers": [catalog.offers[id_] for id_ in event.offers],
        },
        crumbs=(Crumb("", "Start"), Crumb(EVENTS, "Termine")),
        section=EVENTS,
    )


def _line(edition: Edition, event: Event) -> CallableLine | None:
    """Whom to call about an event without a contact: the house, else who holds it, else the town or the district."""
    if event.centre:
        return centre_line(edition, event.centre)
    if event.organization:
        return organization_line(edition, event.organization)
    return town_line(edition, event.municipality) if event.municipality else district_line(edition)


def news_overview(edition: Edition) -> Page:
    """All news."""
    items = [(entry, write_partial(entry.record.date)) for entry in news_in_order(edition)]
    return Page(
        address=NEWS,
        template="news.html",
        title="Aktuelles",
        description=f"Was sich für Familien {edition.catalog.region.record.in_region} getan hat.",
        context={"items": items},
        section=NEWS,
    )


def news_page(edition: Edition, entry: Entry[News]) -> Page:
    """One piece of news."""
    news = entry.record
    related = [
        (reference.partition(":"), edition.catalog.of_kind(reference.partition(":")[0])) for reference in news.related
    ]
    return Page(
        address=link(entry),
        template="news_item.html",
        title=news.title,
        description=news.summary,
        context={
            "entry": entry,
            "news": news,
            "date": write_partial(news.date),
            "town": edition.catalog.municipalities.get(news.municipality or ""),
            "related": [records[id_] for (_, _, id_), records in related if id_ in records],
        },
        crumbs=(Crumb("", "Start"), Crumb(NEWS, "Aktuelles")),
        section=NEWS,
    )
