"""What comes back: check sheets as XLSX or CSV, and mails with a block; each becomes corrections, or faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wegweiser.editing.corrections.block import BlockError, read_blocks
from wegweiser.editing.corrections.correction import Correction
from wegweiser.editing.corrections.faults import Fault, UnreadableError
from wegweiser.editing.imports.csv_table import read_csv
from wegweiser.editing.imports.kinds import Kind, kind_of
from wegweiser.editing.imports.mail import text_of
from wegweiser.editing.imports.rows import corrections_of
from wegweiser.editing.imports.workbook import read_workbook


def read_files(files: Mapping[str, bytes]) -> tuple[list[Correction], list[Fault]]:
    """The answers of all files by name, and everything that is wrong with them."""
    found: list[Correction] = []
    faults: list[Fault] = []
    for name, content in files.items():
        try:
            found += _read(name, content, faults)
        except UnreadableError as error:
            faults.append(error.fault)
        except BlockError as error:
            faults.append(Fault(name, str(error)))
    return found, faults


def _read(name: str, content: bytes, faults: list[Fault]) -> Iterable[Correction]:
    kind = kind_of(name, content)
    if kind is Kind.WORKBOOK:
        return corrections_of(read_workbook(name, content), faults)
    if kind is Kind.TABLE:
        return corrections_of(read_csv(name, content), faults)
    return _of_mail(name, content, faults)


def _of_mail(name: str, content: bytes, faults: list[Fault]) -> Iterable[Correction]:
    found = read_blocks(text_of(name, content), name)
    if not found:
        remedy = "Bitte die E-Mail mit dem Teil von [Wegweiser-Korrektur 1] bis [Ende …] als Textdatei speichern."
        faults.append(Fault(name, f"Darin steht kein Block mit Korrekturen. {remedy}"))
    return found
