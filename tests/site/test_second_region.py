"""Another district needs other data and nothing else; the tests of built sites that take `site` hold for it as well."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
import second_region
from sites import DAY, ROOT, Site

from wegweiser import catalog, checks
from wegweiser.rules.calendar import public_holidays
from wegweiser.values import problems

WRITTEN_ANEW = {"barrierefreiheit/", "datenschutz/"}
"""Their texts name authorities of a state; README.md says that a new district writes them anew."""


def test_the_data_pass_every_check(second_site: Site) -> None:
    content, found = catalog.load(second_site.data)
    assert content is not None
    told = found + checks.check(content, DAY)
    assert problems.errors(told) == []
    assert {re.sub("'.*?'", "…", problem.message)[:30] for problem in told} == {
        "Der Betrag … gilt nur noch bis",
        "Am 24. Dezember 2026 und am 31",
    }


def test_nothing_of_the_first_region_is_left(second_site: Site) -> None:
    real, _ = catalog.load(ROOT / "data")
    assert real is not None
    towns = {entry.record.name for entry in real.municipalities.values()}
    words = re.compile("|".join(map(re.escape, sorted({real.region.record.name, *towns}))))
    for path in sorted(second_site.folder.rglob("*.*")):
        if path.suffix in (".html", ".json", ".js", ".css", ".txt", ".xml", ".vcf"):
            address = path.relative_to(second_site.folder).as_posix().removesuffix("index.html")
            found = set(words.findall(path.read_text("utf-8")))
            assert not found or address in WRITTEN_ANEW, f"{address}: {found}"


def test_it_is_named_wherever_a_region_is_named(second_site: Site) -> None:
    home = second_site.documents[""]
    assert home.all("h1")[0].text == "Hilfe für Familien im Landkreis Wiesengrund"
    assert home.all("title")[0].text == "Familienwegweiser Landkreis Wiesengrund"
    [description] = [meta["content"] for meta in home.all("meta") if meta.get("name") == "description"]
    assert description.startswith("Hilfen für Familien im Landkreis Wiesengrund, ")
    for document in second_site.documents.values():
        assert "Landkreis Wiesengrund" in document.all("header")[0].text, document


def test_a_town_named_like_a_word_is_a_town(second_site: Site) -> None:
    for town in ("essen", "weil", "au", "bad-wiesengrund"):
        assert second_site.documents[f"orte/{town}/"].all("h1")[0].text
    assert second_site.documents["orte/essen/"].all("h1")[0].text == "Essen: Ämter und Hilfen für Familien"
    assert "zustaendig/sgb2/au/" in second_site.documents


def test_every_question_ends_at_an_office_of_this_region(second_site: Site) -> None:
    rows = json.loads((second_site.folder / "daten" / "zustaendigkeiten.json").read_text("utf-8"))
    contacts = {row["contact"] for row in rows}
    assert len(rows) == len(second_region.TOWNS) * 6 * 57
    assert contacts.isdisjoint(second_region.OFFICES)
    assert contacts <= set(second_site.guide.catalog.contacts)


def test_the_holidays_are_those_of_its_state() -> None:
    epiphany = dt.date(2027, 1, 6)
    assert epiphany in public_holidays("BY", 2027)
    assert epiphany not in public_holidays("NW", 2027)


@pytest.mark.parametrize("words", ["çocuk parası", "допомога на дитину"])
def test_its_other_languages_reach_the_search(second_site: Site, words: str) -> None:
    assert [path for path in (second_site.folder / "assets").rglob("*.json") if words in path.read_text("utf-8")]


def test_its_contacts_say_which_languages_they_speak(second_site: Site) -> None:
    for id_ in second_site.guide.catalog.contacts:
        assert "Deutsch, Türkisch, Ukrainisch" in second_site.documents[f"kontakte/{id_}/"].main.text, id_
