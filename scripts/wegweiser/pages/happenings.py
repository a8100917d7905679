"""The pages of events and news, and what happens in a house."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import CALENDAR, DEADLINES, FEED, address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import Crumb, Page
from wegweiser.pages.record_note import note_of
from wegweiser.schema import Centre, Event, News, Offer
from wegweiser.values.dates import write_partial
from wegweiser.values.text import fold
from wegweiser.view.contact import contact_card
from wegweiser.view.events import line_of_event, news_in_order, show_event
from wegweiser.view.figures import year_text

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
        context={
            "dated": dated,
            "undated": undated,
            "calendars": ((f"{EVENTS}{CALENDAR}", "Alle Termine"), (DEADLINES, "Fristen, die jedes Jahr wiederkommen")),
        },
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
            "line": line_of_event(edition, event),
            "note": note_of(entry, edition.today),
            "offers": [catalog.offers[id_] for id_ in event.offers],
        },
        crumbs=(Crumb("", "Start"), Crumb(EVENTS, "Termine")),
        section=EVENTS,
    )


def news_overview(edition: Edition) -> Page:
    """All news."""
    items = [(entry, write_partial(entry.record.date)) for entry in news_in_order(edition)]
    return Page(
        address=NEWS,
        template="news.html",
        title="Aktuelles",
        description=f"Was sich für Familien {edition.catalog.region.record.in_region} getan hat.",
        context={"items": items, "feed": FEED},
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


@dataclass(frozen=True, slots=True)
class ShownActivity:
    """One thing that happens in a house."""

    title: str
    text: str
    """Paragraphs; empty where the title says it all."""
    year: str
    """The year that it is known from; empty where unknown."""
    when: str
    """The next date in words; empty where none is known."""
    address: str
    """The page with more about it, from the root of the site; empty where there is none."""


def activities_of(edition: Edition, house: Entry[Centre]) -> tuple[list[ShownActivity], list[Entry[Offer]]]:
    """What happens there, each thing once, and the offers of the house that none of it explains.

    An event or offer whose title holds the words of an activity (`Das Jobcenter im Elterncafé` for `Elterncafé`) is the
    same thing told again: the activity leads to it, and the event adds its date.
    """
    events = list(edition.relations.events.get(house.id, []))
    offers = [edition.catalog.offers[id_] for id_ in house.record.offers]
    shown = []
    for activity in house.record.activities:
        same_events = [event for event in events if _names(event.record.title, activity.title)]
        same_offers = [offer for offer in offers if _is_about(offer.record, activity.title)]
        events = [event for event in events if event not in same_events]
        offers = [offer for offer in offers if offer not in same_offers]
        pages = [*map(link, same_events), *map(link, same_offers)]
        when = next((date for event in same_events if (date := _next_date(edition, event))), "")
        shown.append(
            ShownActivity(
                activity.title, activity.text or "", year_text(activity.as_of), when, pages[0] if pages else ""
            )
        )
    return [*shown, *_others(edition, events)], offers


def _others(edition: Edition, events: Iterable[Entry[Event]]) -> Iterable[ShownActivity]:
    for event in events:
        yield ShownActivity(event.record.title, event.record.summary, "", _next_date(edition, event), link(event))


def _next_date(edition: Edition, event: Entry[Event]) -> str:
    dates = show_event(edition, event).dates
    return dates[0][1] if dates else ""


def _names(title: str, activity: str) -> bool:
    return fold(activity) in fold(title)


def _is_about(offer: Offer, activity: str) -> bool:
    return _names(offer.title, activity) or _names(offer.everyday_title, activity)
