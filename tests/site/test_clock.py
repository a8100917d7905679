"""Whole builds on other days: what only time causes never stops a build, and nothing old is shown as new."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from documents import Document, Element
from sites import ROOT, Site, build, environment

from wegweiser import catalog, checks
from wegweiser.rules.amounts import Standing, judge_amount
from wegweiser.values import problems
from wegweiser.values.dates import write_day
from wegweiser.wording.amounts import amount_text

DAYS = {
    "New Year": dt.date(2027, 1, 1),
    "second day of the year": dt.date(2027, 1, 2),
    "spring": dt.date(2027, 3, 1),
    "summer": dt.date(2027, 7, 1),
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


def test_the_site_is_complete_and_says_its_day(later: Site, real_site: Site) -> None:
    assert set(later.documents) == set(real_site.documents)
    for document in later.documents.values():
        assert write_day(later.day) in document.all("footer")[-1].text, document


def words(element: Element) -> str:
    return " ".join(element.text.split())


def amounts_of(document: Document) -> dict[str, list[str]]:
    """Label → what stands beside it."""
    lists = [part for part in document.all("dl") if part.get("class") == "amounts"]
    labels = [words(term) for part in lists for term in part.below("dt")]
    said = [words(description) for part in lists for description in part.below("dd")]
    found: dict[str, list[str]] = {}
    for label, text in zip(labels, said, strict=True):
        found.setdefault(label, []).append(text)
    return found


def test_no_amount_vanishes_and_no_old_one_looks_new(later: Site) -> None:
    """Within two years of its end an amount is told as the last one; one that no law ends is told with its year."""
    marked = 0
    for entry in later.guide.catalog.offers.values():
        said = amounts_of(later.documents[f"angebote/{entry.id}/"])
        assert bool(said) == bool(entry.record.amounts), entry.id
        for amount in entry.record.amounts:
            value = " ".join(amount_text(amount).split())
            texts = [text for label in said if label.startswith(amount.label) for text in said[label] if value in text]
            standing, year, _ = judge_amount(amount, entry.record, later.day)
            place = f"{entry.id}: {amount.id}: {texts}"
            if any(
                one.id == amount.id and amount.valid_from < one.valid_from <= later.day for one in entry.record.amounts
            ):
                assert not any(text.startswith(value) for text in texts), f"{place}: the next value stands in its place"
                continue
            assert bool(texts) == (standing is not Standing.OVER), place
            if standing is Standing.LAST:
                assert any(text.startswith(f"{year}: ") and text.count("wird geprüft") for text in texts), place
            elif standing is Standing.UNREVIEWED:
                assert any(f"(Stand {year})" in text for text in texts), place
            marked += standing in (Standing.LAST, Standing.UNREVIEWED)
    assert marked > 0, "on no day to come is an amount old"


def test_pages_written_by_hand_and_the_list_of_rules_say_the_same(later: Site) -> None:
    for document in (later.documents["fuer-eltern/"], later.documents["anspruch/liste/"]):
        text = words(document.main)
        [*amounts] = [one for one in later.guide.catalog.offers["but-schulbedarf"].record.amounts]
        for amount in amounts:
            value = " ".join(amount_text(amount).split())
            places = [
                text[found.start() - 12 : found.end() + 60] for found in re.finditer(rf"(?<![\d.,]){value}", text)
            ]
            standing, year, _ = judge_amount(amount, later.guide.catalog.offers["but-schulbedarf"].record, later.day)
            if standing in (Standing.LAST, Standing.UNREVIEWED):
                assert all(f"Stand {year}" in place or f"{year}: " in place for place in places), places
                assert places, document
            if standing is Standing.OVER:
                assert not places, document


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
def test_in_the_end_no_number_looks_new(later: Site) -> None:
    """Whatever today's data say: without a new check each number has its year, or a note that nobody confirmed it."""
    count = 0
    for entry in later.guide.catalog.contacts.values():
        document = later.documents.get(f"kontakte/{entry.id}/")
        for link in document.main.below("a") if document else ():
            if document and link["href"].startswith(("tel:+", "mailto:")):
                year = year_beside(link)
                assert "data-ages" not in year.attributes, f"{document}: {link}"
                read = next(year.below("time"))["datetime"][:4]
                assert int(read) < later.day.year - 2, f"{document}: {link}"
                if words(year):
                    assert words(year) in (f"({read})", f"Angaben von {read}"), f"{document}: {link}"
                else:
                    [note] = [part for part in document.main.below() if part.get("class") == "note"]
                    assert re.match(r"Stand [\d.]+ · [\w ]+ noch nicht bestätigt", words(note)), f"{document}: {link}"
                count += 1
    assert count > 50


def year_beside(link: Element) -> Element:
    """Where the year of a number stands: beside it, else the one that all facts of the place share."""
    for part in link.above():
        years = [small for small in part.below("small") if small.get("class") == "year"]
        if "data-channel" in part.attributes and years:
            return years[0]
        if part.name == "section":
            [shared] = [year for year in years if words(year).startswith("Angaben von")]
            return shared
    raise AssertionError(f"no year beside {link}")
