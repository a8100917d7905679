"""From the calendar of a house to new files in `events/`: what comes, what is there already, what cannot be taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import yaml

from wegweiser.catalog import Catalog, load
from wegweiser.editing.calendars.calendar import ReadEvent, Untaken, read_calendar
from wegweiser.editing.calendars.faults import UnreadableCalendarError
from wegweiser.editing.corrections.faults import Fault
from wegweiser.editing.corrections.plan import new_errors
from wegweiser.editing.corrections.swap import NewContent
from wegweiser.rules.calendar import occurrences
from wegweiser.schema import Event
from wegweiser.values import problems
from wegweiser.values.dates import write_day, write_moment
from wegweiser.values.text import fold

FAR = dt.timedelta(days=5 * 366)
DATES_SHOWN = 3
KNOWN = "Der Termin steht schon in {}. Was sich geändert hat, bitte dort ändern."


@dataclass(slots=True)
class CalendarPlan:
    """What the import of calendars would do."""

    events: list[ReadEvent] = field(default_factory=list)
    untaken: list[Untaken] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    files: dict[Path, NewContent] = field(default_factory=dict)
    """By their paths within the data folder."""


def plan_calendars(folder: Path, calendars: Mapping[str, bytes], house: str, day: dt.date) -> CalendarPlan:
    """What to do with calendars (name of the file → content); nothing is written.

    `house` is the id of the house, empty where each file is called like its house; `day` is today.
    """
    plan = CalendarPlan()
    content, found = load(folder)
    plan.faults += [Fault(f"{p.path}:{p.line}:{p.column}", p.message) for p in problems.errors(found)]
    if content is None or plan.faults:
        return plan
    for name, written in calendars.items():
        _take(plan, name, written, house, content, day)
    plan.files = {Path("events", f"{event.id}.yml"): NewContent(None, write_event(event)) for event in plan.events}
    if not plan.faults and plan.files:
        plan.faults += new_errors(folder, plan.files, content, day)
    return plan


def write_event(event: ReadEvent) -> bytes:
    """The file of an event, as an editor would write it."""
    written = yaml.safe_dump(event.fields, allow_unicode=True, sort_keys=False, width=110)
    return written.encode()


def words_of(event: ReadEvent, day: dt.date) -> Iterator[str]:
    """What a new event says, a German line each, with its next dates from `day` on."""
    record = Event.model_validate(event.fields)
    dates = occurrences(record, day, day + FAR)
    shown = "; ".join(write_moment(start) for start, _ in dates[:DATES_SHOWN])
    yield f"{'Nächste Termine' if record.recurrence else 'Termin'}: {shown}{' …' if len(dates) > DATES_SHOWN else ''}"
    if record.exceptions:
        yield f"Fällt aus am: {', '.join(map(write_day, record.exceptions))}"
    if record.place:
        yield f"Ort: {record.place}"
    yield f"{record.audience.label[0].upper()}{record.audience.label[1:]} (angenommen; sonst bitte in der Datei ändern)"


def _take(plan: CalendarPlan, name: str, written: bytes, house: str, content: Catalog, day: dt.date) -> None:
    centre = house or Path(name).stem
    if centre not in content.centres:
        plan.faults.append(Fault(name, _unknown(centre, house, content)))
        return
    try:
        found = read_calendar(name, written, centre, content, day)
    except UnreadableCalendarError as error:
        plan.faults += [Fault(f"{p.path}, Zeile {p.line}", p.message) for p in error.problems]
        return
    there = {_key(entry.record): id_ for id_, entry in content.events.items() if entry.record.centre == centre}
    plan.untaken += found.untaken
    for event in found.events:
        known = there.get(_key(Event.model_validate(event.fields)))
        if known:
            plan.untaken.append(Untaken(str(event.fields["title"]), KNOWN.format(f"events/{known}.yml")))
        else:
            plan.events.append(event)


def _key(event: Event) -> tuple[str, str]:
    """What makes two events of a house the same one: how they are called and when they first begin."""
    return fold(event.title), str(event.start)


def _unknown(centre: str, house: str, content: Catalog) -> str:
    if not house:
        return "Welches Haus ist das? Bitte --house mit seiner Kennung angeben oder die Datei danach benennen."
    near = get_close_matches(centre, content.centres, 1)
    return f"Das Haus '{centre}' gibt es nicht. " + (f"Gemeint: {near[0]}?" if near else "Bitte in centres/ nachsehen.")
