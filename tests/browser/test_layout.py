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
TEXT = """() => { // data-root marks what a script takes over as a whole
    const clone = document.body.cloneNode(true);
    for (const element of clone.querySelectorAll("script, noscript, [data-root], .open-now")) element.remove();
    return clone.textContent.replace(/\\s+/g, " ").trim();
}"""


def open_layout(new_page: NewPage, url: str, **settings: object) -> Page:
    page = new_page(**settings)
    page.goto(url)
    return page


def unfold(page: Page) -> None:
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def test_nothing_is_cut_off_and_nothing_scrolls_sideways(new_page: NewPage, layout: str) -> None:
    """On a small phone or at 400 per cent (WCAG 2.2, 1.4.10), with wide spacing (1.4.12), with large type (1.4.4)."""
    page = open_layout(new_page, layout, viewport={"width": 320, "height": 256})
    unfold(page)
    assert page.evaluate(TOO_WIDE) == []
    page.evaluate(SPACING)
    assert page.evaluate(TOO_WIDE) == page.evaluate(CUT_OFF) == [], "wide spacing"
    page.evaluate("document.adoptedStyleSheets.pop()")
    page.set_viewport_size({"width": 640, "height": 512})
    page.evaluate("document.documentElement.style.fontSize = '212%'")
    assert page.evaluate(TOO_WIDE) == page.evaluate(CUT_OFF) == [], "large type"


def test_too_wide_and_cut_off_would_be_found(new_page: NewPage, demo_url: str) -> None:
    page = open_layout(new_page, demo_url, viewport={"width": 320, "height": 640})
    assert page.evaluate(TOO_WIDE) == page.evaluate(CUT_OFF) == []
    page.evaluate("document.querySelector('h1').style.width = '400px'")
    assert any("<h1" in found for found in page.evaluate(TOO_WIDE))
    page.evaluate("document.querySelector('h1').style.cssText = 'height: 5px; overflow: hidden'")
    assert any("<h1" in found for found in page.evaluate(CUT_OFF))


def test_without_scripts_or_style_the_same_is_there(new_page: NewPage, layout: str) -> None:
    """What scripts add is an extra. What they take over (guide, search) stands there as a list or says where to go."""
    text = open_layout(new_page, layout).evaluate(TEXT)
    page = open_layout(new_page, layout, java_script_enabled=False)
    assert page.evaluate(TEXT) == text
    for part in page.locator("main [data-root]").all():
        assert len(part.inner_text()) > 40
        assert part.get_by_role("link").count() > 0
    # The search field of the start page leads to the index of words.
    controls = page.locator("main :not([role=search]) > button:visible, main select:visible")
    assert controls.count() == 0, "a control that does nothing"
    page.route("**/*.css", lambda route: route.abort())
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).margin") == "8px", "the browser's own style"
    assert page.evaluate(TEXT) == text
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
