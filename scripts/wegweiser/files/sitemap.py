"""The files that search engines read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape


def sitemap(url: str, addresses: Iterable[str], changed: Mapping[str, dt.date]) -> bytes:
    """All addresses (from the root of the site, without a slash in front) after sitemaps.org 0.9.

    `changed` says of some of them when what they show was looked at last.
    """
    rows = "".join(
        f"<url><loc>{escape((url or '/') + one)}</loc>{_last(changed.get(one))}</url>\n" for one in sorted(addresses)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n".encode()


def _last(day: dt.date | None) -> str:
    return f"<lastmod>{day.isoformat()}</lastmod>" if day else ""


def robots(url: str) -> bytes:
    """Everything may be read; a preview says on each page that it must not be listed."""
    where = f"\nSitemap: {url}sitemap.xml\n" if url else "\n"
    return f"User-agent: *\nDisallow:{where}".encode()
