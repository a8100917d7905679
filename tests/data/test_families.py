"""Thirty example families find what the law gives them, and nothing that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from families import EXAMPLES, Example

from wegweiser import catalog
from wegweiser.catalog import Catalog
from wegweiser.rules.entitlement import Family, entitlement, fitting_rules
from wegweiser.rules.questions import asked_by, questions

pytestmark = pytest.mark.this_district

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def content() -> Catalog:
    found, problems = catalog.load(ROOT / "data")
    assert found is not None, problems
    return found


def test_there_are_thirty_families_and_each_expects_something() -> None:
    assert len({example.name for example in EXAMPLES}) == len(EXAMPLES) >= 30
    assert all(example.contains and example.lacks for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_family_finds_what_it_may_get_and_by_which_law(content: Catalog, example: Example) -> None:
    for offer, law in example.contains.items():
        rules = fitting_rules(content.offers[offer].record.eligibility, example.family)
        cited = {part for rule in rules for part in rule.legal_basis.split("; ")}
        assert law in cited, f"{offer}: {cited or 'nicht gefunden'}"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_family_does_not_find_what_is_not_for_it(content: Catalog, example: Example) -> None:
    assert set(example.lacks) <= set(content.offers)
    assert set(example.lacks).isdisjoint(offer for offer, _ in entitlement(content, example.family))


def test_every_offer_is_expected_by_some_family(content: Catalog) -> None:
    assert set(content.offers) - {offer for example in EXAMPLES for offer in example.contains} == set()


def test_every_answer_of_every_question_leads_to_something(content: Catalog) -> None:
    named = {
        (condition.question, answer)
        for entry in content.offers.values()
        for rule in entry.record.eligibility
        for condition in asked_by(rule)
        for answer in condition.answers
    }
    offered = {(number, answer) for number, question in enumerate(questions(content)) for answer in question.options}
    assert offered == named


def test_who_says_nothing_is_shown_nothing_that_needs_a_status(content: Catalog) -> None:
    found = {offer for offer, _ in entitlement(content, Family())}
    assert {"beratung-antragshilfe", "kindergeld", "wohngeld", "kita-platz", "sgb2-ueberblick"} <= found
    assert found.isdisjoint({"sgb2-regelbedarf", "sgb2-unterkunft", "but-teilhabe", "tafel", "gewaltschutz"})


def test_no_list_is_longer_than_a_family_can_read(content: Catalog) -> None:
    """Who answers every question; the page shows five of them first and folds the others."""
    assert max(len(entitlement(content, example.family)) for example in EXAMPLES) <= 40
