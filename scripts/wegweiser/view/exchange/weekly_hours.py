"""Opening hours by the week, as other standards know them: holidays and single dates are said in words alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from wegweiser.schema import OpeningHours
from wegweiser.values.hours import ALL_APPOINTMENTS, numbered, split, weekdays
from wegweiser.view.opening import ShownHours

END_OF_DAY = "23:59"
"""Stands for 24:00, which not all programs know."""


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """A time at which a door is open on some days."""

    days: tuple[str, ...]
    """`Mo`, `Tu` … in order."""
    opens: str
    closes: str
    counts: tuple[int, ...] = ()
    """Which of the month; empty for every week."""


def weekly_hours(hours: OpeningHours | None, shown: ShownHours | None) -> tuple[WeeklyHours, ...]:
    """The weekly part of hours that are shown; nothing where they are withheld or nobody can simply walk in."""
    if hours is None or shown is None or shown.withheld or not hours.hours:
        return ()
    return () if hours.by_appointment == ALL_APPOINTMENTS else _weekly(hours.hours)


@lru_cache(maxsize=4096)
def _weekly(hours: str) -> tuple[WeeklyHours, ...]:
    found = []
    for period, days, times in split(hours):
        if period or times == "off":
            continue
        for span in times.split(","):
            opens, closes = span.split("-")
            closes = END_OF_DAY if closes == "24:00" else closes
            found.append(WeeklyHours(tuple(weekdays(days)), opens, closes, numbered(days)[1]))
    return tuple(found)
