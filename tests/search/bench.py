"""Compares the search with stock engines on the same data at any number of houses: `make bench-search`.

Shows what is downloaded, how well it answers, and how long that takes on a slow processor.
"""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import speed

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PACKED = ROOT / "overrides" / "script" / "packed"
SIZES = (60, 3000, 10_000)
PACKAGES = ("minisearch@7.2.0", "lunr@2.3.9", "lunr-languages@1.14.0")


def main() -> None:
    """Sizes and quality at each number of houses, then the times on a slow processor."""
    if shutil.which("node") is None:
        sys.exit("Fehler: Node.js fehlt.")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        real = build(work / "real", ROOT / "data")
        sizes = {size: build(work / f"data-{size}", enlarge(work / f"region-{size}", size)) for size in SIZES}
        demo = {size: build(work / f"demo-data-{size}", invent(work / f"demo-{size}", size)) for size in SIZES[1:]}
        show_bytes(
            {
                "diese Daten": real,
                **{f"{size} Häuser hier": data for size, data in sizes.items()},
                **{f"{size} erfunden": data for size, data in demo.items()},
            }
        )
        packages = install(work)
        for data in (real, *sizes.values()):
            compare(data, "untuned", packages)
        for name in ("untuned-2", "dev-parents"):
            compare(real, name, packages)
        show_times(real)


def compare(data: Path, name: str, packages: str) -> None:
    """Quality beside the other engines."""
    subprocess.run(["node", HERE / "bench.mjs", data, HERE / "queries" / f"{name}.tsv", packages], check=True)


def enlarge(target: Path, houses: int) -> Path:
    """The real data with so many houses: copies with names of their own, or fewer."""
    shutil.copytree(ROOT / "data", target)
    own = sorted((target / "centres").glob("*.yml"))
    for path in own[houses:]:
        path.unlink()
    for number in range(len(own), houses):
        text = own[number % len(own)].read_text("utf-8")
        text = re.sub(r"^name: .*", f"name: Kita Feldweg {number}", text, count=1, flags=re.MULTILINE)
        (target / "centres" / f"feldweg-{number}.yml").write_text(text, "utf-8")
    return target


def show_times(data: Path) -> None:
    """On a page's own thread, the processor slowed four times."""
    lines = (HERE / "queries" / "untuned.tsv").read_text("utf-8").splitlines()
    texts = [line.split("\t")[1] for line in lines if line and not line.startswith(("#", "kind\t"))]
    titles = {
        "ready": "Verzeichnis bereit",
        "more": "erste lange Frage",
        "languages": "erste fremde Sprache",
        "p50": "Frage p50",
        "p95": "Frage p95",
    }
    found = speed.measure(data, texts)
    print("\nms, Chromium, CPU vierfach gebremst:")
    for name, title in titles.items():
        print(f"{title:24}{found[name]:8.1f}")


def build(target: Path, data: Path) -> Path:
    """The search's files of a data folder."""
    subprocess.run([sys.executable, HERE / "build_data.py", target, data], check=True)
    return target


def invent(target: Path, houses: int) -> Path:
    """An invented region of so many houses."""
    command = [Path(sys.executable).with_name("wegweiser"), "demo", "--centres", str(houses), target]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def show_bytes(regions: dict[str, Path]) -> None:
    """One line for each: all that is loaded until the first answer; then what only unusual questions need."""
    print("gzip, in kB; zusammen: alles, was bis zur ersten Antwort mit Vorschlägen und Filtern lädt")
    titles = ("Kern", "Ort", "Motor", "Seite", "Feld", "zusammen", "mehr", "Sprachen", "Häuser")
    print(f"{'':20}" + "".join(f"{title:>10}" for title in titles))
    ours = [packed((PACKED / name).read_bytes()) for name in ("search-worker.js", "search.js", "everywhere.js")]
    for title, folder in regions.items():
        core = next((folder / "assets").glob("suche.*.json"))
        later = next((folder / "assets").glob("suche.*/"))
        parts = [packed(core.read_bytes()), largest(later / "orte"), *ours]
        more = [packed((later / f"{name}.json").read_bytes()) for name in ("mehr", "sprachen")]
        columns = [*parts, sum(parts), *more, max(largest(later / "haeuser"), largest(later / "namen"))]
        print(f"{title:20}" + "".join(f"{size / 1000:10.1f}" for size in columns))


def largest(folder: Path) -> int:
    """The largest file of a folder that may not exist."""
    return max((packed(path.read_bytes()) for path in folder.glob("*.json")), default=0)


def packed(content: bytes) -> int:
    """Bytes as a web server sends them."""
    return len(gzip.compress(content, 9, mtime=0))


def install(work: Path) -> str:
    """The folder of the other engines, or nothing where npm is missing."""
    npm = shutil.which("npm")
    if npm is None:
        print("MiniSearch und lunr übersprungen: npm fehlt.")
        return ""
    done = subprocess.run([npm, "install", "--silent", "--prefix", str(work), *PACKAGES], check=False)
    return str(work / "node_modules") if done.returncode == 0 else ""


if __name__ == "__main__":
    main()
