"""What has grown old is a warning, never an error: facts that pages hold back, records nobody looked at for long."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import DAY, HOUSE, SECOND_HOUSE, Fields, findings, problems, source

from wegweiser.values.problems import Level

OLD = {"kind": "press", "published": "2022"}
RECENT = {"kind": "press", "published": "2023"}
OWN = {"kind": "own", "published": "2011"}
PHONE, MAIL = "+49 30 23125001", "stelle@example.org"


def proof(on: str | None = None, *sources: dict[str, str | None]) -> Fields:
    """A record's own check and sources."""
    checked = {"on": on, "by": "Leitung"} if on else None
    return {"checked": checked, "sources": [source(**change) for change in sources or ({},)]}


def held_back(folder: Path, file: str, fields: Fields, today: dt.date = DAY) -> list[str]:
    lines = [line for line in findings(folder, {file: fields}, today) if "Beleg zu alt" in line]
    return [line.removeprefix(f"{file}.yml | ") for line in lines]


def warning(pointed: str, what: str) -> str:
    told = "Beleg zu alt, die Seite lässt das weg. Bitte bei der Stelle nachfragen."
    return f"{pointed} | Warnung: {what}: {told}"


# Facts that pages hold back; the table itself is tested with freshness


@pytest.mark.parametrize("file", ["contacts/kreis", "organizations/kreis", f"centres/{HOUSE}", "offers/wohngeld"])
@pytest.mark.parametrize(
    ("evidence", "withheld"),
    [
        (proof(None, OLD), True),
        (proof(None, RECENT), False),
        (proof(None, OWN), False),
        (proof(None, OLD, RECENT), False),
        (proof("2024-06-01", OLD), False),
        (proof("2024-05-31", OLD), True),
    ],
)
def test_numbers_and_mailboxes(tmp_path: Path, file: str, evidence: Fields, withheld: bool) -> None:
    changes = {"channels": [{"phone": PHONE}, {"email": MAIL}], **evidence, "opening_hours": None, "locations": None}
    told = [warning(f"phone: {PHONE}", PHONE), warning(f"email: {MAIL}", MAIL)]
    assert held_back(tmp_path, file, changes) == (told if withheld else [])


@pytest.mark.parametrize(
    "channel", [{"web": "https://www.example.org"}, {"post": "Postfach 1"}, {"short_number": "112"}]
)
def test_other_ways_are_never_held_back(tmp_path: Path, channel: Fields) -> None:
    assert held_back(tmp_path, "contacts/kreis", {"channels": [channel], **proof(None, OLD)}) == []


@pytest.mark.parametrize(
    ("channel", "record", "withheld"),
    [
        ({"sources": [source(**RECENT)]}, proof(None, OLD), False),
        ({"sources": [source(**OLD)]}, proof(None, RECENT), True),
        ({"sources": [source(**OLD)]}, proof("2026-06-01"), True),
        ({"checked": {"on": "2026-06-01", "by": "Leitung"}}, proof(None, OLD), False),
        ({"checked": {"on": "2024-05-31", "by": "Leitung"}}, proof("2026-06-01"), True),
    ],
)
def test_a_number_with_its_own_proof(tmp_path: Path, channel: Fields, record: Fields, withheld: bool) -> None:
    changes = {"channels": [{"email": MAIL, "sources": [source(**OWN)]}, {"phone": PHONE, **channel}], **record}
    assert held_back(tmp_path, "contacts/kreis", changes) == ([warning(f"phone: {PHONE}", PHONE)] if withheld else [])


HOURS = {"hours": "Mo 08:00-12:00"}
PLACE = {"id": "haupthaus", "name": "Haupthaus"}


@pytest.mark.parametrize(
    ("file", "fields"),
    [
        ("contacts/kreis", {"opening_hours": HOURS}),
        (f"centres/{HOUSE}", {"opening_hours": HOURS}),
        ("organizations/jugendamt", {"locations": [PLACE, {**PLACE, "id": "nebenhaus", "opening_hours": HOURS}]}),
    ],
)
@pytest.mark.parametrize(("change", "withheld"), [(OLD, True), (RECENT, True), ({**RECENT, "kind": "official"}, False)])
def test_opening_hours(
    tmp_path: Path, file: str, fields: Fields, change: dict[str, str | None], withheld: bool
) -> None:
    told = warning("hours: Mo 08:00-12:00", "Öffnungszeiten")
    assert held_back(tmp_path, file, {"channels": None, **fields, **proof(None, change)}) == (
        [told] if withheld else []
    )


@pytest.mark.parametrize(
    ("house", "evidence", "told"),
    [
        ({"phone": PHONE}, proof(None, OLD), [warning(PHONE, PHONE)]),
        ({"email": MAIL}, proof(None, OLD), [warning(MAIL, MAIL)]),
        ({"phone": PHONE}, proof(None, RECENT), []),
        ({"opening_hours": HOURS}, proof(None, OLD), [warning("hours: Mo 08:00-12:00", "Öffnungszeiten")]),
        ({"opening_hours": HOURS}, proof("2026-05-01"), []),
        ({}, proof(None, OLD), []),
    ],
)
def test_houses_of_a_group(tmp_path: Path, house: Fields, evidence: Fields, told: list[str]) -> None:
    members = ["Haus Eins", {"name": "Haus Zwei", **house}]
    changes = {"members": members, "channels": None, "opening_hours": None, **evidence}
    assert held_back(tmp_path, f"centres/{HOUSE}", changes) == told


# Records nobody looked at


def unseen(folder: Path, changes: dict[str, Fields], today: dt.date = DAY) -> list[str]:
    return [line for line in findings(folder, changes, today) if "angesehen" in line]


def never_seen(months: int) -> str:
    return (
        f"Warnung: Seit über {months} Monaten hat niemand diesen Eintrag angesehen. Bitte Quellen und Angaben prüfen."
    )


PERIODS = {"review_periods": {"contacts": "6", "centres": "12", "offers": "3"}}
"""Months until the editors want to look again."""


@pytest.mark.parametrize(
    ("file", "months", "limit"),
    [
        ("contacts/kreis", 6, "2026-12-01"),
        ("organizations/kreis", 6, "2026-12-01"),
        (f"centres/{HOUSE}", 12, "2027-06-01"),
        ("offers/wohngeld", 3, "2026-09-01"),
    ],
)
def test_each_kind_has_its_period(tmp_path: Path, file: str, months: int, limit: str) -> None:
    last = dt.date.fromisoformat(limit)
    days = [last - dt.timedelta(days=1), last, last + dt.timedelta(days=1)]
    told = [
        [line for line in unseen(tmp_path / str(number), {"region": PERIODS}, day) if line.startswith(file)]
        for number, day in enumerate(days)
    ]
    assert told == [[], [], [f"{file}.yml | 2026-06-01 | {never_seen(months)}"]]


@pytest.mark.parametrize(
    ("evidence", "pointed"),
    [
        (proof("2025-06-01", {"accessed": "2025-01-01", "published": "2025"}), None),
        (proof("2025-05-31", {"accessed": "2025-01-01", "published": "2025"}), "2025-05-31"),
        (proof("2025-05-31", {"accessed": "2025-06-01", "published": "2025"}), None),
        (proof(None, {"accessed": "2025-06-01", "published": "2025"}), None),
        (proof(None, {"accessed": "2025-05-31", "published": "2025"}), "- title: Erfundene Quelle"),
        (
            proof(
                None, {"accessed": "2024-05-31", "published": "2024"}, {"accessed": "2025-06-01", "published": "2025"}
            ),
            None,
        ),
    ],
)
def test_the_last_look_is_the_check_or_the_newest_reading(
    tmp_path: Path, evidence: Fields, pointed: str | None
) -> None:
    told = unseen(tmp_path, {f"centres/{SECOND_HOUSE}": evidence})
    assert told == ([f"centres/{SECOND_HOUSE}.yml | {pointed} | {never_seen(12)}"] if pointed else [])


@pytest.mark.parametrize("file", ["municipalities/dornmoor", "news/neue-vereinbarung", "events/sprechstunde"])
def test_what_has_no_period_is_not_looked_at_again(tmp_path: Path, file: str) -> None:
    assert unseen(tmp_path, {file: proof(None, {"accessed": "2020-01-01", "published": "2020"})}) == []


@pytest.mark.parametrize("day", ["2027-06-01", "2028-02-29", "2099-12-31"])
def test_however_old_it_is_never_an_error(tmp_path: Path, day: str) -> None:
    told = problems(tmp_path, today=dt.date.fromisoformat(day))
    assert {problem.level for problem in told} == {Level.WARNING}
