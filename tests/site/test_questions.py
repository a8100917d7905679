"""The twenty questions: the static pages and the open data answer them right."""

from __future__ import annotations

import pytest
from answers import open_data, rows
from questions import QUESTIONS, Question
from sites import Site

from wegweiser.wording.certainty import FALLBACK

pytestmark = pytest.mark.this_district

FALLBACKS = [question for question in QUESTIONS if question.offer == "tafel"]


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
