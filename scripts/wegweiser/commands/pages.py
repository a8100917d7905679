"""`wegweiser pages`: all pages made from data in a folder, without MkDocs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wegweiser.clock import today
from wegweiser.commands.inputs import OVERRIDES, WRITTEN_PAGES, add_data, site_url, written_addresses
from wegweiser.publishing import assets
from wegweiser.publishing.prepare import RefusedError, prepare
from wegweiser.publishing.writing import write_all
from wegweiser.terminal import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("pages", help="alle Seiten aus Daten fertig in einen Ordner legen, ohne MkDocs")
    parser.add_argument("folder", type=Path, metavar="ORDNER", help="neu oder leer")
    add_data(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files into a new or empty folder."""
    try:
        build = prepare(options.data, today(), OVERRIDES, site_url())
    except RefusedError as refused:
        print("\n".join(map(str, refused.problems)), file=sys.stderr)
        return 1
    if options.folder.exists() and any(options.folder.iterdir()):
        print(f"Fehler: Der Ordner {options.folder} ist nicht leer. Bitte einen neuen nennen.", file=sys.stderr)
        return 1
    files = {file.path: file for file in (*build.files(written_addresses()), *assets.static_files(WRITTEN_PAGES))}
    write_all(list(files.values()), options.folder)
    count = sum(path.endswith(".html") for path in files)
    print(f"{count} Seiten und {len(files) - count} andere Dateien in {options.folder} geschrieben.")
    return 0
