"""Amounts as pages say them: of today, known for a year, the last one, the next one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from regions import files

from wegweiser.schema import Offer
from wegweiser.view.amounts import Ageing, amount_today, show_amounts

ORDER_OF_2026 = {"id": "satz", "value": "195", "valid_from": "2026-01-01", "valid_to": "2026-12-31"}
ORDER_OF_2027 = {"id": "satz", "value": "200", "valid_from": "2027-01-01", "valid_to": "2027-12-31"}
HALF_A_YEAR = {"id": "satz", "value": "195", "valid_from": "2026-01-01", "valid_to": "2026-06-30"}
NO_END = {"id": "teilhabe", "value": "15", "valid_from": "2019-08-01", "review_on": "2027-01-15"}


def offer(*windows: dict[str, str]) -> Offer:
    amounts = [{"label": "Satz", "per": "month", **window} for window in windows]
    fields: dict[str, Any] = {**files()["offers/wohngeld"], "amounts": amounts, "eligibility": ()}
    proof = [{"title": "Gesetz", "kind": "law", "published": "unknown", "accessed": "2026-11-30"}]
    return Offer.model_validate({**fields, "checked": None, "sources": proof})


@pytest.mark.parametrize(
    ("windows", "day", "text", "inline"),
    [
        ([ORDER_OF_2026], "2026-12-31", "195 Euro im Monat", "195 Euro im Monat"),
        (
            [ORDER_OF_2026],
            "2027-01-01",
            "2026: 195 Euro im Monat; der Betrag für 2027 wird geprüft",
            "195 Euro im Monat (Stand 2026; der Betrag für 2027 wird geprüft)",
        ),
        (
            [ORDER_OF_2026],
            "2028-12-31",
            "2026: 195 Euro im Monat; der Betrag für 2028 wird geprüft",
            "195 Euro im Monat (Stand 2026; der Betrag für 2028 wird geprüft)",
        ),
        ([ORDER_OF_2026], "2029-01-01", "wird geprüft", "wird geprüft"),
        (
            [HALF_A_YEAR],
            "2026-07-01",
            "2026: 195 Euro im Monat; der neue Betrag wird geprüft",
            "195 Euro im Monat (Stand 2026; der neue Betrag wird geprüft)",
        ),
        ([ORDER_OF_2027, ORDER_OF_2026], "2027-01-01", "200 Euro im Monat", "200 Euro im Monat"),
        ([ORDER_OF_2027], "2026-12-31", "wird geprüft", "wird geprüft"),
        ([NO_END], "2027-01-15", "15 Euro im Monat", "15 Euro im Monat"),
        ([NO_END], "2027-01-16", "15 Euro im Monat (Stand 2026)", "15 Euro im Monat (Stand 2026)"),
        ([NO_END], "2099-01-01", "15 Euro im Monat (Stand 2026)", "15 Euro im Monat (Stand 2026)"),
    ],
)
def test_what_is_said_on_a_day(windows: list[dict[str, str]], day: str, text: str, inline: str) -> None:
    shown = amount_today(offer(*windows), windows[0]["id"], dt.date.fromisoformat(day))
    assert shown.text.replace("\u202f", " ") == text
    assert shown.inline.replace("\u202f", " ") == inline


@pytest.mark.parametrize(
    ("windows", "day", "ages"),
    [
        ([ORDER_OF_2026], "2026-12-31", Ageing("2026-12-31", "(Stand 2026; der Betrag für 2027 wird geprüft)")),
        ([HALF_A_YEAR], "2026-06-30", Ageing("2026-06-30", "(Stand 2026; der neue Betrag wird geprüft)")),
        ([ORDER_OF_2026, ORDER_OF_2027], "2026-12-31", Ageing("2026-12-31", "(vorbei, jetzt gilt der nächste Betrag)")),
        (
            [ORDER_OF_2026, ORDER_OF_2027],
            "2027-01-01",
            Ageing("2027-12-31", "(Stand 2027; der Betrag für 2028 wird geprüft)"),
        ),
        ([NO_END], "2027-01-15", Ageing("2027-01-15", "(Stand 2026)")),
        # what is marked already needs no script
        ([ORDER_OF_2026], "2027-01-01", None),
        ([NO_END], "2027-01-16", None),
        ([ORDER_OF_2027], "2026-12-31", None),
    ],
)
def test_what_the_page_can_say_by_itself_later_on(windows: list[dict[str, str]], day: str, ages: Ageing | None) -> None:
    assert amount_today(offer(*windows), windows[0]["id"], dt.date.fromisoformat(day)).ages == ages


def test_the_next_amount_stands_behind_the_one_of_today() -> None:
    found = show_amounts(offer(ORDER_OF_2027, NO_END, ORDER_OF_2026), dt.date(2026, 12, 31))
    assert [(one.value.split("\u202f")[0], one.upcoming) for one in found] == [
        ("195", False),
        ("200", True),
        ("15", False),
    ]
