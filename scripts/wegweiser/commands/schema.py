"""`wegweiser schema`: the JSON Schemas that help while writing."""

from __future__ import annotations

import argparse
from pathlib import Path

from wegweiser.schema import json_schema
from wegweiser.terminal import Commands

FOLDER = Path("docs/daten/schema")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("schema", help="JSON-Schemas für die Hilfe beim Schreiben erneuern")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, metavar="ORDNER")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one file for each kind of record."""
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, content in json_schema.schema_files().items():
        (options.folder / name).write_bytes(content)
    return 0
