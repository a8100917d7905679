"""What several commands are given: a data folder, the pages written by hand, and where the site will be published."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from wegweiser import catalog
from wegweiser.catalog import addresses
from wegweiser.values import problems

WRITTEN_PAGES = Path("docs")
OVERRIDES = Path("overrides")


def add_folder(command: argparse.ArgumentParser) -> None:
    """The data folder as the last word of the call."""
    command.add_argument("folder", nargs="?", type=Path, default=Path("data"), metavar="ORDNER", help="sonst: data")


def add_data(command: argparse.ArgumentParser) -> None:
    """The data folder as an option, for commands whose last word is something else."""
    command.add_argument("--data", type=Path, default=Path(os.environ.get("WEGWEISER_DATA") or "data"))


def load(folder: Path) -> catalog.Catalog | None:
    """The catalog of a folder whose files can all be read; else says what is wrong with them."""
    content, found = catalog.load(folder)
    if wrong := problems.errors(found):
        print("\n".join(map(str, wrong)), file=sys.stderr)
        return None
    return content


def written_addresses() -> list[str]:
    """The addresses of the pages written by hand, without those that nobody shall find."""
    pages = [*WRITTEN_PAGES.glob("*.md"), *(WRITTEN_PAGES / addresses.HANDBOOK).glob("*.md")]
    shown = [path for path in pages if "\nrobots: noindex" not in path.read_text("utf-8")]
    names = (path.relative_to(WRITTEN_PAGES).with_suffix("").as_posix() for path in shown)
    return [*map(addresses.written_address, names), *addresses.field_addresses()]


def site_url() -> str:
    """Where the site will be published, with a slash at the end; empty where unknown."""
    url = os.environ.get("SITE_URL", "")
    return url if not url or url.endswith("/") else f"{url}/"
