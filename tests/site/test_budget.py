"""How much a visitor has to load: pages are read on phones, in corridors, with little data left in the month."""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path

import pytest
from sites import Site

from wegweiser.browser.handbook import INDEX

KIB = 1024
RECORD_PAGE = 12 * KIB
"""HTML of a record's page, as sent (gzip); a case holds every house, so that its fixed contact can be chosen."""
FIRST_VISIT = 30_000
"""Any page with everything it loads, as sent (gzip)."""
REQUESTS = 8
"""Of a first visit, the page and its icon included."""
FIRST_VISIT_UNPACKED = 350 * KIB
HANDBOOK = 90 * KIB
"""A page of the handbook with style and script of the theme: for the desks of editors, not for phones in corridors."""
HANDBOOK_UNPACKED = 500 * KIB
HANDBOOK_INDEX = 60 * KIB
"""What the search of the handbook loads when somebody uses it."""
STYLE_SHEET = 7.5 * KIB
"""As sent; every page waits for it."""


def sent(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


def loaded(site: Site, address: str, source: str) -> set[Path]:
    """The files of a first visit beside the page: style, icon, scripts with all they import, data named in the page.

    The data of the search wait until somebody uses it (tests/browser/test_search.py looks at the network).
    """
    folder = site.folder if address == "404.html" else site.folder / address
    named = re.findall(r'\s(?:href|src|data-(?!core=)[a-z-]+)="([^"]*assets/[^"]+)"', source)
    # The error page has absolute addresses, which begin with the path under which the site is published.
    relative = [name[name.index("assets/") :] if name.startswith("/") else name for name in named]
    found = {Path(os.path.normpath(folder / name)) for name in relative}
    waiting = [path for path in found if path.suffix == ".js"]
    while waiting:
        script = waiting.pop()
        for name in re.findall(r'^(?:import|export)\b[^;]*?from "(\.[^"]+)"', script.read_text("utf-8"), re.MULTILINE):
            module = Path(os.path.normpath(script.parent / name))
            if module not in found:
                found.add(module)
                waiting.append(module)
    return {path for path in found if path.is_file()}


def test_the_page_of_a_record_is_small(site: Site) -> None:
    sizes = {
        document.address: sent(document.source.encode()) for document in site.documents.values() if document.records
    }
    assert len(sizes) > 60
    assert {address: size for address, size in sizes.items() if size > RECORD_PAGE} == {}


def test_every_page_is_there_at_once_on_the_first_visit(site: Site) -> None:
    too_heavy: dict[str, tuple[int, int, int]] = {}
    for address, document in site.documents.items():
        inside = address in site.handbook
        most, most_unpacked = (HANDBOOK, HANDBOOK_UNPACKED) if inside else (FIRST_VISIT, FIRST_VISIT_UNPACKED)
        files = [path.read_bytes() for path in loaded(site, address, document.source)]
        assert files, address
        contents = [document.source.encode(), *files]
        weight, unpacked = sum(map(sent, contents)), sum(map(len, contents))
        if weight > most or unpacked > most_unpacked or len(contents) > REQUESTS:
            too_heavy[address] = (weight, unpacked, len(contents))
    assert too_heavy == {}


def test_the_index_of_the_handbook_is_small_and_waits(real_site: Site) -> None:
    assert sent((real_site.folder / INDEX).read_bytes()) <= HANDBOOK_INDEX
    assert INDEX.startswith("handbuch/"), "no page names it as something to load at once"


def test_the_style_sheet_is_small(real_site: Site) -> None:
    assert sent((real_site.folder / "assets" / "site.css").read_bytes()) <= STYLE_SHEET


def test_no_picture_is_heavy(site: Site) -> None:
    pictures = [path for path in site.folder.rglob("*") if path.suffix in (".svg", ".png", ".jpg", ".webp", ".avif")]
    assert pictures
    assert {path.name: path.stat().st_size for path in pictures if path.stat().st_size > 30 * KIB} == {}


@pytest.mark.parametrize("name", ["index.json", "zustaendigkeiten.json"])
def test_a_page_never_waits_for_the_open_data(site: Site, name: str) -> None:
    """They are for programs; the site itself works without them."""
    assert (site.folder / "daten" / name).is_file()
    for path in sorted(Path(site.folder).rglob("*.js")):
        assert not re.search(rf"(?<![a-z_]){re.escape(name)}", path.read_text("utf-8")), path.name
