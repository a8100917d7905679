"""Reads a check sheet that Excel or LibreOffice saved; nothing in it is ever computed."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import get_column_letter

from wegweiser.editing.corrections.faults import Fault, UnreadableError
from wegweiser.editing.imports.rows import Cell, Table
from wegweiser.editing.sheets import table

HEAD_WITHIN = 30
"""Rows among which the names of the columns are looked for."""
MOST_ROWS = 5000
_AGAIN = "Bitte einen neuen Bogen erzeugen und die Antworten dort eintragen."
_AS_TEXT = "Bitte als Text schreiben: mit einem Hochkomma davor, also '{}."
_FAULTS = {
    "f": "Das ist eine Formel. Bitte den Wert selbst hinschreiben.",
    "b": "Das ist WAHR oder FALSCH statt Text. Bitte stimmt, falsch oder weiß ich nicht wählen.",
    "e": "Das ist eine Fehlermeldung der Tabelle. Bitte den Wert neu schreiben.",
}


def read_workbook(name: str, content: bytes) -> Table:
    """The answers of a workbook; raises UnreadableError where no check sheet can be found in it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what it leaves out: lists to choose from, pictures
            book = load_workbook(io.BytesIO(content), data_only=False, keep_links=False)
    except Exception as error:  # whatever the bytes make it stumble over
        message = f"Die Datei lässt sich nicht lesen. {_AGAIN} (englischer Grund: {type(error).__name__})"
        raise UnreadableError(name, message) from None
    for sheet in book.worksheets:
        if head := _head(sheet):
            return _Reader(name, sheet, *head).read()
    needed = ", ".join(table.NEEDED)
    raise UnreadableError(name, f"Darin steht keine Tabelle mit den Spalten {needed}. {_AGAIN}")


def _head(sheet: Any) -> tuple[int, dict[str, int]] | None:
    """The row with the names of the columns, and where each is."""
    for row in sheet.iter_rows(max_row=HEAD_WITHIN):
        columns = {_text(cell): cell.column for cell in row if _text(cell) in table.COLUMNS}
        if len(columns) > 1:
            return row[0].row, columns
    return None


def _text(cell: Any) -> str:
    return " ".join(str(cell.value).split()) if cell.value is not None else ""


class _Reader:
    """Reads one worksheet."""

    def __init__(self, name: str, sheet: Any, head: int, columns: dict[str, int]) -> None:
        self.name, self.sheet, self.head, self.columns = name, sheet, head, columns

    def read(self) -> Table:
        missing = [column for column in table.NEEDED if column not in self.columns]
        if missing:
            names = ", ".join(f"'{column}'" for column in missing)
            where = f"{self.name}, Zeile {self.head}"
            raise UnreadableError(where, f"Es fehlt die Spalte {names}. {_AGAIN}")
        if self.sheet.max_row > MOST_ROWS:
            message = f"Das Blatt hat {self.sheet.max_row} Zeilen. Bitte die leeren unter der Tabelle löschen."
            raise UnreadableError(self.name, message)
        rows = [self._row(number) for number in range(self.head + 1, self.sheet.max_row + 1)]
        answered = [row for row in rows if any(cell.text or cell.fault for cell in row.values())]
        return Table(answered, self._above(table.FUNCTION), self._above(table.DAY), list(self._merged()))

    def _row(self, number: int) -> dict[str, Cell]:
        return {name: self._cell(number, self.columns[name], name) for name in table.NEEDED}

    def _cell(self, row: int, column: int, name: str) -> Cell:
        where = f"{self.name}, Zeile {row}, Spalte {get_column_letter(column)} ({name})"
        return _cell(self.sheet.cell(row, column), where)

    def _merged(self) -> Iterator[Fault]:
        """Cells that were made one: nobody can tell which row their answer is for."""
        for area in self.sheet.merged_cells.ranges:
            if area.max_row >= self.head:
                where = f"{self.name}, Zeile {area.min_row}, Spalte {get_column_letter(area.min_col)}"
                remedy = "Bitte die Verbindung aufheben und in jede Zeile eine Antwort schreiben."
                yield Fault(where, f"Die Zellen {area.coord} sind verbunden. {remedy}")

    def _above(self, label: str) -> Cell:
        """The cell beside a label above the table."""
        for row in self.sheet.iter_rows(max_row=self.head - 1):
            for index, cell in enumerate(row):
                if _text(cell) == label:
                    return self._beside(row[index + 1 :], cell.row, label)
        return Cell("", f"{self.name}, über der Tabelle", f"Die Zeile '{label}' fehlt. {_AGAIN}")

    def _beside(self, cells: Any, row: int, label: str) -> Cell:
        where = f"{self.name}, Zeile {row}, Spalte C ({label})"
        filled = next((cell for cell in cells if cell.value is not None), None)
        return _cell(filled, where) if filled is not None else Cell("", where)


def _cell(cell: Any, where: str) -> Cell:
    if isinstance(cell, MergedCell) or cell.value is None:
        return Cell("", where)
    if cell.data_type in _FAULTS:
        return Cell("", where, _FAULTS[cell.data_type])
    if cell.is_date:
        return Cell("", where, f"Das ist als Datum gespeichert. {_AS_TEXT.format('01.12.2026')}")
    if cell.data_type == "n":
        return Cell(
            "", where, f"Das ist als Zahl gespeichert, Nullen am Anfang gingen verloren. {_AS_TEXT.format(cell.value)}"
        )
    return Cell(" ".join(str(cell.value).split()), where)
