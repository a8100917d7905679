"""The same house in two files (E7), and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import HOUSE, SECOND_HOUSE, SECOND_TOWN, THIRD_HOUSE, TOWN, Changes, Fields, findings

PHONE, OTHER_PHONE = "+49 40 66969123", "+49 40 66969124"
"""From a block kept free for fiction, but not from the one of demo regions, whose numbers may repeat."""


MAIL, STREET = {"email": "haus@example.org"}, {"street": "Musterweg 1"}


def houses(first: Fields, second: Fields) -> Changes:
    return {f"centres/{HOUSE}": first, f"centres/{SECOND_HOUSE}": {"municipality": TOWN, "address": None, **second}}


@pytest.mark.parametrize(
    ("first", "second", "what"),
    [
        ({}, {}, None),
        ({"name": "Haus Löwenzahn"}, {"name": "Haus LÖWENZAHN"}, "denselben Namen am selben Ort"),
        ({"name": "Haus Löwenzahn"}, {"name": "Haus Löwenzahn", "municipality": SECOND_TOWN}, None),
        ({"channels": [{"phone": PHONE}]}, {"channels": [{"phone": PHONE}]}, "dieselbe Telefonnummer"),
        ({"channels": [{"phone": PHONE}]}, {"channels": [MAIL, {"phone": PHONE}]}, "dieselbe Telefonnummer"),
        ({"channels": [{"phone": PHONE}]}, {"channels": [{"phone": OTHER_PHONE}]}, None),
        ({"channels": [{"phone": "+49 30 23125999"}]}, {"channels": [{"phone": "+49 30 23125999"}]}, None),
        ({"channels": [MAIL]}, {"channels": [MAIL]}, None),
        ({"address": {"street": "Musterweg 1"}}, {"address": {"street": "MUSTERWEG 1"}}, "dieselbe Anschrift"),
        ({"address": {"street": "Musterweg 1"}}, {"address": {"street": "Musterweg 1a"}}, None),
        ({"address": {"street": "Musterweg"}}, {"address": {"street": "Musterweg"}}, None),  # long enough for two
        ({"address": STREET}, {"municipality": SECOND_TOWN, "address": STREET}, None),
        # one house may give the same number to parents and to educators
        ({"channels": [{"phone": PHONE, "audience": "parents"}, {"phone": PHONE, "audience": "educators"}]}, {}, None),
    ],
)  # fmt: skip
def test_probable_doubles(tmp_path: Path, first: Fields, second: Fields, what: str | None) -> None:
    found = [line for line in findings(tmp_path, houses(first, second)) if "doppelt" in line]
    fault = f"Vermutlich doppelt: '{HOUSE}' hat {what}. Bitte prüfen und einen Eintrag löschen."
    name = second.get("name", "Familienzentrum Bienenkorb 1")
    assert found == ([f"centres/{SECOND_HOUSE}.yml | name: {name} | Warnung: {fault}"] if what else [])


def test_each_further_double_is_told_once(tmp_path: Path) -> None:
    twice = {"channels": [{"phone": PHONE}, {"phone": PHONE, "label": "Zentrale"}]}
    found = findings(tmp_path, {f"centres/{house}": twice for house in (HOUSE, SECOND_HOUSE, THIRD_HOUSE)})
    assert [line.partition(".yml")[0] for line in found] == [f"centres/{SECOND_HOUSE}", f"centres/{THIRD_HOUSE}"]
    assert all(f"'{HOUSE}' hat dieselbe Telefonnummer" in line for line in found)


VERBUND = {"members": ["Kita Sternenzelt", {"name": "Kita Himmel", "phone": PHONE}]}


@pytest.mark.parametrize(
    ("first", "second", "is_double"),
    [
        ({"members": [{"name": "Eins", "phone": PHONE}, {"name": "Zwei", "phone": PHONE}]}, {}, False),
        ({**VERBUND, "channels": [{"phone": PHONE}]}, {}, False),
        (VERBUND, {"name": "Kita Himmel", "channels": [{"phone": PHONE}]}, False),
        (VERBUND, {"name": "Kita Wolke", "channels": [{"phone": PHONE}]}, True),
        ({"channels": [{"phone": PHONE}], "closed": {"since": "2026-01-01"}}, {"channels": [{"phone": PHONE}]}, False),
    ],
)
def test_a_number_that_a_verbund_shares_is_no_double(
    tmp_path: Path, first: Fields, second: Fields, is_double: bool
) -> None:
    assert any("doppelt" in line for line in findings(tmp_path, houses(first, second))) is is_double
