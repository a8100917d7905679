"""The answers that were not taken, with the reasons, as a table that can be amended and imported again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from wegweiser.editing.corrections.plan import Rejected
from wegweiser.editing.sheets import table

COLUMNS = (table.KEY, table.TODAY, table.ANSWER, table.RIGHT, table.FUNCTION, table.DAY, table.REASON)


def write_rejected(rejected: Iterable[Rejected]) -> bytes:
    """The bytes of a CSV file as spreadsheets here read it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(COLUMNS)
    for one in rejected:
        answer = one.correction
        key = table.key_of(answer.record, answer.field)
        day = f"{answer.sender.on:%d.%m.%Y}"
        cells = (key, answer.before, answer.answer, answer.right, answer.sender.function, day, one.reason)
        writer.writerow([f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell for cell in cells])
    return buffer.getvalue().encode("utf-8-sig")
