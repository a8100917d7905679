"""From the rows of a check sheet to corrections; every fault is told with its row, its column and what to do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wegweiser.editing.corrections.correction import Answer, Correction, Sender
from wegweiser.editing.corrections.faults import Fault
from wegweiser.editing.sheets import table
from wegweiser.values.text import printable


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and where."""

    text: str
    where: str
    """`bogen.xlsx, Zeile 12, Spalte E (Richtig ist)`."""
    fault: str = ""
    """Why its text cannot be trusted; empty where it can."""


@dataclass(frozen=True, slots=True)
class Table:
    """A check sheet as it came back: its rows by the names of the columns, function and day."""

    rows: list[dict[str, Cell]]
    function: Cell | None = None
    """None where each row has its own."""
    day: Cell | None = None
    faults: list[Fault] = field(default_factory=list)


_ANSWERS = {answer.value: answer for answer in Answer} | {"weiss ich nicht": Answer.UNSURE, "richtig": Answer.RIGHT}


def corrections_of(sheet: Table, faults: list[Fault]) -> Iterator[Correction]:
    """The answers of a sheet, in its order; rows without an answer say nothing."""
    faults += sheet.faults
    for row in sheet.rows:
        answer, right = row[table.ANSWER], row[table.RIGHT]
        if not answer.text and not right.text and not answer.fault and not right.fault:
            continue
        broken = [Fault(cell.where, cell.fault) for cell in row.values() if cell.fault]
        said = _answer(answer, right, broken)
        sender = _sender(row.get(table.FUNCTION) or sheet.function, row.get(table.DAY) or sheet.day, broken)
        record, _, name = row[table.KEY].text.partition(table.SEPARATOR)
        if not name and not row[table.KEY].fault:
            remedy = "Bitte einen neuen Bogen erzeugen und die Antwort dort eintragen."
            broken.append(
                Fault(row[table.KEY].where, f"Die Kennung '{printable(record[:60])}' ist unvollständig. {remedy}")
            )
        faults += [fault for fault in broken if fault not in faults]
        if not broken and said and sender:
            where = right.where if said is Answer.WRONG else answer.where
            correct = right.text if said is Answer.WRONG else ""
            yield Correction(record, name, said, sender, row[table.TODAY].text, correct, where)


def _answer(answer: Cell, right: Cell, broken: list[Fault]) -> Answer | None:
    if answer.fault:
        return None
    said = _ANSWERS.get(answer.text.lower().rstrip(".")) if answer.text else Answer.WRONG
    if said is None:
        shown = printable(answer.text[:40])
        broken.append(Fault(answer.where, f"'{shown}' kenne ich nicht. Bitte wählen: {', '.join(table.ANSWERS)}."))
    elif said is Answer.RIGHT and right.text:
        broken.append(
            Fault(
                right.where,
                "Dort steht ein neuer Wert, daneben aber 'stimmt'. Bitte 'falsch' wählen oder den Wert löschen.",
            )
        )
    return said


def _sender(function: Cell | None, day: Cell | None, broken: list[Fault]) -> Sender | None:
    for cell in (function, day):
        if cell and cell.fault:
            broken.append(Fault(cell.where, cell.fault))
    if not function or not day or function.fault or day.fault:
        return None
    if not function.text:
        broken.append(
            Fault(function.where, "Die Funktion fehlt. Bitte eintragen, zum Beispiel: Leitung der Einrichtung.")
        )
        return None
    when = _day(day.text)
    if when is None:
        shown = f"'{printable(day.text[:40])}' ist kein Datum" if day.text else "Das Datum fehlt"
        broken.append(Fault(day.where, f"{shown}. Bitte so schreiben: 01.12.2026."))
        return None
    return Sender(function.text, when, own=True)


def _day(text: str) -> dt.date | None:
    found = re.fullmatch(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})|(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    if not found:
        return None
    day, month, year, *iso = found.groups()
    numbers = (year, month, day) if year else tuple(iso)
    try:
        return dt.date(*map(int, numbers))
    except ValueError:
        return None
