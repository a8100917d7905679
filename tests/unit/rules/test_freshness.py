"""The one table of how facts age: one day before, on and after each of its limits."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from regions import source

from wegweiser.rules import freshness
from wegweiser.rules.freshness import Display, Evidence, judge
from wegweiser.schema import Address, Channel, Checked, Contact, OpeningHours, Source

SHOWN, MARKED, WITHHELD = Display.SHOWN, Display.MARKED, Display.WITHHELD
TODAY = dt.date(2026, 11, 22)
ONE_DAY = dt.timedelta(days=1)


def checked(day: dt.date | str) -> Checked:
    return Checked.model_validate({"on": str(day), "by": "Leitung"})


def sources(*changes: dict[str, str | None]) -> tuple[Source, ...]:
    return tuple(Source.model_validate(source(**change)) for change in changes)


def evidence(day: dt.date | str | None, *changes: dict[str, str | None]) -> Evidence:
    return Evidence(checked(day) if day else None, sources(*changes))


def reachability(proof: Evidence, today: dt.date) -> Display:
    """How a phone number with this proof is shown."""
    channel = Channel(phone="+49 30 23125001", checked=proof.checked, sources=proof.sources)
    return judge(channel, contact(), today).display


PRESS_2022 = {"kind": "press", "published": "2022"}
"""What alone is too old and too far away for a phone number."""


@pytest.mark.parametrize(
    ("months", "before", "on", "after"),
    [
        (12, SHOWN, SHOWN, MARKED),
        (24, MARKED, MARKED, WITHHELD),
    ],
)
def test_reachability_ages_with_its_check(months: int, before: Display, on: Display, after: Display) -> None:
    day = dt.date(2024, 11, 20)
    limit = day + relativedelta(months=months)
    found = [reachability(evidence(day, PRESS_2022), today) for today in (limit - ONE_DAY, limit, limit + ONE_DAY)]
    assert found == [before, on, after]


@pytest.mark.parametrize(
    ("published", "kind", "display"),
    [
        # kind of source, whatever its date: only the office's own page counts
        ("2011", "own", MARKED),
        ("unknown", "own", MARKED),
        ("2011", "official", WITHHELD),
        ("2017-12-31", "official", WITHHELD),
        ("2018", "official", MARKED),
        ("2018-01-01", "official", MARKED),
        ("unknown", "official", WITHHELD),
        ("2018", "press", WITHHELD),
        ("2011", "law", WITHHELD),
        ("2011", "press", WITHHELD),
        ("2011", "other", WITHHELD),
        ("unknown", "press", WITHHELD),
        # year of publication, whatever the kind
        ("2022", "press", WITHHELD),
        ("2022-12", "press", WITHHELD),
        ("2022-12-31", "press", WITHHELD),
        ("2023", "press", MARKED),
        ("2023-01", "press", MARKED),
        ("2023-01-01", "press", MARKED),
        ("2026", "other", MARKED),
    ],
)
def test_reachability_without_a_check_rests_on_its_sources(published: str, kind: str, display: Display) -> None:
    assert reachability(evidence(None, {"kind": kind, "published": published}), TODAY) is display


@pytest.mark.parametrize(
    ("published", "kind", "display"),
    [
        ("2022-12-31", "own", WITHHELD),
        ("2023", "own", MARKED),
        ("2022", "official", WITHHELD),
        ("2023-01", "official", MARKED),
        ("unknown", "official", WITHHELD),
        ("unknown", "own", MARKED),
        ("2026", "press", WITHHELD),
        ("2026", "other", WITHHELD),
    ],
)
def test_opening_hours_without_a_check_rest_on_their_sources(published: str, kind: str, display: Display) -> None:
    hours = OpeningHours(hours="Mo 08:00-12:00", sources=sources({"kind": kind, "published": published}))
    assert judge(hours, contact(), TODAY).display is display


@pytest.mark.parametrize(("accessed", "display"), [("2022-12-31", WITHHELD), ("2023-01-01", MARKED)])
def test_an_own_page_without_a_date_counts_from_its_reading(accessed: str, display: Display) -> None:
    proof = sources({"kind": "own", "published": "unknown", "accessed": accessed})
    assert judge(OpeningHours(hours="Mo 08:00-12:00", sources=proof), contact(), TODAY).display is display


@pytest.mark.parametrize(("months", "on", "after"), [(12, SHOWN, MARKED), (24, MARKED, WITHHELD)])
def test_opening_hours_age_with_their_check(months: int, on: Display, after: Display) -> None:
    day = dt.date(2024, 11, 20)
    hours = OpeningHours(hours="Mo 08:00-12:00", checked=checked(day), sources=sources(PRESS_2022))
    limit = day + relativedelta(months=months)
    assert [judge(hours, contact(), today).display for today in (limit, limit + ONE_DAY)] == [on, after]


def test_one_good_source_is_enough() -> None:
    assert reachability(evidence(None, PRESS_2022, {"published": "2023"}), TODAY) is MARKED


def test_a_new_page_does_not_replace_a_check() -> None:
    assert reachability(evidence(None, {"kind": "own", "published": "2026-11-22"}), TODAY) is MARKED


@pytest.mark.parametrize(
    ("contradicted", "day", "kind", "published", "display"),
    [
        ("nein", None, "press", "2011", MARKED),
        ("nein", None, "own", "2026", MARKED),
        ("nein", None, "official", "unknown", MARKED),
        ("nein", None, "official", "2022-12-31", MARKED),
        ("nein", None, "official", "2023", SHOWN),
        ("nein", "2023-11-23", "press", "2011", SHOWN),
        ("nein", "2023-11-22", "press", "2011", SHOWN),
        ("nein", "2023-11-21", "press", "2011", MARKED),
        ("nein", "2023-11-21", "official", "2023", SHOWN),
        ("ja", "2026-11-22", "official", "2026", WITHHELD),
    ],
)
def test_addresses(contradicted: str, day: str | None, kind: str, published: str, display: Display) -> None:
    proof = evidence(day, {"kind": kind, "published": published})
    address = Address(street="Musterweg 1", contradicted=contradicted, checked=proof.checked, sources=proof.sources)
    assert judge(address, contact(), TODAY).display is display


@pytest.mark.parametrize(
    ("as_of", "today", "old"),
    [
        ("2023-11-22", "2026-11-21", False),
        ("2023-11-22", "2026-11-22", False),
        ("2023-11-22", "2026-11-23", True),
        ("2023-11", "2026-11-30", False),  # it may mean the last day of November
        ("2023-11", "2026-12-01", True),
        ("2023", "2026-12-31", False),
        ("2023", "2027-01-01", True),
        ("2028-02-29", "2031-02-28", False),
        ("2028-02-29", "2031-03-01", True),
        ("unknown", "2026-11-22", True),
    ],
)
def test_figures_and_agreements_are_old_after_three_years(as_of: str, today: str, old: bool) -> None:
    assert freshness.is_old(as_of, dt.date.fromisoformat(today)) is old


def test_evidence_on_29_february() -> None:
    proof = evidence("2028-02-29", PRESS_2022)
    days = [dt.date(2029, 2, 28), dt.date(2029, 3, 1), dt.date(2030, 2, 28), dt.date(2030, 3, 1)]
    assert [reachability(proof, day) for day in days] == [SHOWN, MARKED, MARKED, WITHHELD]


# A fact rests on its own proof where it has any; else on that of its record.


def contact(**channel: Any) -> Contact:
    fields = {"title": "Amt", "purpose": "Fragen", "organization": "amt", "channels": [{"web": "https://example.org"}]}
    proof = {"checked": {"on": "2026-06-01", "by": "Leitung"}, "sources": [source(title="Eintrag")]}
    return Contact.model_validate({**fields, **proof, "channels": [{"phone": "+49 30 23125001", **channel}]})


@pytest.mark.parametrize(
    ("channel", "titles", "day"),
    [
        ({}, ["Eintrag"], "2026-06-01"),
        ({"sources": [source(title="Nummer")]}, ["Nummer"], None),
        ({"checked": {"on": "2026-10-01", "by": "Amt"}}, [], "2026-10-01"),
        (
            {"checked": {"on": "2026-10-01", "by": "Amt"}, "sources": [source(title="Nummer")]},
            ["Nummer"],
            "2026-10-01",
        ),
    ],
)
def test_the_proof_of_a_fact(channel: dict[str, Any], titles: list[str], day: str | None) -> None:
    record = contact(**channel)
    proof = Evidence.of(record.channels[0], record)
    assert [source.title for source in proof.sources] == titles
    assert (str(proof.checked.on) if proof.checked else None) == day


def test_the_proof_of_a_whole_record() -> None:
    record = contact(sources=[source(title="Nummer")])
    assert Evidence.of(None, record) == Evidence(record.checked, record.sources)


@pytest.mark.parametrize(
    ("day", "published", "date", "wording"),
    [
        ("2026-06-01", ["2023"], "2026-06-01", "geprüft am 1. Juni 2026"),
        ("2026-06-01", ["unknown"], "2026-06-01", "geprüft am 1. Juni 2026"),
        ("2026-06-01", [], "2026-06-01", "geprüft am 1. Juni 2026"),
        ("2022-06-01", ["2023-09"], "2023-09", "Stand September 2023"),
        (None, ["2023"], "2023", "Stand 2023"),
        (None, ["2021-05-17", "2023-09", "unknown", "2023"], "2023-09", "Stand September 2023"),
        (None, ["unknown"], "unknown", "Stand unbekannt, gelesen am 1. Juni 2026"),
    ],
)
def test_the_newest_date_is_told(day: str | None, published: list[str], date: str, wording: str) -> None:
    proof = evidence(day, *({"published": written} for written in published))
    assert proof.date == date
    assert proof.wording == wording


def test_of_undated_sources_the_latest_reading_is_told() -> None:
    readings = [{"published": "unknown", "accessed": day} for day in ("2025-03-01", "2026-03-01", "2024-03-01")]
    assert evidence(None, *readings).wording == "Stand unbekannt, gelesen am 1. März 2026"
