"""What the finder for educators is given: houses with their chains, and contacts with what pages show of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from regions import DAY, HOUSE, SECOND_HOUSE, THIRD_HOUSE, TOWN, Changes, Fields, files, read, source

from wegweiser.browser.finder import finder
from wegweiser.edition import Edition
from wegweiser.pages.finder import overview

OFFICE = "contacts/jobcenter"
OLD: Fields = {"sources": [source(kind="press", published="2019")]}
READ: Fields = {"sources": [source(kind="own", published="2024-05")]}


def data(folder: Path, changes: Changes | None = None) -> dict[str, Any]:
    """Both files as a script reads them."""
    guide = Edition.on(read(folder, {f"agreements/{HOUSE}": None, **(changes or {})}), DAY)
    made = finder(guide)
    [details] = made.chunks
    assert details.path == f"assets/{made.index['folder']}/details.json"
    return {**json.loads(json.dumps(made.index)), **json.loads(details.content)}


def office(folder: Path, **fields: object) -> dict[str, Any]:
    return dict(data(folder, {OFFICE: fields})["contacts"]["jobcenter"])


def test_houses_by_name_with_town_chain_and_district(tmp_path: Path) -> None:
    found = data(tmp_path, {f"centres/{SECOND_HOUSE}": {"contact": None, "district": "Süden"}})
    assert found["houses"] == [
        [HOUSE, "Familienzentrum Abenteuerland 1", 0, 0],
        [SECOND_HOUSE, "Familienzentrum Bienenkorb 1", 1, 1, "Süden"],
        [THIRD_HOUSE, "Familienzentrum Drachennest 1", 2, 0],
    ]
    assert found["chains"] == [["jobcenter", "", "", ""], ["", "", "", "jobcenter"]]
    assert found["topics"] == ["Geld zum Leben", "Schule und Kita", "Kinderbetreuung", "Beratung"]


def test_every_contact_of_a_chain_is_there(tmp_path: Path) -> None:
    team = {**files()[OFFICE], "title": "Team"}
    found = data(tmp_path, {OFFICE: {"deputy": "team", "escalation": "kreis"}, "contacts/team": team})
    assert found["chains"] == [["jobcenter", "team", "kreis", ""]]
    assert {"jobcenter", "team", "kreis"} <= set(found["contacts"])


def test_internal_contacts_are_left_out(tmp_path: Path) -> None:
    internal = {**files()[OFFICE], "visibility": "internal"}
    assert "intern" not in data(tmp_path, {"contacts/intern": internal})["contacts"]


def test_the_short_way_stands_apart(tmp_path: Path) -> None:
    found = office(
        tmp_path,
        channels=[
            {"phone": "+49 30 23125001", "audience": "parents"},
            {"phone": "+49 30 23125002", "audience": "educators"},
            {"email": "team@example.org"},
        ],
    )
    assert [way[1] for way in found["ways"]] == ["030 23125001", "team@example.org"]
    assert found["short"] == [["phone", "030 23125002", None, ["2026", "2026-06-01"]]]
    assert found["spoken"] == "Deutsch, Englisch"


def test_what_pages_withhold_is_left_out(tmp_path: Path) -> None:
    old = [{"phone": "+49 30 23125002", "audience": "educators", **OLD}, {"phone": "+49 30 23125001", **OLD}]
    found = office(tmp_path, channels=old, opening_hours={"hours": "Mo 08:00-12:00", **OLD})
    assert not {"short", "ways", "hours", "spans", "until"} & set(found)
    assert found.pop("line") == ["phone", "030 23125006", "Kreis Beispiel"], "the next who answers"
    assert "23125" not in json.dumps(found)


@pytest.mark.parametrize(
    ("evidence", "spans", "stand"),
    [({}, True, None), (READ, False, ["2024", "2024-05"])],
    ids=["confirmed", "only read"],
)
def test_only_confirmed_hours_can_say_now(tmp_path: Path, evidence: Fields, spans: bool, stand: Any) -> None:
    found = office(tmp_path, opening_hours={"hours": "Mo-Fr 08:00-12:00", "note": "oder mit Termin", **evidence})
    assert found["hours"] == [["Montag bis Freitag", "8 bis 12 Uhr"]]
    assert found["hoursNote"] == "oder mit Termin"
    assert ("spans" in found, "until" in found) == (spans, spans)
    assert found.get("hoursDate") == stand


def test_the_list_without_a_script_has_every_house_once(tmp_path: Path) -> None:
    changes: Changes = {f"centres/{SECOND_HOUSE}": {"contact": None}, f"agreements/{HOUSE}": None}
    context = overview(Edition.on(read(tmp_path, changes), DAY)).context
    named = [line.address for _, lines in context["houses"] for line in lines]
    assert named == [f"familienzentren/{house}/#kontakt" for house in (HOUSE, SECOND_HOUSE, THIRD_HOUSE)]
    assert [line.address for line in context["known"]] == [named[0], named[2]]
    assert next(town.id for town, _ in context["houses"]) == TOWN
