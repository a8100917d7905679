"""Opening hours in German words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from wegweiser.values.dates import MONTHS, WEEKDAYS
from wegweiser.values.hours import DAYS, LAST, numbered, split
from wegweiser.wording.lists import listed

_PERIODS = {"PH": "an Feiertagen", "SH": "in den Schulferien"}
_MONTH_CODES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COUNTS = {1: "ersten", 2: "zweiten", 3: "dritten", 4: "vierten", 5: "fünften", LAST: "letzten"}


@lru_cache(maxsize=4096)
def hour_rows(hours: str) -> tuple[tuple[str, str], ...]:
    """The rules as German text: ('Montag bis Freitag', '7.30 bis 16.30 Uhr'). Many houses have the same hours."""
    return tuple(_rows(hours))


def _rows(hours: str) -> Iterator[tuple[str, str]]:
    for period, days, times in split(hours):
        named = days_text(days) if days else ("" if period else "jeden Tag")
        when = ", ".join(filter(None, (_period(period), named)))
        yield when[0].upper() + when[1:], times_text(times)


def _period(period: str) -> str:
    return _PERIODS.get(period) or listed([_span(span) for span in filter(None, period.split(","))])


def _span(span: str) -> str:
    """`2026 Dec 24-2027 Jan 03` is `24. Dezember 2026 bis 3. Januar 2027`; one year is named once, at the end."""
    first, _, last = span.partition("-")
    if not last:
        return _date(first)
    year = first.split()[0]
    if year.isdigit() and last.startswith(year):
        first = first.removeprefix(year).strip()
    return f"{_date(first)} bis {_date(last)}"


def _date(written: str) -> str:
    """`2026 Dec 24` is `24. Dezember 2026`, `Dec` is `Dezember`."""
    words = written.split()
    year = words.pop(0) if words[0].isdigit() else ""
    month = MONTHS[_MONTH_CODES.index(words[0])]
    day = f"{int(words[1])}." if words[1:] else ""
    return " ".join(filter(None, (day, month, year)))


def days_text(written: str) -> str:
    """`Mo-We,Fr` is `Montag bis Mittwoch, Freitag`; `Th[1]` is `jeden ersten Donnerstag im Monat`."""
    days, counts = numbered(written)
    if counts:
        which = listed([_COUNTS[count] for count in counts])
        return f"jeden {which} {WEEKDAYS[DAYS.index(days)]} im Monat"
    parts = []
    for part in days.split(","):
        first, _, last = part.partition("-")
        parts.append(" bis ".join(WEEKDAYS[DAYS.index(day)] for day in (first, last) if day))
    return ", ".join(parts)


def times_text(times: str) -> str:
    """`08:00-12:00,14:00-16:30` is `8 bis 12 und 14 bis 16.30 Uhr`."""
    if times == "off":
        return "geschlossen"
    spans = [" bis ".join(_time(time) for time in span.split("-")) for span in times.split(",")]
    return " und ".join(spans) + " Uhr"


def _time(time: str) -> str:
    hour, minute = time.split(":")
    return str(int(hour)) if minute == "00" else f"{int(hour)}.{minute}"
