"""What else a word of the glossary is called, without the forms that only texts need."""

from __future__ import annotations

import pytest

from wegweiser.pages.glossary import other_names
from wegweiser.schema import Term


@pytest.mark.parametrize(
    ("term", "aliases", "names"),
    [
        ("Antrag", [], []),
        ("Bescheid", ["Bescheide", "Bescheids", "Bescheides", "Ablehnungsbescheid"], ["Ablehnungsbescheid"]),
        ("Anhörung", ["Anhörungen", "Anhörungsbogen"], ["Anhörungsbogen"]),
        ("BCA", ["Beauftragte für Chancen", "Beauftragten für Chancen"], ["Beauftragte für Chancen"]),
        ("Kita", ["Kindergarten", "Kindergärten"], ["Kindergarten"]),
        ("SGB II", ["SGB 2"], ["SGB 2"]),
    ],
)
def test_other_names_of_a_term(term: str, aliases: list[str], names: list[str]) -> None:
    assert other_names(Term(term=term, meaning="Etwas.", aliases=tuple(aliases))) == names
