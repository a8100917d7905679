"""The menu, the doors, the map and large numbers: what carries the face of the site works for everybody."""

from __future__ import annotations

import pytest
from chromium import NewPage
from playwright.sync_api import expect
from sites import Site

PHONE = {"width": 360, "height": 740}
SMALLEST = 24
"""Pixels of a target in each direction (WCAG 2.2, 2.5.8)."""


def test_the_menu_opens_without_a_script(new_page: NewPage, demo_url: str) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(f"{demo_url}impressum/")
    link = page.get_by_role("navigation", name="Menü", exact=True).get_by_role("link", name="Wer ist zuständig?")
    expect(link).to_be_hidden()
    page.get_by_text("Menü", exact=True).click()
    expect(link).to_be_visible()
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44, "large enough for a thumb"
    link.click()
    assert page.url == f"{demo_url}zustaendig/"


def test_a_wide_screen_shows_the_six_ways_at_once(new_page: NewPage, demo_url: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{demo_url}impressum/")
    menu = page.get_by_role("navigation", name="Hauptmenü")
    assert 3 <= menu.get_by_role("link").count() <= 6
    expect(page.get_by_text("Menü", exact=True)).to_be_hidden()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_start_page_shows_its_search_first_and_nothing_beside_it(
    new_page: NewPage, demo_url: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 740})
    page.goto(demo_url)
    expect(page.get_by_role("search")).to_have_count(1)
    field = page.get_by_role("searchbox", name="Ihre Frage").or_(page.get_by_role("combobox", name="Ihre Frage"))
    expect(field).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_all_of_a_card_can_be_tapped(new_page: NewPage, demo_url: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(f"{demo_url}faelle/")
    card = page.locator(".cards > .card").first
    target = card.get_by_role("link").get_attribute("href")
    box = card.bounding_box()
    assert box is not None
    assert target is not None
    card.click(position={"x": box["width"] - 6, "y": box["height"] - 6})
    assert page.url.endswith(target.removeprefix(".."))


def test_a_number_is_as_large_as_a_button(new_page: NewPage, demo_site: Site, demo_url: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(demo_url + demo_site.layouts["contact.html"])
    sizes = [link.bounding_box() for link in page.locator('article a.reach[href^="tel:"]').all() if link.is_visible()]
    assert sizes
    assert min(size["height"] for size in sizes if size) >= 44


# --- the map ------------------------------------------------------------------------------------------------------


@pytest.mark.this_district
@pytest.mark.parametrize(("address", "leads"), [("orte/", "/orte/soest/"), ("familienzentren/", "#soest")])
def test_a_town_of_the_map_is_a_link(new_page: NewPage, real_url: str, address: str, leads: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(real_url + address)
    map_ = page.get_by_role("group", name="Karte: wo die Orte liegen")
    links = map_.get_by_role("link").all()
    assert len(links) == 14
    for link in links:
        box = link.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= SMALLEST, link.text_content()
    map_.get_by_role("link", name="Soest", exact=True).click()
    assert page.url.endswith(leads)


@pytest.mark.this_district
def test_the_map_says_nothing_that_the_list_does_not(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.goto(f"{real_url}familienzentren/")
    on_map = page.eval_on_selector_all(
        ".district a", "links => links.map(link => [...link.querySelectorAll('text')].map(part => part.textContent))"
    )
    listed = page.eval_on_selector_all(
        "nav[aria-label=Orte] a",
        "links => links.map(link => [link.firstChild.textContent.trim(), link.querySelector('.count').textContent])",
    )
    assert sorted(town for town in on_map if len(town) == 2) == sorted(listed)


def test_the_map_shows_where_the_keyboard_is(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.goto(f"{real_url}orte/")
    link = page.locator(".district a").first
    before = link.locator(".town").evaluate("point => getComputedStyle(point).strokeWidth")
    page.locator("h1").click()
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    assert link.locator(".town").evaluate("point => getComputedStyle(point).strokeWidth") != before
    page.keyboard.press("Enter")
    page.wait_for_url(f"{real_url}orte/*/")


@pytest.mark.parametrize("media", ["print", "forced"])
def test_the_map_can_be_read_on_paper_and_in_colours_of_ones_own(new_page: NewPage, real_url: str, media: str) -> None:
    page = new_page(**({"forced_colors": "active"} if media == "forced" else {}))
    page.goto(f"{real_url}orte/")
    if media == "print":
        page.emulate_media(media="print")
    colours = page.locator(".district a").first.evaluate(
        "link => ['.town', '.number'].map(part => getComputedStyle(link.querySelector(part)).fill)"
    )
    assert len(set(colours)) == 2, "the number can be told from its ground"
    assert page.locator(".district svg").evaluate("map => getComputedStyle(map).borderTopStyle") == "solid"


@pytest.mark.this_district
def test_the_town_one_is_in_is_marked(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.goto(f"{real_url}orte/soest/")
    marked = page.locator(".district a[aria-current]")
    assert marked.count() == 1
    assert "Soest" in (marked.text_content() or "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_stand_out_from_their_ground(new_page: NewPage, demo_url: str, scheme: str) -> None:
    """A drawing takes its colours from the page; in neither scheme does a part of it vanish in its panel."""
    page = new_page(color_scheme=scheme)
    page.goto(demo_url)
    ground = page.locator(".hero").evaluate("panel => getComputedStyle(panel).backgroundColor")
    fills = page.eval_on_selector_all(
        ".hero .drawing [class^=fill]", "parts => parts.map(part => getComputedStyle(part).fill)"
    )
    assert len(fills) > 10
    assert ground not in fills
