"""Packs the search into small files for the browser, in docs/assets/: `make search-worker`.

The sources stay readable; a packed file names their hash, and a test compares it. Needs npm.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[1] / "docs" / "assets"
ESBUILD, TERSER = "esbuild@0.25.12", "terser@5.44.1"
PACKED = {
    "search-worker.min.js": ("search/worker.js", "search/*.js"),
    "suche.min.js": ("suche.js", "suche*.js"),
    "suche-mehr.min.js": ("suche-mehr.js", "suche*.js"),
}
"""Each file with the module that it begins with, and what that may import (the page's own parts also element.js).

The worker stands beside the page; the other two load each other.
"""
EACH_OTHER = ("./suche.js", "./suche-mehr.js")
PRIVATE = """
    alike ambiguous average begun byLength bySound contactWords content context corrected covered document family
    foreign forms further groups haveTogether heard houses houseWords ignored isFaint isForeign isMentioned
    isOnlyPlace isOutside isPart isTopic known knows lengths library longest madeGrams offices outside
    outsideStems partsOf phrase phrases phrasesOf places points postings rarest rarity remembered score sorted
    speller splitter startingWith stop strength share sure terms vocabulary wantsContact wantsHouse weak weight weights
    written
"""
"""Names of properties that neither the data nor an answer has; they are shortened. packed.mjs compares the answers."""


def sources(name: str) -> list[Path]:
    """The modules that a packed file is made from."""
    first, others = PACKED[name]
    found = [path for path in ASSETS.glob(others) if path.name not in PACKED]
    return sorted([*found, *([] if "/" in first else [ASSETS / "element.js"])])


def header(name: str) -> str:
    """The first line of a packed file."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources(name))).hexdigest()
    return f"//{digest[:10]}\n"


def minify(name: str) -> None:
    """Join the modules, then shorten them."""
    npx = shutil.which("npx")
    if npx is None:
        sys.exit("Fehler: npm fehlt. Bitte Node.js installieren.")
    with tempfile.TemporaryDirectory() as folder:
        joined = Path(folder) / "joined.js"
        first = str(ASSETS / PACKED[name][0])
        run = [npx, "--yes", ESBUILD, first, "--bundle", "--format=esm", "--charset=utf8", f"--outfile={joined}"]
        apart = [f"--external:{other}" for other in EACH_OTHER]
        subprocess.run([*run, *apart, "--log-level=warning"], check=True)
        shorten = [npx, "--yes", TERSER, str(joined), "--module", "--compress", "passes=3,ecma=2020", "--mangle"]
        if "/" in PACKED[name][0]:
            shorten += ["--mangle-props", f"regex=/^({'|'.join(PRIVATE.split())})$/"]
        packed = subprocess.run(shorten, check=True, capture_output=True, text=True).stdout
    for other in EACH_OTHER:
        packed = packed.replace(f'"{other}"', f'"{other.replace(".js", ".min.js")}"')
    (ASSETS / name).write_text(header(name) + packed.strip() + "\n", "utf-8")


if __name__ == "__main__":
    for packed_file in PACKED:
        minify(packed_file)
