"""The time of an amount: one day before, on and after each of its limits."""

from __future__ import annotations

import datetime as dt

import pytest
from regions import files, source

from wegweiser.rules.amounts import Standing, judge_amount
from wegweiser.schema import Amount, Offer


def offer(sources: list[dict[str, str]]) -> Offer:
    """An offer that rests on these sources alone."""
    fields = {**files()["offers/wohngeld"], "eligibility": (), "checked": None}
    return Offer.model_validate({**fields, "sources": [source(**changes) for changes in sources]})


def amount(**window: str) -> Amount:
    return Amount.model_validate({"id": "satz", "label": "Satz", "value": "15", "per": "month", **window})


@pytest.mark.parametrize(
    ("window", "today", "standing", "year", "fresh_until"),
    [
        # An order ends it: then it is the last one known, for two years.
        ({"valid_to": "2027-12-31"}, "2026-12-31", Standing.UPCOMING, 2027, "2027-12-31"),
        ({"valid_to": "2027-12-31"}, "2027-01-01", Standing.CURRENT, 2027, "2027-12-31"),
        ({"valid_to": "2027-12-31"}, "2027-12-31", Standing.CURRENT, 2027, "2027-12-31"),
        ({"valid_to": "2027-12-31"}, "2028-01-01", Standing.LAST, 2027, None),
        ({"valid_to": "2027-12-31"}, "2029-12-31", Standing.LAST, 2027, None),
        ({"valid_to": "2027-12-31"}, "2030-01-01", Standing.OVER, 2027, None),
        # Nothing ends it: after the day of the next look it is known for the year of the last one.
        ({"review_on": "2027-06-15"}, "2026-12-31", Standing.UPCOMING, 2026, "2027-06-15"),
        ({"review_on": "2027-06-15"}, "2027-06-15", Standing.CURRENT, 2026, "2027-06-15"),
        ({"review_on": "2027-06-15"}, "2027-06-16", Standing.UNREVIEWED, 2026, None),
        ({"review_on": "2027-06-15"}, "2099-12-31", Standing.UNREVIEWED, 2026, None),
        # Both: whatever comes first.
        ({"valid_to": "2027-12-31", "review_on": "2027-06-15"}, "2027-06-15", Standing.CURRENT, 2026, "2027-06-15"),
        ({"valid_to": "2027-12-31", "review_on": "2027-06-15"}, "2027-12-31", Standing.UNREVIEWED, 2026, None),
        ({"valid_to": "2027-12-31", "review_on": "2027-06-15"}, "2028-01-01", Standing.LAST, 2027, None),
        ({"valid_to": "2027-06-30", "review_on": "2027-08-01"}, "2027-07-01", Standing.LAST, 2027, None),
    ],
)
def test_the_time_of_an_amount(
    window: dict[str, str], today: str, standing: Standing, year: int, fresh_until: str | None
) -> None:
    day = dt.date.fromisoformat(today)
    found = judge_amount(amount(valid_from="2027-01-01", **window), offer([{"accessed": "2026-06-01"}]), day)
    assert (found.standing, found.year) == (standing, year)
    assert found.fresh_until == (dt.date.fromisoformat(fresh_until) if fresh_until else None)


@pytest.mark.parametrize(
    ("accessed", "year"),
    [
        (["2026-11-30"], 2026),
        (["2024-05-01", "2025-05-01"], 2025),
        (["2026-11-30", "2027-01-10"], 2027),
        (["2026-11-30", "2027-01-16"], 2026),  # a look later on says nothing about the amount
        (["2027-03-01"], 2019),  # then nothing else is known
    ],
)
def test_an_amount_is_known_for_the_year_of_the_last_look_at_it(accessed: list[str], year: int) -> None:
    record = offer([{"accessed": day} for day in accessed])
    window = amount(valid_from="2019-08-01", review_on="2027-01-15")
    assert judge_amount(window, record, dt.date(2027, 7, 1)).year == year
