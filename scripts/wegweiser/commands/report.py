"""`wegweiser report`: what is old, unconfirmed or unknown."""

from __future__ import annotations

import argparse
import sys

from wegweiser.clock import today
from wegweiser.commands.inputs import add_folder
from wegweiser.editing import report
from wegweiser.publishing.prepare import examine
from wegweiser.terminal import Commands
from wegweiser.values import problems


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("report", help="was alt, unbestätigt oder unbekannt ist")
    add_folder(parser)
    parser.add_argument("--format", choices=tuple(report.FORMATS), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the report to the terminal."""
    content, found = examine(options.folder, today())
    if content is None or content.lacks("region"):
        print("\n".join(map(str, problems.errors(found))), file=sys.stderr)
        return 1
    sys.stdout.write(report.FORMATS[options.format](report.rows(content, found)))
    return 0
