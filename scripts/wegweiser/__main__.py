"""The command `wegweiser`: with the bridge to MkDocs the only part that writes files."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Collection
from importlib.metadata import version

from wegweiser.clock import ClockError
from wegweiser.commands import (
    addresses,
    changes,
    check,
    demo,
    editor_config,
    handouts,
    imports,
    pages,
    report,
    sample,
    schema,
    sheet,
)
from wegweiser.publishing.garbage import relax_garbage_collection
from wegweiser.terminal import Parser, unknown_command

COMMANDS = (check, report, sheet, imports, sample, changes, demo, addresses, pages, handouts, schema, editor_config)
"""In the order in which the help lists them."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the machine is set to, and whatever a file is called
            stream.reconfigure(encoding="utf-8", errors="replace")
    relax_garbage_collection()
    given = sys.argv[1:] if arguments is None else arguments
    parser, names = _parser()
    if not given:
        parser.print_help()
        return 0
    if not given[0].startswith("-") and given[0] not in names:
        print(unknown_command(given[0], names), file=sys.stderr)
        return 2
    options = parser.parse_args(given)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # `wegweiser check | head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except ClockError as error:
        print(f"Fehler: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        remedy = "Bitte Name, Rechte und freien Platz prüfen."
        print(
            f"Fehler: {error.filename}: nicht zu lesen oder zu schreiben ({error.strerror}). {remedy}", file=sys.stderr
        )
        return 1
    return code


def _parser() -> tuple[argparse.ArgumentParser, Collection[str]]:
    """The parser, and the names of all commands."""
    parser = Parser(prog="wegweiser", description="Werkzeuge für die Daten des Familienwegweisers.")
    parser.add_argument("--version", action="version", version=f"wegweiser {version('familienwegweiser')}")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    for command in COMMANDS:
        command.register(commands)
    return parser, commands.choices


if __name__ == "__main__":
    sys.exit(main())
