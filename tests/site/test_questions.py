"""The twenty questions and every other one: the static page, the open data and the rules give the same answer."""

from __future__ import annotations

import json
from functools import cache

import pytest
from documents import Document, Element
from questions import QUESTIONS, Question
from sites import Site

from wegweiser.pages.cards import FALLBACK, remarks

FALLBACKS = [question for question in QUESTIONS if question.offer == "tafel"]


@cache
def rows(document: Document) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What a static page of answers says: offer → contact and remarks."""
    notes = {element["id"]: element.text for element in document.all("li") if element.get("id")}
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for answers in document.all("dl"):
        offers = [link["href"].split("/")[-2] for term in answers.below("dt") for link in term.below("a")]
        for offer, answer in zip(offers, answers.below("dd"), strict=True):
            contact, *marks = answer.below("a")
            found[offer] = (contact["href"].split("/")[-2], tuple(notes[mark["href"][1:]] for mark in marks))
    return found


def open_data(site: Site) -> list[dict[str, object]]:
    read: list[dict[str, object]] = json.loads((site.folder / "daten" / "zustaendigkeiten.json").read_text("utf-8"))
    return read


@pytest.fixture(params=QUESTIONS, ids=lambda question: question.id)
def question(request: pytest.FixtureRequest) -> Question:
    asked: Question = request.param
    return asked


def test_there_are_twenty_different_questions() -> None:
    assert len({question.id for question in QUESTIONS}) == 20
    assert len({question.town for question in QUESTIONS}) >= 13
    assert {status for question in QUESTIONS for status in question.statuses} == {
        "sgb2", "wohngeld", "kinderzuschlag", "sgb12", "asylblg", "none",
    }  # fmt: skip


def test_the_static_pages_answer_the_question(real_site: Site, question: Question) -> None:
    pages = [real_site.documents[f"zustaendig/{status}/{question.town}/"] for status in question.statuses]
    assert tuple(dict.fromkeys(rows(page)[question.offer][0] for page in pages)) == question.contacts


def test_the_open_data_answers_the_question(real_site: Site, question: Question) -> None:
    found = [
        row["contact"]
        for row in open_data(real_site)
        if (row["municipality"], row["offer"]) == (question.town, question.offer) and row["status"] in question.statuses
    ]
    assert tuple(dict.fromkeys(found)) == question.contacts


@pytest.mark.parametrize("question", FALLBACKS, ids=lambda question: question.id)
def test_a_fallback_says_that_it_is_one(real_site: Site, question: Question) -> None:
    page = real_site.documents[f"zustaendig/{question.statuses[0]}/{question.town}/"]
    assert FALLBACK in rows(page)[question.offer][1]


def test_every_question_has_exactly_one_answer_and_it_is_the_same_everywhere(site: Site) -> None:
    """Every municipality, status and offer: the function, the static page and the open data."""
    guide = site.guide
    data = {(row["municipality"], row["status"], row["offer"]): row for row in open_data(site)}
    assert len(data) == len(open_data(site))
    for town in guide.catalog.municipalities:
        for status in guide.catalog.statuses:
            page = rows(site.documents[f"zustaendig/{status}/{town}/"])
            assert set(page) == set(guide.catalog.offers)
            for offer in guide.catalog.offers:
                answer = guide.responsibility.answer(town, status, offer)
                assert answer is not None
                assert page[offer] == (answer.contact, remarks(answer))
                row = data.pop((town, status, offer))
                assert row["contact"] == answer.contact
                assert (row.get("fallback", False), row.get("derived", False)) == (answer.fallback, answer.derived)
    assert data == {}


def test_every_contact_that_answers_has_a_page_with_a_way_to_reach_it(site: Site) -> None:
    for contact in {answer.contact for answer in site.guide.responsibility.table.values()}:
        page = site.documents[f"kontakte/{contact}/"]
        assert any(_leads_out(link) for link in page.main.below("a")), page


def _leads_out(link: Element) -> bool:
    return link["href"].startswith(("tel:", "mailto:", "https:"))
