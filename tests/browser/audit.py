"""axe on every page of the real site: `make audit`. Too long for `make test`, which takes one page of each layout.

Each core has a browser of its own (`JOBS=1` takes one). Progress goes to the terminal, findings too, as they come.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

from chromium import chromium
from serving import serve
from sites import build_real
from violations import violations_in_every_view

EACH = 10
"""Pages for which a browser is opened once; a browser that lives long grows slow."""


def main() -> int:
    """Build the real site, look at each page in every view, and print what is found; returns the exit code."""
    start = time.monotonic()
    jobs = int(os.environ.get("JOBS") or os.cpu_count() or 1)
    found = done = 0
    with tempfile.TemporaryDirectory() as folder:
        site = build_real(Path(folder) / "site")
        pages = list(site.documents)
        with serve(site.folder, site.base) as url, ProcessPoolExecutor(jobs) as pool:
            parts = [pages[first : first + EACH] for first in range(0, len(pages), EACH)]
            for part, lines in zip(parts, pool.map(look, repeat(url), parts), strict=True):
                done, found = done + len(part), found + len(lines)
                minutes, seconds = divmod(round(time.monotonic() - start), 60)
                progress = f"{done} von {len(pages)} Seiten, {found} Funde, {minutes}:{seconds:02} Minuten"
                print("\n".join([*lines, progress]), flush=True)
    return 1 if found else 0


def look(url: str, addresses: list[str]) -> list[str]:
    """What axe finds on some pages, one line each."""
    with chromium() as browser:
        page = browser.new_page(locale="de-DE")
        found = []
        for address in addresses:
            page.goto(url + address)
            found += [f"/{address}: {line}" for line in violations_in_every_view(page, whole=True)]
        return found


if __name__ == "__main__":
    sys.exit(main())
