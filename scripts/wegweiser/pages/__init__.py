"""All pages that are made from data."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser import exports
from wegweiser.bundles import Maker
from wegweiser.pages import (
    answer_data,
    answers,
    cases,
    centres,
    contacts,
    entitlement,
    entitlement_data,
    finder,
    finder_data,
    gaps,
    happenings,
    offers,
    redirects,
    search,
    search_data,
    towns,
    words,
)
from wegweiser.pages.render import Renderer
from wegweiser.pages.site import Guide, Page

__all__ = ["BUNDLES", "Guide", "Page", "Renderer", "all_pages"]

BUNDLES: dict[str, Maker] = {
    "anspruch": entitlement_data.rules,
    "kontakte": finder_data.finder,
    "suche": search_data.search,
    "zustaendig": answer_data.answers,
}
"""Data for scripts: name → what makes it. A page names its bundle with `bundle("name")` in its template."""


def all_pages(guide: Guide) -> Iterator[Page]:
    """Every page of an edition, overviews first within each kind."""
    for module in (
        offers,
        centres,
        finder,
        contacts,
        towns,
        answers,
        entitlement,
        cases,
        happenings,
        words,
        search,
        gaps,
    ):
        yield from module.pages(guide)
    yield from redirects.pages(guide)
    yield data_page(guide)


def data_page(guide: Guide) -> Page:
    """What programs can read."""
    return Page(
        address="daten/",
        template="data.html",
        title="Offene Daten",
        description="Alle Angaben dieser Website zum Weiterverwenden.",
        context={
            "files": [(export.name, export.description) for export in exports.EXPORTS],
            "kinds": exports.schema_kinds(),
        },
    )
