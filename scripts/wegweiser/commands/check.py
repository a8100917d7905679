"""`wegweiser check`: every problem of a data folder."""

from __future__ import annotations

import argparse

from wegweiser.clock import today
from wegweiser.commands.inputs import add_folder
from wegweiser.publishing.prepare import examine
from wegweiser.terminal import Commands, annotation
from wegweiser.values import problems


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("check", help="Daten prüfen")
    add_folder(parser)
    parser.add_argument(
        "--format", choices=("text", "github"), default="text", help="github: Anmerkungen im Pull-Request"
    )
    parser.add_argument("--errors-only", action="store_true", help="Warnungen nur zählen")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the problems, in the order of the files."""
    _, found = examine(options.folder, today())
    shown = problems.errors(found) if options.errors_only else sorted(found)
    for problem in shown:
        print(annotation(problem) if options.format == "github" else problem)
    print(problems.summary(found))
    return 1 if problems.errors(found) else 0
