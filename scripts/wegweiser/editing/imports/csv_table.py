"""Reads a check sheet as CSV, whatever program wrote it: semicolon, comma or tab; UTF-8, UTF-16 or Windows."""

from __future__ import annotations

import csv
import io

from wegweiser.editing.corrections.faults import UnreadableError
from wegweiser.editing.imports.mail import decode
from wegweiser.editing.imports.rows import Cell, Table
from wegweiser.editing.sheets import table

NEEDED = (*table.NEEDED, table.FUNCTION, table.DAY)
_FORMULAS = ("=", "@", "+", "-")


def read_csv(name: str, content: bytes) -> Table:
    """The answers of a table; raises UnreadableError where columns are missing."""
    text = decode(content).lstrip("\r\n")
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        message = "Die Tabelle ist keine gültige CSV-Datei. Bitte noch einmal als CSV speichern."
        raise UnreadableError(name, f"{message} (englischer Grund: {error})") from None
    head = [" ".join(column.split()) for column in lines[0]]
    if missing := [column for column in NEEDED if column not in head]:
        names = ", ".join(f"'{column}'" for column in missing)
        raise UnreadableError(
            f"{name}, Zeile 1", f"Es fehlt die Spalte {names}. Bitte die Spalten so nennen wie im Bogen."
        )
    return Table([_row(name, number, head, line) for number, line in enumerate(lines[1:], 2) if any(line)])


def _row(name: str, number: int, head: list[str], line: list[str]) -> dict[str, Cell]:
    cells = dict(zip(head, line, strict=False))
    return {column: _cell(cells.get(column, ""), f"{name}, Zeile {number}, Spalte '{column}'") for column in NEEDED}


def _cell(text: str, where: str) -> Cell:
    text = " ".join(text.split())
    if text.startswith("'") and text[1:].startswith(_FORMULAS):
        text = text[1:]  # put in front so that no spreadsheet takes it for a formula
    elif text.startswith(("=", "@")):
        return Cell("", where, "Das ist eine Formel. Bitte den Wert selbst hinschreiben.")
    return Cell(text, where)
