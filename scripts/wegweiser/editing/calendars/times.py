"""When an event of a calendar takes place, in the words of our records: local time, a recurrence, days left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from icalendar.error import BrokenCalendarProperty

from wegweiser.values.days import check_recurrence

ZONE = ZoneInfo("Europe/Berlin")
Notes = list[str]


def local(moment: dt.datetime) -> dt.datetime:
    """A moment in local time without a zone; one without a zone is meant so already."""
    return moment.astimezone(ZONE).replace(tzinfo=None) if moment.tzinfo else moment


def start_of(component: Any) -> dt.datetime | None:
    """When it begins; None where the hour is not known or cannot be read."""
    value = _value_of(component, "DTSTART")
    return local(value).replace(second=0, microsecond=0) if isinstance(value, dt.datetime) else None


def end_of(component: Any, start: dt.datetime) -> dt.datetime | None:
    """When it ends, where that is later than its beginning."""
    value, length = _value_of(component, "DTEND"), _value_of(component, "DURATION")
    if value is None and isinstance(length, dt.timedelta):
        value = start + length
    if not isinstance(value, dt.datetime):
        return None
    end = local(value).replace(second=0, microsecond=0)
    return end if end > start else None


def _value_of(component: Any, name: str) -> object:
    """A date, a moment or a length; None where it is missing or cannot be read."""
    try:
        return getattr(component.get(name), "dt", None)
    except BrokenCalendarProperty:
        return None


def is_whole_day(component: Any) -> bool:
    """Whether only a day is given."""
    value = _value_of(component, "DTSTART")
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def recurrence_of(component: Any, notes: Notes) -> str | None:
    """The recurrence as a record has it; None where there is none, or none that we can take (said in the notes)."""
    rule = component.get("RRULE")
    if rule is None:
        return None
    if isinstance(rule, list):
        notes.append("Sie hat mehrere Wiederholungen. Übernommen ist nur der erste Termin.")
        return None
    start = component.get("DTSTART").dt
    parts = {name.upper(): values for name, values in rule.items() if name.upper() != "WKST" or values == ["MO"]}
    written = f"FREQ={parts.pop('FREQ')[0]}"
    for name, values in parts.items():
        written += f";{name}={','.join(_value(value) for value in values)}"
    try:
        moved = start.tzinfo is not None and local(start).date() != start.date()
        return check_recurrence(written.replace(";INTERVAL=1", "") if not moved else "")
    except ValueError:
        notes.append(f"Die Wiederholung ({written}) können wir nicht übernehmen. Übernommen ist nur der erste Termin.")
        return None


def _value(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return f"{local(value):%Y%m%dT%H%M%S}"
    return f"{value:%Y%m%d}" if isinstance(value, dt.date) else str(value)


def days_left_out(component: Any) -> Iterator[dt.date]:
    """The days of EXDATE."""
    found = component.get("EXDATE", [])
    for one in found if isinstance(found, list) else [found]:
        for moment in one.dts:
            yield local(moment.dt).date() if isinstance(moment.dt, dt.datetime) else moment.dt
