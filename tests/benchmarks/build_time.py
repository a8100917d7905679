"""How long a build takes, beside other generators on as many pages, in the same run.

    python tests/benchmarks/build_time.py [--centres 50 500 3000] [--runs 3] [--alone] [--pages FOLDER]

Prints, for each size, a table of medians and ratios; nothing here passes or fails. The pages of the others say what the
demo region's centres say; ours hold more (who is responsible, sources), and beside them
the search and the open data. FOLDER may hold other Markdown pages for the others.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from peers import BIN, ENVIRONMENT, PEERS, Peer, UnavailableError

ROOT = Path(__file__).resolve().parents[2]
BASE = PEERS[0].name


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: seconds (median), MiB (peak of the largest process so far), pages; or why there is none."""

    name: str
    seconds: float = 0
    memory: float = 0
    pages: int = 0
    why: str = ""

    @property
    def each(self) -> float:
        """Milliseconds for a page."""
        return 1000 * self.seconds / self.pages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--centres", type=int, nargs="+", default=[50, 500, 3000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="ohne die anderen")
    parser.add_argument("--pages", type=Path, help="Ordner mit Markdown-Seiten für die anderen")
    options = parser.parse_args()
    peers = () if options.alone else PEERS
    with tempfile.TemporaryDirectory() as folder:
        show("Echte Daten", [measure_ours(Path(folder) / "echt", None, options.runs)])
        for centres in options.centres:
            place = Path(folder) / str(centres)
            show(f"{centres} Zentren", measure_size(place, centres, options.runs, peers, options.pages))


def measure_size(
    folder: Path, centres: int, runs: int, peers: tuple[Peer, ...], pages: Path | None = None
) -> list[Row]:
    """Our build and check, then every peer."""
    data = folder / "data"
    run([BIN / "wegweiser", "demo", "--centres", str(centres), data])
    checked, memory = measure([BIN / "wegweiser", "check", "--errors-only", data], runs)
    rows = [
        Row("wegweiser check", checked, memory, sum(1 for _ in data.rglob("*.yml"))),
        measure_ours(folder / "ours", data, runs),
    ]
    pages = pages or write_pages(data, folder / "pages")
    return rows + [measure_peer(peer, folder / peer.name.split()[0], pages, runs) for peer in peers]


def measure_ours(site: Path, data: Path | None, runs: int) -> Row:
    """A cold build of ours."""
    command = [BIN / "mkdocs", "build", "--strict", "--site-dir", site]
    environment = {**ENVIRONMENT, "WEGWEISER_DATA": str(data)} if data else ENVIRONMENT
    seconds, memory = measure(command, runs, cwd=ROOT, env=environment, fresh=site)
    return Row("Familienwegweiser", seconds, memory, count_pages(site))


def measure_peer(peer: Peer, project: Path, pages: Path, runs: int) -> Row:
    """A cold build of another generator."""
    project.mkdir(parents=True)
    try:
        command = peer.prepare(project, pages)
    except UnavailableError as error:
        return Row(peer.name, why=str(error))
    seconds, memory = measure(command, runs, cwd=project, fresh=project / "site")
    return Row(peer.name, seconds, memory, count_pages(project / "site"))


def count_pages(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


def write_pages(data: Path, target: Path) -> Path:
    """A Markdown page for each centre."""
    target.mkdir()
    for path in sorted((data / "centres").glob("*.yml")):
        (target / f"{path.stem}.md").write_text(as_markdown(path), "utf-8")
    return target


def as_markdown(path: Path) -> str:
    """The words of a record as a page of about 250 words with headings, lists and a table."""
    lines = [line for line in path.read_text("utf-8").splitlines() if ": " in line]
    cells = [line.strip(" -").partition(": ") for line in lines]
    table = "\n".join(f"| {name} | {value} |" for name, _, value in cells[:12])
    bullets = "\n".join(f"- **{name}**: {value}" for name, _, value in cells)
    words = " ".join(value for _, _, value in cells)
    table = f"## Angaben\n\n| Feld | Wert |\n| --- | --- |\n{table}"
    return f"# {path.stem}\n\n{words}\n\n{table}\n\n## Alles\n\n{bullets}\n\n{words}\n"


def show(title: str, rows: list[Row]) -> None:
    """Print one table; the last column compares the time for a page with MkDocs and Material."""
    base = next((row.each for row in rows if row.name == BASE and row.pages), 0)
    print(f"\n{title:24}{'Sekunden':>10}{'MiB':>8}{'Dateien':>9}{'ms je Datei':>13}{'Verhältnis':>12}")
    for row in rows:
        if row.why:
            print(f"{row.name:24}nicht gemessen: {row.why}")
            continue
        ratio = f"{row.each / base:12.2f}" if base and row.name != "wegweiser check" else ""
        print(f"{row.name:24}{row.seconds:10.2f}{row.memory:8.0f}{row.pages:9}{row.each:13.2f}{ratio}")


def measure(command: list[object], runs: int, fresh: Path | None = None, **options: object) -> tuple[float, float]:
    """Seconds (median) and MiB (peak of all commands so far) of a command."""
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
