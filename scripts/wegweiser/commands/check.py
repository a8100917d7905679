"""`wegweiser check`: every problem of a data folder."""

from __future__ import annotations

import argparse

from rich.console import Console

from wegweiser.clock import today
from wegweiser.commands.inputs import add_folder
from wegweiser.publishing.prepare import examine
from wegweiser.terminal import Commands, annotation, show
from wegweiser.values import problems
from wegweiser.values.problems import Problem


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("check", help="Daten prüfen")
    add_folder(parser)
    parser.add_argument(
        "--format",
        choices=("text", "lines", "github"),
        default="text",
        help="lines: eine Zeile je Fund, auch im Terminal; github: Anmerkungen im Pull-Request",
    )
    parser.add_argument("--errors-only", action="store_true", help="Warnungen nur zählen")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the problems, in the order of the files."""
    _, found = examine(options.folder, today())
    shown = problems.errors(found) if options.errors_only else sorted(found)
    console = Console(highlight=False)
    if options.format == "text" and console.is_terminal:
        show(console, shown)
        print(f"{problems.summary(found)}. {_next(found)}")
        return 1 if problems.errors(found) else 0
    for problem in shown:
        print(annotation(problem) if options.format == "github" else problem)
    print(problems.summary(found))
    return 1 if problems.errors(found) else 0


def _next(found: list[Problem]) -> str:
    """What to do now."""
    if problems.errors(found):
        return "Bis dahin bleibt die alte Website online. Was die Meldungen bedeuten: docs/handbuch/meldungen.md"
    return "Die Website kann gebaut werden: 'make serve' zeigt sie."
