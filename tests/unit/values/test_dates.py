"""Days as people read and compare them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegweiser.values import dates


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2026-11-22", "22. November 2026"),
        ("2026-01-01", "1. Januar 2026"),
        ("2026-03-09", "9. März 2026"),
        ("2028-02-29", "29. Februar 2028"),
        ("2099-12-31", "31. Dezember 2099"),
    ],
)
def test_a_day_in_words(day: str, written: str) -> None:
    assert dates.write_day(dt.date.fromisoformat(day)) == written


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2023", "2023"),
        ("2023-01", "Januar 2023"),
        ("2023-09", "September 2023"),
        ("2023-12", "Dezember 2023"),
        ("2025-11-28", "28. November 2025"),
        ("2028-02-29", "29. Februar 2028"),
        ("unknown", "Datum unbekannt"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(date: str, written: str) -> None:
    assert dates.write_partial(date) == written


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2026-12-01T14:30", "Dienstag, 1. Dezember 2026, 14.30 Uhr"),
        ("2026-12-07T09:05", "Montag, 7. Dezember 2026, 9.05 Uhr"),
        ("2026-03-29T02:30", "Sonntag, 29. März 2026, 2.30 Uhr"),
        ("2028-02-29T00:00", "Dienstag, 29. Februar 2028, 0.00 Uhr"),
    ],
)
def test_a_moment_in_words(moment: str, written: str) -> None:
    assert dates.write_moment(dt.datetime.fromisoformat(moment)) == written


@pytest.mark.parametrize(
    ("date", "year", "first", "last"),
    [
        ("2023", 2023, "2023-01-01", "2023-12-31"),
        ("2023-09", 2023, "2023-09-01", "2023-09-30"),
        ("2023-12", 2023, "2023-12-01", "2023-12-31"),
        ("2027-02", 2027, "2027-02-01", "2027-02-28"),
        ("2028-02", 2028, "2028-02-01", "2028-02-29"),
        ("2025-11-28", 2025, "2025-11-28", "2025-11-28"),
        ("9999-12", 9999, "9999-12-01", "9999-12-31"),
    ],
)
def test_a_partly_known_date_has_a_first_and_a_last_day(date: str, year: int, first: str, last: str) -> None:
    assert dates.year_of(date) == year
    assert dates.first_day(date) == dt.date.fromisoformat(first)
    assert dates.latest_day(date) == dt.date.fromisoformat(last)


def test_an_unknown_date_has_no_days() -> None:
    assert (dates.year_of("unknown"), dates.first_day("unknown"), dates.latest_day("unknown")) == (None, None, None)


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        ("2026-03-15", 12, "2027-03-15"),
        ("2026-03-15", 0, "2026-03-15"),
        ("2026-01-31", 1, "2026-02-28"),  # no 31 February
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),  # no 29 February a year later
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-12-31", 12, "2027-12-31"),
    ],
)
def test_the_last_day_of_so_many_months_counts_and_the_next_does_not(day: str, months: int, last: str) -> None:
    start, end = dt.date.fromisoformat(day), dt.date.fromisoformat(last)
    one_day = dt.timedelta(days=1)
    assert [dates.is_within(start, months, end + number * one_day) for number in (-1, 0, 1)] == [True, True, False]


def test_a_day_that_lies_ahead_is_within_any_time() -> None:
    assert dates.is_within(dt.date(2026, 6, 2), 0, dt.date(2026, 6, 1))
    assert dates.is_within(dt.date(9999, 12, 31), 36, dt.date(2026, 6, 1))  # there is no year 10000


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_a_date_lies_between_its_first_and_its_last_day(day: dt.date, precision: int) -> None:
    date = day.isoformat()[:precision]
    first, last = dates.first_day(date), dates.latest_day(date)
    assert first is not None
    assert last is not None
    assert first <= day <= last
    assert {first.isoformat()[:precision], last.isoformat()[:precision]} == {date}
    assert str(dates.year_of(date)) in dates.write_partial(date)
