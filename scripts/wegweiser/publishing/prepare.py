"""Load, check, plan: the one way from a data folder to the files of a site, for MkDocs, the command and the tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wegweiser import browser, catalog, checks, files, pages, paper
from wegweiser.browser import correction
from wegweiser.catalog import Catalog
from wegweiser.edition import Edition
from wegweiser.edition.site import Site, describe_site
from wegweiser.edition.site_file import SiteFile
from wegweiser.pages.page import Page
from wegweiser.pages.render import Renderer
from wegweiser.publishing import assets
from wegweiser.publishing.processes import BackgroundTask
from wegweiser.values import problems
from wegweiser.values.problems import Problem


class RefusedError(Exception):
    """The data has errors, so nothing is published. `problems` holds all of them, warnings left out."""

    def __init__(self, found: Iterable[Problem]) -> None:
        self.problems = problems.errors(found)
        super().__init__("\n".join([*map(str, self.problems), f"{len(self.problems)} Fehler: nichts veröffentlicht."]))


@dataclass(frozen=True, slots=True, repr=False)
class Build:
    """A site that is ready to be written."""

    edition: Edition
    site: Site
    renderer: Renderer
    pages: tuple[Page, ...]
    bundles: tuple[browser.Bundle, ...]
    overrides: Path

    def files(self, written: Iterable[str]) -> Iterator[SiteFile]:
        """Every file that is made from data; `written` are the addresses of the pages written by hand."""
        listed = [*written, *(page.address for page in self.pages if page.indexed)]
        yield from pages.files(self.renderer, self.pages)
        yield from browser.files(self.bundles)
        yield from correction.files(self.edition, self.site)
        yield from files.files(self.edition, self.site, listed)
        yield from paper.picture_files(self.site, self.overrides)
        yield from assets.files(self.overrides)


def examine(folder: Path, day: dt.date) -> tuple[Catalog | None, list[Problem]]:
    """The catalog of a folder (None where it cannot be read) and everything that is wrong with it on a day."""
    content, found = catalog.load(folder)
    return content, found + (checks.check(content, day) if content else [])


def prepare(
    folder: Path, day: dt.date, overrides: Path, url: str = "", *, live: bool = False, handouts: bool = False
) -> Build:
    """Load a data folder, check it, and plan its site; raises RefusedError with all errors of the data.

    `overrides` holds our templates; `url` is where the site is published, with a slash at the end, or empty; `live`
    is the preview on an editor's machine; with `handouts` pages link the sheets of paper.
    """
    content, found = catalog.load(folder)
    if content is None:
        raise RefusedError(found)
    found += checks.check_references(content)
    _refuse_errors(found)
    # The preview has threads of its own, which no other process may inherit.
    checking = BackgroundTask(partial(checks.check_rest, content, day), inline=live)
    try:
        return plan(content, day, overrides, url, live=live, handouts=handouts)
    finally:
        # What is wrong with the data says more than an exception that it led to.
        _refuse_errors(found + checking.result())


def _refuse_errors(found: list[Problem]) -> None:
    if problems.errors(found):
        raise RefusedError(found)


def plan(
    content: Catalog, day: dt.date, overrides: Path, url: str = "", *, live: bool = False, handouts: bool = False
) -> Build:
    """The site of a catalog that has been checked, or whose faults do not matter."""
    edition = Edition.on(content, day)
    site = describe_site(edition, url, live=live, handouts=handouts)
    bundles = browser.make_bundles(edition, browser.BUNDLES)
    renderer = Renderer(edition, site, overrides / "pages", {name: bundle.path for name, bundle in bundles.items()})
    planned = tuple(pages.all_pages(edition, files.describe()))
    return Build(edition, site, renderer, planned, tuple(bundles.values()), overrides)
