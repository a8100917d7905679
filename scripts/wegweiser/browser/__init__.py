"""The data that scripts of pages load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from wegweiser.browser import entitlement, finder, guide
from wegweiser.browser.bundles import Bundle, Maker, make_bundles
from wegweiser.browser.search import region
from wegweiser.edition.site_file import SiteFile

__all__ = ["BUNDLES", "Bundle", "files", "make_bundles"]

BUNDLES: dict[str, Maker] = {
    "anspruch": entitlement.rules,
    "kontakte": finder.finder,
    "suche": region.search,
    "zustaendig": guide.answers,
}
"""Name → what makes it. A page names its bundle with `bundle("name")` in its template."""


def files(bundles: Iterable[Bundle]) -> Iterator[SiteFile]:
    """One JSON file for each bundle."""
    for bundle in bundles:
        yield SiteFile(bundle.path, partial(bytes, bundle.content))
