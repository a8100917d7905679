"""Compares the search with MiniSearch on the same data, and shows what is downloaded: `make bench-search`."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SIZES = (60, 3000, 10_000)
MINISEARCH = "minisearch@7.2.0"


def main() -> None:
    """Sizes first, then quality and time on the gold queries."""
    if shutil.which("node") is None:
        sys.exit("Übersprungen: Node.js fehlt.")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        real = build(work / "real", ROOT / "data")
        print(f"{'gzip, in kB':34}{'Kern':>8}{'Ort':>8}{'mehr':>8}{'Motor':>8}{'erste Antwort':>16}")
        show("diese Daten", real)
        for size in SIZES:
            demo = work / f"demo-{size}"
            command = [sys.executable, "-m", "wegweiser", "demo", "--centres", str(size), str(demo)]
            subprocess.run(command, check=True, capture_output=True)
            show(f"erfundene Region, {size} Häuser", build(work / f"data-{size}", demo))
        modules = install(work)
        for name in ("untuned", "dev-parents"):
            subprocess.run(["node", HERE / "bench.mjs", real, HERE / "queries" / f"{name}.tsv", modules], check=True)


def build(target: Path, data: Path) -> Path:
    """The search's files of a data folder."""
    subprocess.run([sys.executable, HERE / "build_data.py", target, data], check=True)
    return target


def show(title: str, folder: Path) -> None:
    """One line: core, largest town, questions and languages, engine; and what the first answer in a town needs."""
    core = next((folder / "assets").glob("suche.*.json"))
    later = next((folder / "assets").glob("suche.*/"))
    towns = max(map(packed, (later / "orte").glob("*.json")))
    engine = packed(ROOT / "docs" / "assets" / "search-worker.min.js")
    parts = [packed(core), towns, packed(later / "mehr.json"), engine]
    print(
        f"{title:34}" + "".join(f"{part / 1000:8.1f}" for part in parts) + f"{(parts[0] + towns + engine) / 1000:16.1f}"
    )


def packed(path: Path) -> int:
    """Bytes as a web server sends them."""
    return len(gzip.compress(path.read_bytes(), 9))


def install(work: Path) -> str:
    """The folder of MiniSearch, or nothing where npm is missing."""
    npm = shutil.which("npm")
    if npm is None:
        print("MiniSearch übersprungen: npm fehlt.")
        return ""
    done = subprocess.run([npm, "install", "--silent", "--prefix", str(work), MINISEARCH], check=False)
    return str(work / "node_modules" / "minisearch" / "dist" / "es" / "index.js") if done.returncode == 0 else ""


if __name__ == "__main__":
    main()
