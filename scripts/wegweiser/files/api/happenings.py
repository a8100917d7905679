"""Events, news and cases as objects of the interface."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from wegweiser.catalog import Entry
from wegweiser.files.api import objects, shapes
from wegweiser.files.api.links import Links
from wegweiser.schema import Case, Event, News
from wegweiser.view.events import show_event

ZONE = ZoneInfo("Europe/Berlin")


def event(links: Links, entry: Entry[Event]) -> objects.Event:
    """An event with its next dates."""
    record, shown = entry.record, show_event(links.edition, entry)
    return objects.Event(
        **links.common(entry),
        summary=record.summary,
        audience=record.audience.value,
        cancelled=record.cancelled,
        place=shown.place or None,
        next_dates=[dt.datetime.fromisoformat(moment).replace(tzinfo=ZONE) for moment, _ in shown.dates],
        registration=record.registration,
        centre=links.to_id("centre", record.centre),
        contact=links.to_id("contact", record.contact),
        offers=links.to_ids("offer", record.offers),
    )


def news(links: Links, entry: Entry[News]) -> objects.News:
    """A piece of news."""
    record = entry.record
    return objects.News(
        **links.common(entry),
        date=record.date,
        summary=record.summary,
        text=record.text,
        municipality=links.to_id("municipality", record.municipality),
    )


def case(links: Links, entry: Entry[Case]) -> objects.Case:
    """A route for educators."""
    record = entry.record
    return objects.Case(
        **links.common(entry),
        summary=record.summary,
        situation=record.situation,
        topic=links.to_topic(record.topic),
        steps=[
            shapes.Step(
                step.title,
                step.who,
                step.what,
                step.by_when,
                links.to_ids("offer", step.offers),
                links.to_ids("contact", step.contacts),
            )
            for step in record.steps
        ],
    )
