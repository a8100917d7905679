"""Which opening hours are accepted: a small, unmistakable part of OpenStreetMap's opening_hours syntax.

Rules are separated by `;`. A rule is `[PH | SH | months or dates] [weekdays] (times | off)`, for example
`Mo-Fr 07:30-16:30; Sa 09:00-12:00; PH off`. A weekday may be numbered within its month: `Th[1] 14:00-16:00` is each
first Thursday, `Th[-1]` each last one. The library that evaluates them accepts much more and guesses at some of
it (a bare comment counts as always open, overlapping times are merged), hence the grammar of our own.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

import opening_hours

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY = f"(?:{'|'.join(DAYS)})"
_COUNT = "(?:[1-5]|-1)"
_NUMBERED = rf"{_DAY}\[{_COUNT}(?:,{_COUNT})*\]"
_DAYS = rf"(?:{_DAY}(?:-{_DAY})?(?:,{_DAY}(?:-{_DAY})?)*|{_NUMBERED})"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_DATE = rf"(?:[0-9]{{4}} )?{_MONTH}(?: [0-9]{{2}})?"
_TIME = "[0-9]{2}:[0-9]{2}"
_RULE = re.compile(
    rf"(?:(?P<period>PH|SH|{_DATE}(?:-{_DATE})?(?:,{_DATE}(?:-{_DATE})?)*) )?"
    rf"(?:(?P<days>{_DAYS}) )?"
    rf"(?P<times>off|{_TIME}-{_TIME}(?:,{_TIME}-{_TIME})*)"
)
_SINGLE_DAYS = re.compile(rf"(?:[0-9]{{4}} )?{_MONTH} [0-9]{{2}}(?:,(?:[0-9]{{4}} )?{_MONTH} [0-9]{{2}})*")
EXAMPLE = "bitte wie 'Mo-Fr 07:30-16:30; PH off' schreiben"


@lru_cache(maxsize=4096)
def check(value: str) -> str:
    """Return the hours unchanged, or raise ValueError with the German reason."""
    seen: dict[tuple[str, str], set[int]] = {}
    closed, periods = "", False
    for written in value.split("; "):
        rule = _RULE.fullmatch(written)
        if not rule:
            raise ValueError(f"enthält '{written}', das ist keine Öffnungszeit; {EXAMPLE}")
        if periods and not rule["period"]:
            raise ValueError("nennt PH, SH oder Monate vor den Wochentagen; bitte ans Ende stellen")  # else overridden
        periods = bool(rule["period"])
        _check_days(rule, seen)
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


_EVERY = frozenset((1, 2, 3, 4, 5))
_MAYBE_LAST = frozenset((4, 5))


def _check_days(rule: re.Match[str], seen: dict[tuple[str, str], set[int]]) -> None:
    """Each day once, since the library would let the later rule win; `seen` holds which of a month have been named."""
    days, counts = numbered(rule["days"] or "")
    named = set(counts or _EVERY)
    if len(counts) > len(named):
        raise ValueError(f"nennt {rule['days']}; bitte jede Zahl nur einmal schreiben")
    for day in weekdays(days):
        before = seen.setdefault((rule["period"] or "", day), set())
        if counts and rule["times"] == "off" and before == _EVERY:
            continue  # one of many is closed: nobody can take that for anything else
        if before & named or (LAST in before | named and (before | named) & _MAYBE_LAST and before):
            raise ValueError(f"nennt {day} zweimal; {_remedy(day, before, named)}")
        before |= named


def _remedy(day: str, before: set[int], named: set[int]) -> str:
    if (before == _EVERY) == (named == _EVERY):
        return "bitte alle Zeiten eines Tages in eine Regel schreiben"
    others = ",".join(map(str, sorted(_EVERY - (before if named == _EVERY else named))))
    return f"bitte die übrigen im Monat einzeln nennen: {day}[{others}]"


LAST = -1
"""In `Th[-1]`: the last one of the month."""


def numbered(written: str) -> tuple[str, tuple[int, ...]]:
    """The days without their numbers, and which of the month are meant: `Th[1,3]` is (`Th`, (1, 3)); else none."""
    days, _, counts = written.removesuffix("]").partition("[")
    return days, tuple(map(int, filter(None, counts.split(","))))


def weekdays(written: str) -> list[str]:
    """The days that `Mo-We,Fr` names, in order; a rule without days names the whole week."""
    days: list[str] = []
    for part in filter(None, numbered(written)[0].split(",")):
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


def check_appointments(value: str) -> str:
    """`ja`, or days with or without times: `We; Th 14:00-17:00`; raise ValueError with the German reason."""
    if value == ALL_APPOINTMENTS:
        return value
    if not all(_APPOINTMENT.fullmatch(written) for written in value.split("; ")):
        raise ValueError(f"kennt '{value[:60]}' nicht; bitte ja schreiben, oder Tage wie 'We' oder 'We 14:00-17:00'")
    check(appointment_hours(value))
    return value


ALL_APPOINTMENTS = "ja"
"""Nobody is seen without an appointment, on any day."""
NEVER = "off"
"""Hours of a door that is never open."""
WHOLE_DAY = "00:00-24:00"
_APPOINTMENT = re.compile(rf"{_DAYS}(?: {_TIME}-{_TIME}(?:,{_TIME}-{_TIME})*)?")


def appointment_hours(value: str) -> str:
    """Days for appointments as opening hours; one without times is the whole day."""
    rules = ["Mo-Su"] if value == ALL_APPOINTMENTS else value.split("; ")
    return "; ".join(rule if ":" in rule else f"{rule} {WHOLE_DAY}" for rule in rules)


def split(value: str) -> list[tuple[str, str, str]]:
    """The rules as (period, days, times), each as written; period and days may be empty."""
    rules = (_RULE.fullmatch(written) for written in value.split("; "))
    return [(rule["period"] or "", rule["days"] or "", rule["times"]) for rule in rules if rule]
