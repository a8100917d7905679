"""When an event really takes place: its recurrence without holidays, closing days and the days named as exceptions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from wegweiser.rules.calendar import Span, further_holiday, occurrences, public_holidays
from wegweiser.schema import ClosingDays, Event
from wegweiser.schema.codes import FurtherHoliday


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The days on which nothing that recurs takes place somewhere."""

    state: str
    """Federal state, as in ISO 3166-2: NW."""
    further: tuple[FurtherHoliday, ...] = ()
    """Holidays of the municipality that the state does not have everywhere."""
    closed: tuple[ClosingDays, ...] = ()
    """Of the house."""

    def include(self, day: dt.date) -> bool:
        """Whether the house is closed that day, or it is a public holiday."""
        return (
            day in public_holidays(self.state, day.year)
            or any(further_holiday(code, day.year) == day for code in self.further)
            or any(days.start <= day <= days.end for days in self.closed)
        )


@dataclass(frozen=True, slots=True)
class EventDates:
    """The dates of an event within a time."""

    held: tuple[Span, ...]
    left_out: tuple[dt.datetime, ...]
    """Beginnings that the recurrence has and that do not take place."""


def event_dates(event: Event, off: DaysOff, start: dt.date, end: dt.date) -> EventDates:
    """The dates from `start` up to, not including, `end`. A single date is meant as it is written, holiday or not."""
    planned = occurrences(event.model_copy(update={"exceptions": ()}) if event.exceptions else event, start, end)
    if event.recurrence is None:
        out = {since for since, _ in planned if since.date() in event.exceptions}
    else:
        out = {since for since, _ in planned if since.date() in event.exceptions or off.include(since.date())}
    return EventDates(tuple(span for span in planned if span[0] not in out), tuple(sorted(out)))
