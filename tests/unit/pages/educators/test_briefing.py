"""Who starts in a house or an office finds its contacts, its agreements, the duties of the year and the first cases."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import DAY, HOUSE, PROOF, TOWN, Changes, Fields, files, read

from wegweiser.edition import Edition
from wegweiser.pages.educators.briefing import by_month, first_cases, pages
from wegweiser.pages.page import Page

CASE: Fields = {
    "title": "Ein Fall",
    "summary": "Darum geht es.",
    "situation": "So ist die Lage.",
    "topic": "kinderbetreuung",
    "steps": [{"title": "Anrufen", "who": "Leitung", "what": "Rufen Sie an.", "by_when": "heute"}],
    **PROOF,
}


def edition(folder: Path, changes: Changes | None = None, day: dt.date = DAY) -> Edition:
    return Edition.on(read(folder, changes), day)


def found(folder: Path, changes: Changes | None = None) -> dict[str, Page]:
    return {page.address: page for page in pages(edition(folder, changes))}


def test_there_is_one_for_each_house_and_each_office(tmp_path: Path) -> None:
    kinds = [address.split("/")[2] for address in found(tmp_path)]
    assert {kind: kinds.count(kind) for kind in kinds} == {"": 1, "haus": 3, "stelle": 7}


def test_who_has_closed_keeps_a_page_that_says_so(tmp_path: Path) -> None:
    made = found(tmp_path, {f"centres/{HOUSE}": {"closed": {"since": "2026-05-01"}}})
    assert made[f"fuer-fachkraefte/einarbeitung/haus/{HOUSE}/"].context["is_closed"] is True


def test_a_house_names_its_contact_its_agreement_and_its_offices(tmp_path: Path) -> None:
    context = found(tmp_path)[f"fuer-fachkraefte/einarbeitung/haus/{HOUSE}/"].context
    assert context["chain"].contact.id == "jobcenter"
    assert [(shown.title, houses) for shown, houses in context["agreements"]] == [
        ("Vereinbarung mit dem Jobcenter", ())
    ]
    assert [office.id for office, _ in context["offices"]] == ["jugendamt", f"rathaus-{TOWN}"]
    assert context["line"].channel.text == "030 23125014"


def test_an_office_names_its_houses_and_what_it_answers_for(tmp_path: Path) -> None:
    context = found(tmp_path)["fuer-fachkraefte/einarbeitung/stelle/jobcenter/"].context
    assert [[house.id for house in houses] for _, houses in context["agreements"]] == [[HOUSE]]
    assert [card.id for card in context["contacts"]] == ["jobcenter"]
    assert context["offers"]
    assert context["chain"] is None


def cases(**named: Fields) -> dict[str, Fields | str | bytes | None]:
    others: dict[str, Fields | str | bytes | None] = {name: None for name in files() if name.startswith("cases/")}
    return {**others, **{f"cases/{name}": {**CASE, **fields} for name, fields in named.items()}}


@pytest.mark.parametrize(
    ("region", "expected"),
    [({}, ["a", "c", "d", "e", "f"]), ({"first_cases": ["g", "b"]}, ["g", "b"])],
    ids=["the first that are not discreet", "those that the region names"],
)
def test_first_cases(tmp_path: Path, region: Fields, expected: list[str]) -> None:
    changes = cases(a={}, b={"discreet": "ja"}, c={}, d={}, e={}, f={}, g={})
    made = edition(tmp_path, {**changes, "region": region})
    assert [case.id for case in first_cases(made)] == expected


def test_the_year_begins_today_and_ends_before_it_comes_again(tmp_path: Path) -> None:
    deadlines = [{"text": f"Frist {day}", "yearly_on": day} for day in ("05-31", "06-01", "06-15", "12-31")]
    made = edition(tmp_path, {"offers/wohngeld": {"deadlines": deadlines}})
    months = [
        (month, [one.text for one in coming])
        for month, coming in by_month(made, lambda one: one.offer.id == "wohngeld")
    ]
    assert months == [
        ("Juni 2026", ["Frist 06-01", "Frist 06-15"]),
        ("Dezember 2026", ["Frist 12-31"]),
        ("Mai 2027", ["Frist 05-31"]),
    ]
