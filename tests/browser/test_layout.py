"""One visit to each layout, with scripts and without: everything that must hold on every page.

Pages bend to what people need (large type, wide spacing, narrow screens, no scripts or style, paper, own colours), have
no barrier that a program can see (it sees about a third of all: a floor, not a statement), ask nobody else for
anything, keep nothing, and say nothing twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from chromium import NewPage
from listening import Log, settle, until
from playwright.sync_api import Page
from sites import Site
from violations import draw, violations_in_every_view

pytestmark = pytest.mark.takes(130)

DESK, PHONE = {"width": 1280, "height": 720}, {"width": 360, "height": 740}
SMALLEST = {"width": 320, "height": 256}
"""A small phone, or 1280 pixels at 400 per cent (WCAG 2.2, 1.4.10)."""
MOST = 8
"""Requests of a first visit, the page itself and its icon included."""
NOTHING = {"local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0, "cookie": ""}
STORED = """async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
})"""
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


@dataclass
class Visit:
    """A page that is open, how it was reached, and what it asked for and said so far."""

    page: Page
    address: str
    log: Log

    @property
    def base(self) -> str:
        """Where the site begins: the real one under a path, the invented one at the root of its host."""
        home = self.address[: self.address.index("/", 8) + 1]
        real = f"{home}familienwegweiser/"
        return real if self.address.startswith(real) else home


def nothing_is_announced_twice(visit: Visit) -> None:
    """A region that is named like the heading it begins with is read twice, and hides the few that matter."""
    tree = visit.page.locator("body").aria_snapshot()
    assert re.findall(r"- (?:region|navigation) \"(.+)\":\n\s+- heading \"\1\"", tree) == []


def the_skip_link_comes_first_and_shows_itself(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size(PHONE)
    box = page.locator("a.skip").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 0, "out of sight until it has the focus"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('a.skip')")
    until(page, "document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    in_main, lost = page.evaluate(
        "(e => [!!e.closest('main'), e === document.body])(document.activeElement ?? document.body)"
    )
    nothing_there = page.locator("main").locator("a[href], button, input, select, summary").count() == 0
    assert in_main or lost or nothing_there


def on_paper_there_is_content_only(visit: Visit) -> None:
    page = visit.page
    page.emulate_media(media="print")
    for part in ("header nav", "footer", "nav.crumbs", "a.skip", "div.preview"):
        assert [found.is_visible() for found in page.locator(part).all()].count(True) == 0, part
    assert page.locator("main h1").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def using_it_asks_its_own_host_only_and_keeps_nothing(visit: Visit) -> None:
    """A visitor scrolls, opens what is folded, and prints."""
    page, log = visit.page, visit.log
    page.emulate_media(media="screen")
    page.set_viewport_size(DESK)
    page.mouse.wheel(0, 10_000)
    for fold in page.locator("summary:visible").all()[:3]:
        fold.click()
    page.emulate_media(media="print")
    page.pdf()
    page.emulate_media(media="screen")
    settle(page)
    assert [url for url in log.requests if not url.startswith((visit.base, "blob:"))] == []
    assert log.complaints == []
    assert len(log.requests) < MOST, log.requests
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == NOTHING
    assert page.context.service_workers == []


def nothing_is_cut_off_and_nothing_scrolls_sideways(visit: Visit) -> None:
    """On the smallest screen (WCAG 2.2, 1.4.10), with wide spacing (1.4.12), with large type (1.4.4), all unfolded."""
    page = visit.page
    page.set_viewport_size(SMALLEST)
    draw(page)
    unfold(page)
    assert page.evaluate(TOO_WIDE) == []
    page.evaluate(SPACING)
    assert page.evaluate(TOO_WIDE) == page.evaluate(CUT_OFF) == [], "wide spacing"
    page.evaluate("document.adoptedStyleSheets.pop()")
    page.set_viewport_size({"width": 640, "height": 512})
    page.evaluate("document.documentElement.style.fontSize = '212%'")
    assert page.evaluate(TOO_WIDE) == page.evaluate(CUT_OFF) == [], "large type"


def no_program_finds_a_barrier(visit: Visit) -> None:
    """Every rule of axe, narrow and wide, light and dark."""
    page = visit.page
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = fold.dataset.began === 'true'")
    assert violations_in_every_view(page) == []


ON_A_VISIT: tuple[Callable[[Visit], None], ...] = (
    nothing_is_announced_twice,
    the_skip_link_comes_first_and_shows_itself,
    on_paper_there_is_content_only,
    using_it_asks_its_own_host_only_and_keeps_nothing,
    nothing_is_cut_off_and_nothing_scrolls_sideways,
    no_program_finds_a_barrier,
)
"""In this order: each leaves the page as the next may find it; the last one shortens its lists."""


def test_every_layout(new_page: NewPage, layout: str, subtests: pytest.Subtests) -> None:
    page = new_page(viewport=DESK, reduced_motion="reduce")
    visit = Visit(page, layout, Log(page))
    page.goto(layout)
    settle(page)
    text = page.evaluate(TEXT)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.dataset.began = fold.open")
    for check in ON_A_VISIT:
        with subtests.test(check.__name__):
            check(visit)
    page.context.close()
    with subtests.test("without scripts or style the same is there"):
        _without_scripts_or_style_the_same_is_there(new_page(java_script_enabled=False), layout, text)


def _without_scripts_or_style_the_same_is_there(page: Page, layout: str, text: str) -> None:
    """What scripts add is an extra. What they take over (guide, search) stands there as a list or says where to go."""
    page.goto(layout)
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


def unfold(page: Page) -> None:
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def open_layout(new_page: NewPage, url: str, **settings: object) -> Page:
    page = new_page(**settings)
    page.goto(url)
    return page


def test_too_wide_and_cut_off_would_be_found(new_page: NewPage, demo_url: str) -> None:
    page = open_layout(new_page, demo_url, viewport={"width": 320, "height": 640})
    assert page.evaluate(TOO_WIDE) == page.evaluate(CUT_OFF) == []
    page.evaluate("document.querySelector('h1').style.width = '400px'")
    assert any("<h1" in found for found in page.evaluate(TOO_WIDE))
    page.evaluate("document.querySelector('h1').style.cssText = 'height: 5px; overflow: hidden'")
    assert any("<h1" in found for found in page.evaluate(CUT_OFF))


# --- paper --------------------------------------------------------------------------------------------------------


def test_on_paper_links_to_other_sites_show_their_address(new_page: NewPage, demo_site: Site, demo_url: str) -> None:
    page = open_layout(new_page, demo_url + demo_site.layouts["centre.html"])
    unfold(page)
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
