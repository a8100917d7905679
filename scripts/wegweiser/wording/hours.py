"""Opening hours in German words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from wegweiser.values.dates import MONTHS, WEEKDAYS, write_day
from wegweiser.values.hours import ALL_APPOINTMENTS, DAYS, LAST, WHOLE_DAY, appointment_hours, numbered, split
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


BY_APPOINTMENT = "nur mit Termin"


def appointment_rows(appointments: str) -> tuple[tuple[str, str], ...]:
    """Days for appointments as German text: ('Mittwoch', '14 bis 17 Uhr, nur mit Termin'); none for all days."""
    if appointments == ALL_APPOINTMENTS:
        return ()
    return tuple(_appointment_rows(appointments))


def _appointment_rows(appointments: str) -> Iterator[tuple[str, str]]:
    for _, days, times in split(appointment_hours(appointments)):
        named = days_text(days)
        spans = "" if times == WHOLE_DAY else f"{times_text(times)}, "
        yield named[0].upper() + named[1:], spans + BY_APPOINTMENT


def appointment_text(*, online: bool, phone: bool) -> str:
    """What stands where others read whether it is open now."""
    if online:
        return f"Nur mit Termin. Den buchen Sie online{' oder am Telefon' if phone else ''}."
    return f"Nur mit Termin.{' Rufen Sie bitte vorher an.' if phone else ''}"


def days_between(start: dt.date, end: dt.date) -> str:
    """`24. Dezember 2026 bis 3. Januar 2027`, `20. Juli bis 7. August 2027` or `24. Dezember 2026`."""
    if start == end:
        return write_day(start)
    first = write_day(start)
    return f"{first.removesuffix(f' {end.year}')} bis {write_day(end)}"


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
