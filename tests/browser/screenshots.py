"""Pictures of the main layouts, narrow and wide, light and dark: `make screenshots` writes them to screenshots/."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from chromium import chromium
from serving import serve
from sites import ROOT, build_real
from violations import SCHEMES

FOLDER = ROOT / "screenshots"
LAYOUTS = ("index.md", "offer.html", "centre.html", "contact.html", "answers.html", "case.html")
WIDTHS = (360, 1280)


def main() -> int:
    """Build the real site and photograph it, each page from top to bottom."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        site = build_real(Path(folder) / "site")
        with serve(site.folder, site.base) as url, chromium() as browser:
            for width in WIDTHS:
                for scheme in SCHEMES:
                    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
                    for layout in LAYOUTS:
                        page.goto(url + site.layouts[layout])
                        name = f"{layout.partition('.')[0]}-{width}-{scheme}.png"
                        page.screenshot(path=FOLDER / name, full_page=True)
                    page.close()
    print(f"{len(list(FOLDER.iterdir()))} Bilder in {FOLDER.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
