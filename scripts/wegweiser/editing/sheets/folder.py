"""All check sheets in one folder: a workbook, a PDF and a mail for each house and office."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from wegweiser.editing.sheets import guide, table
from wegweiser.editing.sheets.letter import write_letter
from wegweiser.editing.sheets.recipients import Recipient
from wegweiser.editing.sheets.workbook import make_workbook
from wegweiser.paper.questionnaire import TEMPLATE, Part, Questionnaire, code_of, questions_of
from wegweiser.paper.typesetting import Press, write_payload


class NotEmptyError(Exception):
    """There is something in the folder already."""


def sheet_files(
    recipients: Iterable[Recipient], site: str, url: str, reply_to: str, day: dt.date, templates: Path
) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file; `url` is where the site is published, or empty. Raises `SheetError`."""
    press = Press(templates, TEMPLATE)
    for recipient in recipients:
        page = url + recipient.page if url else ""
        yield f"{recipient.stem}.xlsx", make_workbook(recipient, site, day)
        yield f"{recipient.stem}.pdf", press.make(write_payload(questionnaire(recipient, site, page), "a4"))
        yield f"{recipient.stem}.txt", write_letter(recipient, site, page, reply_to).encode()


def questionnaire(recipient: Recipient, site: str, page: str) -> Questionnaire:
    """The sheet for paper; `page` is the full address of the recipient's page, or empty."""
    return Questionnaire(
        title=f"Prüfbogen: {recipient.title}",
        brand=site,
        guide=guide.ON_PAPER,
        remark=guide.NO_NAMES,
        parts=tuple(Part(part.heading, questions_of(part.statements)) for part in recipient.parts),
        answers=table.ANSWERS,
        code=code_of(page),
        page=page,
    )


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write all files into a new or empty folder, or none. Raises NotEmptyError and OSError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmptyError
    folder.parent.mkdir(parents=True, exist_ok=True)
    half = folder.with_name(f".{folder.name}.neu-{os.getpid()}")
    half.mkdir()
    try:
        for name, content in files:
            (half / name).write_bytes(content)
        half.rename(folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)
