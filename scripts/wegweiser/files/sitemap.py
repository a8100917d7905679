"""The files that search engines read."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape


def sitemap(url: str, addresses: Iterable[str]) -> bytes:
    """All addresses (from the root of the site, without a slash in front) after sitemaps.org 0.9."""
    rows = "".join(f"<url><loc>{escape((url or '/') + address)}</loc></url>\n" for address in sorted(addresses))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n".encode()


def robots(url: str) -> bytes:
    """Everything may be read; a preview says on each page that it must not be listed."""
    where = f"\nSitemap: {url}sitemap.xml\n" if url else "\n"
    return f"User-agent: *\nDisallow:{where}".encode()
