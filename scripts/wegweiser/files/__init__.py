"""Files for other programs: open data, address books, search engines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any

from wegweiser.catalog.addresses import FEED
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.edition.site_file import SiteFile
from wegweiser.files import api, calendar, dcat, exports, feed, hsds, sitemap, tables, vcards
from wegweiser.files.published import CATALOGUE
from wegweiser.schema import json_schema

__all__ = ["describe", "files"]


def files(edition: Edition, site: Site, listed: Collection[str]) -> Iterator[SiteFile]:
    """All of them; `listed` are the addresses that search engines may show."""
    yield from exports.files(edition)
    yield from vcards.files(edition, site.url)
    yield from calendar.files(edition, site)
    yield from hsds.files(edition, site)
    yield from tables.files(edition, site)
    yield from api.files(edition, site)
    yield SiteFile(CATALOGUE, partial(dcat.write_catalogue, edition, site))
    yield SiteFile(FEED, partial(feed.write_feed, edition, site))
    yield SiteFile("sitemap.xml", partial(sitemap.sitemap, site.url, listed))
    yield SiteFile("robots.txt", partial(sitemap.robots, site.url))


def describe() -> Mapping[str, Any]:
    """What the page on open data lists: files with a sentence each, and the kinds that have a JSON Schema."""
    described = [(export.name, export.description) for export in exports.EXPORTS]
    return {"files": described, "kinds": json_schema.kinds()}
