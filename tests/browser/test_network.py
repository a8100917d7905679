"""Nobody can be recognised by using the site: no foreign request, nothing stored, and no word on the console."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import NewPage
from listening import Log
from playwright.sync_api import Page, expect

STORED = """async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
})"""
MOST = 8
"""Requests of a first visit, the page itself included."""
NOTHING = {"local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0, "cookie": ""}


class FullLog(Log):
    """The same with requests that failed."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        page.on("requestfailed", lambda request: self.complaints.append(f"{request.url}: {request.failure}"))


def use(page: Page) -> None:
    """What a visitor does with a page: scroll, open what is folded, print."""
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 10_000)
    for fold in page.locator("summary:visible").all()[:3]:
        fold.click()
    page.emulate_media(media="print")
    page.pdf()


def test_a_page_asks_its_own_host_only_and_keeps_nothing(new_page: NewPage, layout: str) -> None:
    page = new_page()
    log = FullLog(page)
    page.goto(layout)
    use(page)
    home = layout[: layout.index("/", 8)]
    base = f"{home}/familienwegweiser/" if "/familienwegweiser/" in layout else f"{home}/"
    assert [url for url in log.requests if not url.startswith((base, "blob:"))] == []
    assert log.complaints == []
    assert len(log.requests) <= MOST, log.requests
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == NOTHING
    assert page.context.service_workers == []


def test_a_lost_visitor_gets_a_whole_page_at_any_depth(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    log = FullLog(page)
    answer = page.goto(f"{real_url}angebote/gibt/es/nicht/")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "Diese Seite gibt es nicht"
    assert f"{real_url}assets/site.css" in log.requests
    assert [url for url in log.requests[1:] if not url.startswith(f"{real_url}assets/")] == []
    page.get_by_role("main").get_by_role("link").first.click()
    assert page.url == real_url


SPYING = {
    "a picture of another host": '<img src="https://example.org/x.png">',
    "a script of another host": '<script src="https://example.org/x.js"></script>',
    "a style sheet of another host": '<link rel="stylesheet" href="https://example.org/x.css">',
    "a cookie": "<script>document.cookie = 'a=b'</script>",
}


@pytest.mark.parametrize("markup", SPYING.values(), ids=SPYING)
def test_the_log_would_notice(new_page: NewPage, demo_url: str, demo_site: object, markup: str) -> None:
    page = new_page()
    log = FullLog(page)
    page.route(demo_url, lambda route: route.fulfill(body=f"<!doctype html>{markup}", content_type="text/html"))
    page.goto(demo_url)
    page.wait_for_load_state("networkidle")
    foreign = [url for url in log.requests if not url.startswith(demo_url)]
    assert foreign or page.context.cookies()


def test_the_site_works_from_a_folder(new_page: NewPage, demo_site: object) -> None:
    """Somebody may copy it on a stick: the page, its style and its icon are found by relative addresses.

    Browsers load no modules from a folder, so what they add (here the choice of a town) stays hidden.
    """
    folder: Path = demo_site.folder  # type: ignore[attr-defined]
    page = new_page()
    log = FullLog(page)
    page.goto((folder / "angebote" / "kindergeld" / "index.html").as_uri())
    assert [said for said in log.complaints if "origin 'null'" not in said and "ERR_FAILED" not in said] == []
    expect(page.locator("[data-town-switch]")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") == "block"
    assert page.evaluate("document.styleSheets.length") == 1
