"""A site that nobody built anew says so by itself: the visitor's clock is ahead, the pages are those of 22 November."""

from __future__ import annotations

import datetime as dt

import pytest
from chromium import NewPage
from sites import DAY, Site

pytestmark = pytest.mark.takes(15)

OFFER, CONTACT, EVENT = "angebote/kindergeld/", "kontakte/jobcenter/", "termine/sprechstunde/"
SITE_IS_OLD = "Diese Website wurde seit dem 22. November 2026 nicht erneuert."
ASK = "Bitte nachfragen, ob es noch stimmt."
LAST_ONE = "gilt bis 31. Dezember 2026 (Stand 2026; der Betrag für 2027 wird geprüft)"
FOR_A_YEAR = "(Stand 2026)"
OVER = "Dieser Termin ist vorbei."


def said(new_page: NewPage, url: str, day: dt.date) -> str:
    """What a page says on a day."""
    page = new_page(timezone_id="Europe/Berlin")
    page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC))
    page.goto(url)
    return page.locator("main").inner_text()


@pytest.mark.parametrize(
    ("address", "sentence", "last_good_day"),
    [
        ("", SITE_IS_OLD, dt.date(2027, 5, 22)),
        (OFFER, SITE_IS_OLD, dt.date(2027, 5, 22)),
        ("404.html", SITE_IS_OLD, dt.date(2027, 5, 22)),
        (OFFER, LAST_ONE, dt.date(2026, 12, 31)),
        (OFFER, FOR_A_YEAR, dt.date(2027, 1, 15)),
        (CONTACT, ASK, dt.date(2027, 11, 22)),
        (CONTACT, "Das ist lange her.", dt.date(2027, 11, 22)),
        (EVENT, OVER, dt.date(2026, 11, 29)),
        ("termine/", OVER, dt.date(2026, 11, 29)),
    ],
)
def test_a_notice_appears_on_the_day_after_the_last_good_one(
    new_page: NewPage, demo_url: str, address: str, sentence: str, last_good_day: dt.date
) -> None:
    assert sentence not in said(new_page, demo_url + address, last_good_day)
    assert sentence in said(new_page, demo_url + address, last_good_day + dt.timedelta(days=1))


@pytest.mark.parametrize("address", ["", OFFER, CONTACT, EVENT, "familienzentren/", "a-z/"])
def test_on_the_day_of_the_build_nothing_is_added(new_page: NewPage, demo_url: str, address: str) -> None:
    page = new_page()
    page.clock.set_fixed_time(dt.datetime.combine(DAY, dt.time(12), tzinfo=dt.UTC))
    page.goto(demo_url + address)
    assert page.locator(".aged").count() == 0


def test_years_later_no_number_stands_without_a_warning(new_page: NewPage, demo_url: str, demo_site: Site) -> None:
    """Whatever was shown without one on the day of the build."""
    page = new_page()
    page.clock.set_fixed_time(dt.datetime(2031, 1, 1, 12, tzinfo=dt.UTC))
    for address in [address for address in demo_site.documents if address.startswith("kontakte/")][:8]:
        page.goto(demo_url + address)
        assert SITE_IS_OLD in page.locator("main").inner_text()
        for stand in page.locator("main .stand").all():
            assert not stand.is_visible() or "nachfragen" in stand.inner_text(), address


def test_a_wrong_clock_breaks_nothing(new_page: NewPage, demo_url: str) -> None:
    """A device that believes it is 1970 sees the page as it was built."""
    text = said(new_page, demo_url + CONTACT, dt.date(1970, 1, 2))
    assert SITE_IS_OLD not in text
    assert ASK not in text


def test_without_a_script_the_dates_can_be_read(new_page: NewPage, demo_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(demo_url + CONTACT)
    assert "Stand der Website: 22. November 2026" in page.locator("footer").inner_text()
    assert "Geprüft am 22.11.2026" in page.locator("main").inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_notice_fits_and_is_read_first(new_page: NewPage, demo_url: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.clock.set_fixed_time(dt.datetime(2028, 1, 1, 12, tzinfo=dt.UTC))
    page.goto(demo_url + OFFER)
    assert page.locator("main > :first-child").inner_text().startswith(SITE_IS_OLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
