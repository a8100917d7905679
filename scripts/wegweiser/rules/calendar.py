"""Days and times: public and school holidays, when a door is open, when an event takes place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import holidays
import opening_hours
from dateutil.easter import easter
from dateutil.rrule import rrulestr

from wegweiser.schema import ClosingDays, Event
from wegweiser.schema.codes import FurtherHoliday
from wegweiser.values.hours import appointment_hours, split

WEEKS_AHEAD = 3
"""How far the page itself knows whether a door is open."""

Span = tuple[dt.datetime, dt.datetime]
"""Start and end, local time without a zone."""

_UNTIL_A_DAY = re.compile("(?<=UNTIL=[0-9]{8})(?!T)")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@lru_cache(maxsize=64)
def public_holidays(state: str, year: int) -> frozenset[dt.date]:
    """Public holidays of a federal state (code as in ISO 3166-2: NW)."""
    return frozenset(holidays.country_holidays("DE", subdiv=state, years=year))


CORPUS_CHRISTI_AFTER_EASTER = dt.timedelta(days=60)


def further_holiday(code: FurtherHoliday, year: int) -> dt.date:
    """The day of a holiday that only some municipalities of a state have."""
    if code is FurtherHoliday.CORPUS_CHRISTI:
        return easter(year) + CORPUS_CHRISTI_AFTER_EASTER
    return dt.date(year, 8, 15 if code is FurtherHoliday.ASSUMPTION_DAY else 8)


@lru_cache(maxsize=64)
def school_holidays(state: str, year: int) -> frozenset[dt.date]:
    """School holidays of a federal state as far as they are published; an empty set means: not known yet."""
    return frozenset(holidays.country_holidays("DE", subdiv=state, years=year, categories=("school",)))


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days whose opening times are worked out: from `start` up to, not including, `end`."""

    start: dt.date
    end: dt.date

    @classmethod
    def from_day(cls, today: dt.date) -> Horizon:
        """The weeks that a page looks ahead."""
        return cls(today, today + dt.timedelta(weeks=WEEKS_AHEAD))

    def days(self) -> Iterator[dt.date]:
        """Every day, in order."""
        for number in range((self.end - self.start).days):
            yield self.start + dt.timedelta(days=number)


@dataclass(frozen=True, slots=True)
class Schedule:
    """What decides about openings besides the hours themselves."""

    horizon: Horizon
    state: str
    """Federal state, as in ISO 3166-2: NW."""
    further: tuple[FurtherHoliday, ...] = ()
    """Holidays of the municipality that the state does not have everywhere."""
    closed: tuple[ClosingDays, ...] = ()

    def open_spans(self, hours: str) -> tuple[Span, ...] | None:
        """When a door with these hours is open; None where that cannot be known."""
        return open_spans(hours, self.closed, self.state, self.horizon, self.further)

    def appointment_spans(self, appointments: str) -> tuple[Span, ...]:
        """When somebody is there by appointment only, as far as days and times are known; never on a holiday."""
        return self.open_spans(f"{appointment_hours(appointments)}; PH off") or ()


def open_spans(
    hours: str,
    closed: Sequence[ClosingDays],
    state: str,
    horizon: Horizon,
    further: tuple[FurtherHoliday, ...] = (),
) -> tuple[Span, ...] | None:
    """When a door is open within the horizon; None where that cannot be known (school holidays not published yet)."""
    concrete = name_holidays(hours, state, horizon, further)
    if concrete is None:
        return None
    shut = [day for day in horizon.days() if any(days.start <= day <= days.end for days in closed)] if closed else []
    return _evaluate("; ".join(filter(None, (concrete, f"{_dates(shut)} off" if shut else ""))), horizon)


@lru_cache(maxsize=4096)
def name_holidays(hours: str, state: str, horizon: Horizon, further: tuple[FurtherHoliday, ...] = ()) -> str | None:
    """The same hours with the days of `PH` and `SH` written out; the library knows no holidays of the states.

    Returns None where the hours depend on holidays that are not known for the whole horizon.
    """
    rules = []
    for period, days, times in split(hours):
        if period in ("PH", "SH"):
            free = _school_days_off(state, horizon) if period == "SH" else _public_days_off(state, horizon, further)
            if free is None:
                return None
            period = _dates(free)
            if not period:
                continue
        rules.append(" ".join(filter(None, (period, days, times))))
    return "; ".join(rules)


@lru_cache(maxsize=64)
def _public_days_off(state: str, horizon: Horizon, further: tuple[FurtherHoliday, ...]) -> tuple[dt.date, ...] | None:
    own = partial(_with_further, state, further) if further else partial(public_holidays, state)
    return _days_off(own, horizon)


def _with_further(state: str, further: tuple[FurtherHoliday, ...], year: int) -> frozenset[dt.date]:
    return public_holidays(state, year) | {further_holiday(code, year) for code in further}


@lru_cache(maxsize=64)
def _school_days_off(state: str, horizon: Horizon) -> tuple[dt.date, ...] | None:
    return _days_off(partial(school_holidays, state), horizon)


def _days_off(holidays_of: Callable[[int], frozenset[dt.date]], horizon: Horizon) -> tuple[dt.date, ...] | None:
    """The holidays within the horizon; None where they are not published up to its end.

    The last year with any may end with the summer.
    """
    last = horizon.end - dt.timedelta(days=1)
    if all(day < last for year in (last.year, last.year + 1) for day in holidays_of(year)):
        return None
    return tuple(day for day in horizon.days() if day in holidays_of(day.year))


def _dates(days: Iterable[dt.date]) -> str:
    return ",".join(f"{day.year} {_MONTHS[day.month - 1]} {day.day:02}" for day in days)


@lru_cache(maxsize=4096)
def _evaluate(hours: str, horizon: Horizon) -> tuple[Span, ...]:
    """Day by day: what goes on past midnight is a span of each day, since pages speak of days."""
    rules = opening_hours.OpeningHours(hours or "off")
    spans: list[Span] = []
    for day in horizon.days():
        midnight = dt.datetime.combine(day, dt.time())
        intervals = rules.intervals(midnight, midnight + dt.timedelta(days=1))
        spans += [(start, end) for start, end, state, _ in intervals if state == opening_hours.State.OPEN and end]
    return tuple(spans)


def occurrences(event: Event, start: dt.date, end: dt.date) -> list[Span]:
    """When an event takes place from `start` up to, not including, `end`; exceptions are left out (RFC 5545)."""
    if event.start is None:
        return []
    length = (event.end or event.start) - event.start
    begin, finish = (dt.datetime.combine(day, dt.time()) for day in (start, end))
    if event.recurrence is None:
        times = [event.start]
    else:
        rule = _UNTIL_A_DAY.sub("T235959", event.recurrence)  # else it would end with the first minute of that day
        # From then on, since an event that began yesterday evening may still be going on.
        times = rrulestr(rule, dtstart=event.start).between(begin - length, finish, inc=True)
    spans = [(time, time + length) for time in times if time.date() not in event.exceptions]
    # What ends at midnight ends with the day before.
    return [(since, until) for since, until in spans if since < finish and (until > begin or since >= begin)]
