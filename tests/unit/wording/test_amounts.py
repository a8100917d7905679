"""Amounts of money in German: cents as two digits, shares without needless ones."""

from __future__ import annotations

import pytest

from wegweiser.schema import Amount
from wegweiser.wording.amounts import amount_text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"value": "15", "per": "month"}, "15\u202fEuro im Monat"),
        ({"value": "7.50", "per": "day"}, "7,50\u202fEuro am Tag"),
        ({"value": "1200", "per": "once", "at_most": "ja"}, "bis zu 1.200\u202fEuro einmalig"),
        ({"value": "2.30", "unit": "percent", "per": "standard-rate"}, "2,3\u202f% des Regelbedarfs"),
        ({"value": "30", "unit": "percent", "per": "standard-rate"}, "30\u202f% des Regelbedarfs"),
        ({"value": "12.25", "unit": "percent", "per": "costs"}, "12,25\u202f% der Kosten"),
    ],
)
def test_an_amount_is_written_as_people_write_it(fields: dict[str, str], text: str) -> None:
    given = {"id": "satz", "label": "Satz", "valid_from": "2026-01-01", "review_on": "2027-01-15", **fields}
    assert amount_text(Amount.model_validate(given)) == text
