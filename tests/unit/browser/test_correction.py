"""What the page for corrections is told of a record: what pages show, and nothing that they keep back."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import DAY, HOUSE, Changes, read, source

from wegweiser.browser.correction import Told, describe, tell
from wegweiser.edition import Edition
from wegweiser.view.statements import UNKNOWN

OLD = {"sources": [source(kind="press", published="2015")], "checked": None}
TODAY = {"checked": {"on": "2026-05-01", "by": "Leitung"}}


def told(folder: Path, kind: str, id_: str, changes: Changes | None = None) -> dict[str, Told]:
    """The facts about a record of the invented region, by their paths."""
    edition = Edition.on(read(folder, changes), DAY)
    return {one.field or one.label: one for one in tell(edition, edition.catalog.of_kind(kind)[id_])}


def words(folder: Path, changes: dict[str, object]) -> dict[str, str]:
    """Path → what we say about the house with these changes."""
    return {path: one.words for path, one in told(folder, "centre", HOUSE, {f"centres/{HOUSE}": changes}).items()}


def test_a_house_in_words(tmp_path: Path) -> None:
    hours = {"hours": "Mo-Fr 07:30-16:30; PH off"}
    found = words(tmp_path, {"opening_hours": hours, "languages": ["de", "tr"], "address": {"street": "Musterweg 1"}})
    assert found["opening_hours.hours"] == "Montag bis Freitag 7.30 bis 16.30 Uhr; An Feiertagen geschlossen"
    assert found["languages"] == "Deutsch; Türkisch"
    assert found["address.street"] == "Musterweg 1"
    assert found["address.postal_code"] == UNKNOWN


def test_a_number_that_is_withheld_is_asked_for_and_never_told(tmp_path: Path) -> None:
    channels = [
        {"phone": "+49 30 23125001"},
        {"phone": "+49 30 23125002", "label": "Anmeldung", **TODAY},
        {"web": "https://www.example.org/haus"},
    ]
    found = words(tmp_path, {**OLD, "channels": channels})
    assert {path: said for path, said in found.items() if path.startswith("channels")} == {
        "channels.0.phone": "",
        "channels.1.phone": "030 23125002",
        "channels.2.web": "https://www.example.org/haus",
        "channels.+.email": UNKNOWN,
    }


def test_what_looks_private_is_not_named_and_the_paths_stay_those_of_the_file(tmp_path: Path) -> None:
    channels = [{"email": "vorname.nachname@example.org"}, {"phone": "+49 30 23125001"}, {"email": "kita@example.org"}]
    found = words(tmp_path, {"channels": channels})
    assert found["channels.1.phone"] == "030 23125001"
    assert found["channels.2.email"] == "kita@example.org"
    assert "vorname" not in str(found)


@pytest.mark.parametrize(
    ("fact", "path"),
    [
        ({"address": {"street": "Musterweg 1", "postal_code": "00100", "contradicted": "ja"}}, "address.street"),
        ({"opening_hours": {"hours": "Mo-Fr 07:30-16:30"}, **OLD}, "opening_hours.hours"),
    ],
)
def test_what_no_page_shows_is_not_told_here(tmp_path: Path, fact: dict[str, object], path: str) -> None:
    assert words(tmp_path, fact)[path] == ""


def test_the_houses_of_a_verbund_are_judged_by_what_they_rest_on(tmp_path: Path) -> None:
    members = [
        {"name": "Haus Eins", "phone": "+49 30 23125001", "address": {"street": "Musterweg 1"}},
        {"name": "Haus Zwei", "phone": "+49 30 23125002", **TODAY},
    ]
    found = words(tmp_path, {**OLD, "members": members})
    assert found["members.0.phone"] == ""
    assert found["members.0.address.street"] == "Musterweg 1"
    assert found["members.1.phone"] == "+49 30 23125002"


def test_nothing_internal_is_told(tmp_path: Path) -> None:
    edition = Edition.on(read(tmp_path), DAY)
    for entry in edition.catalog.records():
        if entry.kind == "agreement":
            continue
        fields = {one.field.partition(".")[0] for one in tell(edition, entry)}
        assert fields.isdisjoint({"sources", "checked", "missing", "keywords", "visibility", "eligibility", "person"})
        assert fields, entry.ref


def test_what_editors_decide_word_by_word_has_no_path(tmp_path: Path) -> None:
    for kind in ("municipality", "event", "news", "case"):
        edition = Edition.on(read(tmp_path), DAY)
        for entry in edition.catalog.of_kind(kind).values():
            facts = tell(edition, entry)
            assert facts
            assert {one.field for one in facts} == {""}


def test_hints_say_how_to_write(tmp_path: Path) -> None:
    found = told(tmp_path, "centre", HOUSE)
    assert found["name"].hint == ""
    assert found["opening_hours.hours"].hint.startswith("Montag bis")
    assert found["family_centre"].hint.startswith("eine davon: ")


def test_a_page_about_danger_says_so_to_the_script(tmp_path: Path) -> None:
    edition = Edition.on(read(tmp_path, {"offers/wohngeld": {"discreet": "ja"}}), DAY)
    assert describe(edition, edition.catalog.offers["wohngeld"])["discreet"] == 1
    assert "discreet" not in describe(edition, edition.catalog.offers["but-antrag"])
