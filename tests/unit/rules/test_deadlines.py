"""Yearly deadlines on their next day: the first and the last day that count, the turn of the year, discreet offers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import files, read

from wegweiser.rules.deadlines import coming_deadlines, next_deadline
from wegweiser.schema import Offer

DEADLINES = [
    {"text": "Bis zum Herbst anmelden.", "yearly_on": "11-15"},
    {"text": "Am Jahresanfang prüfen.", "yearly_on": "01-01"},
    {"text": "Sofort melden."},
]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-09-19", []),
        ("2026-09-20", ["2026-11-15"]),  # eight weeks before
        ("2026-11-06", ["2026-11-15", "2027-01-01"]),
        ("2026-11-15", ["2026-11-15", "2027-01-01"]),
        ("2026-11-16", ["2027-01-01"]),
        ("2027-01-01", ["2027-01-01"]),
        ("2027-01-02", []),
        ("2028-02-29", []),
    ],
)
def test_what_comes_within_eight_weeks(tmp_path: Path, today: str, expected: list[str]) -> None:
    catalog = read(tmp_path, {"offers/wohngeld": {"deadlines": DEADLINES}})
    found = [one for one in coming_deadlines(catalog, dt.date.fromisoformat(today)) if one.offer.id == "wohngeld"]
    assert [one.day.isoformat() for one in found] == expected


def test_discreet_offers_are_not_announced(tmp_path: Path) -> None:
    catalog = read(tmp_path, {"offers/wohngeld": {"deadlines": DEADLINES, "discreet": "ja"}})
    assert [one for one in coming_deadlines(catalog, dt.date(2026, 11, 15)) if one.offer.id == "wohngeld"] == []


@pytest.mark.parametrize(
    ("deadlines", "today", "expected"),
    [
        (DEADLINES, "2026-11-15", ("Bis zum Herbst anmelden.", True)),
        (DEADLINES, "2026-12-01", ("Am Jahresanfang prüfen.", True)),
        (DEADLINES, "2027-03-01", ("Sofort melden.", False)),
        (DEADLINES[:1], "2027-03-01", ("", False)),
        ([], "2027-03-01", ("", False)),
    ],
)
def test_what_to_say_of_time_with_an_offer(
    deadlines: list[dict[str, str]], today: str, expected: tuple[str, bool]
) -> None:
    offer = Offer.model_validate({**files()["offers/wohngeld"], "eligibility": (), "deadlines": deadlines})
    assert next_deadline(offer, dt.date.fromisoformat(today)) == expected
