"""What Python writes for the search: words and cards, in files that share one hash."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import regions

from wegweiser.bundles import Bundle, Several, make_bundles, make_folder
from wegweiser.pages import Guide
from wegweiser.pages.search_data import core, languages, more, names, search
from wegweiser.pages.search_town import local_contacts, role_of, town

WORDS: regions.Changes = {
    "search": {
        "best_bets": [{"word": "Papierkram", "offers": ["but-antrag", "wohngeld"]}],
        "concepts": [{"words": ["Wort", "Krippe", "Wohngeld"]}, {"words": ["Rad", "Auto"]}],
        "stop_words": ["Was", "ist"],
        "weak_words": ["Geld"],
        "filler_words": ["gestern"],
        "contact_words": ["Telefon"],
        "house_words": ["Kita"],
        "ambiguous_places": ["Essen"],
        "family_words": ["Kind"],
        "out_of_scope": ["Hundesteuer"],
        "offices": [{"words": ["AHA"], "offer": "but-antrag", "status": "sgb2"}],
        "languages": [{"language": "en", "offers": [{"offer": "wohngeld", "words": ["housing benefit"]}]}],
    },
    "offers/wohngeld": {"keywords": [f"Was ist Wort {number}" for number in range(10)], "questions": ["Was ist das?"]},
}


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return Guide.on(regions.read(tmp_path / "data", WORDS), regions.DAY)


def offer(content: dict[str, Any], id_: str) -> dict[str, Any]:
    number = content["offers"]["id"].index(id_)
    return {field: column[number] for field, column in content["offers"].items()}


def test_the_core_carries_the_words_of_editors(guide: Guide) -> None:
    content = core(guide)
    assert content["bets"] == [["Papierkram", ["but-antrag", "wohngeld"]]]
    assert (content["stop_words"], content["weak_words"]) == (["Was", "ist"], ["Geld"])
    assert (content["contact_words"], content["house_words"]) == (["Telefon"], ["Kita"])
    assert content["ambiguous_places"] == ["Essen"]


def test_words_that_the_search_skips_are_not_sent(guide: Guide) -> None:
    assert offer(core(guide), "wohngeld")["keywords"].split("|")[:2] == ["Wort 0", "Wort 1"]
    assert more(guide)["questions"]["wohngeld"] == "das"


def test_words_that_tell_what_the_site_has_nothing_about_come_later(guide: Guide) -> None:
    later = more(guide)
    assert (later["family_words"], later["out_of_scope"]) == (["Kind"], ["Hundesteuer"])
    assert later["filler_words"] == ["gestern"]
    assert not {"Hundesteuer", "gestern"} & set(json.dumps(core(guide)).split('"'))


def test_words_of_equal_meaning_come_at_once_where_offers_use_them(guide: Guide) -> None:
    assert core(guide)["concepts"] == ["Wort|Wohngeld"]
    assert more(guide)["concepts"] == ["Wort|Krippe|Wohngeld", "Rad|Auto"]


def test_words_of_other_languages_come_later(guide: Guide) -> None:
    assert languages(guide) == {"wohngeld": ["housing benefit"]}
    assert "housing" not in json.dumps([core(guide), more(guide)])


def test_what_people_call_an_office_is_added_to_who_is_responsible(guide: Guide) -> None:
    contacts = {contact["id"]: contact["words"] for contact in core(guide)["contacts"]}
    assert "AHA" in contacts["jobcenter"]
    assert "AHA" not in contacts["jugendamt"]


def test_offices_that_each_town_has_are_one_role(guide: Guide) -> None:
    assert core(guide)["roles"] == [{"role": "Sozialamt", "words": ["Sozialamt"]}]


def test_contacts_of_one_town_come_with_it_and_with_no_other(guide: Guide) -> None:
    here = town(guide, regions.TOWN)
    assert [contact["id"] for contact in here["contacts"]] == [f"sozialamt-{regions.TOWN}"]
    assert [house["id"] for house in here["centres"]] == [regions.HOUSE]
    assert f"sozialamt-{regions.TOWN}" not in {contact["id"] for contact in core(guide)["contacts"]}


def test_answers_agree_with_the_table_of_responsibilities(guide: Guide) -> None:
    statuses = list(guide.catalog.statuses)
    for id_ in guide.catalog.municipalities:
        here = town(guide, id_)
        for offer_id, row in zip(guide.catalog.offers, here["answers"], strict=True):
            for contact, bits, certainty in row:
                for bit, status in enumerate(statuses):
                    if bits & 1 << bit:
                        answer = guide.responsibility.answer(id_, status, offer_id)
                        assert answer is not None
                        assert answer.contact == here["asked"][contact]
                        assert certainty == (2 if answer.fallback else int(answer.derived))
            assert sum(bits for _, bits, _ in row) == (1 << len(statuses)) - 1


def test_every_answer_has_a_card_in_the_core_or_in_the_town(guide: Guide) -> None:
    everywhere = {contact["id"] for contact in core(guide)["contacts"]}
    for id_ in guide.catalog.municipalities:
        here = town(guide, id_)
        assert set(here["asked"]) <= everywhere | {contact["id"] for contact in here["contacts"]}


def test_contacts_without_a_page_are_not_found(tmp_path: Path) -> None:
    changes: regions.Changes = {"contacts/geheim": {**regions.files()["contacts/kreis"], "visibility": "internal"}}
    guide = Guide.on(regions.read(tmp_path / "data", changes), regions.DAY)
    assert "geheim" not in local_contacts(guide, None)
    assert "geheim" not in json.dumps(core(guide))


def test_what_pages_withhold_or_mark_is_withheld_or_marked_here(tmp_path: Path) -> None:
    old = {"checked": None, "sources": [regions.source(published="2010", kind="press")]}
    own = {"checked": None, "sources": [regions.source(published="2020", kind="own")]}
    changes: regions.Changes = {"contacts/kreis": old, "contacts/jugendamt": own}
    guide = Guide.on(regions.read(tmp_path / "data", changes), regions.DAY)
    contacts = {contact["id"]: contact for contact in core(guide)["contacts"]}
    assert "channels" not in contacts["kreis"]
    assert all(channel[1:] == ["Stand 2020"] for channel in contacts["jugendamt"]["channels"])


def test_houses_are_listed_under_the_letters_of_their_own_words(guide: Guide) -> None:
    found = names(guide)
    assert [house[0] for house in found["a"]] == [regions.HOUSE]
    assert core(guide)["letters"] == "".join(found)


@pytest.mark.parametrize(
    "title, role",
    [
        ("Gemeinde Dornmoor: Sozialamt", "Sozialamt"),
        ("Jobcenter, Standort Dornmoor", "Jobcenter"),
        ("Dornmoorer Tafel", "Tafel"),
        ("Caritas-Beratungsstelle", "Caritas Beratungsstelle"),
    ],
)
def test_a_role_is_a_title_without_places(tmp_path: Path, title: str, role: str) -> None:
    guide = Guide.on(regions.read(tmp_path / "data", {"contacts/kreis": {"title": title}}), regions.DAY)
    assert role_of(guide, guide.catalog.contacts["kreis"]) == role


def test_files_that_belong_together_share_one_hash(guide: Guide) -> None:
    bundles = make_bundles(guide, {"suche": search, "eins": lambda _: 1})
    first = json.loads(bundles["suche"].content)
    later = [bundle.path for name, bundle in bundles.items() if name.startswith("suche/")]
    assert later
    assert all(path.startswith(f"assets/{first['folder']}/") for path in later)
    assert bundles["eins"].path == f"assets/eins.{'6b86b273ff'}.json"


def test_another_content_is_another_folder() -> None:
    one, other = make_folder("suche", {"a": 1, "b": 2}), make_folder("suche", {"a": 1, "b": 3})
    assert one[0].folder != other[0].folder
    assert one[0].path == f"assets/{one[0].folder}/a.json"
    assert Several(1, one).later[1] == Bundle("b", b"2", one[0].folder)
