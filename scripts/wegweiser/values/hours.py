"""Which opening hours are accepted: a small, unmistakable part of OpenStreetMap's opening_hours syntax.

Rules are separated by `;`. A rule is `[PH | SH | months or dates] [weekdays] (times | off)`, for example
`Mo-Fr 07:30-16:30; Sa 09:00-12:00; PH off`. The library that evaluates them accepts much more and guesses at some of
it (a bare comment counts as always open, overlapping times are merged), hence the grammar of our own.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

import opening_hours

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY = f"(?:{'|'.join(DAYS)})"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_DATE = rf"(?:[0-9]{{4}} )?{_MONTH}(?: [0-9]{{2}})?"
_TIME = "[0-9]{2}:[0-9]{2}"
_RULE = re.compile(
    rf"(?:(?P<period>PH|SH|{_DATE}(?:-{_DATE})?(?:,{_DATE}(?:-{_DATE})?)*) )?"
    rf"(?:(?P<days>{_DAY}(?:-{_DAY})?(?:,{_DAY}(?:-{_DAY})?)*) )?"
    rf"(?P<times>off|{_TIME}-{_TIME}(?:,{_TIME}-{_TIME})*)"
)
_SINGLE_DAYS = re.compile(rf"(?:[0-9]{{4}} )?{_MONTH} [0-9]{{2}}(?:,(?:[0-9]{{4}} )?{_MONTH} [0-9]{{2}})*")
EXAMPLE = "bitte wie 'Mo-Fr 07:30-16:30; PH off' schreiben"


@lru_cache(maxsize=4096)
def check(value: str) -> str:
    """Return the hours unchanged, or raise ValueError with the German reason."""
    seen: set[tuple[str, str]] = set()
    closed, periods = "", False
    for written in value.split("; "):
        rule = _RULE.fullmatch(written)
        if not rule:
            raise ValueError(f"enthält '{written}', das ist keine Öffnungszeit; {EXAMPLE}")
        if periods and not rule["period"]:
            raise ValueError("nennt PH, SH oder Monate vor den Wochentagen; bitte ans Ende stellen")  # else overridden
        periods = bool(rule["period"])
        for day in weekdays(rule["days"] or ""):
            if (rule["period"] or "", day) in seen:
                raise ValueError(f"nennt {day} zweimal; bitte alle Zeiten eines Tages in eine Regel schreiben")
            seen.add((rule["period"] or "", day))
        if closed and rule["times"] != "off" and not _SINGLE_DAYS.fullmatch(rule["period"] or ""):
            remedy = f"bitte '{closed}' ans Ende stellen"
            raise ValueError(f"öffnet mit '{written}' wieder, was '{closed}' schließt; {remedy}")
        if periods and (rule["period"] == "PH" or rule["times"] == "off"):  # a later rule would win
            closed = written
        _check_dates(rule["period"] or "")
        _check_times(rule["times"])
    if not opening_hours.validate(value):
        raise ValueError(f"ist keine Öffnungszeit; {EXAMPLE}")
    return value


def weekdays(written: str) -> list[str]:
    """The days that `Mo-We,Fr` names, in order; a rule without days names the whole week."""
    days: list[str] = []
    for part in filter(None, written.split(",")):
        first, _, last = part.partition("-")
        start, end = DAYS.index(first), DAYS.index(last or first)
        days += DAYS[start : end + 1] if start <= end else DAYS[start:] + DAYS[: end + 1]
    return days or list(DAYS)


def _check_dates(period: str) -> None:
    if period in ("", "PH", "SH"):
        return
    for span in period.split(","):
        dates = [_date(written) for written in span.split("-")]
        if len({with_year for with_year, _ in dates}) > 1 or (dates[0][0] and dates[0] > dates[-1]):
            raise ValueError(f"nennt {span}; bitte das Jahr zu beiden Tagen schreiben, den früheren zuerst")


def _date(written: str) -> tuple[bool, dt.date]:
    """Whether `2026 Dec 24`, `Dec 24` or `Dec` has a year, and its (first) day; the library would take Feb 30."""
    *year, month, day = [*written.split(), "01"] if written[-1].isalpha() else written.split()
    try:
        return bool(year), dt.date(int(year[0]) if year else _LEAP_YEAR, _MONTHS.index(month) + 1, int(day))
    except ValueError:
        raise ValueError(f"nennt {written}, diesen Tag gibt es nicht") from None


_LEAP_YEAR = 2028


def _check_times(times: str) -> None:
    if times == "off":
        return
    last_end = ""
    for span in times.split(","):
        start, end = span.split("-")
        for time in (start, end):
            if not (time[:2] <= "23" and time[3:] <= "59") and not (time == "24:00" and time == end):
                raise ValueError(f"nennt {time}, das ist keine Uhrzeit")
        if end <= start:
            raise ValueError(f"nennt {span}, da liegt das Ende nicht nach dem Anfang")
        if start < last_end:
            raise ValueError(
                f"nennt {span} nach einer späteren Zeit; bitte der Reihe nach und ohne Überschneidung schreiben"
            )
        last_end = end


def split(value: str) -> list[tuple[str, str, str]]:
    """The rules as (period, days, times), each as written; period and days may be empty."""
    rules = (_RULE.fullmatch(written) for written in value.split("; "))
    return [(rule["period"] or "", rule["days"] or "", rule["times"]) for rule in rules if rule]
