"""`wegweiser report`: what is old, unconfirmed or unknown."""

from __future__ import annotations

import argparse
import sys

from wegweiser.clock import today
from wegweiser.commands.inputs import add_folder
from wegweiser.editing import due, report
from wegweiser.publishing.prepare import examine
from wegweiser.terminal import Commands
from wegweiser.values import problems


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("report", help="was alt, unbestätigt oder unbekannt ist")
    add_folder(parser)
    parser.add_argument("--format", choices=tuple(report.FORMATS), default="text")
    parser.add_argument("--due", action="store_true", help="nur was jetzt anzusehen ist, nach Stellen geordnet")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the report to the terminal."""
    content, found = examine(options.folder, today())
    if content is None or content.lacks("region"):
        print("\n".join(map(str, problems.errors(found))), file=sys.stderr)
        return 1
    rows = due.rows(content, today()) if options.due else report.rows(content, found)
    headings = list(dict.fromkeys(row.kind for row in rows)) if options.due else report.HEADINGS
    sys.stdout.write(report.FORMATS[options.format](rows, headings))
    return 0
