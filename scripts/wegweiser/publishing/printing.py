"""Puts the sheets of paper into a built site, and makes only those anew whose words changed.

Finished files are kept in a folder by the hash of everything they are made from. What nobody asked for in a while is
thrown away there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from wegweiser.edition.site_file import SiteFile
from wegweiser.paper import typesetting as press
from wegweiser.paper.sheets import Sheet
from wegweiser.publishing.writing import write_all

KEPT_FOR = 30 * 24 * 3600
"""Seconds after which a kept file that no site used is removed."""

END = b"%%EOF"


@dataclass(frozen=True, slots=True)
class Printed:
    """How many files the site has got, and how many of them were made for it."""

    files: int
    made: int


def print_sheets(sheets: Iterable[Sheet], site: Path, template: Path, kept: Path) -> Printed:
    """Write every sheet in every size into the site; raises OSError and `SheetError`."""
    kept.mkdir(parents=True, exist_ok=True)
    fingerprint = press.template_fingerprint(template)
    payloads: dict[Path, str] = {}
    wanted: dict[str, Path] = {}
    for sheet in sheets:
        for size, paper in press.PAPERS.items():
            payload = press.write_payload(sheet, paper)
            file = kept / f"{press.key(fingerprint, payload)}.pdf"
            payloads[file] = payload
            wanted[f"{sheet.address}{size}.pdf"] = file
    missing = [file for file in payloads if not _is_whole(file)]
    pdfs = press.make_all(template, [payloads[file] for file in missing], os.cpu_count() or 1) if missing else ()
    for file, pdf in zip(missing, pdfs, strict=True):
        _write_whole(file, pdf)
    write_all([SiteFile(path, file.read_bytes) for path, file in wanted.items()], site)
    for file in payloads:
        os.utime(file)
    _tidy(kept)
    return Printed(len(wanted), len(missing))


def _write_whole(file: Path, content: bytes) -> None:
    """A run that is stopped leaves no half file under the name of a whole one, and a full disk none at all."""
    half = file.with_suffix(f".{os.getpid()}")
    try:
        half.write_bytes(content)
        half.replace(file)
    except OSError:
        half.unlink(missing_ok=True)
        raise


def _is_whole(file: Path) -> bool:
    """Whether a kept file is there to its end: after a power cut it may not be."""
    try:
        with file.open("rb") as kept:
            kept.seek(-len(END), os.SEEK_END)
            return kept.read() == END
    except OSError:
        return False


def _tidy(kept: Path) -> None:
    """Other runs may tidy up at the same time."""
    oldest = time.time() - KEPT_FOR
    for file in kept.iterdir():
        try:
            if file.stat().st_mtime < oldest:
                file.unlink()
        except FileNotFoundError:
            continue
