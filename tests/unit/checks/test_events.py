"""Events: a start for what has an end, days that fit the recurrence, and nothing too far away."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import DAY, Fields, findings

ENDS_BEFORE = "Fehler: Der Termin endet, bevor er beginnt."
TOO_LONG = "Fehler: Der Termin dauert länger als ein Jahr. Bitte das Ende prüfen."
FAR_AHEAD = "Warnung: Der Termin liegt mehr als 18 Monate in der Zukunft. Stimmt das Jahr?"
LONG_PAST = "Warnung: Der Termin ist seit über 90 Tagen vorbei. Bitte löschen oder erneuern."
DOES_NOT_FIT = (
    "Fehler: Der Beginn passt nicht zur Wiederholung. Bitte den ersten Tag nennen, an dem der Termin stattfindet."
)


def found(folder: Path, fields: Fields, today: dt.date = DAY) -> list[str]:
    """What is wrong with an event of these times."""
    times: Fields = {"start": None, "end": None, "recurrence": None, "exceptions": None, **fields}
    lines = findings(folder, {"events/sprechstunde": times}, today)
    return [line.removeprefix("events/sprechstunde.yml | ") for line in lines if line.startswith("events/")]


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({}, []),
        ({"end": "2026-07-01T16:00"}, ["2026-07-01T16:00 | Fehler: 'end' braucht einen Beginn ('start')."]),
        (
            {"recurrence": "FREQ=WEEKLY", "exceptions": ["2026-07-01"]},
            [
                "FREQ=WEEKLY | Fehler: 'recurrence' braucht einen Beginn ('start').",
                "- '2026-07-01' | Fehler: 'exceptions' braucht einen Beginn ('start').",
            ],
        ),
    ],
)
def test_without_a_start(tmp_path: Path, fields: Fields, faults: list[str]) -> None:
    assert found(tmp_path, fields) == faults


@pytest.mark.parametrize(
    ("end", "fault"),
    [
        ("2026-07-01T14:31", None),
        ("2026-07-02T14:30", None),
        ("2027-07-02T14:30", None),  # 366 days
        ("2027-07-02T14:31", TOO_LONG),
        ("2199-12-31T23:59", TOO_LONG),
        ("2026-07-01T14:30", ENDS_BEFORE),
        ("2026-07-01T14:29", ENDS_BEFORE),
        ("1900-01-01T00:00", ENDS_BEFORE),
    ],
)
@pytest.mark.parametrize("recurrence", [None, "FREQ=WEEKLY"])
def test_the_end(tmp_path: Path, end: str, fault: str | None, recurrence: str | None) -> None:
    fields = {"start": "2026-07-01T14:30", "end": end, "recurrence": recurrence}
    assert found(tmp_path, fields) == ([f"{end} | {fault}"] if fault else [])


@pytest.mark.parametrize(
    ("recurrence", "fits"),
    [
        ("FREQ=WEEKLY", True),
        ("FREQ=WEEKLY;BYDAY=WE", True),
        ("FREQ=WEEKLY;BYDAY=TU,WE", True),
        ("FREQ=WEEKLY;BYDAY=TU", False),
        ("FREQ=MONTHLY;BYDAY=1WE", True),
        ("FREQ=MONTHLY;BYDAY=2WE", False),
        ("FREQ=MONTHLY;BYMONTHDAY=1", True),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", False),
        ("FREQ=WEEKLY;UNTIL=20260701", True),
        ("FREQ=WEEKLY;UNTIL=20260630", False),
        ("FREQ=DAILY;COUNT=1", True),
    ],
)
def test_the_start_is_a_day_of_the_recurrence(tmp_path: Path, recurrence: str, fits: bool) -> None:
    """Else the first visit that the file names never appears on the page."""
    start = "2026-07-01T14:30"  # the first Wednesday of July
    assert found(tmp_path, {"start": start, "recurrence": recurrence}) == (
        [] if fits else [f"{start} | {DOES_NOT_FIT}"]
    )


@pytest.mark.parametrize(
    ("day", "wording"),
    [
        ("2026-07-01", None),
        ("2026-07-08", None),
        ("2036-07-02", None),
        ("2026-07-07", "7. Juli 2026"),
        ("2026-06-24", "24. Juni 2026"),  # a week before it begins
        ("2199-12-31", "31. Dezember 2199"),
    ],
)
def test_only_days_of_the_recurrence_can_be_left_out(tmp_path: Path, day: str, wording: str | None) -> None:
    """Else a day that was left out under a wrong date would still be announced."""
    fields = {"start": "2026-07-01T14:30", "recurrence": "FREQ=WEEKLY", "exceptions": ["2026-07-15", day]}
    fault = f"{day} | Fehler: Am {wording} findet der Termin gar nicht statt. Bitte das Datum prüfen."
    assert found(tmp_path, fields) == ([fault] if wording else [])


def test_an_event_in_the_night_may_be_left_out_by_the_day_it_begins(tmp_path: Path) -> None:
    night = {"start": "2026-07-01T22:00", "end": "2026-07-02T02:00", "recurrence": "FREQ=WEEKLY"}
    wrong = "2026-07-09 | Fehler: Am 9. Juli 2026 findet der Termin gar nicht statt. Bitte das Datum prüfen."
    assert found(tmp_path, {**night, "exceptions": ["2026-07-08"]}) == []
    assert found(tmp_path, {**night, "exceptions": ["2026-07-09"]}) == [wrong]


@pytest.mark.parametrize(
    ("start", "fault"),
    [
        # F8: 90 days back are 3 March, 18 months ahead 1 December 2027
        ("2025-06-01T14:30", LONG_PAST),
        ("2026-03-02T14:30", LONG_PAST),
        ("2026-03-03T00:00", None),
        ("2026-05-31T14:30", None),
        ("2026-06-01T14:30", None),
        ("2027-12-01T14:30", None),
        ("2027-12-02T00:00", FAR_AHEAD),
        ("2199-12-31T23:00", FAR_AHEAD),
    ],
)
def test_how_far_away(tmp_path: Path, start: str, fault: str | None) -> None:
    assert found(tmp_path, {"start": start}) == ([f"{start} | {fault}"] if fault else [])


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"recurrence": "FREQ=WEEKLY"}, None),
        ({"recurrence": "FREQ=YEARLY"}, None),
        ({"recurrence": "FREQ=WEEKLY;UNTIL=20260302"}, LONG_PAST),
        ({"recurrence": "FREQ=WEEKLY;UNTIL=20260304"}, None),
        ({"recurrence": "FREQ=WEEKLY;COUNT=5"}, LONG_PAST),
    ],
)
def test_an_old_event_lives_on_in_its_repetitions(tmp_path: Path, fields: Fields, fault: str | None) -> None:
    start = "2024-05-01T14:30"
    assert found(tmp_path, {"start": start, **fields}) == ([f"{start} | {fault}"] if fault else [])


@pytest.mark.parametrize(
    ("today", "faults"),
    [
        ("2028-02-29", []),
        ("2028-05-30", []),  # it ended on 1 March
        ("2028-05-31", [LONG_PAST]),
        ("2099-12-31", [LONG_PAST]),
        ("2026-08-29", []),  # 18 months before
        ("2026-08-28", [FAR_AHEAD]),
    ],
)
def test_time_alone_makes_no_error_of_an_event(tmp_path: Path, today: str, faults: list[str]) -> None:
    start = "2028-02-29T23:00"
    fields = {"start": start, "end": "2028-03-01T01:00"}
    assert found(tmp_path, fields, dt.date.fromisoformat(today)) == [f"{start} | {fault}" for fault in faults]
