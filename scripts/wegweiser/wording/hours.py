"""Opening hours in German words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from wegweiser.values.dates import WEEKDAYS
from wegweiser.values.hours import DAYS, split, weekdays

_PERIODS = {"PH": "an Feiertagen", "SH": "in den Schulferien"}
_MONTH_NAMES = {
    "Jan": "Januar", "Feb": "Februar", "Mar": "März", "Apr": "April", "May": "Mai", "Jun": "Juni", "Jul": "Juli",
    "Aug": "August", "Sep": "September", "Oct": "Oktober", "Nov": "November", "Dec": "Dezember",
}  # fmt: skip


@lru_cache(maxsize=4096)
def hour_rows(hours: str) -> tuple[tuple[str, str], ...]:
    """The rules as German text: ('Montag bis Freitag', '7.30 bis 16.30 Uhr'). Many houses have the same hours."""
    return tuple(_rows(hours))


def _rows(hours: str) -> Iterator[tuple[str, str]]:
    for period, days, times in split(hours):
        named = _days(days) if days else ("" if period else "jeden Tag")
        when = ", ".join(filter(None, (_period(period), named)))
        yield when[0].upper() + when[1:], _times(times)


def _period(period: str) -> str:
    return _PERIODS.get(period) or re.sub("[A-Z][a-z]{2}", lambda month: _MONTH_NAMES[month[0]], period).replace(
        "-", " bis "
    )


def _days(days: str) -> str:
    names = [WEEKDAYS[DAYS.index(day)] for day in weekdays(days)]
    parts = []
    for part in days.split(","):
        first, _, last = part.partition("-")
        words = [WEEKDAYS[DAYS.index(day)] for day in (first, last) if day]
        parts.append(" bis ".join(words))
    return names[0] if len(names) == 1 else ", ".join(parts)


def _times(times: str) -> str:
    if times == "off":
        return "geschlossen"
    spans = [" bis ".join(_time(time) for time in span.split("-")) for span in times.split(",")]
    return " und ".join(spans) + " Uhr"


def _time(time: str) -> str:
    hour, minute = time.split(":")
    return str(int(hour)) if minute == "00" else f"{int(hour)}.{minute}"
