"""What Python writes for the search: words and cards, in files that share one hash."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import regions

from wegweiser.browser.bundles import Bundle, ChunkedBundle, make_bundles, make_folder
from wegweiser.browser.search.region import core, languages, more, names, search
from wegweiser.browser.search.town import MOST_HOUSES, local_contacts, role_of
from wegweiser.edition import Edition

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
def guide(tmp_path: Path) -> Edition:
    return Edition.on(regions.read(tmp_path / "data", WORDS), regions.DAY)


def offer(guide: Edition, id_: str, lines: list[str]) -> list[str]:
    """The fields of an offer's line."""
    return lines[list(guide.catalog.offers).index(id_)].split("\t")


def file_of(guide: Edition, id_: str) -> dict[str, Any]:
    later = make_bundles(guide, {"suche": search})
    content: dict[str, Any] = json.loads(later[f"suche/orte/{id_}"].content)
    return content


def contacts_of(guide: Edition, id_: str) -> list[str]:
    """The contacts that answers in a town name by their number."""
    return [contact["id"] for contact in [*core(guide)["contacts"], *file_of(guide, id_)["contacts"]]]


def test_the_core_carries_the_words_of_editors(guide: Edition) -> None:
    content = core(guide)
    assert content["bets"] == [["Papierkram", ["but-antrag", "wohngeld"]]]
    assert (content["stop_words"], content["weak_words"]) == ("Was ist", "Geld")
    assert (content["contact_words"], content["house_words"]) == ("Telefon", "Kita")
    assert content["ambiguous_places"] == ["Essen"]


def test_words_that_the_search_skips_are_not_sent(guide: Edition) -> None:
    assert offer(guide, "wohngeld", core(guide)["offers"])[4].split("|")[:2] == ["Wort 0", "Wort 1"]
    assert offer(guide, "wohngeld", more(guide)["offers"])[0] == "das"


def test_keywords_that_only_a_long_question_meets_come_with_the_questions(tmp_path: Path) -> None:
    own = ["Miete", "Miete zahlen", "zahlen Miete", "zu hohe Miete zahlen", *(f"Wort {number}" for number in range(8))]
    changes: regions.Changes = {
        "offers/wohngeld": {"keywords": own, "questions": ["Wer zahlt?"], "situations": ["Zu hoch"]}
    }
    guide = Edition.on(regions.read(tmp_path / "data", changes), regions.DAY)
    assert offer(guide, "wohngeld", core(guide)["offers"])[4].split("|")[:3] == ["Miete", "Miete zahlen", "Wort 0"]
    assert offer(guide, "wohngeld", more(guide)["offers"]) == [
        "Wer zahlt",
        "zahlen Miete|zu hohe Miete zahlen",
        "Zu hoch",
    ]


def test_a_keyword_of_one_word_stays_though_title_or_summary_have_it(tmp_path: Path) -> None:
    keywords = ["Miete", "Geld Miete", *(f"Wort {number}" for number in range(8))]
    words = {"title": "Wohngeld", "everyday_title": "Geld für die Miete", "keywords": keywords}
    guide = Edition.on(regions.read(tmp_path / "data", {"offers/wohngeld": words}), regions.DAY)
    assert offer(guide, "wohngeld", core(guide)["offers"])[4].split("|")[:2] == ["Miete", "Wort 0"]


def test_long_words_that_say_little_and_that_no_offer_uses_come_later(tmp_path: Path) -> None:
    keywords = ["Voraussetzung", *(f"Wort {number}" for number in range(9))]
    changes: regions.Changes = {
        "search": {"weak_words": ["Geld", "Voraussetzung", "innerhalb"]},
        "offers/wohngeld": {"keywords": keywords},
    }
    guide = Edition.on(regions.read(tmp_path / "data", changes), regions.DAY)
    assert (core(guide)["weak_words"], more(guide)["filler_words"]) == ("Geld Voraussetzung", "innerhalb")


def test_meanings_are_of_single_words(tmp_path: Path) -> None:
    concepts = [{"words": ["Kita", "Krippe", "kleine Gruppe"]}]
    guide = Edition.on(regions.read(tmp_path / "data", {"search": {"concepts": concepts}}), regions.DAY)
    assert more(guide)["concepts"] == ["Kita Krippe"]


def test_words_that_tell_what_the_site_has_nothing_about_come_later(guide: Edition) -> None:
    later = more(guide)
    assert (later["family_words"], later["out_of_scope"]) == ("Kind", "Hundesteuer")
    assert later["filler_words"] == "gestern"
    assert not {"Hundesteuer", "gestern"} & set(re.findall(r"\w+", json.dumps(core(guide))))


def test_words_of_equal_meaning_come_at_once_where_offers_use_them(guide: Edition) -> None:
    assert core(guide)["concepts"] == ["Wort Wohngeld"]
    assert more(guide)["concepts"] == ["Wort Krippe Wohngeld", "Rad Auto"]


def test_words_of_other_languages_come_later(guide: Edition) -> None:
    assert languages(guide) == {"wohngeld": ["housing benefit"]}
    assert "housing" not in json.dumps([core(guide), more(guide)])


def test_what_people_call_an_office_is_added_to_who_is_responsible(guide: Edition) -> None:
    contacts = {contact["id"]: contact.get("words", []) for contact in core(guide)["contacts"]}
    assert "AHA" in contacts["jobcenter"]
    assert "AHA" not in contacts["jugendamt"]


def test_offices_that_each_town_has_are_one_role(guide: Edition) -> None:
    assert core(guide)["roles"] == ["Sozialamt"]


def test_contacts_of_one_town_come_with_it_and_with_no_other(guide: Edition) -> None:
    here = file_of(guide, regions.TOWN)
    assert [contact["id"] for contact in here["contacts"]] == [f"sozialamt-{regions.TOWN}"]
    assert [house.split("\t")[0] for house in here["centres"]] == [regions.HOUSE]
    assert f"sozialamt-{regions.TOWN}" not in {contact["id"] for contact in core(guide)["contacts"]}


def test_answers_agree_with_the_table_of_responsibilities(guide: Edition) -> None:
    statuses = list(guide.catalog.statuses)
    for id_ in guide.catalog.municipalities:
        here = file_of(guide, id_)
        contacts = contacts_of(guide, id_)
        for offer_id, answers in zip(guide.catalog.offers, here["answers"], strict=True):
            row = here["different"][answers]
            for contact, bits, certainty in row:
                for bit, status in enumerate(statuses):
                    if bits & 1 << bit:
                        answer = guide.responsibility.answer(id_, status, offer_id)
                        assert answer is not None
                        assert answer.contact == contacts[contact]
                        assert certainty == (2 if answer.fallback else int(answer.derived))
            assert sum(bits for _, bits, _ in row) == (1 << len(statuses)) - 1


def test_a_large_town_brings_some_houses_of_each_district_first(tmp_path: Path) -> None:
    house = regions.files()[f"centres/{regions.HOUSE}"]
    districts = ["Altdorf"] * MOST_HOUSES + ["Neudorf"] * 2
    changes: regions.Changes = {
        f"centres/haus-{number:02}": {**house, "name": f"Haus {number}", "district": district}
        for number, district in enumerate(districts)
    }
    changes[f"municipalities/{regions.TOWN}"] = {"districts": [{"name": "Altdorf"}, {"name": "Neudorf"}]}
    guide = Edition.on(regions.read(tmp_path / "data", changes), regions.DAY)
    here = file_of(guide, regions.TOWN)
    later = json.loads(make_bundles(guide, {"suche": search})[f"suche/haeuser/{regions.TOWN}"].content)
    assert (len(here["centres"]), here["beyond"], len(later)) == (MOST_HOUSES, 1, 3)
    assert sum("Neudorf" in line for line in here["centres"]) == 2


def test_a_small_town_brings_all_its_houses(guide: Edition) -> None:
    assert "beyond" not in file_of(guide, regions.TOWN)
    assert f"suche/haeuser/{regions.TOWN}" not in make_bundles(guide, {"suche": search})


def test_contacts_without_a_page_are_not_found(tmp_path: Path) -> None:
    changes: regions.Changes = {"contacts/geheim": {**regions.files()["contacts/kreis"], "visibility": "internal"}}
    guide = Edition.on(regions.read(tmp_path / "data", changes), regions.DAY)
    assert "geheim" not in local_contacts(guide, None)
    assert "geheim" not in json.dumps(core(guide))


def test_what_pages_withhold_or_mark_is_withheld_or_marked_here(tmp_path: Path) -> None:
    old = {"checked": None, "sources": [regions.source(published="2010", kind="press")]}
    own = {"checked": None, "sources": [regions.source(published="2020", kind="own")]}
    changes: regions.Changes = {"contacts/kreis": old, "contacts/jugendamt": own}
    guide = Edition.on(regions.read(tmp_path / "data", changes), regions.DAY)
    contacts = {contact["id"]: contact for contact in core(guide)["contacts"]}
    assert "ways" not in contacts["kreis"]
    assert all(way[3] == ["2020", "2020"] for way in contacts["jugendamt"]["ways"])


def test_houses_are_listed_under_the_letters_of_their_own_words(guide: Edition) -> None:
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
    guide = Edition.on(regions.read(tmp_path / "data", {"contacts/kreis": {"title": title}}), regions.DAY)
    assert role_of(guide, "kreis") == role


def test_files_that_belong_together_share_one_hash(guide: Edition) -> None:
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
    assert ChunkedBundle(1, one).chunks[1] == Bundle("b", b"2", one[0].folder)
