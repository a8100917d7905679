"""Languages: all codes of two letters, none of them guessed at."""

from __future__ import annotations

import re

import pytest

from wegweiser.values.languages import check_language, language_name, names


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("hr", "Kroatisch"),
        ("so", "Somali"),
        ("bs", "Bosnisch"),
        ("el", "Griechisch"),
        ("hu", "Ungarisch"),
        ("vi", "Vietnamesisch"),
        ("zh", "Chinesisch"),
        ("am", "Amharisch"),
        ("hi", "Hindi"),
        ("ur", "Urdu"),
        ("ka", "Georgisch"),
        ("mk", "Mazedonisch"),
        ("ti", "Tigrinja"),
    ],
)
def test_a_language_has_its_german_name(code: str, name: str) -> None:
    assert check_language(code) == code
    assert language_name(code) == name


def test_all_languages_of_the_standard_are_there() -> None:
    assert len(names()) >= 183, "as many as ISO 639-1 has"
    assert all(re.fullmatch("[a-z]{2}", code) for code in names())
    assert len(set(names().values())) == len(names())


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("xx", "kennt den Wert 'xx' nicht; bitte ein Kürzel nach ISO 639-1 schreiben, etwa ar für Arabisch"),
        ("HR", "kennt den Wert 'HR' nicht; bitte ein Kürzel nach ISO 639-1 schreiben, etwa ar für Arabisch"),
        ("Kroatisch", "kennt nur Kürzel; bitte hr statt 'Kroatisch' schreiben"),
        ("somali", "kennt nur Kürzel; bitte so statt 'somali' schreiben"),
    ],
)
def test_anything_else_is_refused_without_a_guess(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        check_language(written)
