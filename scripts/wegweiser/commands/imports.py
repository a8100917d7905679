"""`wegweiser import`: answers come back; every change is shown in words before anything is written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from wegweiser.clock import today
from wegweiser.commands import calendars
from wegweiser.commands.inputs import add_data
from wegweiser.editing.corrections.faults import Fault, UnreadableError
from wegweiser.editing.corrections.plan import Plan, plan_import
from wegweiser.editing.corrections.swap import BusyError, NewContent, recover, replace_files
from wegweiser.editing.imports import read_files
from wegweiser.editing.imports.kinds import check_size
from wegweiser.editing.imports.rejected import write_rejected
from wegweiser.terminal import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "import", help="Prüfbögen, Korrekturen und Kalender einlesen (Excel-Datei, CSV, E-Mail-Text, .ics)"
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="DATEI")
    parser.add_argument("--yes", action="store_true", help="schreiben, ohne zu fragen")
    parser.add_argument(
        "--confirmed-by",
        metavar="FUNKTION",
        help="die Stelle selbst hat es bestätigt, zum Beispiel am Telefon: wer dort",
    )
    parser.add_argument(
        "--house", default="", metavar="KENNUNG", help="wessen Kalender es ist; sonst sagt es der Name der Datei"
    )
    parser.add_argument("--rejected", type=Path, metavar="DATEI", help="wohin kommt, was nicht übernommen wird (CSV)")
    add_data(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, show, ask, write."""
    recover(options.data)
    files, too_large = _contents(options.files)
    kinds = {calendars.is_calendar(name, content) for name, content in files.items()}
    if kinds == {True, False}:
        return _refuse([*too_large, Fault(next(iter(files)), APART)])
    if kinds == {True}:
        return _take_calendars(files, too_large, options)
    corrections, faults = read_files(files)
    faults += too_large
    if options.confirmed_by:
        sender = {one.sender: replace(one.sender, function=options.confirmed_by, own=True) for one in corrections}
        corrections = [replace(one, sender=sender[one.sender]) for one in corrections]
    plan = plan_import(options.data, corrections, today())
    if faults or plan.faults:
        return _refuse([*faults, *plan.faults])
    _show(plan)
    if not plan.changes and not plan.rejected:
        print("Keine Antwort gefunden, nichts zu tun.")
        return 0
    if not options.yes and not _is_agreed():
        print("Nichts geschrieben. Mit --yes wird ohne Frage geschrieben.")
        return 1
    return _write(plan, options)


APART = "Kalender und Bögen zusammen gehen nicht. Bitte getrennt einlesen."


def _take_calendars(files: Mapping[str, bytes], too_large: list[Fault], options: argparse.Namespace) -> int:
    plan = calendars.plan(options.data, files, options.house)
    if too_large or plan.faults:
        return _refuse([*too_large, *plan.faults])
    calendars.show(plan)
    if not plan.events:
        print("Kein neuer Termin, nichts zu tun.")
        return 0
    if not options.yes and not _is_agreed():
        print("Nichts geschrieben. Mit --yes wird ohne Frage geschrieben.")
        return 1
    if (code := _replace(options.data, plan.files)) == 0:
        count = len(plan.events)
        print(f"{count} {'Termin' if count == 1 else 'Termine'} eingetragen.")
    return code


def _replace(folder: Path, files: Mapping[Path, NewContent]) -> int:
    """Write all or nothing; says why not."""
    try:
        replace_files(folder, files)
    except BusyError as error:
        print(f"Fehler: {error}", file=sys.stderr)
        return 1
    return 0


def _contents(paths: Iterable[Path]) -> tuple[dict[str, bytes], list[Fault]]:
    """The bytes of each file by its name; what is too large is not read."""
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    for path in paths:
        name = str(path) if path.name in files else path.name
        try:
            check_size(name, path.stat().st_size)
            files[name] = path.read_bytes()
        except UnreadableError as error:
            faults.append(error.fault)
    return files, faults


def _refuse(faults: Iterable[Fault]) -> int:
    found = list(dict.fromkeys(faults))
    for fault in found:
        print(f"Fehler: {fault}", file=sys.stderr)
    print(f"{len(found)} Fehler: nichts geschrieben.", file=sys.stderr)
    return 1


def _show(plan: Plan) -> None:
    for (title, record), changes in groupby(plan.changes, key=lambda one: (one.title, one.correction.record)):
        print(f"{title} ({record})")
        for change in changes:
            print(f"  {change}")
    if plan.rejected:
        print("Nicht übernommen:")
    for one in plan.rejected:
        print(f"  {one.correction.where}: {one.reason}")


def _is_agreed() -> bool:
    try:
        return input("So in die Daten schreiben? [j/N] ").strip().lower() in ("j", "ja")
    except EOFError:
        return False


def _write(plan: Plan, options: argparse.Namespace) -> int:
    """What is not taken is kept before anything is changed."""
    kept = options.rejected or options.files[0].with_suffix(".nicht-uebernommen.csv")
    if plan.rejected:
        half = kept.with_name(f".{kept.name}.neu")
        half.write_bytes(write_rejected(plan.rejected))
        half.replace(kept)
        print(f"{len(plan.rejected)} Antworten mit Grund in {kept} aufgehoben.")
    if plan.files and (code := _replace(options.data, plan.files)):
        return code
    confirmed = sum(change.is_confirmation for change in plan.changes)
    files = f"{len(plan.files)} {'Datei' if len(plan.files) == 1 else 'Dateien'}"
    print(f"{len(plan.changes) - confirmed} Angaben geändert, {confirmed} bestätigt, in {files}.")
    return 0
