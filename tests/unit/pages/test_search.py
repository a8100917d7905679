"""The page of the search before a script has touched it: the index of words, and the filters."""

from __future__ import annotations

from pathlib import Path

import pytest
import regions

from wegweiser.edition import Edition
from wegweiser.pages import search
from wegweiser.schema import Offer
from wegweiser.schema.offer import Ages
from wegweiser.view.everyday_words import by_letter, everyday_words

WORDS: regions.Changes = {
    "search": {
        "offices": [
            {"words": ["AHA"], "offer": "but-antrag", "status": "sgb2"},
            {"words": ["Rathaus"], "offer": "wohngeld"},
        ]
    },
    "offers/wohngeld": {"statuses": ["none", "sgb2"]},
}


@pytest.fixture
def guide(tmp_path: Path) -> Edition:
    return Edition.on(regions.read(tmp_path / "data", WORDS), regions.DAY)


def test_the_index_has_words_and_no_phrases(guide: Edition) -> None:
    every = [word.word for word in everyday_words(guide)]
    short = [word.word for word in search.short_words(guide)]
    assert short == [word for word in every if len(word.split()) <= 2]
    assert 0 < len(short) < len(every)


def test_every_word_stands_under_one_letter(guide: Edition) -> None:
    words = everyday_words(guide)
    letters = by_letter(words)
    assert sum(map(len, letters.values())) == len(words)
    assert list(letters) == sorted(letters)


def test_names_of_offices_lead_to_their_page_or_to_the_offer_that_names_them_all(guide: Edition) -> None:
    targets = {word.word: [address for address, _ in word.targets] for word in everyday_words(guide)}
    assert targets["AHA"] == ["kontakte/jobcenter/"]
    assert targets["Rathaus"] == ["angebote/wohngeld/"]
    for id_, contact in guide.catalog.contacts.items():
        assert f"kontakte/{id_}/" in targets[contact.record.title]


def test_the_filters_know_what_every_value_leaves_out(guide: Edition) -> None:
    filters = {
        name: {value.id: value.leaves_out.split() for value in values} for name, _, values in search.filters(guide)
    }
    assert list(filters) == ["art", "thema", "ort", "alter", "bezug", "sprache"]
    for status, left_out in filters["bezug"].items():
        for id_, entry in guide.catalog.offers.items():
            assert (id_ in left_out) is bool(entry.record.statuses and status not in entry.record.statuses)


@pytest.mark.parametrize(
    ("ages", "fits"),
    [
        (None, ["0", "3", "6", "18"]),
        ((None, None), ["0", "3", "6", "18"]),
        ((None, 5), ["0", "3"]),
        ((3, 5), ["3"]),
        ((2, 3), ["0", "3"]),
        ((6, None), ["6", "18"]),
        ((18, 24), ["18"]),
    ],
)
def test_ages(guide: Edition, ages: tuple[int | None, int | None] | None, fits: list[str]) -> None:
    some: Offer = next(iter(guide.catalog.offers.values())).record
    wanted = Ages(minimum_age=ages[0], maximum_age=ages[1]) if ages else None
    offer = some.model_copy(update={"ages": wanted})
    assert [id_ for id_, _, first, last in search.AGES if search.is_for(offer, first, last)] == fits
