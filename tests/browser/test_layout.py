"""Pages bend to what people need: large type, wide spacing, narrow screens, no scripts or style, paper, own colours."""

from __future__ import annotations

import pytest
from chromium import NewPage
from playwright.sync_api import Page
from sites import Site

SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets.push(sheet);
}"""
"""WCAG 2.2, 1.4.12."""
TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll("body *")]
        .filter(element => element.getBoundingClientRect().right > room + 0.5)
        .map(element => element.outerHTML.slice(0, 120));
}"""
CUT_OFF = """() => [...document.querySelectorAll("main *, header *, footer *")]
    .filter(element => !element.classList.contains("visually-hidden") && !element.closest(".visually-hidden, svg"))
    .filter(element => ["hidden", "clip"].includes(getComputedStyle(element).overflowX)
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
    .map(element => element.outerHTML.slice(0, 120))"""
TEXT = """() => {
    const clone = document.body.cloneNode(true);
    for (const element of clone.querySelectorAll("script, noscript, [data-script], .open-now")) element.remove();
    return clone.textContent.replace(/\\s+/g, " ").trim();
}"""


def open_layout(new_page: NewPage, url: str, **settings: object) -> Page:
    page = new_page(**settings)
    page.goto(url)
    return page


def unfold(page: Page) -> None:
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


NARROW = {
    "a small phone": {"viewport": {"width": 320, "height": 640}},
    "400 per cent on a large screen": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
}


@pytest.mark.parametrize("settings", NARROW.values(), ids=NARROW)
def test_nothing_has_to_be_scrolled_sideways(new_page: NewPage, layout: str, settings: dict[str, object]) -> None:
    page = open_layout(new_page, layout, **settings)
    unfold(page)
    assert page.evaluate(TOO_WIDE) == []


def test_wider_spacing_of_text_cuts_nothing_off(new_page: NewPage, layout: str) -> None:
    page = open_layout(new_page, layout, viewport={"width": 320, "height": 640})
    unfold(page)
    page.evaluate(SPACING)
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CUT_OFF) == []


def test_twice_as_large_type_cuts_nothing_off(new_page: NewPage, layout: str) -> None:
    """Text alone made larger (WCAG 2.2, 1.4.4), on a phone."""
    page = open_layout(new_page, layout, viewport={"width": 412, "height": 840})
    unfold(page)
    page.evaluate("document.documentElement.style.fontSize = '212%'")
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CUT_OFF) == []


def test_too_wide_and_cut_off_would_be_found(new_page: NewPage, demo_url: str) -> None:
    page = open_layout(new_page, demo_url, viewport={"width": 320, "height": 640})
    assert page.evaluate(TOO_WIDE) == page.evaluate(CUT_OFF) == []
    page.evaluate("document.querySelector('h1').style.width = '400px'")
    assert any("<h1" in found for found in page.evaluate(TOO_WIDE))
    page.evaluate("document.querySelector('h1').style.cssText = 'height: 5px; overflow: hidden'")
    assert any("<h1" in found for found in page.evaluate(CUT_OFF))


def test_without_scripts_the_same_is_there(new_page: NewPage, layout: str) -> None:
    """What scripts add (open now, search) is an extra; no fact is missing without them."""
    with_scripts, without = (
        open_layout(new_page, layout, java_script_enabled=enabled).evaluate(TEXT) for enabled in (True, False)
    )
    assert len(without) > 200
    missing = set(without.split(" ")) - set(with_scripts.split(" "))
    assert missing == set()
    assert without in with_scripts or without == with_scripts or len(without) <= len(with_scripts)


def test_without_style_everything_is_there_in_a_sensible_order(new_page: NewPage, layout: str) -> None:
    styled = open_layout(new_page, layout).evaluate(TEXT)
    page = new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto(layout)
    assert page.evaluate("document.styleSheets.length") == 0
    assert page.evaluate(TEXT) == styled
    assert page.locator("h1").is_visible()


# --- paper --------------------------------------------------------------------------------------------------------


def test_on_paper_there_is_content_only(new_page: NewPage, layout: str) -> None:
    page = open_layout(new_page, layout)
    page.emulate_media(media="print")
    for part in ("header nav", "footer", "nav.crumbs", "a.skip", "div.preview"):
        assert [found.is_visible() for found in page.locator(part).all()].count(True) == 0, part
    assert page.locator("main h1").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_on_paper_links_to_other_sites_show_their_address(new_page: NewPage, demo_site: Site, demo_url: str) -> None:
    page = open_layout(new_page, demo_url + demo_site.layouts["centre.html"])
    shown = """() => [...document.querySelectorAll('main a[href^="http"]')].filter(link => link.checkVisibility())
        .map(link => [link.getAttribute("href"), getComputedStyle(link, "::after").content])"""
    assert {content for _, content in page.evaluate(shown)} == {"none"}
    page.emulate_media(media="print")
    printed = page.evaluate(shown)
    assert len(printed) >= 2
    for href, content in printed:
        assert href in content.replace('" "', ""), content


def test_on_paper_a_dark_screen_prints_black_on_white(new_page: NewPage, demo_site: Site, demo_url: str) -> None:
    page = open_layout(new_page, demo_url + demo_site.layouts["contact.html"], color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    dark = """() => [...document.querySelectorAll("main *")].filter(element => element.checkVisibility())
        .map(element => getComputedStyle(element).backgroundColor)
        .filter(colour => !["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(colour))"""
    light = """() => [...document.querySelectorAll("main :is(p, h1, h2, h3, li, td, th, dt, dd, a, small, address)")]
        .filter(element => element.checkVisibility() && element.innerText.trim())
        .map(element => [getComputedStyle(element).color.match(/[0-9]+/g).slice(0, 3).reduce((a, b) => +a + +b, 0),
            element.outerHTML.slice(0, 80)])
        .filter(([sum]) => sum > 380)"""
    assert page.evaluate(dark) == []
    assert page.evaluate(light) == []


# --- colours of one's own -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["index.md", "centre.html", "contact.html", "offer.html"])
def test_with_colours_of_ones_own_borders_and_focus_stay(
    new_page: NewPage, demo_site: Site, demo_url: str, name: str
) -> None:
    page = open_layout(new_page, demo_url + demo_site.layouts[name], forced_colors="active")
    borders = """() => [...document.querySelectorAll("main :is(.card, .badge, .button)")]
        .map(element => getComputedStyle(element))
        .filter(style => style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) < 1).length"""
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.locator("main .card").count() > 0
    assert page.evaluate(borders) == 0
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    colours = "() => new Set([...document.querySelectorAll('main p')].map(p => getComputedStyle(p).color)).size"
    assert page.evaluate(colours) == 1


def test_nothing_moves_for_those_who_asked_for_rest(new_page: NewPage, demo_url: str) -> None:
    page = open_layout(new_page, demo_url, reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = """() => [...document.querySelectorAll("*")].map(element => getComputedStyle(element))
        .filter(style => style.animationName !== "none" || parseFloat(style.transitionDuration) > 0).length"""
    assert page.evaluate(moving) == 0
