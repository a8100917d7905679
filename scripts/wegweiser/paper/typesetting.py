"""Sheets become PDF/UA files: the same bytes for the same words, whatever the machine.

Words reach the compiler as JSON in an input, never as its markup. Fonts are the ones of this repository and of the
compiler; those of the machine are not looked at. The time written into a file is that of no clock.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from wegweiser.paper.posters import Poster
    from wegweiser.paper.questionnaire import Questionnaire
    from wegweiser.paper.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Kind:
    """What is printed for the site by one template."""

    template: str
    """Name of the file beside the fonts."""
    papers: tuple[tuple[str, str], ...]
    """(End of the file's name, size of the paper)."""


SHEET = Kind("zettel.typ", (("", "a4"), ("-a5", "a5")))
POSTER = Kind("aushang.typ", (("-a4", "a4"), ("-a3", "a3")))
FONTS = "fonts"
BATCH = 20
"""Sheets that a process takes at once."""


class SheetError(Exception):
    """A sheet that cannot be made; the text is what the compiler says about it."""


def write_payload(sheet: Sheet | Poster | Questionnaire, paper: str) -> str:
    """Everything that decides about a file apart from the template and the fonts, as JSON."""
    return _drawable(json.dumps({**asdict(sheet), "address": "", "paper": paper}, ensure_ascii=False, sort_keys=True))


def _drawable(text: str) -> str:
    """Without characters that none of the fonts can draw, emoji mostly: PDF/UA refuses them."""
    return "".join(character for character in text if _is_drawable(character))


@cache
def _is_drawable(character: str) -> bool:
    code = ord(character)
    known = code < 0x500 or 0x1E00 <= code < 0x2041 or 0x20A0 <= code < 0x20C1
    return known and unicodedata.category(character) not in ("Cn", "Co", "Cs")


def template_fingerprint(folder: Path, template: str) -> str:
    """What all files of a template have in common: template, fonts and compiler, as a short hash."""
    files = [folder / template, *sorted((folder / FONTS).glob("*.ttf"))]
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    return hashlib.sha256(" ".join([version("typst"), *digests]).encode()).hexdigest()


def key(fingerprint: str, payload: str) -> str:
    """Names a file by everything it is made from."""
    return hashlib.sha256(f"{fingerprint}{payload}".encode()).hexdigest()


class Press:
    """Makes PDFs from one folder with templates and their fonts."""

    def __init__(self, folder: Path, template: str) -> None:
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(folder / FONTS)])
        self._template = (folder / template).read_bytes()
        self._compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True, root=str(folder))

    def make(self, payload: str) -> bytes:
        """One file; raises SheetError with the words of the compiler."""
        try:
            made = self._compiler.compile(
                self._template, format="pdf", sys_inputs={"sheet": payload}, pdf_standards=["ua-1"], timestamp=0
            )
        except typst.TypstError as error:
            raise SheetError(str(error)) from None
        if not isinstance(made, bytes):
            raise SheetError("several files")
        return made


_press: Press


def _start(folder: Path, template: str) -> None:
    global _press
    Thread(target=_exit_with_parent, daemon=True).start()
    _press = Press(folder, template)


def _exit_with_parent() -> None:
    """End this process when the one that started it was killed; else it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _make(payload: str) -> bytes:
    return _press.make(payload)


def make_all(folder: Path, template: str, payloads: Iterable[str], workers: int) -> Iterator[bytes]:
    """The PDFs of all payloads in their order, made by several processes; raises SheetError."""
    context = get_context("spawn")  # the compiler has threads, which a forked process would not
    with ProcessPoolExecutor(workers, context, _start, (folder, template)) as pool:
        yield from pool.map(_make, payloads, chunksize=BATCH)
