"""What the guide gets to answer with: towns, contacts and first steps, each only with what is shown of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from regions import DAY, TOWN, read, source

from wegweiser.browser.guide import answers, questions, town_answers
from wegweiser.browser.records import describe_contact, describe_town
from wegweiser.edition import Edition
from wegweiser.view.contact import contact_card


def guide_of(folder: Path, changes: dict[str, Any] | None = None) -> Edition:
    return Edition.on(read(folder, changes), DAY)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, f"{TOWN}\tDornmoor\t00100"),
        (
            {"districts": [{"name": "Ampfer"}, {"name": "Hinterwald", "postal_codes": ["00199"]}], "aliases": ["Moor"]},
            f"{TOWN}\tDornmoor\t00100\tAmpfer|Hinterwald=00199\tMoor",
        ),
        (
            {"districts": [{"name": "Dornmoor"}, {"name": "Möör"}, {"name": "Ampfer"}], "aliases": ["Moor"]},
            f"{TOWN}\tDornmoor\t00100\tAmpfer\tMoor",
        ),
    ],
    ids=["plain", "districts and other names", "a district that is called like its town"],
)
def test_a_town(tmp_path: Path, fields: dict[str, Any], expected: str) -> None:
    guide = guide_of(tmp_path, {f"municipalities/{TOWN}": fields})
    assert describe_town(guide.catalog.municipalities[TOWN]) == expected


OLD = source(kind="press", published="2019", accessed="2026-06-01")
RECENT = source(kind="own", published="2025", accessed="2026-06-01")
PHONE, MAIL, WEB = "+49 30 23125001", "amt@example.org", "https://www.example.org/amt"
LOCAL = "030 23125001"
NEXT = ["phone", "030 23125006", "Kreis Beispiel"]
"""The number of the district, where the contact has none."""
PHONE_OF_EDUCATORS = {"phone": "+49 30 23125002", "audience": "educators"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"channels": [{"phone": PHONE, "label": "Zentrale"}, PHONE_OF_EDUCATORS]},
            {
                "ways": [["phone", LOCAL, "Zentrale"]],
                "date": ["2026", "2026-06-01"],
                "site": "https://www.example.org",
            },
        ),
        (
            {"channels": [{"phone": PHONE}, {"web": WEB}], "checked": None, "sources": [RECENT]},
            {"ways": [["phone", LOCAL, None, ["2025", "2025"]], ["web", WEB]]},
        ),
        (
            {"channels": [{"phone": PHONE}, {"email": MAIL}], "checked": None, "sources": [OLD]},
            {"date": ["2026", "2026-06-01"], "site": "https://www.example.org", "line": NEXT},
        ),
    ],
    ids=["one date for all", "a phone number to ask about", "what is withheld is not there"],
)
def test_a_contact(tmp_path: Path, fields: dict[str, Any], expected: dict[str, Any]) -> None:
    found = describe_contact(contact_card(guide_of(tmp_path, {"contacts/jugendamt": fields}), "jugendamt"))
    assert found.pop("id") == "jugendamt"
    assert found.pop("title") == "Jugendamt Beispiel"
    assert len(found.pop("place")) == 2
    found.pop("placeDate", None)
    assert found == expected


def test_numbers_for_educators_stay_out_of_the_guide(tmp_path: Path) -> None:
    guide = guide_of(tmp_path)
    made = answers(guide)
    text = json.dumps(made.index) + "".join(bundle.content.decode() for bundle in made.chunks)
    hidden = [
        channel.phone
        for entry in guide.catalog.contacts.values()
        for channel in entry.record.channels
        if channel.phone and channel.audience.value == "educators"
    ]
    assert len(hidden) > 3
    assert [number for number in hidden if number in text] == []


def test_a_row_is_short_where_the_status_makes_no_difference(tmp_path: Path) -> None:
    guide = guide_of(tmp_path)
    rows = dict(zip(guide.catalog.offers, town_answers(guide, TOWN)["answers"], strict=True))
    assert len(rows["kita-platz"]) == 2
    assert len(rows["wohngeld"]) == 2 * len(guide.catalog.statuses)


def test_the_first_file_names_the_folder_of_the_others(tmp_path: Path) -> None:
    guide = guide_of(tmp_path)
    made = answers(guide)
    assert {bundle.name for bundle in made.chunks} == {
        *(f"orte/{town}" for town in guide.catalog.municipalities),
        *(f"angebote/{offer}" for offer in guide.catalog.offers),
    }
    assert {bundle.folder for bundle in made.chunks} == {made.index["folder"]}
    assert made.index == {**questions(guide), "folder": made.index["folder"]}


def test_the_folder_changes_with_the_answers(tmp_path: Path) -> None:
    one = answers(guide_of(tmp_path / "one"))
    other = answers(guide_of(tmp_path / "other", {"contacts/jugendamt": {"title": "Jugendamt Anders"}}))
    assert one.index["folder"] != other.index["folder"]
    assert one.index["folder"] == answers(guide_of(tmp_path / "again")).index["folder"]


def test_the_first_step_comes_with_its_papers(tmp_path: Path) -> None:
    made = answers(guide_of(tmp_path, {"offers/wohngeld": {"steps": ["Erst dies.", "Dann das."], "documents": None}}))
    content = {bundle.name: json.loads(bundle.content) for bundle in made.chunks}
    assert content["angebote/wohngeld"] == ["Erst dies.", []]
    assert content["angebote/kita-platz"][1] == ["Ausweis"]
