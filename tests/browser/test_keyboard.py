"""Everything can be reached and used with the keyboard alone, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from chromium import NewPage
from playwright.sync_api import Page
from sites import Site

MOST_STEPS = 250
FOCUS = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
        tag: element.localName,
        href: element.getAttribute("href") || "",
        text: (element.innerText ?? element.textContent).trim(),
        inMain: !!element.closest("main"),
        visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
            && box.right > 0 && box.left < innerWidth,
        outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter(element => element.tabIndex >= 0 && !element.disabled)
    .filter(element => element.checkVisibility({ visibilityProperty: true }))
    .filter(element => element.type !== "radio" || element.checked) // Tab stops once in a group, arrows go through it
    .filter(element => !element.closest("details:not([open]) > :not(summary)")).length"""
MAIN_LAYOUTS = [
    *"index.md offer.html centre.html contact.html answers.html case.html glossary.html gaps.html".split(),
    *("event.html", "404.html", "handbook: tabs"),
]

Stop = dict[str, Any]


@pytest.fixture
def new_page(new_page: NewPage) -> NewPage:
    """Pages that scroll at once, so that what has the focus is in sight when we look."""
    return partial(new_page, reduced_motion="reduce")


def stops(page: Page) -> Iterator[Stop]:
    """Where the focus goes with each press of Tab, until it leaves the page."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return
        yield stop


def tab_to(page: Page, wanted: Callable[[Stop], bool]) -> Stop:
    """Press Tab until something is focused that fits; every stop on the way must be visible."""
    for stop in stops(page):
        assert stop["visible"], f"{page.url}: out of sight: {stop}"
        assert stop["outline"], f"{page.url}: no visible focus: {stop}"
        if wanted(stop):
            return stop
    pytest.fail(f"{page.url}: never reached")


def follow(page: Page, wanted: Callable[[Stop], bool]) -> None:
    """Reach a link and press Enter."""
    tab_to(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_from_the_start_to_a_phone_number(new_page: NewPage, demo_site: Site, demo_url: str) -> None:
    """As a parent would: all offers, one offer, who is responsible with what I get, the number."""
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(demo_url)
    follow(page, lambda stop: stop["href"].endswith("angebote/"))
    assert page.url == f"{demo_url}angebote/"
    tab_to(page, lambda stop: stop["tag"] == "summary" and stop["text"].startswith("Schule"))
    page.keyboard.press("Enter")
    follow(page, lambda stop: stop["inMain"] and stop["href"].endswith("angebote/but-schulbedarf/"))
    assert page.locator("article").get_attribute("data-record") == "offer:but-schulbedarf"
    tab_to(page, lambda stop: stop["tag"] == "summary" and stop["text"].startswith("Mit: "))
    page.keyboard.press("Enter")
    follow(page, lambda stop: stop["inMain"] and "kontakte/" in stop["href"])
    assert page.url.startswith(f"{demo_url}kontakte/")
    stop = tab_to(page, lambda stop: stop["inMain"] and stop["href"].startswith("tel:+"))
    assert stop["text"].startswith("030 23125")


@pytest.mark.parametrize("name", MAIN_LAYOUTS)
def test_no_trap_and_nothing_left_out(new_page: NewPage, demo_site: Site, demo_url: str, name: str) -> None:
    """Tab goes through everything that can be used, once each, and out of the page again."""
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto(demo_url + demo_site.layouts[name])
    expected = page.evaluate(REACHABLE)
    found = list(stops(page))
    assert len(found) == expected
    assert [stop for stop in found if not (stop["visible"] and stop["outline"])] == []


def test_backwards_as_well(new_page: NewPage, demo_site: Site, demo_url: str) -> None:
    page = new_page()
    page.goto(demo_url + demo_site.layouts["contact.html"])
    forwards = [stop["href"] for stop in stops(page)]
    backwards = []
    for _ in forwards:
        page.keyboard.press("Shift+Tab")
        backwards.append(page.evaluate(FOCUS)["href"])
    assert backwards == forwards[::-1]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_what_is_folded_opens_with_the_keyboard(new_page: NewPage, demo_site: Site, demo_url: str, key: str) -> None:
    page = new_page()
    page.goto(demo_url + demo_site.layouts["town.html"])
    tab_to(page, lambda stop: stop["tag"] == "summary")
    fold = page.locator("details:has(> summary:focus)")
    before = fold.get_attribute("open")
    page.keyboard.press(key)
    assert (fold.get_attribute("open") is None) != (before is None)


def test_a_lost_focus_would_be_noticed(new_page: NewPage, demo_url: str) -> None:
    page = new_page()
    page.goto(demo_url)
    page.evaluate("for (const link of document.links) link.style.outline = 'none'")
    with pytest.raises(AssertionError, match="no visible focus"):
        tab_to(page, lambda stop: stop["inMain"])
