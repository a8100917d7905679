"""Which days and times are accepted: one way to write each, and only what the calendar has.

Nothing that the standard library merely tolerates (20260301, 2026-12-01T14:30+01:00), since others compare these texts.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from dateutil.rrule import rrule, rrulestr

UNKNOWN = "unknown"
YEARS = range(1900, 2200)
"""Years that a fact can mean. Others are slips of the keyboard, and next to the year 9999 calendars cannot count."""


def check_day(value: object) -> dt.date:
    """Exactly `2026-03-01`."""
    if isinstance(value, dt.date):
        return value
    # The comparison refuses 20260301, which fromisoformat would take.
    try:
        day = dt.date.fromisoformat(str(value))
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise ValueError("ist kein Kalendertag; bitte wie 2026-03-01 schreiben")
    _check_year(day.year)
    return day


def check_moment(value: object) -> dt.datetime:
    """Local time of the region, to the minute, without a time zone: `2026-12-01T14:30`."""
    if isinstance(value, dt.datetime):
        return value
    try:
        moment = dt.datetime.fromisoformat(str(value))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo or moment.isoformat(timespec="minutes") != value:
        raise ValueError("ist kein Zeitpunkt; bitte wie 2026-12-01T14:30 schreiben")
    _check_year(moment.year)
    return moment


def _check_year(year: int) -> None:
    if year not in YEARS:
        raise ValueError(f"nennt das Jahr {year:04}; bitte prüfen")


@lru_cache(maxsize=4096)
def check_partial_date(value: str) -> str:
    """`2023`, `2023-09`, `2025-11-28` or `unknown`."""
    if value == UNKNOWN:
        return value
    filled = value + "-01-01"[3 * value.count("-") :]
    try:
        known = re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", value, re.ASCII) and dt.date.fromisoformat(filled)
    except ValueError:
        known = None
    if not known:
        raise ValueError("ist kein Datum; bitte so genau wie bekannt: 2023, 2023-09, 2025-11-28 oder unknown")
    _check_year(int(value[:4]))
    return value


def check_month_day(value: str) -> str:
    """`11-15`: a day of every year, hence not 02-29."""
    try:
        known = re.fullmatch("[0-9]{2}-[0-9]{2}", value, re.ASCII) and dt.date.fromisoformat(f"2027-{value}")
    except ValueError:
        known = None
    if not known:
        raise ValueError("ist kein Tag, den jedes Jahr hat; bitte Monat und Tag wie 11-15 schreiben")
    return value


def check_recurrence(value: str) -> str:
    """A rule after RFC 5545, section 3.3.10, without `RRULE:` in front; days and months only."""
    name, *parts = value.split(";")
    names = [part.partition("=")[0] for part in parts]
    if not _FREQUENCY.fullmatch(name) or not all(map(_PART.fullmatch, parts)) or len(set(names)) < len(names):
        raise ValueError("ist keine Wiederholung; bitte wie FREQ=WEEKLY;BYDAY=TU schreiben (RFC 5545)")
    if _NOT_TOGETHER.search(value):
        raise ValueError("ist keine gültige Wiederholung (RFC 5545), zum Beispiel FREQ=MONTHLY;BYDAY=1WE")
    if not _ever_happens(value):
        raise ValueError("findet nie statt; bitte Monat und Tag prüfen")
    return value


def _ever_happens(rule: str) -> bool:
    """Whether the calendar has such a day at all, whatever the first day, the interval and the end of the event are."""
    start = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - local time by design
    try:
        found = rrulestr(rule, dtstart=start)
    except ValueError:  # UNTIL=20261399
        return False
    return isinstance(found, rrule) and any(True for _ in found.replace(interval=1, count=None, until=None))


_FREQUENCY = re.compile("FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)")
_PART = re.compile(
    "INTERVAL=[1-9][0-9]?|COUNT=[1-9][0-9]{0,2}|UNTIL=[0-9]{8}(T[0-9]{6})?|WKST=MO"
    "|BYDAY=(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*"
    "|BYMONTHDAY=-?([1-9]|[12][0-9]|3[01])(,-?([1-9]|[12][0-9]|3[01]))*"
    "|BYMONTH=([1-9]|1[0-2])(,([1-9]|1[0-2]))*|BYSETPOS=-?[1-5]"
)
"""What an event needs; the library would also take INTERVAL=0, which never ends."""
_NOT_TOGETHER = re.compile("(DAILY|WEEKLY);.*BYDAY=[^;]*[0-9]|WEEKLY;.*BYMONTHDAY|COUNT.*UNTIL|UNTIL.*COUNT")
