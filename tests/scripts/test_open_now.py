"""'Open now' from the data to the sentence: hours of a door, worked out in Python, said by the page's own script."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from regions import PROOF, source

from wegweiser.rules.calendar import Horizon, Schedule
from wegweiser.schema import Centre, ClosingDays, OpeningHours
from wegweiser.view.opening import show_hours

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="Node ist nicht installiert.")

BERLIN = ZoneInfo("Europe/Berlin")
WEEK = "Mo-Fr 08:00-12:00; PH off"
"""An ordinary office."""

SAID = {
    "an ordinary day": [
        (WEEK, "2026-11-23T07:59", "Jetzt geschlossen. Wieder offen heute ab 8 Uhr."),
        (WEEK, "2026-11-23T08:00", "Jetzt geöffnet, bis 12 Uhr."),
        (WEEK, "2026-11-23T12:00", "Jetzt geschlossen. Wieder offen am Dienstag ab 8 Uhr."),
        ("Mo 08:00-12:00,14:00-16:30", "2026-11-23T13:00", "Jetzt geschlossen. Wieder offen heute ab 14 Uhr."),
        ("Mo 08:00-12:00,14:00-16:30", "2026-11-23T14:00", "Jetzt geöffnet, bis 16.30 Uhr."),
    ],
    "Fronleichnam, a holiday here": [
        (WEEK, "2026-06-03T12:00", "Jetzt geschlossen. Wieder offen am Freitag ab 8 Uhr."),
        (WEEK, "2026-06-04T09:00", "Jetzt geschlossen. Wieder offen am Freitag ab 8 Uhr."),
        ("Mo-Fr 08:00-12:00", "2026-06-04T09:00", "Jetzt geöffnet, bis 12 Uhr."),
    ],
    "Rosenmontag, no holiday": [
        (WEEK, "2027-02-08T09:00", "Jetzt geöffnet, bis 12 Uhr."),
        (f"{WEEK}; Feb 08 off", "2027-02-08T09:00", "Jetzt geschlossen. Wieder offen am Dienstag ab 8 Uhr."),
    ],
    "the night of the clock change": [
        # 2 o'clock comes twice in October and never in March; moments are given in UTC
        ("Su 00:00-05:00", "2026-10-25T00:30Z", "Jetzt geöffnet, bis 5 Uhr."),
        ("Su 00:00-05:00", "2026-10-25T01:30Z", "Jetzt geöffnet, bis 5 Uhr."),
        ("Su 00:00-05:00", "2026-10-25T03:59Z", "Jetzt geöffnet, bis 5 Uhr."),
        ("Su 00:00-05:00", "2026-10-25T04:00Z", "Jetzt geschlossen. Wieder offen am Sonntag, 1. November, ab 0 Uhr."),
        ("Su 00:00-05:00", "2027-03-28T02:59Z", "Jetzt geöffnet, bis 5 Uhr."),
        ("Su 00:00-05:00", "2027-03-28T03:00Z", "Jetzt geschlossen. Wieder offen am Sonntag, 4. April, ab 0 Uhr."),
        (WEEK, "2026-10-25T23:00Z", "Jetzt geschlossen. Wieder offen heute ab 8 Uhr."),
    ],
    "a closing day": [
        (WEEK, "2026-11-25T09:00", "Jetzt geschlossen. Wieder offen am Donnerstag ab 8 Uhr."),
        (WEEK, "2026-11-27T12:00", "Jetzt geschlossen. Wieder offen am Mittwoch ab 8 Uhr."),
        (WEEK, "2026-11-30T09:00", "Jetzt geschlossen. Wieder offen am Mittwoch ab 8 Uhr."),
    ],
    "the next opening is far away": [
        ("Mo 08:00-12:00", "2026-12-07T12:00", "Jetzt geschlossen. Wieder offen am Montag, 14. Dezember, ab 8 Uhr."),
        ("Mo 08:00-12:00", "2026-11-24T12:00", "Jetzt geschlossen. Wieder offen am Montag, 7. Dezember, ab 8 Uhr."),
        ("off", "2026-11-24T12:00", "Jetzt geschlossen."),
    ],
    "midnight": [
        ("We 18:00-24:00", "2026-12-09T23:59", "Jetzt geöffnet, bis 24 Uhr."),
        ("We 18:00-24:00", "2026-12-10T00:00", "Jetzt geschlossen. Wieder offen am Mittwoch ab 18 Uhr."),
        ("Th 18:00-24:00; Fr 00:00-02:00", "2026-12-10T23:59", "Jetzt geöffnet, bis Freitag 2 Uhr."),
        ("00:00-24:00", "2026-12-12T03:00", "Jetzt geöffnet."),
    ],
}  # fmt: skip
"""Kind of day → (hours, moment, sentence); the page was made two days before the moment."""
SHUT = [("2026-11-25", "2026-11-25"), ("2026-11-30", "2026-12-01")]


def hours(written: str, checked: str) -> OpeningHours:
    confirmed = {"on": checked, "by": "Leitung"}
    return OpeningHours.model_validate({"hours": written, "checked": confirmed, "sources": [source()]})


def shown(written: str, made: dt.date, checked: str | None = None) -> tuple[str, str]:
    """What the page of a house carries that was made on a day: spans and the end of what it knows."""
    house = Centre.model_validate(
        {"name": "Haus", "family_centre": "yes", "municipality": "beispielstadt", **PROOF},
    )
    closed = [ClosingDays.model_validate({"start": a, "end": b, "reason": "Fortbildung"}) for a, b in SHUT]
    schedule = Schedule(Horizon.from_day(made), "NW", (), tuple(closed))
    found = show_hours(hours(written, checked or made.isoformat()), house, schedule)
    assert found is not None
    return found.spans, found.until


def moment(written: str) -> dt.datetime:
    if written.endswith("Z"):
        return dt.datetime.fromisoformat(written)
    return dt.datetime.fromisoformat(written).replace(tzinfo=BERLIN)


def say(folder: Path, cases: list[tuple[str, str, str]]) -> list[str]:
    """The sentences of the script for (spans, until, moment in UTC)."""
    (folder / "cases.json").write_text(json.dumps(cases), "utf-8")
    command = ["node", Path(__file__).with_name("say.mjs"), folder / "cases.json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def test_what_is_said_on_special_days(tmp_path: Path) -> None:
    rows = [(kind, *case) for kind, cases in SAID.items() for case in cases]
    asked = []
    for _, written, when, _ in rows:
        now = moment(when)
        asked.append((*shown(written, now.astimezone(BERLIN).date() - dt.timedelta(days=2)), now.isoformat()))
    told = say(tmp_path, asked)
    found = [(kind, written, when, said) for (kind, written, when, _), said in zip(rows, told, strict=True)]
    assert found == rows


ASKED = "2026-11-24T08:00/12:00 2026-11-25T00:00/24:00* 2026-11-26T08:00/12:00 2026-11-26T14:00/17:00*"
"""Open on Tuesday and Thursday; by appointment on Wednesday and on Thursday afternoon."""


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026-11-24T09:00", "Jetzt geöffnet, bis 12 Uhr."),
        ("2026-11-24T13:00", "Jetzt geschlossen. Wieder offen am Donnerstag ab 8 Uhr."),
        ("2026-11-25T09:00", "Heute nur mit Termin."),
        ("2026-11-26T09:00", "Jetzt geöffnet, bis 12 Uhr."),
        ("2026-11-26T14:00", "Jetzt nur mit Termin, bis 17 Uhr."),
        ("2026-11-26T17:00", "Jetzt geschlossen."),
    ],
)
def test_days_by_appointment_are_neither_open_nor_closed(tmp_path: Path, when: str, said: str) -> None:
    assert say(tmp_path, [(ASKED, "2026-11-28", moment(when).isoformat())]) == [said]


def test_past_its_horizon_a_page_says_nothing(tmp_path: Path) -> None:
    made = dt.date(2026, 11, 22)
    spans, until = shown(WEEK, made)
    days = [made + dt.timedelta(days=number) for number in (0, 20, 21, 22, 400)]
    cases = [(spans, until, dt.datetime.combine(day, dt.time(9), BERLIN).isoformat()) for day in days]
    told = say(tmp_path, cases)
    assert [bool(said) for said in told] == [True, True, False, False, False]


@pytest.mark.parametrize(("checked", "known"), [("2026-11-22", True), ("2025-11-22", True), ("2025-11-21", False)])
def test_only_hours_that_somebody_confirmed_lately_say_anything(tmp_path: Path, checked: str, known: bool) -> None:
    spans, until = shown(WEEK, dt.date(2026, 11, 22), checked)
    assert bool(spans) is bool(until) is known
    assert bool(say(tmp_path, [(spans, until, "2026-11-23T09:00:00+01:00")])[0]) is known
