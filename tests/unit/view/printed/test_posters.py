"""Whom a poster names: the nearest first, the district last, each number once, and dates that parents may come to."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import DAY, HOUSE, TOWN, Changes, Fields, files, read

from wegweiser.edition import Edition
from wegweiser.paper.posters import posters as printed
from wegweiser.view.printed.posters import ShownPoster, posters_of

HOUSE_FILE = f"centres/{HOUSE}"
PAGE = f"familienzentren/{HOUSE}/"
EVENT = "events/sprechstunde"
PHONE = "030 23125"


def found(folder: Path, changes: Changes | None = None) -> dict[str, ShownPoster]:
    return {poster.address: poster for poster in posters_of(Edition.on(read(folder, changes), DAY))}


def numbers(poster: ShownPoster) -> list[tuple[str, str]]:
    return [(one.name, one.line.channel.text.removeprefix(PHONE)) for one in poster.answerers]


def test_every_house_office_and_town_has_one(tmp_path: Path) -> None:
    kinds = [address.split("/")[0] for address in found(tmp_path)]
    assert {kind: kinds.count(kind) for kind in kinds} == {"familienzentren": 3, "traeger": 7, "orte": 3}


CLOSED: Fields = {"closed": {"since": "2026-05-01"}}


@pytest.mark.parametrize("file", [HOUSE_FILE, "organizations/traeger"])
def test_who_is_closed_has_none(tmp_path: Path, file: str) -> None:
    before = len(found(tmp_path / "before"))
    assert len(found(tmp_path / "after", {file: CLOSED})) == before - 1


WITHOUT_NUMBER: Fields = {"channels": None}
SOCIAL_OFFICE = "contacts/sozialamt-dornmoor"


@pytest.mark.parametrize(
    ("address", "changes", "expected"),
    [
        (
            PAGE,
            {},
            [
                ("Familienzentrum Abenteuerland 1", "014"),
                ("Jobcenter Beispiel", "002"),
                ("Jugendamt Beispiel", "004"),
                ("Sozialamt Dornmoor", "008"),
            ],
        ),
        # a house without a number: the district's number comes last, and under its own name
        (
            PAGE,
            {HOUSE_FILE: WITHOUT_NUMBER, "contacts/jugendamt": WITHOUT_NUMBER, SOCIAL_OFFICE: WITHOUT_NUMBER},
            [("Jobcenter Beispiel", "002"), ("Kreis Beispiel", "006")],
        ),
        # whom only staff may reach is not named
        (
            PAGE,
            {"contacts/jugendamt": {"visibility": "internal"}},
            [
                ("Familienzentrum Abenteuerland 1", "014"),
                ("Jobcenter Beispiel", "002"),
                ("Sozialamt Dornmoor", "008"),
                ("Jugendamt Beispiel", "006"),
            ],
        ),
        (
            f"orte/{TOWN}/",
            {},
            [
                ("Jobcenter Beispiel", "002"),
                ("Jugendamt Beispiel", "004"),
                ("Sozialamt Dornmoor", "008"),
                ("Auskunft für Dornmoor", "006"),
            ],
        ),
        ("traeger/jugendamt/", {}, [("Jugendamt Beispiel", "004"), ("Kreis Beispiel", "006")]),
    ],
    ids=["house", "house without a number", "internal contact", "town", "office"],
)
def test_numbers_stand_in_the_order_of_nearness(
    tmp_path: Path, address: str, changes: Changes, expected: list[tuple[str, str]]
) -> None:
    assert numbers(found(tmp_path, changes)[address]) == expected


@pytest.mark.parametrize(
    ("fields", "dates"),
    [
        ({}, 3),
        ({"audience": "parents"}, 3),
        ({"audience": "educators"}, 0),
        ({"recurrence": None}, 1),
        ({"cancelled": "ja"}, 0),
        ({"start": "2026-05-04T14:30", "end": "2026-05-04T16:30", "recurrence": None}, 0),
    ],
    ids=["both", "parents", "educators", "once", "cancelled", "past"],
)
def test_dates_are_the_next_that_parents_may_come_to(tmp_path: Path, fields: Fields, dates: int) -> None:
    posters = found(tmp_path, {EVENT: {**files()[EVENT], **fields}})
    for address in (f"orte/{TOWN}/", "traeger/jobcenter/"):
        assert len(posters[address].dates) == dates
    assert posters[PAGE].dates == ()


@pytest.mark.parametrize(
    ("address", "strip"),
    [
        (PAGE, "Familienzentrum Abenteuerland 1"),
        ("traeger/jobcenter/", "Familienwegweiser Kreis Beispiel"),
        (f"orte/{TOWN}/", "Familienwegweiser Kreis Beispiel"),
    ],
    ids=["house", "office", "town whose first number is an office's"],
)
def test_strip_names_a_house_but_never_an_office(tmp_path: Path, address: str, strip: str) -> None:
    made = {poster.address: poster for poster in printed(Edition.on(read(tmp_path), DAY), "")}
    assert made[f"{address}aushang"].strip == strip
