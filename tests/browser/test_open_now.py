"""'Open now' is said only where the page knows it, at any hour and in any time zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from chromium import NewPage
from documents import Document, Element
from playwright.sync_api import Page
from sites import DAY, Site

pytestmark = pytest.mark.takes(14)

BERLIN = ZoneInfo("Europe/Berlin")
CONTACT = "kontakte/jobcenter/"
"""Monday to Friday, 8 to 12, not on public holidays."""
LAST_DAY = DAY + dt.timedelta(weeks=3)
"""From this day on the page knows nothing."""


def notes(document: Document) -> list[Element]:
    """The note of a page, where it says what is missing."""
    return [part for part in document.main.below("details") if part.get("class") == "note"]


def at(page: Page, url: str, moment: str) -> str:
    """What the page says at a moment of local time; empty where it says nothing."""
    page.clock.set_fixed_time(dt.datetime.fromisoformat(moment).replace(tzinfo=BERLIN))
    page.goto(url)
    said = page.locator(".open-now").first
    return said.inner_text() if said.is_visible() else ""


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-23T08:00", "Jetzt geöffnet, bis 12 Uhr."),
        ("2026-11-23T11:59", "Jetzt geöffnet, bis 12 Uhr."),
        ("2026-11-23T07:59", "Jetzt geschlossen. Wieder offen heute ab 8 Uhr."),
        ("2026-11-23T12:00", "Jetzt geschlossen. Wieder offen am Dienstag ab 8 Uhr."),
        ("2026-11-23T23:59", "Jetzt geschlossen. Wieder offen am Dienstag ab 8 Uhr."),
        ("2026-11-24T00:00", "Jetzt geschlossen. Wieder offen heute ab 8 Uhr."),
        ("2026-11-27T12:01", "Jetzt geschlossen. Wieder offen am Montag ab 8 Uhr."),
        ("2026-11-22T10:00", "Jetzt geschlossen. Wieder offen am Montag ab 8 Uhr."),
        ("2026-12-11T13:00", "Jetzt geschlossen."),
        ("2026-12-12T23:59", "Jetzt geschlossen."),
        ("2026-12-13T00:00", ""),
        ("2026-12-14T09:00", ""),
        ("2031-06-02T09:00", ""),
    ],
)
def test_what_is_said_at_a_moment(new_page: NewPage, demo_url: str, moment: str, said: str) -> None:
    assert at(new_page(timezone_id="Europe/Berlin"), demo_url + CONTACT, moment) == said


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata", "UTC"])
@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-23T08:00", "Jetzt geöffnet, bis 12 Uhr."),
        ("2026-11-23T07:59", "Jetzt geschlossen. Wieder offen heute ab 8 Uhr."),
        ("2026-12-13T00:00", ""),
    ],
)
def test_the_clock_of_the_place_counts_not_that_of_the_device(
    new_page: NewPage, demo_url: str, zone: str, moment: str, said: str
) -> None:
    assert at(new_page(timezone_id=zone, locale="en-US"), demo_url + CONTACT, moment) == said


def test_the_page_knows_three_weeks(demo_site: Site) -> None:
    known = next(part for part in demo_site.documents[CONTACT].root.below() if "data-spans" in part.attributes)
    assert known["data-until"] == LAST_DAY.isoformat()
    assert len(known["data-spans"].split()) == 15
    assert known["data-spans"].startswith("2026-11-23T08:00/12:00 ")


def test_without_scripts_nothing_is_said(new_page: NewPage, demo_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(demo_url + CONTACT)
    assert not page.locator(".open-now").is_visible()
    assert page.get_by_text("Montag bis Freitag").is_visible()
    assert page.get_by_text("8 bis 12 Uhr").is_visible()


def test_hours_of_a_house_with_half_hours(new_page: NewPage, demo_site: Site, demo_url: str) -> None:
    address = next(
        address
        for address, document in sorted(demo_site.documents.items())
        if any("16:30" in (part.get("data-spans") or "") for part in document.root.below())
    )
    assert at(new_page(), demo_url + address, "2026-11-23T16:29") == "Jetzt geöffnet, bis 16.30 Uhr."


@pytest.mark.this_district
def test_a_place_whose_times_are_not_known_says_nothing(new_page: NewPage, real_site: Site, real_url: str) -> None:
    unknown = [
        address
        for address, document in real_site.documents.items()
        if address.startswith("familienzentren/")
        and any("Öffnungszeiten" in item.text for note in notes(document) for item in note.below("li"))
    ]
    assert unknown
    page = new_page()
    page.goto(real_url + unknown[0])
    assert page.locator(".open-now").count() == 0
