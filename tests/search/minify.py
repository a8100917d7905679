"""Packs the search into one small file for the browser, docs/assets/search-worker.min.js: `make search-worker`.

The sources in docs/assets/search/ stay readable; the packed file names their hash, and a test compares it. Needs npm.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "docs" / "assets" / "search"
TARGET = ROOT / "docs" / "assets" / "search-worker.min.js"
ESBUILD, TERSER = "esbuild@0.25.12", "terser@5.44.1"


def header() -> str:
    """The first line of the packed file."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(SOURCES.glob("*.js")))).hexdigest()
    return f"// make search-worker, {digest[:16]}\n"


def minify() -> None:
    """Join the modules, then shorten them."""
    npx = shutil.which("npx")
    if npx is None:
        sys.exit("Fehler: npm fehlt. Bitte Node.js installieren.")
    with tempfile.TemporaryDirectory() as folder:
        joined = Path(folder) / "joined.js"
        run = [npx, "--yes", ESBUILD, str(SOURCES / "worker.js"), "--bundle", "--format=esm", f"--outfile={joined}"]
        subprocess.run([*run, "--log-level=warning"], check=True)
        shorten = [npx, "--yes", TERSER, str(joined), "--module", "--compress", "passes=3,ecma=2020", "--mangle"]
        packed = subprocess.run(shorten, check=True, capture_output=True, text=True).stdout
    TARGET.write_text(header() + packed.strip() + "\n", "utf-8")


if __name__ == "__main__":
    minify()
