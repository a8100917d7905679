"""Times of offices that are easily overlooked: asked, never refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import HOUSE, PROOF, Fields, findings

AUTUMN = dt.date(2026, 11, 30)


def asked(folder: Path, contact: Fields, today: dt.date = AUTUMN) -> list[str]:
    """What the check says of the contact of the district."""
    found = findings(folder, {"contacts/kreis": contact}, today)
    return [line.partition(" | ")[2] for line in found if line.startswith("contacts/kreis.yml")]


def question(*days: str) -> str:
    rules = ",".join(f"Dec {day}" for day in days)
    named = " und am ".join(f"{day}. Dezember 2026" for day in days)
    remedy = f"Stimmt das? Sonst bitte '; {rules} off' anhängen oder 'closing_days' eintragen."
    return f"Warnung: Am {named} wäre nach diesen Zeiten geöffnet. {remedy}"


@pytest.mark.parametrize(
    ("hours", "days"),
    [
        ("Mo-Fr 08:00-12:00; PH off", ["24", "31"]),
        ("Mo-Fr 08:00-12:00; PH off; Dec 24 off", ["31"]),
        ("Mo-Fr 08:00-12:00; PH off; Dec 24,Dec 31 off", []),
        ("Mo-Fr 08:00-12:00; PH off; Dec 24,Dec 31 10:00-11:00", []),
        ("Mo-We 08:00-12:00", []),
        ("Mo-Fr 08:00-12:00; 2026 Dec 23-2027 Jan 03 off", []),
    ],
)
def test_offices_are_asked_about_the_days_before_the_holidays(tmp_path: Path, hours: str, days: list[str]) -> None:
    found = asked(tmp_path, {"opening_hours": {"hours": hours}})
    assert found == ([f"{hours} | {question(*days)}"] if days else [])


def test_closing_days_answer_the_question(tmp_path: Path) -> None:
    days = {"start": "2026-12-24", "end": "2027-01-03", "reason": "Betriebsferien"}
    contact = {"opening_hours": {"hours": "Mo-Fr 08:00-12:00"}, "closing_days": [days]}
    assert asked(tmp_path, contact) == []


@pytest.mark.parametrize(
    ("today", "count"), [("2026-09-22", 0), ("2026-09-23", 1), ("2026-12-31", 1), ("2027-01-01", 0)]
)
def test_nobody_is_asked_in_summer(tmp_path: Path, today: str, count: int) -> None:
    contact = {"opening_hours": {"hours": "Mo-Fr 08:00-12:00"}}
    found = [line for line in asked(tmp_path, contact, dt.date.fromisoformat(today)) if "wäre nach" in line]
    assert len(found) == count


def test_houses_are_not_asked(tmp_path: Path) -> None:
    found = findings(tmp_path, {f"centres/{HOUSE}": {"opening_hours": {"hours": "Mo-Fr 08:00-12:00"}}}, AUTUMN)
    assert not [line for line in found if line.startswith("centres") and "wäre nach" in line]


def test_a_door_that_never_opens(tmp_path: Path) -> None:
    remedy = "Nur mit Termin? Dann bitte 'by_appointment: ja' schreiben."
    said = f"off | Warnung: Das heißt: jeden Tag geschlossen. {remedy}"
    assert asked(tmp_path, {"opening_hours": {"hours": "off"}}) == [said]
    assert asked(tmp_path, {"opening_hours": {"hours": "off", "note": "Nur mit Termin."}}) == []


def test_a_booking_page_has_a_way_of_its_own(tmp_path: Path) -> None:
    page = "https://termin.example.org"
    message = "Warnung: Hier bucht man wohl einen Termin. Bitte 'booking' statt 'web' schreiben."
    written = {"web": page, "label": "Termin online buchen"}
    assert asked(tmp_path, {"channels": [written]}) == [f"web: {page} | {message}"]
    assert asked(tmp_path, {"channels": [{"booking": page}]}) == []


@pytest.mark.parametrize("file", ["contacts/kreis", f"centres/{HOUSE}"])
def test_closing_days_that_end_before_they_begin(tmp_path: Path, file: str) -> None:
    days = {"start": "2026-12-24", "end": "2026-12-23", "reason": "Betriebsferien"}
    [found] = findings(tmp_path, {file: {"closing_days": [days]}})
    assert found.endswith("2026-12-23 | Fehler: Das Ende liegt vor dem Anfang.")


def test_closing_days_of_a_location_that_end_before_they_begin(tmp_path: Path) -> None:
    days = {"start": "2026-12-24", "end": "2026-12-23", "reason": "Betriebsferien"}
    place = {"id": "haus", "name": "Haus", "closing_days": [days]}
    found = findings(tmp_path, {"organizations/kreis": {"locations": [place], **PROOF}})
    assert [line for line in found if "Das Ende liegt vor dem Anfang." in line]
