"""Nobody can be recognised by using the site, at a wrong address and from a stick too. Each layout: test_layout.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import NewPage
from listening import Log, settle
from playwright.sync_api import expect


def test_a_lost_visitor_gets_a_whole_page_at_any_depth(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    log = Log(page)
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
    log = Log(page)
    page.route(demo_url, lambda route: route.fulfill(body=f"<!doctype html>{markup}", content_type="text/html"))
    page.goto(demo_url)
    settle(page)
    foreign = [url for url in log.requests if not url.startswith(demo_url)]
    assert foreign or page.context.cookies()


def test_the_site_works_from_a_folder(new_page: NewPage, demo_site: object) -> None:
    """Somebody may copy it on a stick: the page, its style and its icon are found by relative addresses.

    Browsers load no modules from a folder, so what they add (here the choice of a town) stays hidden.
    """
    folder: Path = demo_site.folder  # type: ignore[attr-defined]
    page = new_page()
    log = Log(page)
    page.goto((folder / "angebote" / "kindergeld" / "index.html").as_uri())
    assert [said for said in log.complaints if "origin 'null'" not in said and "ERR_FAILED" not in said] == []
    expect(page.locator("[data-town-switch]")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") == "block"
    assert page.evaluate("document.styleSheets.length") == 1
