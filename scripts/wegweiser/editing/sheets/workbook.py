"""A check sheet as XLSX: text cells, a list to choose from, equal bytes for equal words."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wegweiser.editing.sheets import guide, table
from wegweiser.editing.sheets.recipients import Recipient
from wegweiser.view.statements import Form, Statement

WIDTHS = (28, 30, 38, 16, 38, 34, 26, 22)
"""Of the columns, in characters."""
HEAD = 4
"""Row of the names of the columns, from 0."""
MOST = 40
"""Up to so many possible values stand in a list to choose from."""


def make_workbook(recipient: Recipient, site: str, day: dt.date) -> bytes:
    """The bytes of the file; `site` is what the site is called, `day` the day of the sheet."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = dt.datetime.combine(day, dt.time())
    book.set_properties({"title": f"Prüfbogen: {recipient.title}", "author": site, "created": created})
    formats = _formats(book)
    facts = book.add_worksheet(table.SHEET)
    _guide(book.add_worksheet(table.GUIDE), recipient, site, formats)
    facts.activate()
    _facts(facts, _Lists(book, formats), recipient, formats)
    book.close()
    return buffer.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    text = {"num_format": "@", "text_wrap": True, "valign": "top", "font_size": 11}
    return {
        "text": book.add_format({**text, "locked": True}),
        "quiet": book.add_format({**text, "font_color": "#595959"}),
        "fill": book.add_format(
            {**text, "locked": False, "bg_color": "#FFF8DC", "border": 1, "border_color": "#808080"}
        ),
        "head": book.add_format({**text, "bold": True, "bg_color": "#E4EDF2", "bottom": 1}),
        "bold": book.add_format({**text, "bold": True, "text_wrap": False}),
        "title": book.add_format({**text, "bold": True, "font_size": 16, "text_wrap": False}),
    }


class _Lists:
    """A worksheet with the possible values, one column for each list, made when it is first needed."""

    def __init__(self, book: Any, formats: dict[str, Any]) -> None:
        self._book, self._formats = book, formats
        self._columns: dict[tuple[str, ...], str] = {}
        self._sheet: Any = None

    def source(self, labels: tuple[str, ...]) -> str:
        """Where a list stands, as a cell range."""
        if labels not in self._columns:
            if self._sheet is None:
                self._sheet = self._book.add_worksheet(table.LISTS)
                self._sheet.hide()
            column = len(self._columns)
            for row, label in enumerate(labels):
                self._sheet.write_string(row, column, label, self._formats["text"])
            letter = xlsxwriter.utility.xl_col_to_name(column)
            self._columns[labels] = f"='{table.LISTS}'!${letter}$1:${letter}${len(labels)}"
        return self._columns[labels]


def _facts(sheet: Worksheet, lists: _Lists, recipient: Recipient, formats: dict[str, Any]) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width, formats["text"])
    sheet.write_string(0, 0, f"Prüfbogen: {recipient.title}", formats["title"])
    for row, label in ((1, table.FUNCTION), (2, table.DAY)):
        sheet.write_string(row, 0, label, formats["bold"])
        sheet.write_blank(row, 2, None, formats["fill"])
    for column, name in enumerate(table.COLUMNS):
        sheet.write_string(HEAD, column, name, formats["head"])
    sheet.freeze_panes(HEAD + 1, 0)
    row = HEAD + 1
    for part in recipient.parts:
        for statement in part.statements:
            cells = _cells(part.heading, statement, table.key_of(part.entry.ref, statement.field))
            for column, text in enumerate(cells):
                kind = "fill" if table.COLUMNS[column] in (table.ANSWER, table.RIGHT) else "text"
                kind = "quiet" if table.COLUMNS[column] in (table.HINT, table.CHECKED, table.KEY) else kind
                if text:
                    sheet.write_string(row, column, text, formats[kind])
                else:
                    sheet.write_blank(row, column, None, formats[kind])
            _choose(sheet, lists, row, statement)
            row += 1
    answer = table.COLUMNS.index(table.ANSWER)
    sheet.data_validation(
        HEAD + 1,
        answer,
        row - 1,
        answer,
        {
            "validate": "list",
            "source": list(table.ANSWERS),
            "error_title": "Bitte auswählen",
            "error_message": "Zur Wahl stehen: stimmt, falsch, weiß ich nicht.",
        },
    )


def _cells(title: str, statement: Statement, key: str) -> tuple[str, ...]:
    hint = statement.hint
    if statement.form is Form.CHOICES and len(statement.choices) <= MOST:
        hint = f"{hint}: {', '.join(choice.label for choice in statement.choices)}"
    return (title, statement.label, statement.words, "", "", hint, statement.checked, key)


def _choose(sheet: Worksheet, lists: _Lists, row: int, statement: Statement) -> None:
    """A list for one of several values; other words stay possible, since the right one may be missing in it."""
    if statement.form is not Form.CHOICE or not 0 < len(statement.choices) <= MOST:
        return
    right = table.COLUMNS.index(table.RIGHT)
    source = lists.source(tuple(choice.label for choice in statement.choices))
    sheet.data_validation(row, right, row, right, {"validate": "list", "source": source, "error_type": "information"})


def _guide(sheet: Worksheet, recipient: Recipient, site: str, formats: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 4, formats["text"])
    sheet.set_column(1, 1, 90, formats["text"])
    sheet.write_string(0, 0, guide.TITLE, formats["title"])
    sheet.write_string(1, 1, f"{site}: Was wir über „{recipient.title}“ sagen.", formats["text"])
    sheet.write_string(2, 1, guide.IN_THE_TABLE, formats["text"])
    for number, step in enumerate(guide.STEPS, 1):
        sheet.write_string(number + 3, 0, f"{number}.", formats["text"])
        sheet.write_string(number + 3, 1, step, formats["text"])
    sheet.write_string(len(guide.STEPS) + 5, 1, guide.NO_NAMES, formats["bold"])
