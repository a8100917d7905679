"""Files for other programs: open data, address books, search engines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any

from wegweiser.catalog.addresses import FEED, link
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.edition.site_file import SiteFile
from wegweiser.files import api, browsers, calendar, dcat, exports, feed, hsds, sitemap, tables, vcards
from wegweiser.files.published import CATALOGUE, PUBLISHED
from wegweiser.rules.freshness import last_look
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
    yield SiteFile("sitemap.xml", partial(sitemap.sitemap, site.url, listed, _changes(edition)))
    yield SiteFile("robots.txt", partial(sitemap.robots, site.url))
    yield from browsers.files(edition, site)


def describe() -> Mapping[str, Any]:
    """What the page on open data lists: every file with its standard, and the kinds that have a JSON Schema."""
    return {"files": PUBLISHED, "catalogue": CATALOGUE, "kinds": json_schema.kinds()}


def _changes(edition: Edition) -> dict[str, dt.date]:
    """Address → when what the page says was looked at last."""
    return {link(entry): last_look(entry.record) for entry in edition.catalog.records() if entry.kind != "agreement"}
