"""Whole builds on other days: what only time causes never stops a build, and nothing old is shown as new."""

from __future__ import annotations

import datetime as dt

import pytest
from sites import ROOT, Site, build, environment

from wegweiser import catalog, checks
from wegweiser.schema import Amount
from wegweiser.values import problems
from wegweiser.values.dates import write_day
from wegweiser.view.amounts import amount_text

DAYS = {
    "New Year": dt.date(2027, 1, 1),
    "leap day": dt.date(2028, 2, 29),
    "the last day of the century": dt.date(2099, 12, 31),
}

pytestmark = [pytest.mark.slow, pytest.mark.takes(18)]


@pytest.fixture(scope="module", params=DAYS.values(), ids=DAYS)
def later(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site, built from today's data on a day to come."""
    folder = tmp_path_factory.mktemp("later") / "site"
    done = build(folder, env=environment(day=request.param))
    assert done.returncode == 0, done.stderr
    return Site(folder, ROOT / "data", day=request.param)


def printable(amount: Amount, day: dt.date) -> bool:
    """Amounts of today, and those known already that begin later."""
    return amount.valid_to is None or amount.valid_to >= day


def test_the_site_is_complete_and_says_its_day(later: Site, real_site: Site) -> None:
    assert set(later.documents) == set(real_site.documents)
    for document in later.documents.values():
        assert write_day(later.day) in document.all("footer")[-1].text, document


def test_no_amount_is_printed_outside_its_time(later: Site) -> None:
    held_back = 0
    for entry in later.guide.catalog.offers.values():
        amounts = entry.record.amounts
        allowed = {" ".join(amount_text(amount).split()) for amount in amounts if printable(amount, later.day)}
        document = later.documents[f"angebote/{entry.id}/"]
        lists = [part for part in document.all("dl") if part.get("class") == "amounts"]
        printed = {strong.text for part in lists for strong in part.below("strong")}
        assert printed - {"wird geprüft"} <= allowed, document
        assert bool(lists) == bool(amounts), document
        held_back += "wird geprüft" in printed
    assert held_back > 0, "on no day to come are all amounts still good"


def test_pages_written_by_hand_print_no_old_amount_either(later: Site) -> None:
    text = later.documents["fuer-eltern/"].main.text
    amounts = [entry for entry in later.guide.catalog.offers["but-schulbedarf"].record.amounts]
    old = {" ".join(amount_text(amount).split()) for amount in amounts if not printable(amount, later.day)}
    new = {" ".join(amount_text(amount).split()) for amount in amounts if printable(amount, later.day)}
    assert not [amount for amount in old - new if amount in text]
    assert new or "wird geprüft" in text


def test_no_door_is_said_to_be_open_in_the_past(later: Site) -> None:
    for document in later.documents.values():
        for element in document.root.below():
            if "data-spans" in element.attributes and (until := element.get("data-until")):
                assert until > later.day.isoformat(), document
                starts = (element.get("data-spans") or "").split()
                assert all(later.day.isoformat() <= start[:10] < until for start in starts), document


def test_events_of_the_past_are_not_announced(later: Site) -> None:
    for link in later.documents["termine/"].main.below("time"):
        assert link["datetime"] >= later.day.isoformat()


def test_time_alone_makes_warnings_and_no_error() -> None:
    content, found = catalog.load(ROOT / "data")
    assert content is not None
    assert problems.errors(found) == []
    counts = []
    for day in DAYS.values():
        told = list(checks.check(content, day))
        assert problems.errors(told) == []
        counts.append(len(told))
    assert counts == sorted(counts)


@pytest.mark.parametrize("later", [DAYS["the last day of the century"]], indirect=True, ids=["2099"])
def test_in_the_end_every_number_asks_to_be_checked(later: Site) -> None:
    """Whatever today's data say: after two years without a check no number stands without a word of warning."""
    for entry in later.guide.catalog.contacts.values():
        document = later.documents.get(f"kontakte/{entry.id}/")
        for link in document.main.below("a") if document else ():
            if link["href"].startswith(("tel:+", "mailto:")):
                around = [part.text for part in link.above() if part.name in ("section", "li")]
                assert any("itte nach" in text for text in around), f"{document}: {link}"
