"""Calendars, as four libraries that we did not write read them: the same dates, also where clocks change."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar
from judges import ask_node, dates_of_ical_js
from outlets import URL, edition_of, made
from regions import DAY, HOUSE, PROOF, SECOND_HOUSE, TOWN, Changes

from wegweiser.files.calendar.events import bounded
from wegweiser.view.events import dates_between, show_event

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = dt.date(2027, 1, 1), dt.date(2028, 4, 1)
"""A year and a quarter with both changes of the clock, and with a 29 February."""
ALL = "termine/termine.ics"
EVENT = {"title": "Sprechstunde", "summary": "Fragen zu Geld.", "audience": "parents", "centre": HOUSE, **PROOF}
CLOSED = {f"centres/{HOUSE}": {"closing_days": [{"start": "2027-07-19", "end": "2027-08-06", "reason": "Ferien"}]}}


def event(start: str, recurrence: str | None = None, **fields: object) -> Changes:
    """The region with this event alone, in a house that is closed for three weeks of summer."""
    changed = {**EVENT, "start": start, "recurrence": recurrence, **fields}
    return {"events/probe": changed, "events/sprechstunde": None, **CLOSED}


DATES = {
    "once": (event("2027-03-09T10:00", end="2027-03-09T11:30"), 1),
    "once, on a holiday, as it is written": (event("2027-05-17T10:00"), 1),
    "each Tuesday, also in summer time": (
        event("2027-01-05T14:30", "FREQ=WEEKLY;BYDAY=TU", end="2027-01-05T16:00"),
        62,
    ),
    "each Monday: holidays left out": (event("2027-01-04T09:00", "FREQ=WEEKLY;BYDAY=MO"), 59),
    "each first Tuesday without two": (
        event("2027-01-05T14:30", "FREQ=MONTHLY;BYDAY=1TU", exceptions=["2027-02-02", "2027-04-06"]),
        12,
    ),
    "until a day": (event("2027-01-06T08:00", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270331"), 13),
    "until a moment": (event("2027-01-06T08:00", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270331T080000"), 13),
    "until the moment before": (event("2027-01-06T08:00", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270331T075959"), 12),
    "ten times, those left out are counted": (event("2027-04-26T08:00", "FREQ=WEEKLY;COUNT=10"), 9),
    "each 29th": (event("2027-01-29T12:00", "FREQ=MONTHLY;BYMONTHDAY=29"), 12),
    "the leap day": (event("2024-02-29T12:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), 1),
    "the last Friday, beyond midnight": (
        event("2027-01-29T22:00", "FREQ=MONTHLY;BYDAY=-1FR", end="2027-01-30T01:00"),
        13,
    ),
}


@pytest.mark.judge("icalendar", "ical.js", "recurring-ical-events", "vobject")
@pytest.mark.parametrize("name", DATES)
def test_four_libraries_read_the_same_dates(tmp_path: Path, name: str) -> None:
    changes, count = DATES[name]
    edition, site = edition_of(tmp_path, changes, dt.date(2027, 1, 1))
    ours = [start for start, _ in dates_between(edition, edition.catalog.events["probe"].record, FIRST, LAST).held]
    assert len(ours) == count
    utc = [start.replace(tzinfo=BERLIN).astimezone(dt.UTC) for start in ours]
    content = made(edition, site, ALL)
    calendar = Calendar.from_ical(content)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    recurring = recurring_ical_events.of(calendar).between(FIRST, LAST)
    assert sorted(found["DTSTART"].dt.astimezone(dt.UTC) for found in recurring) == utc
    by_vobject = vobject.readOne(content.decode())
    assert by_vobject.validate(raiseException=True)
    rules = by_vobject.vevent.getrruleset(addRDate=True)
    begins = rules if rules else [by_vobject.vevent.dtstart.value]
    between = [moment for moment in begins if FIRST <= moment.date() < LAST]
    assert [moment.replace(tzinfo=BERLIN).astimezone(dt.UTC) for moment in between] == utc
    (tmp_path / "probe.ics").write_bytes(content)
    read = [moment for _, moment in dates_of_ical_js(tmp_path / "probe.ics", LAST.isoformat())]
    assert [moment for moment in read if moment >= FIRST.isoformat()] == [f"{at:%Y-%m-%dT%H:%M:%S}.000Z" for at in utc]


def test_pages_and_calendars_leave_out_the_same(tmp_path: Path) -> None:
    edition, _ = edition_of(tmp_path, event("2027-01-04T09:00", "FREQ=WEEKLY;BYDAY=MO"), dt.date(2027, 3, 20))
    shown = show_event(edition, edition.catalog.events["probe"])
    assert [moment for moment, _ in shown.dates][:2] == [
        "2027-03-22T09:00",
        "2027-04-05T09:00",
    ]  # Easter Monday between


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        ("FREQ=WEEKLY", "FREQ=WEEKLY;UNTIL=20290101T225959Z"),
        ("FREQ=WEEKLY;UNTIL=20270331", "FREQ=WEEKLY;UNTIL=20270331T215959Z"),
        ("FREQ=WEEKLY;UNTIL=20270115T120000;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270115T110000Z"),
        ("FREQ=WEEKLY;UNTIL=20991231", "FREQ=WEEKLY;UNTIL=20290101T225959Z"),
        ("FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;COUNT=3"),
    ],
)
def test_a_recurrence_ends_where_holidays_are_no_longer_named(rule: str, written: str) -> None:
    assert bounded(rule, dt.date(2029, 1, 2)) == written


def test_a_house_and_a_town_have_their_own(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path, event("2027-03-09T10:00"))
    named = {path: made(edition, site, path).count(b"SUMMARY:Sprechstunde") for path in CALENDARS}
    assert named == {ALL: 1, f"familienzentren/{HOUSE}/termine.ics": 1, f"orte/{TOWN}/termine.ics": 1, EMPTY: 0}


EMPTY = f"familienzentren/{SECOND_HOUSE}/termine.ics"
CALENDARS = (ALL, f"familienzentren/{HOUSE}/termine.ics", f"orte/{TOWN}/termine.ics", EMPTY)


@pytest.mark.parametrize("path", CALENDARS)
def test_an_empty_calendar_is_valid(tmp_path: Path, path: str) -> None:
    edition, site = edition_of(tmp_path, {"events/sprechstunde": None})
    calendar = Calendar.from_ical(made(edition, site, path))
    assert calendar.subcomponents[0].name == "VTIMEZONE"
    assert not calendar.events


def test_what_is_off_is_struck_out_not_removed(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path, event("2027-03-09T10:00", cancelled="ja"))
    [found] = Calendar.from_ical(made(edition, site, ALL)).events
    assert found["STATUS"] == "CANCELLED"
    assert show_event(edition, edition.catalog.events["probe"]).dates == ()


def test_the_record_not_the_clock_says_when_it_changed(tmp_path: Path) -> None:
    changes = event("2027-03-09T10:00")
    one, other = (made(*edition_of(tmp_path, changes, day), ALL) for day in (DAY, DAY + dt.timedelta(days=9)))
    assert one == other
    newer = {"checked": {"on": "2026-07-01", "by": "Leitung"}}
    later = made(*edition_of(tmp_path, event("2027-03-09T10:00", **newer), DAY), ALL)
    [before], [after] = (Calendar.from_ical(content).events for content in (one, later))
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt.date() == dt.date(2026, 7, 1)


HOSTILE = "Böses; Treffen, hier: END:VEVENT;X"


def test_no_text_ends_an_event(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path, event("2027-03-09T10:00", title=HOSTILE, place="BEGIN:VEVENT;X=1"))
    [found] = Calendar.from_ical(made(edition, site, ALL)).events
    assert (found["SUMMARY"], found["LOCATION"].partition(",")[0]) == (HOSTILE, "BEGIN:VEVENT;X=1")


# Yearly deadlines

DEADLINES = [
    {"text": "Bis zum 15. November melden Sie die Kita an.", "yearly_on": "11-15"},
    {"text": "Am 1. August gibt es Geld.", "yearly_on": "08-01"},
    {"text": "Am 1. August gibt es noch mehr Geld.", "yearly_on": "08-01"},
    {"text": "Vor der Klassenfahrt."},
]


def test_deadlines_are_whole_days_of_each_year_with_a_reminder(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path, {"offers/kita-platz": {"deadlines": DEADLINES}})
    content = made(edition, site, "termine/fristen.ics")
    calendar = Calendar.from_ical(content)
    ours = [found for found in calendar.events if found["URL"] == f"{URL}angebote/kita-platz/"]
    assert sorted(found["DTSTART"].dt for found in ours) == [
        dt.date(2026, 8, 1), dt.date(2026, 8, 1), dt.date(2026, 11, 15)
    ]  # fmt: skip
    assert len({found["UID"] for found in calendar.events}) == len(calendar.events)
    assert all(found.alarms.times[0].trigger.hour == 9 for found in ours)
    in_a_year = recurring_ical_events.of(calendar).between((2028, 1, 1), (2029, 1, 1))
    assert len(in_a_year) == len(calendar.events)
    (tmp_path / "fristen.ics").write_bytes(content)
    read = {moment for _, moment in dates_of_ical_js(tmp_path / "fristen.ics", "2028-01-01")}
    assert {"2026-11-15T00:00:00.000Z", "2027-11-15T00:00:00.000Z"} <= read
    assert "Stand" in str(ours[0]["DESCRIPTION"]) or "eprüft" in str(ours[0]["DESCRIPTION"])


def test_nothing_discreet_stands_in_a_calendar(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path, {"offers/kita-platz": {"deadlines": DEADLINES, "discreet": "ja"}})
    assert b"kita-platz" not in made(edition, site, "termine/fristen.ics")


# The judges can say no


def test_the_libraries_refuse_a_broken_calendar(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path, event("2027-03-09T10:00"))
    broken = made(edition, site, ALL).replace(b"DTSTART;", b"DTSTART").replace(b"END:VEVENT\r\n", b"")
    with pytest.raises(ValueError, match="END"):
        Calendar.from_ical(broken)
    with pytest.raises(vobject.base.ParseError):
        list(vobject.readComponents(broken.decode()))
    (tmp_path / "broken.ics").write_bytes(broken)
    assert ask_node("calendar.mjs", tmp_path / "broken.ics", "2028-01-01").returncode == 1


@pytest.mark.parametrize("count", [50, pytest.param(5000, marks=pytest.mark.nightly)])
def test_thousands_of_events_in_one_calendar(tmp_path: Path, count: int) -> None:
    edition, site = edition_of(tmp_path, event("2027-01-04T09:00", "FREQ=WEEKLY"), dt.date(2027, 1, 1))
    known = edition.catalog.events
    known.update({f"probe-{number}": replace(known["probe"], id=f"probe-{number}") for number in range(count - 1)})
    content = made(edition, site, ALL)
    assert content.count(b"BEGIN:VEVENT") == content.count(b"END:VEVENT") == count
    assert len(set(re.findall(b"UID:(.*)", content))) == count
