"""Events whose days cannot be meant, and those that lie too far away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from wegweiser.catalog import Catalog, Entry
from wegweiser.rules.calendar import occurrences
from wegweiser.schema import Event
from wegweiser.values.dates import write_day
from wegweiser.values.problems import Level, Problem

FAR_AHEAD = relativedelta(months=18)
LONG_PAST = dt.timedelta(days=90)
AT_MOST = dt.timedelta(days=366)


def check(catalog: Catalog, today: dt.date) -> Iterator[Problem]:
    """Problems with the times of events."""
    for entry in catalog.events.values():
        yield from _event(entry, today)


def _event(entry: Entry[Event], today: dt.date) -> Iterator[Problem]:
    event = entry.record
    if event.start is None:
        for field in ("end", "recurrence", "exceptions"):
            if getattr(event, field):
                yield entry.problem((field,), f"'{field}' braucht einen Beginn ('start').")
        return
    if event.end and event.end <= event.start:
        yield entry.problem(("end",), "Der Termin endet, bevor er beginnt.")
    elif event.end and event.end - event.start > AT_MOST:
        yield entry.problem(("end",), "Der Termin dauert länger als ein Jahr. Bitte das Ende prüfen.")
    else:
        yield from _recurrence(entry, event)
        yield from _distance(entry, event, today)


def _recurrence(entry: Entry[Event], event: Event) -> Iterator[Problem]:
    """The first day and the days left out must be days of the recurrence; else a wrong date goes unnoticed."""
    for index, day in enumerate(event.exceptions):
        if not _takes_place(event, day):
            message = f"Am {write_day(day)} findet der Termin gar nicht statt. Bitte das Datum prüfen."
            yield entry.problem(("exceptions", index), message)
    if event.start and event.recurrence and not _takes_place(event, event.start.date()):
        message = "Der Beginn passt nicht zur Wiederholung. Bitte den ersten Tag nennen, an dem der Termin stattfindet."
        yield entry.problem(("start",), message)


def _takes_place(event: Event, day: dt.date) -> bool:
    """Whether the event begins on that day, exceptions aside."""
    planned = event.model_copy(update={"exceptions": ()})
    return any(start.date() == day for start, _ in occurrences(planned, day, day + dt.timedelta(days=1)))


def _distance(entry: Entry[Event], event: Event, today: dt.date) -> Iterator[Problem]:
    start = event.start.date() if event.start else today
    if start > today + FAR_AHEAD:
        yield entry.problem(
            ("start",), "Der Termin liegt mehr als 18 Monate in der Zukunft. Stimmt das Jahr?", Level.WARNING
        )
    elif start <= today and not occurrences(event, today - LONG_PAST, today + FAR_AHEAD):
        yield entry.problem(
            ("start",), "Der Termin ist seit über 90 Tagen vorbei. Bitte löschen oder erneuern.", Level.WARNING
        )
