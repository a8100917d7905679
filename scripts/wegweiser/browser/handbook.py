"""What the search of the handbook reads: every part of a page below its own heading, as plain text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape

INDEX = "handbuch/suche.json"
"""From the root of the site; loaded when somebody uses the search."""
_HEADING = re.compile(r'<h([1-4])(?: id="([^"]*)")?[^>]*>(.*?)</h\1>', re.DOTALL)
_LEFT_OUT = re.compile(r'<(svg|caption)\b.*?</\1>|<small class="needed">.*?</small>', re.DOTALL)
_WITHIN_WORDS = re.compile(r"</?(?:a|b|code|em|span|strong)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


def index(pages: Iterable[tuple[str, str, str]]) -> bytes:
    """The index of pages given as (address from the root of the site, title, HTML).

    A list of `[address, title of the page, [[anchor, heading, text] …]]` as JSON, in the order of the pages.
    """
    entries = [[address, title, list(_sections(html))] for address, title, html in pages]
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()


def _sections(html: str) -> Iterator[list[str]]:
    found = list(_HEADING.finditer(html))
    for heading, following in zip(found, [*found[1:], None], strict=True):
        text = html[heading.end() : following.start() if following else len(html)]
        anchor = "" if heading[1] == "1" else heading[2] or ""
        yield [anchor, _plain(heading[3]), _plain(text)]


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", _WITHIN_WORDS.sub("", _LEFT_OUT.sub(" ", html)))).split())
