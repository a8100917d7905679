"""The Chromium of this machine, cut off from every other host."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Where a browser may be found; else Playwright's own is taken. The same order as in scripts/prepare.py.

The shell is the same engine without windows: it draws, prints and answers as Chromium does in less than half the time.
It never asks for the icon of a page.
"""
ARGUMENTS = [
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--disable-component-update",
]

NewPage = Callable[..., Page]
"""Opens a page in a profile of its own; takes the settings of Playwright's contexts."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=found, args=[*ARGUMENTS, *sandbox])
        yield browser
        browser.close()
