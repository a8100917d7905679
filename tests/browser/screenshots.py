"""Pictures of the main layouts, narrow and wide, light and dark: `make screenshots` writes them to screenshots/.

The three that stand in the README are among them (readme-*.png); whoever changes the look copies them to
docs/assets/readme/.
"""

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
LAYOUTS = (
    "index.md",
    "offer.html",
    "centre.html",
    "contact.html",
    "guide.html",
    "case.html",
    "towns.html",
    "gestaltung.md",
)
WIDTHS = (360, 1280)
README = {
    "start": ("index.md", {"width": 1280, "height": 860}, "light"),
    "haus": ("familienzentren/haus-fuer-kinder-warstein/", {"width": 390, "height": 844}, "light"),
    "zustaendig": ("zustaendig/sgb2/soest/", {"width": 390, "height": 844}, "dark"),
}
"""Name of a picture → layout or address, size of the screen, colours."""


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
            for name, (shown, size, scheme) in README.items():
                page = browser.new_page(viewport=size, color_scheme=scheme)
                page.goto(url + site.layouts.get(shown, shown))
                page.screenshot(path=FOLDER / f"readme-{name}.png")
                page.close()
    print(f"{len(list(FOLDER.iterdir()))} Bilder in {FOLDER.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
