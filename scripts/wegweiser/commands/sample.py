"""`wegweiser sample`: draw numbers to call, and tell how many of them were right."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wegweiser.clock import today
from wegweiser.commands.inputs import add_data, load
from wegweiser.editing import sample
from wegweiser.editing.corrections.patch import patch
from wegweiser.editing.corrections.swap import BusyError, NewContent, recover, replace_files
from wegweiser.schema import Region
from wegweiser.terminal import Commands

FILE = Path("probeanrufe.csv")
REGION = Path("region.yml")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("sample", help="Nummern zum Anrufen ziehen, und wie viele davon stimmten")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--calls", type=int, metavar="N", help=f"so viele Nummern in die Liste {FILE} schreiben, etwa 30")
    what.add_argument("--answers", type=Path, metavar="DATEI", help="die ausgefüllte Liste zählen und eintragen")
    add_data(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the list, or count what came back."""
    return _draw(options) if options.calls else _count(options)


def _draw(options: argparse.Namespace) -> int:
    if (content := load(options.data)) is None:
        return 1
    drawn = sample.draw(content, today(), max(1, options.calls))
    FILE.write_bytes(sample.write_calls(drawn))
    print(f"{len(drawn)} Nummern stehen in {FILE}. Bitte anrufen, ja oder nein eintragen, dann: --answers {FILE}")
    return 0


def _count(options: argparse.Namespace) -> int:
    recover(options.data)
    counted, faults = sample.read_answers(options.answers.name, options.answers.read_bytes())
    if faults:
        print("\n".join(f"Fehler: {fault}" for fault in faults), file=sys.stderr)
        print(f"{len(faults)} Fehler: nichts geschrieben.", file=sys.stderr)
        return 1
    if load(options.data) is None:
        return 1
    before = (options.data / REGION).read_bytes()
    after = patch(before, [sample.edit_of(counted, today())], Region)
    try:
        replace_files(options.data, {REGION: NewContent(before, after)})
    except BusyError as error:
        print(f"Fehler: {error}", file=sys.stderr)
        return 1
    print(f"{counted.right} von {counted.called} Nummern stimmten. Das steht jetzt in {options.data / REGION}.")
    return 0
