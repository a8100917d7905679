"""Calendars (RFC 5545) to subscribe to: events of the region, of each town and house, and yearly deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import CALENDAR, DEADLINES, address, link
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.edition.site_file import SiteFile
from wegweiser.files.calendar.calendar import Calendar
from wegweiser.files.calendar.deadlines import deadline_lines
from wegweiser.files.calendar.events import event_lines
from wegweiser.schema import Event
from wegweiser.view.events import town_of_event


def files(edition: Edition, site: Site) -> Iterator[SiteFile]:
    """Every calendar; one without events is published as well, so that it can be subscribed to beforehand."""
    catalog, region = edition.catalog, edition.catalog.region.record.name
    by_town: dict[str, list[Entry[Event]]] = {}
    by_house: dict[str, list[Entry[Event]]] = {}
    for entry in catalog.events.values():
        by_town.setdefault(town_of_event(edition, entry.record), []).append(entry)
        by_house.setdefault(entry.record.centre or "", []).append(entry)
    yield SiteFile(
        f"{address('event')}{CALENDAR}",
        partial(_dates, edition, site, f"Termine für Familien, {region}", catalog.events.values()),
    )
    yield SiteFile(DEADLINES, partial(_deadlines, edition, site, f"Fristen für Familien, {region}"))
    for kind, found in ((catalog.municipalities, by_town), (catalog.centres, by_house)):
        for place in kind.values():
            name = f"Termine: {place.record.name}"
            yield SiteFile(f"{link(place)}{CALENDAR}", partial(_dates, edition, site, name, found.get(place.id, ())))


def _dates(edition: Edition, site: Site, name: str, entries: Iterable[Entry[Event]]) -> bytes:
    dated = [entry for entry in entries if entry.record.start]
    return Calendar(name, site.url).write(line for entry in dated for line in event_lines(edition, site, entry.id))


def _deadlines(edition: Edition, site: Site, name: str) -> bytes:
    return Calendar(name, site.url).write(deadline_lines(edition, site))
