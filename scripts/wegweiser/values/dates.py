"""Days as people read and compare them: partly known dates, German wording, whole months."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dateutil.relativedelta import relativedelta

MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
UNKNOWN = "unknown"


def write_day(day: dt.date) -> str:
    """`22. November 2026`"""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def write_short_day(day: dt.date) -> str:
    """`22.11.2026`, where a line has room for little."""
    return f"{day.day}.{day.month}.{day.year}"


def write_partial(date: str) -> str:
    """`2023`, `September 2023`, `28. November 2025` or `Datum unbekannt`."""
    if date == UNKNOWN:
        return "Datum unbekannt"
    parts = date.split("-")
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2:
        return f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return write_day(dt.date.fromisoformat(date))


def write_moment(moment: dt.datetime) -> str:
    """`Dienstag, 1. Dezember 2026, 14.30 Uhr` (DIN 5008 allows the colon too; people write the dot)."""
    return f"{WEEKDAYS[moment.weekday()]}, {write_day(moment.date())}, {moment.hour}.{moment.minute:02} Uhr"


def year_of(date: str) -> int | None:
    """The year of a partly known date, None where it is unknown."""
    return None if date == UNKNOWN else int(date[:4])


@lru_cache(maxsize=4096)
def latest_day(date: str) -> dt.date | None:
    """The last day that a partly known date can mean, None where it is unknown."""
    if date == UNKNOWN:
        return None
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return dt.date(parts[0], 12, 31)
    if len(parts) == 2:
        return dt.date(parts[0], parts[1], 1) + relativedelta(day=31)
    return dt.date(*parts)


@lru_cache(maxsize=4096)
def first_day(date: str) -> dt.date | None:
    """The first day that a partly known date can mean, None where it is unknown."""
    return None if date == UNKNOWN else dt.date.fromisoformat(date + "-01-01"[3 * date.count("-") :])


def is_within(day: dt.date, months: int, today: dt.date) -> bool:
    """Whether `day` lies no more than so many calendar months before `today`; the last day counts."""
    return day >= today or months_later(day, months) >= today  # what lies ahead may be the year 9999


@lru_cache(maxsize=4096)
def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of that month."""
    return day + relativedelta(months=months)
