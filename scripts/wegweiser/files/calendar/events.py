"""Events as components of a calendar: with their recurrence, and without the days on which nothing takes place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.files.calendar.calendar import ZONE
from wegweiser.files.content_lines import escape
from wegweiser.files.identity import stable_id
from wegweiser.rules.freshness import Evidence, last_look
from wegweiser.schema import Event
from wegweiser.view.events import dates_between, line_of_event, whole_place_of_event

FIRST_DAY = dt.date(2020, 1, 1)
"""From which the number of a revision counts its days."""
BACK, AHEAD = dt.timedelta(days=31), dt.timedelta(days=550)
"""For how long days on which nothing takes place are named."""
_UNTIL = re.compile(";?UNTIL=([0-9]{8})(?:T([0-9]{6}))?")


def event_lines(edition: Edition, site: Site, event_id: str) -> list[str]:
    """The content lines of an event with a start, not folded yet."""
    return list(_lines(edition, site, edition.catalog.events[event_id]))


def revision(day: dt.date) -> Iterator[str]:
    """When the facts were looked at last: what a calendar takes for the day of a change, never the clock."""
    stamp = f"{day:%Y%m%d}T000000Z"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{max(0, (day - FIRST_DAY).days)}"


def described(*sentences: str) -> str:
    """What is said below the title, a line each."""
    return f"DESCRIPTION:{escape(chr(10).join(filter(None, sentences)))}"


def _lines(edition: Edition, site: Site, entry: Entry[Event]) -> Iterator[str]:
    event = entry.record
    centre = edition.catalog.centres.get(event.centre or "")
    yield "BEGIN:VEVENT"
    yield f"UID:{stable_id(edition, entry.ref)}"
    yield from revision(max(last_look(event), last_look(centre.record) if centre else last_look(event)))
    yield from _times(edition, event)
    yield f"SUMMARY:{escape(event.title)}"
    line = line_of_event(edition, event)
    number = f"Fragen: {line.channel.text}{f' ({line.who})' if line.who else ''}" if line else ""
    page = f"{site.url}{link(entry)}" if site.url else ""
    stand = f"{Evidence.of(None, event).wording[:1].upper()}{Evidence.of(None, event).wording[1:]}."
    yield described(event.summary, event.registration or "", number, stand, page)
    if place := whole_place_of_event(edition, event):
        yield f"LOCATION:{escape(place)}"
    if page:
        yield f"URL:{page}"
    yield f"CATEGORIES:{escape(event.audience.label)}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _times(edition: Edition, event: Event) -> Iterator[str]:
    start = event.start or dt.datetime.min  # noqa: DTZ901 - only events with a start come here
    yield f"DTSTART;TZID={ZONE}:{start:%Y%m%dT%H%M%S}"
    if event.end:
        yield f"DTEND;TZID={ZONE}:{event.end:%Y%m%dT%H%M%S}"
    if event.recurrence is None:
        return
    end = max(edition.today, start.date()) + AHEAD
    yield f"RRULE:{bounded(event.recurrence, end)}"
    left_out = dates_between(edition, event, max(start.date(), edition.today - BACK), end).left_out
    yield from (f"EXDATE;TZID={ZONE}:{moment:%Y%m%dT%H%M%S}" for moment in left_out)


def bounded(rule: str, end: dt.date) -> str:
    """A recurrence that ends before that day at the latest, its end in UTC.

    Whether a later date falls on a holiday or a closing day is not said yet; who subscribes gets it in time.
    """
    last = dt.datetime.combine(end, dt.time(), ZoneInfo(ZONE)) - dt.timedelta(seconds=1)
    if "COUNT=" in rule:
        return rule
    if found := _UNTIL.search(rule):
        written = dt.datetime.strptime(found[1] + (found[2] or "235959"), "%Y%m%d%H%M%S")  # noqa: DTZ007
        last = min(last, written.replace(tzinfo=ZoneInfo(ZONE)))
    return f"{_UNTIL.sub('', rule)};UNTIL={last.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
