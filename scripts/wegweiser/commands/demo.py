"""`wegweiser demo`: an invented region."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wegweiser import demo
from wegweiser.clock import today
from wegweiser.terminal import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("demo", help="eine erfundene Region schreiben")
    parser.add_argument("--centres", type=int, default=50, metavar="N", help="Zahl der Häuser (sonst 50)")
    parser.add_argument("folder", type=Path, metavar="ORDNER")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files into a new or empty folder."""
    try:
        count = demo.write(options.folder, max(1, options.centres), today())
    except demo.FolderNotEmptyError:
        print(f"Fehler: Der Ordner {options.folder} ist nicht leer. Bitte einen neuen nennen.", file=sys.stderr)
        return 1
    print(f"{count} Dateien in {options.folder} geschrieben. Alles darin ist erfunden.")
    return 0
