"""The part of `wegweiser import` that reads calendars of houses: shows each event in words, then writes its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wegweiser.clock import today
from wegweiser.editing.calendars.plan import CalendarPlan, plan_calendars, words_of

BEGIN = b"BEGIN:VCALENDAR"


def is_calendar(name: str, content: bytes) -> bool:
    """Whether a file is read as a calendar, by its name or by how it begins."""
    return name.lower().endswith((".ics", ".ical")) or content.lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(BEGIN)


def plan(folder: Path, files: Mapping[str, bytes], house: str) -> CalendarPlan:
    """What the import would do today."""
    return plan_calendars(folder, files, house, today())


def show(found: CalendarPlan) -> None:
    """Every event in words, what of it is lost, and what is not taken at all."""
    for event in found.events:
        print(f"{event.fields['title']} (events/{event.id}.yml)")
        for words in words_of(event, today()):
            print(f"  {words}")
        for note in event.notes:
            print(f"  Achtung: {note}")
    if found.untaken:
        print("Nicht übernommen:")
    for one in found.untaken:
        print(f"  {one.title}: {one.reason}")
