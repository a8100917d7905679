"""When somebody is there or answers: hours in words, what is said instead, and what a script says by the hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from wegweiser.rules.calendar import Schedule, Span
from wegweiser.rules.freshness import Display, Judgement, judge
from wegweiser.schema import ClosingDays, OpeningHours, Record
from wegweiser.values.hours import ALL_APPOINTMENTS, NEVER, split
from wegweiser.view.fact import ShownFact
from wegweiser.wording.hours import appointment_rows, appointment_text, days_between, hour_rows


@dataclass(frozen=True, slots=True)
class ShownHours(ShownFact):
    """Opening hours as a table, and what a script needs to say 'open now'."""

    rows: tuple[tuple[str, str], ...]
    note: str | None
    spans: str
    """Coming openings as `2026-11-23T07:30/16:30 …`, with a star behind what is by appointment only; empty where
    unknown."""
    until: str
    """ISO day up to which `spans` is complete (exclusive)."""
    headline: str = ""
    """What is said instead of 'open now': that one needs an appointment, or the note where no hours are known."""

    @property
    def text(self) -> str:
        """All rows in one line."""
        return "; ".join(f"{days} {times}" for days, times in self.rows)


@dataclass(frozen=True, slots=True)
class ShownClosing:
    """Days on which nobody is there."""

    days: str
    """`24. Dezember 2026 bis 3. Januar 2027`"""
    reason: str


class Asking(NamedTuple):
    """How one gets an appointment, as far as that is shown."""

    online: bool
    phone: bool


NO_WAY = Asking(online=False, phone=False)


def show_phone_hours(hours: str, judged: Judgement, schedule: Schedule | None) -> ShownHours:
    """The times of a number, judged as the number is; without a schedule nobody knows whether it is answered now."""
    spans = schedule.open_spans(hours) if schedule and judged.display is Display.SHOWN else None
    until = schedule.horizon.end.isoformat() if schedule and spans is not None else ""
    return ShownHours(*judged, hour_rows(hours), None, _write_spans(spans or ()), until)


def show_hours(
    hours: OpeningHours | None, record: Record, schedule: Schedule, asking: Asking = NO_WAY
) -> ShownHours | None:
    """Opening hours as rows of days and times; None where they are not known."""
    if hours is None:
        return None
    judged = judge(hours, record, schedule.horizon.start)
    if judged.display is Display.WITHHELD:
        return ShownHours(*judged, (), None, "", "")
    if hours.by_appointment == ALL_APPOINTMENTS or (hours.hours in (None, NEVER) and _says_why(hours)):
        return _without_opening(hours, judged, asking)
    written, appointments = hours.hours or "", hours.by_appointment
    rows = _with_appointments(written, appointments)
    # Only hours that the office confirmed lately may say 'open now'; of others the page shows the table and its date.
    spans = schedule.open_spans(written) if judged.display is Display.SHOWN else None
    if spans is None:
        return ShownHours(*judged, rows, hours.note, "", "")
    asked = schedule.appointment_spans(appointments) if appointments else ()
    return ShownHours(*judged, rows, hours.note, _write_spans(spans, asked), schedule.horizon.end.isoformat())


def _says_why(hours: OpeningHours) -> bool:
    return bool(hours.by_appointment or hours.note)


def _with_appointments(hours: str, appointments: str | None) -> tuple[tuple[str, str], ...]:
    """All rows: weekdays first, then what holds for dates and holidays, which the grammar puts last as well."""
    weekdays = sum(not period for period, _, _ in split(hours))
    rows = hour_rows(hours)
    return (*rows[:weekdays], *(appointment_rows(appointments) if appointments else ()), *rows[weekdays:])


def _without_opening(hours: OpeningHours, judged: Judgement, asking: Asking) -> ShownHours:
    """What is said where nobody can simply walk in: that an appointment is needed, or what the note says."""
    rows = hour_rows(hours.hours) if hours.hours and hours.hours != NEVER else ()
    days = hours.by_appointment
    if days and days != ALL_APPOINTMENTS:  # no other hours are known than those
        rows += appointment_rows(days)
    if hours.by_appointment:
        headline = appointment_text(online=asking.online, phone=asking.phone)
        return ShownHours(*judged, rows, hours.note, "", "", headline)
    return ShownHours(*judged, rows, None, "", "", hours.note or "")


def show_closing(days: Iterable[ClosingDays], today: dt.date) -> tuple[ShownClosing, ...]:
    """Closing days that are not over yet, the next ones first."""
    coming = sorted((day for day in days if day.end >= today), key=lambda day: day.start)
    return tuple(ShownClosing(days_between(day.start, day.end), day.reason) for day in coming)


@lru_cache(maxsize=4096)
def _write_spans(spans: tuple[Span, ...], asked: tuple[Span, ...] = ()) -> str:
    """Openings in the order of time; what lies within a time for appointments is one of these, with a star."""
    free = [span for span in spans if not any(start <= span[0] and span[1] <= end for start, end in asked)]
    written = [(*span, "") for span in free] + [(*span, BY_APPOINTMENT) for span in asked]
    return " ".join(f"{start:%Y-%m-%dT%H:%M}/{_end(start, end)}{mark}" for start, end, mark in sorted(written))


BY_APPOINTMENT = "*"


def _end(start: dt.datetime, end: dt.datetime) -> str:
    """What ends at midnight belongs to the day before, and 24:00 compares as a later time than its start."""
    return f"{end:%H:%M}" if end.date() == start.date() else "24:00"
