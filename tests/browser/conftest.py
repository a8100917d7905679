"""Chromium, the served sites, and one page for each layout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import NewPage, chromium
from listening import watch
from playwright.sync_api import Browser, Page
from serving import serve
from sites import HANDBOOK_LAYOUTS, ROOT, Site

HERE = Path(__file__).parent
LAYOUTS = [
    *sorted(path.name for path in (ROOT / "overrides" / "pages").glob("[!_]*.html") if "_frame." not in path.name),
    *sorted(path.name for path in (ROOT / "docs").glob("*.md")),
    "404.html",
    *HANDBOOK_LAYOUTS,
]
"""Every template and every page written by hand; of the handbook some that have everything that its pages can have.

What other websites show in a frame has tests of its own (test_embedding.py)."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is slow and needs a browser; saying so in each file would be forgotten once."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with chromium() as running:
        yield running


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens pages, each in a profile of its own; takes the settings of Playwright's contexts."""
    contexts = []

    def make(**settings: object) -> Page:
        context = browser.new_context(**{"locale": "de-DE", **settings})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        watch(page)
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def real_url(real_site: Site) -> Iterator[str]:
    """Where the real site is served: under a path."""
    with serve(real_site.folder, real_site.base) as url:
        yield url


@pytest.fixture(scope="session")
def demo_url(demo_site: Site) -> Iterator[str]:
    """Where the invented site is served."""
    with serve(demo_site.folder, demo_site.base) as url:
        yield url


@pytest.fixture(scope="session")
def second_url(second_site: Site) -> Iterator[str]:
    """Where the site of another district is served."""
    with serve(second_site.folder, second_site.base) as url:
        yield url


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest, real_site: Site, real_url: str) -> str:
    """The address of a page of each layout; the real site has no moved pages and no closed house: invented ones."""
    name = request.param
    if name in real_site.layouts:
        return real_url + real_site.layouts[name]
    invented = "second" if name == "closed_centre.html" else "demo"
    site, url = (request.getfixturevalue(f"{invented}_{part}") for part in ("site", "url"))
    return str(url + site.layouts[name])
