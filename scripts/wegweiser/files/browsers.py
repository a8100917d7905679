"""What browsers ask for: the search in their own field (OpenSearch), a name for the home screen, and who made this."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from xml.sax.saxutils import escape

from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.edition.site_file import SiteFile
from wegweiser.values.dates import write_day

NEUTRAL_NAME = "Wegweiser"
"""Below an icon on a home screen; whoever looks over a shoulder reads no more."""
OPEN_SEARCH, MANIFEST = "opensearch.xml", "manifest.webmanifest"
COLOUR = "#ffffff"


def files(edition: Edition, site: Site) -> Iterator[SiteFile]:
    """OpenSearch wants whole addresses, so that it is made only where the site has one."""
    if site.url:
        yield SiteFile(OPEN_SEARCH, partial(open_search, site))
    yield SiteFile(MANIFEST, manifest)
    yield SiteFile("humans.txt", partial(humans, edition, site))


def open_search(site: Site) -> bytes:
    """OpenSearch 1.1; the question stands behind #, which no browser sends."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{NEUTRAL_NAME}</ShortName>\n"
        f"<Description>{escape(site.description)}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Image height="16" width="16" type="image/svg+xml">{escape(site.url)}assets/icon.svg</Image>\n'
        f'<Url type="text/html" method="get" template="{escape(site.url)}suche/#q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    ).encode()


def manifest() -> bytes:
    """A web app manifest that opens the site in the browser as it is; nothing is installed and nothing kept."""
    described = {
        "name": NEUTRAL_NAME,
        "short_name": NEUTRAL_NAME,
        "lang": "de",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": COLOUR,
        "theme_color": COLOUR,
        "icons": [{"src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def humans(edition: Edition, site: Site) -> bytes:
    """Who makes this, by functions (humanstxt.org)."""
    owner = edition.catalog.region.record.owner
    lines = (
        "/* WER */",
        f"Herausgeber: {owner.name if owner else 'noch nicht benannt'}",
        "Redaktion: liest Quellen und sagt, von wann jede Angabe ist",
        "Stellen und Häuser: bestätigen ihre eigenen Angaben",
        f"Mehr: {site.url or '/'}wer-das-macht/",
        "",
        "/* WEBSITE */",
        f"Stand: {write_day(site.today)}",
        "Sprache: Deutsch",
        "Lizenz: Texte und Daten CC BY 4.0, Programm EUPL 1.2",
    )
    return ("\n".join(lines) + "\n").encode()
