"""What editors easily overlook about the times of offices: days between the years, doors that never open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.rules.calendar import Horizon, Schedule
from wegweiser.schema import ClosingDays, OpeningHours
from wegweiser.schema.ways import Way, makes_appointments
from wegweiser.values.dates import write_day
from wegweiser.values.hours import NEVER
from wegweiser.values.problems import Level, Problem

Path = tuple[str | int, ...]

NO_HOLIDAYS = ((12, 24), (12, 31))
"""Days on which most offices are closed although no law says so."""
ASKED_AHEAD = dt.timedelta(days=92)
"""How long before these days somebody is asked."""


def check(catalog: Catalog, today: dt.date) -> Iterator[Problem]:
    """Questions to editors, and closing days that end before they begin."""
    for entry, path, place, town in _places(catalog):
        for index, days in enumerate(place.closing_days):
            if days.end < days.start:
                yield entry.problem((*path, "closing_days", index, "end"), "Das Ende liegt vor dem Anfang.")
        if place.opening_hours and entry.kind != "centre":
            hours_path = (*path, "opening_hours")
            yield from _never(entry, hours_path, place.opening_hours)
            yield from _year_end(catalog, entry, hours_path, place.opening_hours, place.closing_days, town, today)
    for entry in catalog.records():
        for index, channel in enumerate(getattr(entry.record, "channels", ())):
            if channel.way is Way.WEB and makes_appointments(channel.way, channel.label):
                message = "Hier bucht man wohl einen Termin. Bitte 'booking' statt 'web' schreiben."
                yield entry.problem(("channels", index), message, Level.WARNING)


def _places(catalog: Catalog) -> Iterator[tuple[Entry[Any], Path, Any, str | None]]:
    """Whatever has closing days: entry, path, the part with its hours, and its town if it is known."""
    for centre in catalog.centres.values():
        yield centre, (), centre.record, centre.record.municipality
    for contact in catalog.contacts.values():
        towns = contact.record.serves.municipalities
        yield contact, (), contact.record, towns[0] if len(towns) == 1 else None
    for organization in catalog.organizations.values():
        for index, place in enumerate(organization.record.locations):
            yield organization, ("locations", index), place, place.municipality


def _never(entry: Entry[Any], path: Path, hours: OpeningHours) -> Iterator[Problem]:
    if hours.hours == NEVER and not (hours.by_appointment or hours.note):
        message = "Das heißt: jeden Tag geschlossen. Nur mit Termin? Dann bitte 'by_appointment: ja' schreiben."
        yield entry.problem((*path, "hours"), message, Level.WARNING)


def _year_end(
    catalog: Catalog,
    entry: Entry[Any],
    path: Path,
    hours: OpeningHours,
    closed: tuple[ClosingDays, ...],
    town: str | None,
    today: dt.date,
) -> Iterator[Problem]:
    municipality = catalog.municipalities.get(town or "")
    further = municipality.record.further_holidays if municipality else ()
    written = hours.hours or ""
    found = []
    for day in filter(None, (_coming(month, number, today) for month, number in NO_HOLIDAYS)):
        schedule = Schedule(Horizon(day, day + dt.timedelta(days=1)), catalog.region.record.state, further, closed)
        if written and f"Dec {day.day}" not in written and schedule.open_spans(written):
            found.append(day)
    if found:
        days = " und am ".join(map(write_day, found))
        rules = ",".join(f"Dec {day.day}" for day in found)
        message = (
            f"Am {days} wäre nach diesen Zeiten geöffnet. Stimmt das? "
            f"Sonst bitte '; {rules} off' anhängen oder 'closing_days' eintragen."
        )
        yield entry.problem((*path, "hours"), message, Level.WARNING)


def _coming(month: int, number: int, today: dt.date) -> dt.date | None:
    """The next such day, where it is near enough to ask."""
    day = dt.date(today.year, month, number)
    return day if today <= day <= today + ASKED_AHEAD else None
