"""Holidays, opening times and events: what the calendar of the region really says."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regions import PROOF

from wegweiser.rules.calendar import Horizon, name_holidays, occurrences, open_spans, public_holidays, school_holidays
from wegweiser.schema import ClosingDays, Event

ONE_DAY = dt.timedelta(days=1)


def days(written: str) -> set[dt.date]:
    return {dt.date.fromisoformat(day) for day in written.split()}


@pytest.mark.parametrize(
    ("year", "written"),
    [
        (2026, "01-01 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26"),
        (2027, "01-01 03-26 03-29 05-01 05-06 05-17 05-27 10-03 11-01 12-25 12-26"),
        (2028, "01-01 04-14 04-17 05-01 05-25 06-05 06-15 10-03 11-01 12-25 12-26"),
        (2099, "01-01 04-10 04-13 05-01 05-21 06-01 06-11 10-03 11-01 12-25 12-26"),
    ],
)
def test_public_holidays_of_north_rhine_westphalia(year: int, written: str) -> None:
    """Easter counted by hand; Fronleichnam (60 days later) and Allerheiligen are not holidays everywhere."""
    assert public_holidays("NW", year) == days(" ".join(f"{year}-{day}" for day in written.split()))


@pytest.mark.parametrize(
    ("state", "holiday", "is_one"),
    [
        ("NW", "2026-06-04", True),  # Fronleichnam
        ("NI", "2026-06-04", False),
        ("NW", "2026-10-31", False),  # Reformationstag
        ("NI", "2026-10-31", True),
        ("NW", "2026-12-24", False),
        ("NW", "2027-02-08", False),  # Rosenmontag
    ],
)
def test_each_state_has_its_own_holidays(state: str, holiday: str, is_one: bool) -> None:
    day = dt.date.fromisoformat(holiday)
    assert (day in public_holidays(state, day.year)) is is_one


@pytest.mark.parametrize(
    ("first", "last"),
    [
        # schulministerium.nrw: Ferienordnung for the years 2024 to 2030
        ("2026-03-30", "2026-04-11"),
        ("2026-07-20", "2026-09-01"),
        ("2026-10-17", "2026-10-31"),
        ("2026-12-23", "2026-12-31"),
        ("2027-07-19", "2027-08-31"),
        ("2028-07-10", "2028-08-22"),
    ],
)
def test_school_holidays_of_north_rhine_westphalia(first: str, last: str) -> None:
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    known = school_holidays("NW", start.year)
    assert {start + number * ONE_DAY for number in range((end - start).days + 1)} <= known
    assert start - ONE_DAY not in known
    assert end + ONE_DAY not in known or end.month == 12


def test_school_holidays_end_where_they_are_not_published() -> None:
    assert school_holidays("NW", 2060) == frozenset()


def horizon(start: str, length: int = 7) -> Horizon:
    day = dt.date.fromisoformat(start)
    return Horizon(day, day + length * ONE_DAY)


def closed(start: str, end: str) -> ClosingDays:
    return ClosingDays.model_validate({"start": start, "end": end, "reason": "Fortbildung"})


def opened(hours: str, when: Horizon, *shut: ClosingDays) -> list[str]:
    """The spans as `05-18 08:00-12:00`; what ends at midnight is written 24:00."""
    spans = open_spans(hours, shut, "NW", when)
    assert spans is not None
    return [f"{start:%m-%d %H:%M}-{'24:00' if end.date() > start.date() else f'{end:%H:%M}'}" for start, end in spans]


def test_the_page_looks_three_weeks_ahead() -> None:
    weeks = Horizon.from_day(dt.date(2028, 2, 20))
    assert (weeks.start, weeks.end) == (dt.date(2028, 2, 20), dt.date(2028, 3, 12))
    assert len(list(weeks.days())) == 21
    first, *_, last = weeks.days()
    assert (first, last) == (dt.date(2028, 2, 20), dt.date(2028, 3, 11))
    assert dt.date(2028, 2, 29) in set(weeks.days())


@pytest.mark.parametrize(
    ("hours", "start", "spans"),
    [
        ("Mo,We 08:00-12:00", "2026-05-18", ["05-18 08:00-12:00", "05-20 08:00-12:00"]),
        ("Mo 08:00-12:00,14:00-16:00", "2026-05-18", ["05-18 08:00-12:00", "05-18 14:00-16:00"]),
        ("Sa-Mo 10:00-11:00", "2026-05-18", ["05-18 10:00-11:00", "05-23 10:00-11:00", "05-24 10:00-11:00"]),
        ("off", "2026-05-18", []),
        ("Mo 00:00-24:00", "2026-05-18", ["05-18 00:00-24:00"]),
        ("We 20:00-24:00", "2026-05-18", ["05-20 20:00-24:00"]),
        # around the clock: one span for each day
        ("00:00-24:00", "2026-05-23", [f"05-{day} 00:00-24:00" for day in range(23, 30)]),
        # public holidays: Pfingstmontag, Fronleichnam; only where the hours name them
        ("Mo-Tu 08:00-12:00; PH off", "2026-05-25", ["05-26 08:00-12:00"]),
        ("Mo-Tu 08:00-12:00", "2026-05-25", ["05-25 08:00-12:00", "05-26 08:00-12:00"]),
        ("Th 08:00-12:00; PH off", "2026-06-01", []),
        ("Th 08:00-12:00; PH 10:00-11:00", "2026-06-01", ["06-04 10:00-11:00"]),
        ("PH 10:00-11:00", "2026-06-01", ["06-04 10:00-11:00"]),
        ("PH 10:00-11:00", "2026-06-08", []),
        ("Fr 08:00-12:00; PH Mo off", "2026-04-03", ["04-03 08:00-12:00"]),
        # school holidays: the last days of autumn 2026, and the first of summer
        ("Fr 08:00-12:00; SH off", "2026-10-26", []),
        ("Mo 08:00-12:00; SH off", "2026-11-02", ["11-02 08:00-12:00"]),
        ("Tu-We 08:00-12:00; SH 09:00-10:00", "2026-09-01", ["09-01 09:00-10:00", "09-02 08:00-12:00"]),
        ("SH Mo 09:00-10:00", "2026-07-20", ["07-20 09:00-10:00"]),
        ("Mo 08:00-12:00; SH Mo 09:00-10:00; PH off", "2026-12-21", ["12-21 08:00-12:00"]),
        # dates
        ("Mo-Fr 08:00-12:00; 2026 Dec 24-2027 Jan 01 off", "2026-12-28", []),
        ("Dec 24-Dec 26 off", "2026-12-21", []),
        ("Tu 08:00-12:00; Feb 29 10:00-11:00", "2028-02-28", ["02-29 10:00-11:00"]),
        ("Tu 08:00-12:00", "2028-02-28", ["02-29 08:00-12:00"]),
    ],
)  # fmt: skip
def test_when_a_door_is_open(hours: str, start: str, spans: list[str]) -> None:
    assert opened(hours, horizon(start)) == spans


@pytest.mark.parametrize(
    ("shut", "spans"),
    [
        ([], ["05-19 08:00-12:00", "05-20 08:00-12:00", "05-21 08:00-12:00"]),
        ([("2026-05-20", "2026-05-20")], ["05-19 08:00-12:00", "05-21 08:00-12:00"]),
        ([("2026-05-19", "2026-05-20")], ["05-21 08:00-12:00"]),
        ([("2026-05-19", "2026-05-19"), ("2026-05-21", "2026-05-21")], ["05-20 08:00-12:00"]),
        ([("2026-05-01", "2026-06-30")], []),
        ([("2026-05-01", "2026-05-18"), ("2026-05-22", "2026-12-31")], "as without"),
    ],
)
def test_closing_days(shut: list[tuple[str, str]], spans: Any) -> None:
    hours, when = "Tu-Th 08:00-12:00", horizon("2026-05-18")
    expected = opened(hours, when) if spans == "as without" else spans
    assert opened(hours, when, *(closed(*days) for days in shut)) == expected


def test_closing_days_of_a_house_that_is_always_open() -> None:
    when = horizon("2026-05-18", 4)
    assert opened("00:00-24:00", when, closed("2026-05-19", "2026-05-20")) == ["05-18 00:00-24:00", "05-21 00:00-24:00"]


def test_a_closing_day_wins_over_every_rule() -> None:
    hours = "Th 08:00-12:00; 2026 Jun 04 09:00-10:00; PH 10:00-11:00"
    assert opened(hours, horizon("2026-06-01"), closed("2026-06-04", "2026-06-04")) == []


@pytest.mark.parametrize(
    ("hours", "start", "known"),
    [
        ("Mo-Fr 08:00-12:00; SH off", "2028-12-28", True),
        ("Mo-Fr 08:00-12:00; SH off", "2060-05-07", False),
        ("Mo-Fr 08:00-12:00; PH off", "2060-05-07", True),
        ("Mo-Fr 08:00-12:00; PH off", "2099-12-31", True),
        ("Mo-Fr 08:00-12:00; PH off", "2150-05-07", False),
        ("Mo-Fr 08:00-12:00", "2150-05-07", True),
    ],
)
def test_beyond_the_known_holidays_nobody_says_open(hours: str, start: str, known: bool) -> None:
    assert (open_spans(hours, (), "NW", horizon(start)) is not None) is known
    assert (name_holidays(hours, "NW", horizon(start)) is not None) is known


@pytest.mark.parametrize(("later", "known"), [(-30, True), (0, True), (1, False), (60, False), (400, False)])
def test_the_last_published_school_holidays_may_end_within_a_year(later: int, known: bool) -> None:
    """After the summer of that year comes an autumn whose holidays nobody has published, not one without holidays."""
    last = max(day for year in range(2026, 2060) for day in school_holidays("NW", year)) + later * ONE_DAY
    spans = open_spans("Mo-Fr 08:00-12:00; SH off", (), "NW", Horizon(last - 20 * ONE_DAY, last + ONE_DAY))
    assert (spans is not None) is known


@pytest.mark.parametrize(
    ("hours", "named"),
    [
        ("Mo 08:00-12:00", "Mo 08:00-12:00"),
        ("Mo 08:00-12:00; PH off", "Mo 08:00-12:00; 2026 Dec 25,2026 Dec 26 off"),
        ("PH Sa off", "2026 Dec 25,2026 Dec 26 Sa off"),
        ("Mo 08:00-12:00; SH off", f"Mo 08:00-12:00; {','.join(f'2026 Dec {day}' for day in range(23, 28))} off"),
    ],
)
def test_holidays_are_written_out(hours: str, named: str) -> None:
    assert name_holidays(hours, "NW", horizon("2026-12-21")) == named


@pytest.mark.parametrize("night", ["2026-03-29", "2026-10-25", "2027-03-28", "2028-10-29"])
def test_opening_times_in_the_nights_of_the_clock_change(night: str) -> None:
    """Local time as written on the door, whatever the clock does at two or three o'clock."""
    assert opened("Sa-Su 00:00-05:00,20:00-24:00", horizon(night, 1)) == [
        f"{night[5:]} 00:00-05:00",
        f"{night[5:]} 20:00-24:00",
    ]


@given(st.dates(dt.date(2026, 1, 1), dt.date(2099, 12, 31)))
def test_on_any_day_the_hours_are_those_of_the_weekday(day: dt.date) -> None:
    spans = open_spans("Mo-Fr 07:30-16:30; PH off", (), "NW", Horizon.from_day(day))
    assert spans is not None
    working = [
        here
        for here in Horizon.from_day(day).days()
        if here.weekday() < 5 and here not in public_holidays("NW", here.year)
    ]
    assert [start.date() for start, _ in spans] == working
    assert {(start.time(), end.time()) for start, end in spans} == {(dt.time(7, 30), dt.time(16, 30))}


# Events


def event(**fields: Any) -> Event:
    needed = {"title": "Sprechstunde", "summary": "Im Rathaus.", "audience": "both", **PROOF}
    return Event.model_validate({**needed, **fields})


def happens(first: str, after_last: str, **fields: Any) -> list[str]:
    spans = occurrences(event(**fields), dt.date.fromisoformat(first), dt.date.fromisoformat(after_last))
    return [f"{since:%Y-%m-%dT%H:%M}/{until:%m-%dT%H:%M}" for since, until in spans]


YESTERDAY, TODAY, TOMORROW = "2026-11-21", "2026-11-22", "2026-11-23"


@pytest.mark.parametrize(
    ("start", "end", "listed"),
    [
        ("2026-11-21T14:30", "2026-11-21T16:00", False),  # yesterday
        ("2026-11-22T14:30", "2026-11-22T16:00", True),  # today
        ("2026-11-23T14:30", "2026-11-23T16:00", False),  # tomorrow, not asked for
        ("2026-11-21T20:00", "2026-11-22T02:00", True),  # since yesterday evening
        ("2026-11-22T23:00", "2026-11-23T01:00", True),  # into tomorrow
        ("2026-11-20T20:00", "2026-11-24T02:00", True),  # all the time
        ("2026-11-21T20:00", "2026-11-22T00:00", False),  # until midnight is until yesterday
        ("2026-11-22T00:00", "2026-11-22T01:00", True),
        ("2026-11-22T00:00", None, True),  # without an end
        ("2026-11-22T23:59", None, True),
        ("2026-11-23T00:00", None, False),
        ("2026-11-21T23:59", None, False),
    ],
)
def test_what_takes_place_on_a_day(start: str, end: str | None, listed: bool) -> None:
    assert bool(happens(TODAY, TOMORROW, start=start, **({"end": end} if end else {}))) is listed


def test_an_event_without_a_start_has_no_date() -> None:
    assert happens("0001-01-01", "9999-12-31") == []


@pytest.mark.parametrize(
    ("fields", "dates"),
    [
        ({"recurrence": "FREQ=WEEKLY;BYDAY=TU"}, "01-05 01-12 01-19 01-26"),
        ({"recurrence": "FREQ=WEEKLY;INTERVAL=2"}, "01-05 01-19"),
        ({"recurrence": "FREQ=WEEKLY;COUNT=2"}, "01-05 01-12"),
        (
            {"recurrence": "FREQ=WEEKLY;UNTIL=20270119"},
            "01-05 01-12 01-19",
        ),  # to the end of that day, as people mean it
        ({"recurrence": "FREQ=WEEKLY;UNTIL=20270119T142959;BYDAY=TU"}, "01-05 01-12"),
        ({"recurrence": "FREQ=WEEKLY;UNTIL=20270119T235959"}, "01-05 01-12 01-19"),
        ({"recurrence": "FREQ=WEEKLY", "exceptions": ["2027-01-12"]}, "01-05 01-19 01-26"),
        ({"recurrence": "FREQ=WEEKLY", "exceptions": ["2027-01-12", "2027-01-26", "2027-02-02"]}, "01-05 01-19"),
        ({"recurrence": "FREQ=WEEKLY", "exceptions": ["2027-01-13"]}, "01-05 01-12 01-19 01-26"),
        ({"recurrence": "FREQ=MONTHLY;BYDAY=1TU"}, "01-05"),
        ({"recurrence": "FREQ=DAILY;COUNT=3"}, "01-05 01-06 01-07"),
        ({}, "01-05"),
        ({"exceptions": ["2027-01-05"]}, ""),
    ],
)
def test_recurrences_and_exceptions(fields: dict[str, Any], dates: str) -> None:
    found = happens("2027-01-01", "2027-02-01", start="2027-01-05T14:30", end="2027-01-05T16:00", **fields)
    assert found == [f"2027-{day}T14:30/{day}T16:00" for day in dates.split()]


@pytest.mark.parametrize(
    ("recurrence", "dates"),
    [
        ("FREQ=YEARLY", "2028-02-29 2032-02-29"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "2028-02-29 2029-02-28 2030-02-28 2031-02-28 2032-02-29"),
    ],
)
def test_29_february(recurrence: str, dates: str) -> None:
    fields = {"start": "2028-02-29T10:00", "recurrence": recurrence}
    assert [span[:10] for span in happens("2028-01-01", "2033-01-01", **fields)] == dates.split()


def test_a_night_that_repeats_goes_on_across_midnight() -> None:
    fields = {"start": "2026-11-20T22:00", "end": "2026-11-21T06:00", "recurrence": "FREQ=WEEKLY"}
    assert happens("2026-11-28", "2026-11-29", **fields) == ["2026-11-27T22:00/11-28T06:00"]
    assert happens("2026-11-29", "2026-11-30", **fields) == []
    assert happens("2026-11-27", "2026-11-28", **fields, exceptions=["2026-11-27"]) == []
    assert happens("2026-11-28", "2026-11-29", **fields, exceptions=["2026-11-27"]) == []
    assert happens("2026-11-28", "2026-11-29", **fields, exceptions=["2026-11-28"]) != []


@pytest.mark.parametrize("night", ["2026-03-29", "2026-10-25"])
def test_an_event_in_the_night_of_the_clock_change_keeps_its_local_times(night: str) -> None:
    before = (dt.date.fromisoformat(night) - ONE_DAY).isoformat()
    fields = {"start": f"{before}T02:30", "end": f"{before}T04:00", "recurrence": "FREQ=DAILY"}
    tomorrow = (dt.date.fromisoformat(night) + ONE_DAY).isoformat()
    assert happens(night, tomorrow, **fields) == [f"{night}T02:30/{night[5:]}T04:00"]


@given(st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2030, 1, 1)), st.integers(0, 72 * 60))
def test_an_event_takes_place_on_each_day_that_it_touches_and_on_no_other(start: dt.datetime, minutes: int) -> None:
    start = start.replace(second=0, microsecond=0)
    end = start + dt.timedelta(minutes=minutes)
    last = (end - dt.timedelta(minutes=1)).date() if minutes else start.date()
    written = {"start": start.isoformat(timespec="minutes"), "end": end.isoformat(timespec="minutes")}
    around = [start.date() + number * ONE_DAY for number in range(-2, 6)]
    found = [day for day in around if occurrences(event(**written), day, day + ONE_DAY)]
    assert found == [day for day in around if start.date() <= day <= last]
