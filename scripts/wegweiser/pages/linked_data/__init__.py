"""What a page says to search engines (schema.org as JSON-LD): its place in the site and the one record it is about.

Nothing stands there that the page does not show; what the page withholds is withheld here.
"""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup

from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.pages.linked_data.records import about
from wegweiser.pages.linked_data.terms import Node, filled
from wegweiser.pages.page import Page
from wegweiser.rules.freshness import last_look

_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""No text ends the element that it stands in."""


def linked_data(edition: Edition, site: Site, page: Page) -> Markup:
    """The JSON-LD of a page; empty where it is about no record."""
    entry = page.context.get("entry")
    if not isinstance(entry, Entry) or not page.indexed:
        return Markup()
    written = json.dumps(describe(edition, site, page, entry), ensure_ascii=False, separators=(",", ":"))
    return Markup(_STRING_OR_END.sub(_apart, written).translate(_ESCAPED))  # noqa: S704 - escaped here


_STRING_OR_END = re.compile(r'("(?:[^"\\]|\\.)*")|}(?=})')


def _apart(found: re.Match[str]) -> str:
    """No two braces stand together, as they do where a template was not filled in; those of a text are escaped."""
    return found[1].replace("{", "\\u007b").replace("}", "\\u007d") if found[1] else "} "


def describe(edition: Edition, site: Site, page: Page, entry: Entry[Any]) -> Node:
    """The page as `WebPage`, with its crumbs and its record."""
    checked = entry.record.checked
    return {
        "@context": "https://schema.org",
        **filled(
            {
                "@type": "WebPage",
                "url": f"{site.url or '/'}{page.address}",
                "name": page.title,
                "inLanguage": "de",
                "dateModified": last_look(entry.record).isoformat(),
                "lastReviewed": checked.on.isoformat() if checked else None,
                "breadcrumb": _crumbs(site, page),
                "mainEntity": about(edition, site, entry),
            }
        ),
    }


def _crumbs(site: Site, page: Page) -> Node | None:
    if not page.crumbs:
        return None
    steps = [*((crumb.title, crumb.address) for crumb in page.crumbs), (page.title, page.address)]
    items = [
        {"@type": "ListItem", "position": number, "name": title, "item": f"{site.url or '/'}{address}"}
        for number, (title, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
