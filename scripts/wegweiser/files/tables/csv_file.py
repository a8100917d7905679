"""A table as CSV as German spreadsheets open it: UTF-8 with a mark in front, semicolons, everything quoted."""

from __future__ import annotations

import csv
import io

from wegweiser.files.tables.table import Table

MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell that a spreadsheet would compute begins with."""
AS_TEXT = "'"


def write_csv(table: Table) -> bytes:
    """The file; no cell of it can run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([safe(cell) for cell in row] for row in table.rows)
    return (MARK + text.getvalue()).encode()


def safe(cell: str) -> str:
    """The text on one line, with an apostrophe in front where it would be computed."""
    line = " ".join(cell.split("\n"))
    return AS_TEXT + line if line.startswith(FORMULA) else line
