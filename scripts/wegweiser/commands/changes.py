"""`wegweiser changes`: what the site says differently since a state of the project in git."""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from wegweiser import pages
from wegweiser.catalog import addresses
from wegweiser.clock import today
from wegweiser.commands.inputs import OVERRIDES, WRITTEN_PAGES, add_data
from wegweiser.editing import changes
from wegweiser.editing.changes import PageText
from wegweiser.publishing.prepare import RefusedError, prepare
from wegweiser.terminal import Commands


class NoSuchStateError(Exception):
    """Git does not know the state, or there is no git."""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("changes", help="was sich seit einem Stand auf der Website ändert, in Worten")
    parser.add_argument("base", metavar="STAND", help="ein Stand in git, etwa origin/main")
    add_data(parser)
    parser.add_argument("--format", choices=tuple(changes.FORMATS), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read the pages of both states, made by this program on this day, and print what differs."""
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder)
        try:
            extract(options.base, (options.data, WRITTEN_PAGES), old)
            after = site_text(options.data, WRITTEN_PAGES)
            before = old_text(old, options.data)
        except NoSuchStateError:
            print(
                f"Fehler: git kennt den Stand {options.base} hier nicht. Bitte einen anderen nennen.", file=sys.stderr
            )
            return 1
        except RefusedError as refused:
            print("\n".join(map(str, refused.problems)), file=sys.stderr)
            return 1
    if before is None:  # no fault of the change, which may bring the very rule
        print(f"Der Stand {options.base} hält nicht alle Regeln von heute. Deshalb fehlt hier der Vergleich.")
    else:
        sys.stdout.write(changes.FORMATS[options.format](changes.compare(before, after)))
    return 0


def old_text(folder: Path, data: Path) -> dict[str, PageText] | None:
    """The text of the older state, or None where its data does not keep the rules of today."""
    try:
        return site_text(folder / data, folder / WRITTEN_PAGES)
    except RefusedError:
        return None


def extract(base: str, paths: tuple[Path, ...], folder: Path) -> None:
    """Put the files of a state in git below some paths into a folder; raises NoSuchStateError."""
    try:
        commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}").decode().strip()
        archive = git("archive", "--format=zip", commit, "--", *map(str, paths))
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        raise NoSuchStateError from error
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        packed.extractall(folder)


def git(*arguments: str) -> bytes:
    """What git answers; raises CalledProcessError."""
    return subprocess.run(["git", *arguments], check=True, capture_output=True).stdout  # noqa: S603, S607


def site_text(data: Path, written: Path) -> dict[str, PageText]:
    """Address → text of all pages made from data and of those written by hand, the latter as Markdown."""
    build = prepare(data, today(), OVERRIDES)
    texts = {
        file.path.removesuffix("index.html"): changes.read_page(file.make().decode())
        for file in pages.files(build.renderer, build.pages)
    }
    for path in written.glob("*.md"):
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
        title = next((line.removeprefix("# ") for line in lines if line.startswith("# ")), path.stem)
        texts[addresses.written_address(path.stem)] = PageText(title, tuple(lines))
    return texts
