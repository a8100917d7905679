"""Events of a calendar (RFC 5545) as fields of records in `events/`. Nothing is written here.

Names and addresses of persons are never taken. What is private, over, or has no hour is left out and said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from icalendar import Calendar
from icalendar.error import BrokenCalendarProperty
from pydantic import ValidationError

from wegweiser.catalog import Catalog
from wegweiser.editing.calendars.faults import AGAIN, UnreadableCalendarError, text_of
from wegweiser.editing.calendars.times import (
    days_left_out,
    end_of,
    is_whole_day,
    local,
    recurrence_of,
    start_of,
)
from wegweiser.rules.calendar import occurrences
from wegweiser.schema import Event
from wegweiser.schema.types import MAX_ID, MAX_LINE
from wegweiser.values.problems import Problem
from wegweiser.values.text import FORBIDDEN, fold

Fields = dict[str, Any]
WITHOUT_TITLE = "ohne Titel"
UNREADABLE = "Eine Angabe des Termins ist nicht lesbar. Bitte Tage und Uhrzeiten im Kalender prüfen."


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event that can be taken."""

    id: str
    """The name of its file without .yml: new in `events/`."""
    fields: Fields
    """As the file has them: text, lists, mappings."""
    notes: tuple[str, ...]
    """What of it could not be taken, a German sentence each."""


@dataclass(frozen=True, slots=True)
class Untaken:
    """An event that cannot be taken."""

    title: str
    reason: str
    """A German sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """What a calendar gives."""

    events: tuple[ReadEvent, ...]
    untaken: tuple[Untaken, ...]


def read_calendar(name: str, content: bytes, centre: str, catalog: Catalog, today: dt.date) -> ReadCalendar:
    """The events of the calendar of a house (id); `name` of the file stands in messages and in the source.

    Raises UnreadableCalendarError with every fault and its line where the file is no calendar.
    """
    text = text_of(name, content)
    try:
        components = Calendar.from_ical(text).walk("VEVENT")
    except (ValueError, IndexError, KeyError):
        raise UnreadableCalendarError([Problem(name, 1, 1, f"Der Kalender ist beschädigt. {AGAIN}")]) from None
    taken: list[ReadEvent] = []
    untaken: list[Untaken] = []
    ids = set(catalog.events)
    moved = [component for component in components if component.get("RECURRENCE-ID") is not None]
    for component in _newest(components):
        single = [one for one in moved if one is not component and one.get("UID") == component.get("UID")]
        try:
            made = _event(component, single, name, centre, catalog, today)
        except BrokenCalendarProperty:
            made = Untaken(_line(component.get("SUMMARY")) or WITHOUT_TITLE, UNREADABLE)
        if isinstance(made, Untaken):
            untaken.append(made)
            continue
        fields, notes = made
        id_ = _new_id(fields["title"], centre, ids)
        ids.add(id_)
        taken.append(ReadEvent(id_, fields, notes))
    return ReadCalendar(tuple(taken), tuple(untaken))


def _newest(components: Iterable[Any]) -> list[Any]:
    """Each event once, in its newest revision; a date of a recurrence that was moved is an event of its own."""
    found: dict[object, Any] = {}
    for number, component in enumerate(components):
        moved = getattr(component.get("RECURRENCE-ID"), "dt", None)
        key = (str(component.get("UID")) if component.get("UID") else number, str(moved))
        if key not in found or int(component.get("SEQUENCE", 0)) >= int(found[key].get("SEQUENCE", 0)):
            found[key] = component
    return list(found.values())


def _event(
    component: Any, moved: list[Any], name: str, centre: str, catalog: Catalog, today: dt.date
) -> tuple[Fields, tuple[str, ...]] | Untaken:
    title = _line(component.get("SUMMARY"))
    if reason := _refusal(component, title):
        return Untaken(title or WITHOUT_TITLE, reason)
    start = start_of(component)
    if start is None:
        return Untaken(title, "Der Beginn ist nicht lesbar. Bitte Tag und Uhrzeit im Kalender prüfen.")
    notes: list[str] = []
    end, recurrence = end_of(component, start), recurrence_of(component, notes)
    out = {*days_left_out(component), *(local(one.get("RECURRENCE-ID").dt).date() for one in moved if _is_timed(one))}
    if component.get("RDATE"):
        notes.append("Einzelne zusätzliche Tage sind nicht übernommen. Bitte als eigene Termine eintragen.")
    if component.get("ATTENDEE") or component.get("ORGANIZER"):
        notes.append("Namen und Adressen von Personen sind nicht übernommen.")
    summary = _line(component.get("DESCRIPTION")) or title
    if len(summary) > MAX_LINE:
        summary = summary[:MAX_LINE].rpartition(" ")[0] or summary[:MAX_LINE]
        notes.append("Die Beschreibung ist gekürzt.")
    fields = {
        "title": title[:MAX_LINE],
        "summary": summary,
        "audience": "parents",
        "municipality": catalog.centres[centre].record.municipality,
        "centre": centre,
        "place": _line(component.get("LOCATION"))[:MAX_LINE] or None,
        "start": start.isoformat(timespec="minutes"),
        "end": end.isoformat(timespec="minutes") if end else None,
        "recurrence": recurrence,
        "exceptions": [day.isoformat() for day in sorted(out)] if recurrence else None,
        "cancelled": "ja" if component.get("STATUS") == "CANCELLED" else None,
        "sources": [_source(component, name, today)],
    }
    return _judged({field: value for field, value in fields.items() if value}, notes, today)


def _is_timed(component: Any) -> bool:
    return isinstance(component.get("RECURRENCE-ID").dt, dt.datetime)


def _refusal(component: Any, title: str) -> str:
    """Why an event is not looked at any further; empty where it is."""
    if str(component.get("CLASS", "PUBLIC")).upper() != "PUBLIC":
        return "Der Termin ist als privat gekennzeichnet. Er wird nicht übernommen."
    if not title:
        return "Der Termin hat keinen Titel. Bitte im Kalender ergänzen."
    if is_whole_day(component):
        return "Der Termin gilt den ganzen Tag und hat keine Uhrzeit. Bitte von Hand eintragen."
    return ""


def _judged(fields: Fields, notes: list[str], today: dt.date) -> tuple[Fields, tuple[str, ...]] | Untaken:
    """The fields as the schema takes them, without exceptions on other days; what is over is not taken."""
    try:
        event = Event.model_validate(fields)
    except ValidationError as error:
        said = "; ".join(
            dict.fromkeys(f"{one['loc'][0]}: {one['msg'].removeprefix('Value error, ')}" for one in error.errors())
        )
        return Untaken(str(fields["title"]), f"Das passt nicht in unsere Felder ({said}). Bitte von Hand eintragen.")
    planned = event.model_copy(update={"exceptions": ()})
    real = [day for day in event.exceptions if occurrences(planned, day, day + dt.timedelta(days=1))]
    if fields.get("exceptions"):
        fields = {**fields, "exceptions": [day.isoformat() for day in real]}
        if not real:
            del fields["exceptions"]
    ahead = occurrences(event, today, today + dt.timedelta(days=5 * 366))
    if not ahead:
        return Untaken(event.title, "Der Termin ist vorbei. Er wird nicht übernommen.")
    return fields, tuple(notes)


def _line(value: object) -> str:
    """A text on one line, with what our records refuse left out or written in another way."""
    text = " ".join(str(value or "").split())
    text = re.sub('"([^"]*)"', r"„\1“", text)
    text = re.sub("^„([^„“]*)“$", r"\1", text)  # around the whole text they would belong to a name
    kept = "".join(character for character in text if character not in FORBIDDEN and character.isprintable())
    return " ".join(kept.split())


def _source(component: Any, name: str, today: dt.date) -> Fields:
    changed = component.get("LAST-MODIFIED") or component.get("DTSTAMP")
    known = local(changed.dt).date().isoformat() if changed and isinstance(changed.dt, dt.datetime) else "unknown"
    source = {"title": _line(f"Kalender des Hauses ({name})"), "kind": "own", "published": known}
    return {**source, "accessed": today.isoformat()}


def _new_id(title: str, centre: str, taken: set[str]) -> str:
    """`sprechstunde-kleeblatt-ampen`, with a number behind where there is one already."""
    written = fold(title.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss"))
    stem = re.sub("[^a-z0-9]+", "-", f"{written}-{centre}").strip("-")[: MAX_ID - 4].strip("-")
    id_, number = stem, 1
    while id_ in taken:
        number += 1
        id_ = f"{stem}-{number}"
    return id_
