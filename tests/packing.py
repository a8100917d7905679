"""Packs the search and the scripts of single pages into small files for the browser, in docs/assets/: `make packed`.

The sources stay readable; a packed file names their hash, and a test compares it. Needs npm.
"""

from __future__ import annotations

import hashlib
import re
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
}
"""Each file of the search with its first module, and what that may import (the page's own part also element.js)."""
PAGES = {f"{page}.min.js": f"{page}.js" for page in ("anspruch", "kontakte", "zustaendig")}
"""The scripts of pages that are made of many modules: one request each. With their first module."""
IMPORT = re.compile(r'^(?:import|export)\b[^;]*?from "\./([^"]+)"', re.MULTILINE)
PRIVATE = """
    alike ambiguous asked average begun byLength bySound contactWords content context correct corrected count
    covered divide document family field foreign form forms further grams groups haveTogether heard here houses
    houseWords ignored isFaint isForeign isMentioned isOnlyPlace isOutside isPart isTopic known knows lengthOf
    lengths library longest madeGrams named names offices outside outsideStems outsideTogether partsOf phrase phrases
    phrasesOf places points postings put rarest rarity read remembered rest score share slips sorted speller splitter
    startingWith stems steps stop strength sure term terms there value vocabulary wantsContact wantsHouse weak
    weight weights where word written
"""
"""Names of properties that neither the data nor an answer has; they are shortened. packed.mjs compares the answers."""


def sources(name: str) -> list[Path]:
    """The modules that a packed file is made from."""
    if name in PAGES:
        return sorted(ASSETS / path for path in _with_imports(PAGES[name], set()))
    first, others = PACKED[name]
    found = [path for path in ASSETS.glob(others) if path.name not in PACKED]
    return sorted([*found, *([] if "/" in first else [ASSETS / "element.js"])])


def _with_imports(module: str, found: set[str]) -> set[str]:
    if module not in found:
        found.add(module)
        for name in IMPORT.findall((ASSETS / module).read_text("utf-8")):
            _with_imports(name, found)
    return found


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
        first = PAGES[name] if name in PAGES else PACKED[name][0]
        run = [
            npx,
            "--yes",
            ESBUILD,
            str(ASSETS / first),
            "--bundle",
            "--format=esm",
            "--charset=utf8",
            f"--outfile={joined}",
        ]
        subprocess.run([*run, "--log-level=warning"], check=True)
        shorten = [npx, "--yes", TERSER, str(joined), "--module", "--compress", "passes=3,ecma=2020", "--mangle"]
        if "/" in first:
            shorten += ["--mangle-props", f"regex=/^({'|'.join(PRIVATE.split())})$/"]
        packed = subprocess.run(shorten, check=True, capture_output=True, text=True).stdout
    (ASSETS / name).write_text(header(name) + packed.strip() + "\n", "utf-8")


if __name__ == "__main__":
    for packed_file in (*PACKED, *PAGES):
        minify(packed_file)
