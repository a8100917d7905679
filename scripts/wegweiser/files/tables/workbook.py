"""All tables as one workbook for people: every cell is text, so that postcodes and `3-5` stay what they are."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from wegweiser.edition.site import Site
from wegweiser.files.tables.table import NO, YES, Table
from wegweiser.values.dates import write_day

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
NARROW, WIDE = 12, 50
NOTES = "Hinweise"


def write_workbook(site: Site, tables: Sequence[Table]) -> bytes:
    """The workbook: a sheet that explains, then one for each table."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, OPTIONS)
    book.set_properties(
        {"title": site.name, "created": dt.datetime.combine(site.today, dt.time()), "comments": "CC BY 4.0"}
    )
    text = book.add_format({"num_format": "@", "valign": "top"})
    head = book.add_format({"num_format": "@", "bold": True, "bottom": 1})
    _write_notes(book.add_worksheet(NOTES), site, text, head)
    for table in tables:
        _write_table(book.add_worksheet(table.title), table, text, head)
    book.close()
    return content.getvalue()


def _write_notes(sheet: Any, site: Site, text: Any, head: Any) -> None:
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, site.name, head)
    lines = (
        f"Stand der Datei: {write_day(site.today)}.",
        "Neben jeder Angabe steht, von wann der Beleg ist. „Bitte nachfragen“: Die Stelle hat es nicht bestätigt.",
        "Ein leeres Feld heißt: nicht bekannt, oder zu alt, um es zu zeigen.",
        "Alle Zellen sind Text. Deshalb bleiben Postleitzahlen und Angaben wie 3-5, wie sie sind.",
        "Sie dürfen alles weiterverwenden (Lizenz CC BY 4.0). Bitte nennen Sie die Website als Quelle.",
        site.url,
    )
    for row, line in enumerate(filter(None, lines), 2):
        sheet.write_string(row, 0, line, text)


def _write_table(sheet: Any, table: Table, text: Any, head: Any) -> None:
    """Text in every cell; the first row stays in sight and filters."""
    sheet.freeze_panes(1, 2)
    for column, title in enumerate(table.columns):
        sheet.write_string(0, column, title, head)
        longest = max((len(row[column]) for row in table.rows), default=0)
        sheet.set_column(column, column, min(max(longest, len(title) + 3, NARROW), WIDE), text)
        if title in table.yes_or_no and table.rows:
            sheet.data_validation(1, column, len(table.rows), column, {"validate": "list", "source": [YES, NO]})
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(number, column, cell, text)
    if table.columns:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
