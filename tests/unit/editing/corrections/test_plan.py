"""Which answers are taken, which are refused and why, and what the files say afterwards."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from examples import source, write_data

from wegweiser.editing.corrections.correction import Answer, Correction, Sender
from wegweiser.editing.corrections.plan import Plan, plan_import
from wegweiser.reading.reader import read

DAY = dt.date(2026, 12, 1)
HOUSE = "centres/sonnenblume.yml"
FIELDS = {
    "name": "Familienzentrum Sonnenblume",
    "family_centre": "yes",
    "municipality": "beispielstadt",
    "address": {"street": "Seeweg 3", "postal_code": "99998", "sources": [source(kind="press", published="2020")]},
    "channels": [
        {"phone": "+49 30 23125001", "checked": {"on": "2026-11-15", "by": "Leitung"}},
        {"email": "haus@example.org"},
    ],
    "missing": [
        {"fields": ["places", "languages"], "reason": "not-asked"},
        {"fields": ["website"], "reason": "not-found"},
    ],
    "sources": [source()],
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_data(tmp_path / "data", {HOUSE: FIELDS})


def say(field: str, answer: str, right: str = "", before: str = "", on: dt.date = DAY, own: bool = True) -> Correction:
    sender = Sender("Leitung der Einrichtung", on, own)
    return Correction("centre:sonnenblume", field, Answer(answer), sender, before, right, f"Zeile {field}")


def after(plan: Plan) -> dict:
    assert plan.faults == []
    assert plan.rejected == []
    return read(plan.files[Path(HOUSE)].after)


CHECKED = {"on": "2026-12-01", "by": "Leitung der Einrichtung"}


def test_a_corrected_fact_is_checked_and_loses_its_old_sources(data: Path) -> None:
    house = after(plan_import(data, [say("address.street", "falsch", "Seeweg 5", "Seeweg 3")], DAY))
    assert house["address"] == {"street": "Seeweg 5", "postal_code": "99998", "checked": CHECKED}
    assert "checked" not in house


def test_what_was_missing_and_is_told_is_missing_no_more(data: Path) -> None:
    answers = [say("places.value", "falsch", "74"), say("website", "falsch", "www.example.org")]
    house = after(plan_import(data, answers, DAY))
    assert house["places"] == {"value": "74", "as_of": "2026-12-01", "checked": CHECKED}
    assert house["website"] == "https://www.example.org"
    assert house["missing"] == [{"fields": ["languages"], "reason": "not-asked"}]


def test_only_who_answers_everything_checks_the_whole_record(data: Path) -> None:
    known = ["name", "family_centre", "address.street", "address.postal_code", "channels.0.phone", "channels.1.email"]
    house = after(plan_import(data, [say(field, "stimmt") for field in known], DAY))
    assert house["checked"] == CHECKED
    assert house["address"]["checked"] == CHECKED, "with sources of its own the record's check would not count"
    assert house["channels"] == [
        {"phone": "+49 30 23125001", "checked": CHECKED},
        {"email": "haus@example.org"},
    ]
    part = after(plan_import(data, [say("channels.1.email", "stimmt")], DAY))
    assert "checked" not in part
    assert part["channels"][1]["checked"] == CHECKED


def test_half_of_a_fact_is_no_check(data: Path) -> None:
    plan = plan_import(data, [say("address.street", "stimmt")], DAY)
    assert plan.faults == []
    assert plan.files == {}


def test_a_way_that_is_gone_goes_as_a_whole(data: Path) -> None:
    answers = [say("channels.0.phone", "falsch", "gibt es nicht mehr"), say("channels.+.phone", "stimmt")]
    house = after(plan_import(data, answers[:1], DAY))
    assert house["channels"] == [{"email": "haus@example.org"}]


def test_a_new_way_comes_with_its_check(tmp_path: Path) -> None:
    data = write_data(tmp_path / "data", {HOUSE: {**FIELDS, "channels": [{"email": "haus@example.org"}]}})
    house = after(plan_import(data, [say("channels.+.phone", "falsch", "030/23125002")], DAY))
    assert house["channels"][1] == {"phone": "+49 30 23125002", "checked": CHECKED}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (
            say("channels.0.phone", "falsch", "030 23125002", on=dt.date(2026, 11, 1)),
            "Schon am 15. November 2026 geprüft (Leitung), das ist neuer als diese Antwort.",
        ),
        (
            say("address.street", "falsch", "Seeweg 5", "Seeweg 1"),
            "Seit dem Bogen geändert: Heute steht dort 'Seeweg 3'.",
        ),
        (say("address.street", "falsch"), "Als falsch gemeldet, aber ohne das Richtige. Bitte nachfragen."),
        (
            say("address.street", "falsch", "Seeweg 5", own=False),
            "Kommt nicht von der Stelle selbst. Bitte dort anrufen und dann mit --confirmed-by eintragen.",
        ),
        (
            say("website", "stimmt"),
            "Dort steht nichts, was stimmen könnte. Bitte nachfragen, was richtig ist.",
        ),
        (
            say("channels.7.phone", "stimmt"),
            "Diese Angabe steht so nicht mehr im Eintrag. Bitte einen neuen Bogen erzeugen.",
        ),
    ],
)
def test_what_is_not_taken_is_kept_with_its_reason(data: Path, answer: Correction, reason: str) -> None:
    good = say("places.value", "falsch", "74")
    plan = plan_import(data, [answer, good], DAY)
    assert plan.faults == []
    assert [(one.correction, one.reason) for one in plan.rejected] == [(answer, reason)]
    assert [change.correction for change in plan.changes] == [good]


def test_not_knowing_changes_nothing(data: Path) -> None:
    plan = plan_import(data, [say("address.street", "weiß ich nicht")], DAY)
    assert (plan.changes, plan.rejected, plan.faults, plan.files) == ([], [], [], {})


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ([say("places.value", "falsch", "viele")], "Zeile places.value: 'places.value' (Zahl) ist keine ganze Zahl"),
        ([say("channels.1.email", "falsch", "haus at example")], "Zeile channels.1.email: "),
        (
            [say("opening_hours.hours", "falsch", "immer")],
            "Zeile opening_hours.hours: Öffnungszeiten nennt mit 'immer' keine",
        ),
        (
            [say("name", "falsch", "A"), say("name", "falsch", "B")],
            "Zeile name: Diese Angabe steht schon in Zeile name.",
        ),
        ([say("name", "stimmt", on=dt.date(2027, 1, 1))], "Zeile name: Das Datum 1. Januar 2027 liegt in der Zukunft."),
        ([say("address.postal_code", "falsch", "12345")], f"{HOUSE}, Zeile 6 nach der Änderung: "),
    ],
)
def test_what_is_wrong_stops_the_whole_import(data: Path, answers: list[Correction], fault: str) -> None:
    plan = plan_import(data, [say("channels.1.email", "stimmt"), *answers] if len(answers) == 1 else answers, DAY)
    assert any(fault in str(found) for found in plan.faults), plan.faults


def test_a_record_that_is_gone_is_named(data: Path) -> None:
    gone = Correction("centre:haus-am-see", "name", Answer.RIGHT, Sender("Leitung", DAY, True), where="Zeile 7")
    found = plan_import(data, [gone], DAY).faults
    assert [str(fault) for fault in found] == [
        "Zeile 7: Den Eintrag 'centre:haus-am-see' gibt es nicht (mehr). "
        "Bitte einen neuen Bogen erzeugen und dort eintragen."
    ]
