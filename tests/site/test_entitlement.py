"""'Was steht mir zu?' without scripts: every rule with its reason and its law; and how much the form has to load."""

from __future__ import annotations

import gzip

import pytest
from documents import Document, Element
from sites import Site

from wegweiser.pages.entitlement import SCRIPTS
from wegweiser.rules.questions import questions
from wegweiser.view.amounts import amount_today

MOST = 15 * 1024
"""Bytes of rules and scripts, as sent (gzip)."""


@pytest.fixture
def page(site: Site) -> Document:
    """The form."""
    return site.documents["anspruch/"]


@pytest.fixture
def every_offer(site: Site) -> Document:
    """The list for those who use no script."""
    return site.documents["anspruch/liste/"]


def part(page: Document, name: str) -> Element:
    [found] = [element for element in page.main.below() if element.get("data-part") == name]
    return found


def offer_of(item: Element) -> str:
    [link] = item.below("a")
    return link["href"].split("/")[-2]


def listed(page: Document) -> dict[str, str]:
    """Offer → everything that the list says about it."""
    found: dict[str, str] = {}
    for item in page.main.below("li"):
        if not any("/angebote/" in link["href"] for link in item.below("a")):
            continue
        found[offer_of(item)] = found.get(offer_of(item), "") + " " + item.text
    return found


def test_the_list_has_every_rule_with_reason_law_and_amounts_of_today(site: Site, every_offer: Document) -> None:
    said = listed(every_offer)
    assert set(said) == set(site.guide.catalog.offers)
    for id_, entry in site.guide.catalog.offers.items():
        for rule in entry.record.eligibility:
            assert rule.reason in said[id_]
            assert rule.legal_basis in said[id_]
            for amount in rule.amounts:
                shown = amount_today(entry.record, amount, site.day)
                assert f"{shown.label}: {shown.text}".replace("\u202f", " ") in said[id_].replace("\u202f", " ")


def test_no_answer_of_the_list_is_empty(every_offer: Document) -> None:
    folds = list(every_offer.main.below("details"))
    assert len(folds) > 10
    for fold in folds:
        [count] = [int(mark.text) for mark in fold.below("span") if mark.get("class") == "count"]
        assert len(list(fold.below("li"))) == count > 0


@pytest.mark.this_district
def test_every_rule_stands_under_what_it_asks_for(real_site: Site) -> None:
    page = real_site.documents["anspruch/liste/"]
    folds = {next(fold.below("summary")).text.rstrip(" 0123456789"): fold for fold in page.main.below("details")}
    under = {label: {offer_of(item) for item in fold.below("li")} for label, fold in folds.items()}
    assert "kita-platz" in under["3 bis zur Schule"]
    assert "sgb2-mehrbedarf-alleinerziehend" in under["Grundsicherungsgeld"]
    assert "but-schulbedarf" in under["Wohngeld"] & under["Kinderzuschlag"] & under["Asylbewerberleistungen"]
    assert "unterhaltsvorschuss" in under["Ich allein"]
    assert "schwangerschaftsberatung" in under["Kind unterwegs"]
    assert "sprachkurs" in under["Neu in Deutschland"]
    assert "wohngeld" in under["Zur Miete"]
    assert "gewaltschutz" in under["Streit, Trennung, Angst"]


def test_both_ways_say_that_it_is_no_promise(page: Document, every_offer: Document) -> None:
    for text in (every_offer.main.text, part(page, "result").text):
        assert "Kann, nicht muss." in text
        assert "keine Rechtsberatung" in text


def test_the_form_is_hidden_until_the_script_shows_it(page: Document) -> None:
    assert part(page, "form").get("hidden") is not None
    assert part(page, "result").get("hidden") is not None
    assert part(page, "still").get("hidden") is None


def test_the_form_asks_all_questions_under_neutral_names(site: Site, page: Document) -> None:
    asked = questions(site.guide.catalog)
    sets = list(part(page, "form").below("fieldset"))
    assert [next(group.below("legend")).text for group in sets] == [question.text for question in asked]
    for group, question in zip(sets, asked, strict=True):
        inputs = [field for field in group.below("input") if field["value"]]
        assert {field["name"] for field in inputs} == {question.key}
        assert [field["value"] for field in inputs] == [str(number + 1) for number in range(len(question.options))]
        assert len(question.key) == 1


def test_the_form_knows_every_town_and_its_answers(site: Site, page: Document) -> None:
    options = [option for option in part(page, "form").below("option") if option["value"]]
    assert [option.text for option in options] == [
        entry.record.name for entry in site.guide.catalog.municipalities.values()
    ]
    assert all((site.folder / option["data-answers"]).is_file() for option in options)


def test_rules_and_scripts_are_small(site: Site, page: Document) -> None:
    [box] = [element for element in page.main.below("div") if element.get("data-rules")]
    files = [site.folder / box["data-rules"], *(site.folder / "assets" / name for name in SCRIPTS)]
    assert sum(len(gzip.compress(file.read_bytes(), 6, mtime=0)) for file in files) <= MOST
