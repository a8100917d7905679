"""How long a build takes, beside other generators on as many pages, and beside an older commit, in the same run.

    python tests/benchmarks/build_time.py [--centres 50 500 3000] [--runs 3] [--alone] [--pages FOLDER]
        [--against COMMIT] [--where disk memory]

Prints, for each size and each place (a disk, memory), a table of medians and ratios; nothing here passes or fails.
The pages of the others say what the demo region's centres say; ours hold more (who is responsible, sources), and beside
them the search and the open data. FOLDER may hold other Markdown pages for the others. With COMMIT both states build
the data of the older one: what was valid then still is.

Every run fills a folder that was not there before. Nothing is deleted while something is measured; only when a table is
complete are its folders removed, and the disk is told to finish before the next begins.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from measuring import Command, FailedError
from peers import BIN, ENVIRONMENT, PEERS, Peer, UnavailableError

ROOT = Path(__file__).resolve().parents[2]
BASE = PEERS[0].name
OURS, CHECK = "Familienwegweiser", "wegweiser check"
PLACES = {"disk": Path(tempfile.gettempdir()), "memory": Path("/dev/shm")}  # noqa: S108 - memory that looks like a disk
TITLES = {"disk": "Festplatte", "memory": "Arbeitsspeicher"}


@dataclass(frozen=True, slots=True)
class State:
    """Our code in one state: what the tables call it, and the folder of its project."""

    name: str
    project: Path

    @property
    def environment(self) -> dict[str, str]:
        """So that Python takes the code of this state, whichever is installed."""
        return {**ENVIRONMENT, "PYTHONPATH": str(self.project / "scripts")}


@dataclass(slots=True)
class Row:
    """One line of a table: what was measured and how many files it made, or why it was not."""

    name: str
    command: Command | None = None
    files: int = 0
    why: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--centres", type=int, nargs="*", default=[50, 500, 3000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="ohne die anderen")
    parser.add_argument("--pages", type=Path, help="Ordner mit Markdown-Seiten für die anderen")
    parser.add_argument("--against", metavar="COMMIT", help="daneben ein älterer Stand")
    parser.add_argument(
        "--where", nargs="+", choices=PLACES, default=[name for name, at in PLACES.items() if at.is_dir()]
    )
    options = parser.parse_args()
    peers = () if options.alone else PEERS
    load = os.getloadavg()[0]
    print(f"Last der Maschine zu Beginn: {load:.1f} bei {os.cpu_count()} Kernen")
    with older(options.against) as before:
        states = [*before, State(f"{OURS}, jetzt" if before else OURS, ROOT)]
        for where in options.where:
            for centres in (None, *options.centres):
                with tempfile.TemporaryDirectory(dir=PLACES[where], prefix="wegweiser-bench-") as name:
                    folder = Path(name)
                    rows = measure_size(folder, centres, options.runs, states, peers, options.pages)
                    show(f"{f'{centres} Zentren' if centres else 'Echte Daten'}, {TITLES[where]}", rows)
                os.sync()


@contextmanager
def older(commit: str | None) -> Iterator[list[State]]:
    """An older commit in a worktree of its own, for as long as it is measured."""
    if not commit:
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="wegweiser-older-") as folder:
        project = Path(folder) / "project"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", project, commit], cwd=ROOT, check=True)
        try:
            yield [State(f"{OURS}, {commit[:7]}", project)]
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", project], cwd=ROOT, check=True)


def measure_size(
    folder: Path, centres: int | None, runs: int, states: list[State], peers: tuple[Peer, ...], pages: Path | None
) -> list[Row]:
    """Check and build in each state, then every peer. The states take turns, so that a busy minute meets them all."""
    data = states[0].project / "data"
    if centres:
        data = folder / "data"
        words: list[object] = [BIN / "python", "-m", "wegweiser", "demo", "--centres", centres, data]
        Command("demo", words, folder, states[0].environment).measure()
    rows = [checking(states[-1], data, folder), *(building(state, data, folder) for state in states)]
    take_turns(rows, runs)
    if centres and peers:
        pages = pages or write_pages(data, folder / "pages")
        others = [prepared(peer, folder / peer.name.split()[0], pages) for peer in peers]
        take_turns(others, runs)
        rows += others
    return rows


def take_turns(rows: list[Row], runs: int) -> None:
    """Measure every row once, then every row again; count what each has written at last."""
    for _ in range(runs):
        for row in rows:
            if row.command:
                try:
                    row.command.measure()
                except FailedError as error:
                    row.command, row.why = None, str(error)
    for row in rows:
        if row.command and row.command.output:
            row.files = sum(1 for _ in row.command.output.rglob("*.html"))


def checking(state: State, data: Path, folder: Path) -> Row:
    """Reading and checking all records."""
    words: list[object] = [BIN / "python", "-m", "wegweiser", "check", "--errors-only", data]
    return Row(CHECK, Command(CHECK, words, folder, state.environment), sum(1 for _ in data.rglob("*.yml")))


def building(state: State, data: Path, folder: Path) -> Row:
    """A build from nothing."""
    site = folder / f"ours-{state.project.name}"
    words: list[object] = [BIN / "python", "-m", "mkdocs", "build", "--strict", "--site-dir", site]
    environment = {**state.environment, "WEGWEISER_DATA": str(data), "SITE_URL": "https://www.example.org/"}
    return Row(state.name, Command(state.name, words, state.project, environment, site))


def prepared(peer: Peer, project: Path, pages: Path) -> Row:
    """A build from nothing of another generator; what cannot be had here says why."""
    project.mkdir(parents=True)
    try:
        words: list[object] = [*peer.prepare(project, pages)]
    except UnavailableError as error:
        return Row(peer.name, why=str(error))
    return Row(peer.name, Command(peer.name, words, project, ENVIRONMENT, project / "site"))


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
    base = next((each(row) for row in rows if row.name == BASE and row.command), 0)
    heads = f"{'Sekunden':>10}{'±':>6}{'Prozessor':>11}{'MiB':>7}{'Dateien':>9}{'ms je Datei':>13}{'Verhältnis':>12}"
    print(f"\n{title:32}{heads}")
    for row in rows:
        if row.command is None:
            print(f"{row.name:32}nicht gemessen: {row.why}")
            continue
        median, spread = row.command.median, f"{100 * row.command.spread:.0f}%"
        ratio = f"{each(row) / base:12.2f}" if base and row.name != CHECK else ""
        figures = f"{median.wall:10.2f}{spread:>6}{median.cpu:11.2f}{median.memory:7.0f}{row.files:9}"
        print(f"{row.name:32}{figures}{each(row):13.2f}{ratio}", flush=True)


def each(row: Row) -> float:
    """Milliseconds for a file."""
    return 1000 * row.command.median.wall / row.files if row.command else 0


if __name__ == "__main__":
    main()
