"""Every day of a leap year in one process: nothing fails, nothing lapsed is shown, and notices come when they must."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import pytest
from regions import files, read, source
from sites import ROOT
from year import YEAR, many_days

from wegweiser import browser, catalog, checks
from wegweiser.checks import calendar, content, events, staleness
from wegweiser.edition import Edition
from wegweiser.publishing.prepare import plan
from wegweiser.rules.amounts import Standing, judge_amount
from wegweiser.rules.calendar import occurrences
from wegweiser.values import problems
from wegweiser.values.problems import Problem
from wegweiser.view.amounts import UNKNOWN, show_amounts

pytestmark = pytest.mark.takes(18)

WHOLE = {dt.date(2028, 1, 1), dt.date(2028, 2, 29), dt.date(2028, 3, 26), dt.date(2028, 10, 29), dt.date(2028, 12, 31)}
"""Days on which every page is rendered: the seams of the year, of February, and of summer time."""
WATCHED = (
    *("angebote/wohngeld/", "kontakte/jobcenter/", "kontakte/kreis/", "kontakte/jugendamt/"),
    *("termine/", "termine/fest/", "termine/kurs/", "termine/nacht/"),
)
"""Rendered every day."""
PERSON = {"name": "Erika Muster", "basis": "consent", "source": "Schreiben vom Mai", "until": "2028-05-31"}


def window(first: str, last: str, value: str) -> dict[str, str]:
    return {"id": "betrag", "label": "Betrag", "value": value, "per": "month", "valid_from": first, "valid_to": last}


def event(**fields: str) -> dict[str, Any]:
    proof = {name: files()["events/sprechstunde"][name] for name in ("checked", "sources")}
    return {"title": "Ein Fest", "summary": "Ein Fest im Haus.", "audience": "both", **fields, **proof}


CHANGES: dict[str, Any] = {
    "offers/wohngeld": {
        "amounts": [
            window("2027-01-01", "2028-02-29", "11"),
            window("2028-03-01", "2028-09-30", "12"),
        ],
        "eligibility": None,
    },
    "contacts/jobcenter": {"person": PERSON, "channels": [{"phone": "+49 1522 8817386"}, {"phone": "+49 30 23125001"}]},
    "contacts/kreis": {"checked": {"on": "2027-02-28", "by": "Leitung"}},
    "contacts/jugendamt": {
        "checked": {"on": "2026-03-31", "by": "Leitung"},
        "sources": [source(kind="press", published="2020")],
    },
    "events/fest": event(start="2028-03-01T14:00", end="2028-03-01T16:00"),
    "events/nacht": event(title="Die Nacht", start="2028-02-28T22:00", end="2028-02-29T02:00"),
    "events/kurs": event(
        title="Der Kurs", start="2028-01-30T14:30", end="2028-01-30T16:00", recurrence="FREQ=WEEKLY;UNTIL=20281105"
    ),
}


def ageing(facts: catalog.Catalog, day: dt.date) -> list[Problem]:
    """What the checks say that look at the day."""
    return [problem for check in (calendar, content, events, staleness) for problem in check.check(facts, day)]


class Day:
    """The watched pages of one day."""

    def __init__(self, content: catalog.Catalog, day: dt.date) -> None:
        build = plan(content, day, ROOT / "overrides")
        self.day = day
        self.found = checks.check(content, day) if day in WHOLE else ageing(content, day)
        pages = [page for page in build.pages if day in WHOLE or page.address in WATCHED]
        self.html = {page.address: build.renderer.render(page) for page in pages}

    def main(self, address: str) -> str:
        """The text between the header and the footer; a parser would take longer than all the rest."""
        inner = re.split("<main[^>]*>|</main>", self.html[address])[1]
        return " ".join(html.unescape(re.sub("<[^>]+>", " ", inner)).split())

    def moments(self, address: str) -> list[str]:
        """The dates with a time of day that a page announces."""
        return re.findall('<time datetime="([0-9-]{10}T[^"]*)"', self.html[address])

    def phone(self, address: str) -> str:
        """What the page says about the first phone number."""
        return re.findall('data-channel="phone">(.*?)</(?:p|li)>', self.html[address], re.DOTALL)[0]


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> list[Day]:
    """What scripts load is made on the whole days; in between, pages name what was made on the last one."""
    invented = read(tmp_path_factory.mktemp("year"), CHANGES)
    kept: dict[str, browser.Bundle] = {}
    make = browser.make_bundles

    def make_on_whole_days(edition: Edition, makers: Mapping[str, browser.Maker]) -> dict[str, browser.Bundle]:
        if edition.today in WHOLE:
            kept.update(make(edition, makers))
        return kept

    with many_days() as patch:
        patch.setattr(browser, "make_bundles", make_on_whole_days)
        return [Day(invented, day) for day in YEAR]


def spans(days: list[Day], address: str, pattern: str) -> list[tuple[str, str]]:
    """What a page said, each with the first day on which it said so."""
    said = ((next(iter(re.findall(pattern, day.main(address))), ""), day.day) for day in days)
    return [(text, f"{next(group)[1]:%m-%d}") for text, group in groupby(said, key=lambda pair: pair[0])]


@pytest.mark.slow
def test_no_day_stops_a_build(days: list[Day]) -> None:
    assert len(days) == 366
    assert [problem for day in days for problem in problems.errors(day.found)] == []
    assert {len(day.html) for day in days if day.day in WHOLE} == {len(days[0].html)}
    assert len(days[0].html) > 60


@pytest.mark.slow
def test_amounts_change_on_their_day_and_lapse_on_the_day_after(days: list[Day]) -> None:
    now = r"Betrag ((?:2028: )?\d\d.Euro im Monat (?:gilt bis [^W]*?2028|Der neue Betrag wird geprüft))"
    assert [(text.replace("\u202f", " "), day) for text, day in spans(days, "angebote/wohngeld/", now)] == [
        ("11 Euro im Monat gilt bis 29. Februar 2028", "01-01"),
        ("12 Euro im Monat gilt bis 30. September 2028", "03-01"),
        ("2028: 12 Euro im Monat Der neue Betrag wird geprüft", "10-01"),
    ]


@pytest.mark.slow
def test_notices_come_on_the_day_they_must(days: list[Day]) -> None:
    """A check of 28 February counts for the whole of that day next year; what nobody stands behind is kept back."""
    kreis, jugendamt = "kontakte/kreis/", "kontakte/jugendamt/"
    for day in days:
        number = day.phone(kreis)
        assert "tel:+493023125006" in number, day.day
        assert "(2027)" in number, day.day
        assert ('data-ages="fact" data-until="2028-02-28"' in number) == (day.day < dt.date(2028, 2, 29)), day.day
        kept_back = day.day >= dt.date(2028, 4, 1)
        own = {"tel:+493023125004", "tel:+493023125005"}
        assert {one for one in own if one in day.html[jugendamt]} == (set() if kept_back else own), day.day
        # The note says what is missing, and somebody answers all the same.
        assert ("<li>Telefon</li>" in day.html[jugendamt]) == kept_back, day.day
        assert ("tel:+493023125006" in day.phone(jugendamt)) == kept_back, day.day


@pytest.mark.slow
def test_a_person_leaves_at_midnight_with_the_private_number(days: list[Day]) -> None:
    for pattern in ("(Erika Muster)", "(01522 8817386)"):
        assert [day for _, day in spans(days, "kontakte/jobcenter/", pattern)] == ["01-01", "06-01"]
    assert [day for _, day in spans(days, "kontakte/jobcenter/", "(030 23125001)")] == ["01-01"]
    for day in days:
        assert ("+4915228817386" in day.html["kontakte/jobcenter/"]) == (day.day < dt.date(2028, 6, 1)), day.day


@pytest.mark.slow
def test_no_event_of_the_past_is_announced(days: list[Day]) -> None:
    for day in days:
        for address in ("termine/", "termine/fest/", "termine/kurs/"):
            past = [moment for moment in day.moments(address) if moment[:10] < day.day.isoformat()]
            # The night that began yesterday is still going on.
            assert past == (["2028-02-28T22:00"] if (address, day.day) == ("termine/", dt.date(2028, 2, 29)) else [])
    over = "(Dieser Termin ist vorbei)"
    assert [day for _, day in spans(days, "termine/fest/", over)] == ["01-01", "03-02"]
    assert [day for _, day in spans(days, "termine/nacht/", over)] == ["01-01", "03-01"]  # it ends on the leap day
    assert [day for _, day in spans(days, "termine/kurs/", over)] == ["01-01", "11-06"]


@pytest.mark.slow
def test_a_course_keeps_its_hour_through_summer_time(days: list[Day]) -> None:
    moments = {moment for day in days for moment in day.moments("termine/kurs/")}
    assert len(moments) == 41
    assert {moment[10:] for moment in moments} == {"T14:30"}
    assert {"2028-03-26T14:30", "2028-10-29T14:30"} <= moments


def lapsed(content: catalog.Catalog, day: dt.date) -> Iterator[str]:
    """Amounts of the real offers that a page would print as those of today although they do not hold on that day."""
    for entry in content.offers.values():
        judged = [(amount.label, judge_amount(amount, entry.record, day)) for amount in entry.record.amounts]
        good = [label for label, found in judged if found.standing is Standing.CURRENT]
        for shown in show_amounts(entry.record, day):
            if not (shown.upcoming or shown.year or shown.value == UNKNOWN or shown.label in good):
                yield f"{entry.id}: {shown.label}"


@pytest.mark.slow
def test_the_real_facts_outlive_every_day_too() -> None:
    """That no check finds an error on any of these days is tested in tests/data/test_real_data.py."""
    real, found = catalog.load(ROOT / "data")
    assert real is not None
    assert problems.errors(found) == []
    for day in YEAR:
        assert list(lapsed(real, day)) == [], day
        for entry in real.events.values():
            assert all(end.date() >= day for _, end in occurrences(entry.record, day, day + dt.timedelta(days=200)))
    for day in sorted(WHOLE):
        build = plan(real, day, ROOT / "overrides")
        assert all("</html>" in build.renderer.render(page) for page in build.pages)
