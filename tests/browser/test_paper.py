"""Pages of records on paper: what somebody takes along is on it, in any size, without colours, and nothing else."""

from __future__ import annotations

import pytest
from chromium import NewPage
from listening import settle
from papers import Paper, bare
from playwright.sync_api import Page
from sites import Site

pytestmark = pytest.mark.takes(35)

RECORDS = (
    """offer.html centre.html contact.html town.html organization.html case.html event.html news_item.html""".split()
)
TO_TAKE_ALONG = """offer.html centre.html contact.html case.html""".split()
DARK_ENOUGH = 0.46
"""Brightness up to which letters stand out from white paper by 4.5 to 1."""


def printed(page: Page, size: str = "A4") -> Paper:
    return Paper(page.pdf(format=size, tagged=True))


@pytest.fixture(params=RECORDS)
def record(request: pytest.FixtureRequest, new_page: NewPage, real_site: Site, real_url: str) -> Page:
    page = new_page()
    page.goto(real_url + real_site.layouts[request.param])
    settle(page)
    return page


def test_what_matters_is_on_it_in_both_sizes(record: Page) -> None:
    """The heading, every address, all times and numbers that the screen shows without unfolding."""
    shown = record.locator(
        "main :is(h1, address, .hours tbody td, .hours tbody th, .reach, .steps li, .checklist li):visible"
    )
    words = [bare(text) for text in shown.all_inner_texts()]
    large, small = printed(record, "A4"), printed(record, "A5")
    assert [text for text in words if text not in large.letters or text not in small.letters] == []
    assert small.pages >= large.pages > 0
    assert (large.size, small.size) == ((210, 297), (148, 210))


def test_nothing_of_the_frame_is_on_it(record: Page) -> None:
    paper = printed(record)
    record.emulate_media(media="print")  # which unfolds what is to be on paper
    main = bare(record.locator("main").inner_text())
    frame = record.locator(":is(header nav, footer, nav.crumbs, [role=search]) :is(a, button), a.skip, a.menu-link")
    words = {bare(text) for text in frame.all_text_contents()}
    own = paper.letters.replace(bare(record.locator("h1").inner_text()), "", 1)
    assert len(words) > 10
    assert sorted(word for word in words if len(word) > 5 and word in own and word not in main) == []
    assert bare("Angabe korrigieren") not in paper.letters


def test_links_to_other_sites_show_where_they_lead(record: Page) -> None:
    record.emulate_media(media="print")
    links = record.locator("main a[href^='http']:visible").evaluate_all("all => all.map(link => link.href)")
    paper = printed(record)
    assert [link for link in links if bare(link.rstrip("/")) not in paper.letters] == []


@pytest.mark.parametrize("record", TO_TAKE_ALONG, indirect=True)
def test_the_way_back_to_the_page_and_room_for_notes(record: Page, real_site: Site) -> None:
    record.emulate_media(media="print")
    code = record.locator(".code")
    assert code.locator("svg").is_visible()
    assert code.inner_text().endswith(real_site.base + record.url.partition(real_site.base)[2])
    assert bare(code.inner_text()) in printed(record).letters
    assert record.locator(".paper-only .line").first.is_visible()


def test_a_printer_without_colours_loses_nothing(record: Page) -> None:
    assert max(printed(record).greys) <= DARK_ENOUGH


def test_pale_letters_would_be_found(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.goto(real_url)
    page.evaluate("document.querySelector('main h1').style.color = 'orange'")
    assert max(printed(page).greys) > DARK_ENOUGH
