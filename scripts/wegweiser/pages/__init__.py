"""HTML: a module for each kind of page, and what renders them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from wegweiser.catalog.addresses import EMBEDDING
from wegweiser.edition import Edition
from wegweiser.edition.site_file import SiteFile
from wegweiser.pages import (
    answers,
    centres,
    contacts,
    embedding,
    entitlement,
    finder,
    happenings,
    offers,
    redirects,
    search,
    towns,
    words,
)
from wegweiser.pages.educators import briefing, cases
from wegweiser.pages.openness import correction, gaps, quality
from wegweiser.pages.page import Page
from wegweiser.pages.render import Renderer

__all__ = ["all_pages", "files"]


def all_pages(edition: Edition, open_data: Mapping[str, Any]) -> Iterator[Page]:
    """Every page of an edition, overviews first within each kind. `open_data` is what the page on open data lists."""
    for module in (
        offers,
        centres,
        finder,
        contacts,
        towns,
        answers,
        entitlement,
        cases,
        briefing,
        happenings,
        words,
        search,
        gaps,
        embedding,
        quality,
        correction,
        redirects,
    ):
        yield from module.pages(edition)
    yield data_page(edition, open_data)


def data_page(edition: Edition, open_data: Mapping[str, Any]) -> Page:
    """What programs can read."""
    return Page(
        address="daten/",
        template="data.html",
        title="Offene Daten",
        description="Alle Angaben dieser Website zum Weiterverwenden.",
        context={**open_data, "example": _example(edition), "embedding": EMBEDDING},
    )


def _example(edition: Edition) -> Mapping[str, str]:
    """Ids that exist, for the examples."""
    catalog = edition.catalog
    return {
        "town": next(iter(catalog.municipalities), ""),
        "status": next(iter(catalog.statuses), ""),
        "offer": next(iter(catalog.offers), ""),
        "house": next(iter(edition.houses), ""),
    }


def files(renderer: Renderer, pages: Iterable[Page]) -> Iterator[SiteFile]:
    """One HTML file for each page."""
    for page in pages:
        yield SiteFile(f"{page.address}index.html", partial(_render, renderer, page))


def _render(renderer: Renderer, page: Page) -> bytes:
    return renderer.render(page).encode()
