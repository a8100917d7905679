"""How long a build takes, beside MkDocs with Material on as many Markdown pages, in the same run.

    python tests/benchmarks/build_time.py [--centres 500] [--runs 3] [--corpus FOLDER]

Prints a table of medians and ratios; nothing here passes or fails. Without --corpus, the Markdown pages say what the
demo region's centres say; FOLDER may hold a `docs/` folder of other Markdown pages to compare with.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
MATERIAL = """\
site_name: Vergleich
theme:
  name: material
  language: de
  font: false
plugins: [search]
not_in_nav: /zentren/*
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--centres", type=int, default=500)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = folder / "data"
        run([BIN / "wegweiser", "demo", "--centres", str(options.centres), data])
        material = make_material(folder / "material", data, options.corpus)
        rows = [
            ("wegweiser check, Demo", *measure([BIN / "wegweiser", "check", "--errors-only", data], options.runs), 0),
            ("wegweiser, Demo", *measure_site(ROOT, folder / "site", data, options.runs)),
            ("wegweiser, echte Daten", *measure_site(ROOT, folder / "site", None, options.runs)),
            ("MkDocs + Material", *measure_site(material, folder / "site", None, options.runs)),
        ]
    base = rows[-1][1] / rows[-1][3]
    print(f"{'':26}{'Sekunden':>10}{'MiB':>8}{'Seiten':>8}{'ms je Seite':>13}{'Verhältnis':>12}")
    for label, seconds, memory, pages in rows:
        each = f"{1000 * seconds / pages:13.2f}{seconds / pages / base:12.2f}" if pages else ""
        print(f"{label:26}{seconds:10.2f}{memory:8.0f}{pages:8}{each}")


def make_material(folder: Path, data: Path, corpus: Path | None) -> Path:
    """A MkDocs project with the theme as it comes, its pages kept out of the navigation."""
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(MATERIAL, "utf-8")
    if corpus:
        shutil.copytree(corpus / "docs", folder / "docs")
        return folder
    pages = folder / "docs" / "zentren"
    pages.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Vergleich\n", "utf-8")
    for path in sorted((data / "centres").glob("*.yml")):
        (pages / f"{path.stem}.md").write_text(as_markdown(path), "utf-8")
    return folder


def as_markdown(path: Path) -> str:
    """The words of a record as a page of about 250 words with headings, lists and a table."""
    lines = [line for line in path.read_text("utf-8").splitlines() if ": " in line]
    cells = [line.strip(" -").partition(": ") for line in lines]
    table = "\n".join(f"| {name} | {value} |" for name, _, value in cells[:12])
    bullets = "\n".join(f"- **{name}**: {value}" for name, _, value in cells)
    words = " ".join(value for _, _, value in cells)
    table = f"## Angaben\n\n| Feld | Wert |\n| --- | --- |\n{table}"
    return f"# {path.stem}\n\n{words}\n\n{table}\n\n## Alles\n\n{bullets}\n\n{words}\n"


def measure_site(project: Path, site: Path, data: Path | None, runs: int) -> tuple[float, float, int]:
    """Seconds (median), MiB (peak) and pages of a build into a fresh folder."""
    command = [BIN / "mkdocs", "build", "--strict", "--site-dir", site]
    environment = {**ENVIRONMENT, "WEGWEISER_DATA": str(data)} if data else ENVIRONMENT
    seconds, memory = measure(command, runs, cwd=project, env=environment, fresh=site)
    return seconds, memory, sum(1 for _ in site.rglob("*.html"))


def measure(command: list[object], runs: int, fresh: Path | None = None, **options: object) -> tuple[float, float]:
    """Seconds (median) and MiB (peak of all runs so far) of a command."""
    times = []
    for _ in range(runs):
        if fresh:
            shutil.rmtree(fresh, ignore_errors=True)
        start = time.perf_counter()
        run(command, **options)
        times.append(time.perf_counter() - start)
    return statistics.median(times), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def run(command: list[object], **options: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, **{"env": ENVIRONMENT, **options})


if __name__ == "__main__":
    main()
