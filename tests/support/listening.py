"""What a page asks for and complains about while a test uses it, and when it has nothing left to do."""

from __future__ import annotations

import time
from weakref import WeakKeyDictionary

from playwright.sync_api import Page, Request

ICON = "/assets/icon.svg"
"""Some browsers ask for the icon of a page, some do not: it is no part of what a page loads."""
PATIENCE = 30
"""Seconds after which a page that is never done fails its test."""
_TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_under_way: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()


class Log:
    """Every request (but for the icon) and every complaint of a page since it was made."""

    def __init__(self, page: Page) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self._note)
        page.on("requestfailed", lambda request: self.complaints.append(f"{request.url}: {request.failure}"))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, request: Request) -> None:
        if not request.url.endswith(ICON):
            self.requests.append(request.url)


def watch(page: Page) -> None:
    """Begin to count what a new page is waiting for, so that `settle` can be asked."""
    under_way = _under_way[page] = set()
    page.on("request", lambda request: under_way.add(request))
    page.on("requestfinished", lambda request: under_way.discard(request))
    page.on("requestfailed", lambda request: under_way.discard(request))


def settle(page: Page) -> None:
    """Wait until all that a page asked for has arrived or failed, and two frames later it has asked for nothing more.

    What Playwright has for this waits for half a second without a request, however early the page is done.
    """
    page.wait_for_load_state("load")
    latest = time.monotonic() + PATIENCE
    quiet = 0
    while quiet < 2:
        page.evaluate(_TWO_FRAMES)
        quiet = 0 if _under_way[page] else quiet + 1
        assert time.monotonic() < latest, f"{page.url} still waits for {[one.url for one in _under_way[page]]}"


def until(page: Page, condition: str) -> None:
    """Wait until an expression is true. Playwright has the page evaluate it, which our policy forbids."""
    latest = time.monotonic() + PATIENCE
    while not page.evaluate(condition):
        page.evaluate(_TWO_FRAMES)
        assert time.monotonic() < latest, f"{page.url}: never true: {condition}"
