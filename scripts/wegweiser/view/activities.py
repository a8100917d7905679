"""What happens in a house, each thing once: what the house names, what the calendar has, what the guide explains."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.edition import Edition
from wegweiser.schema import Centre, Event, Offer
from wegweiser.values.text import fold
from wegweiser.view.events import show_event
from wegweiser.view.figures import year_text


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
    """What happens there, and the offers of the house that none of it explains.

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
