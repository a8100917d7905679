"""Words from A to Z: the letters they stand under, and how many of them are folded together."""

from __future__ import annotations

import pytest

from wegweiser.view.everyday_words import Word, by_beginning, by_letter, span


def words(*names: str) -> list[Word]:
    return [Word(name, ()) for name in names]


def test_letters_and_what_begins_with_none() -> None:
    found = by_letter(words("Äpfel", "apfel", "Öl", "24 Stunden", "§ 16", "Zug"))
    assert {letter: len(some) for letter, some in found.items()} == {"a": 2, "o": 1, "0-9": 2, "z": 1}


@pytest.mark.parametrize(
    ("names", "most", "expected"),
    [
        (["Sache", "Schule"], 2, [("Sache bis Schule", 2)]),
        (["Sache", "Saft", "Schule"], 2, [("Sache bis Saft", 2), ("Schule", 1)]),
        (["Sa", "Scha", "Sche", "Schi"], 2, [("Sa", 1), ("Scha bis Sche", 2), ("Schi", 1)]),
        (["Schule, Kita und mehr", "Schutz vor Gewalt"], 5, [("Schule bis Schutz", 2)]),
    ],
)
def test_neighbours_are_folded_together(names: list[str], most: int, expected: list[tuple[str, int]]) -> None:
    assert [(name, len(group)) for name, group in by_beginning(words(*names), most)] == expected


def test_a_single_word_is_no_span() -> None:
    assert span(words("Qualifikation")) == "Qualifikation"
