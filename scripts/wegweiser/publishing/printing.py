"""Puts sheets and posters into a built site, and makes only those anew whose words changed.

Finished files are kept in a folder by the hash of everything they are made from. What nobody asked for in a while is
thrown away there.
"""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wegweiser.catalog.addresses import address
from wegweiser.edition.site_file import SiteFile
from wegweiser.paper import typesetting as press
from wegweiser.paper.posters import Poster
from wegweiser.paper.sheets import Sheet
from wegweiser.publishing.writing import write_all
from wegweiser.view.printed.posters import ARCHIVE, FILE

KEPT_FOR = 30 * 24 * 3600
"""Seconds after which a kept file that no site used is removed."""

END = b"%%EOF"


@dataclass(frozen=True, slots=True)
class Printed:
    """How many files the site has got, and how many of them were made for it."""

    files: int
    made: int


def print_papers(
    kind: press.Kind, papers: Iterable[Sheet | Poster], site: Path, templates: Path, kept: Path
) -> Printed:
    """Write every paper of a kind in every size into the site; raises OSError and `SheetError`."""
    kept.mkdir(parents=True, exist_ok=True)
    fingerprint = press.template_fingerprint(templates, kind.template)
    payloads: dict[Path, str] = {}
    wanted: dict[str, Path] = {}
    for paper in papers:
        for size, name in kind.papers:
            payload = press.write_payload(paper, name)
            file = kept / f"{press.key(fingerprint, payload)}.pdf"
            payloads[file] = payload
            wanted[f"{paper.address}{size}.pdf"] = file
    missing = [file for file in payloads if not _is_whole(file)]
    words, workers = [payloads[file] for file in missing], os.cpu_count() or 1
    pdfs = press.make_all(templates, kind.template, words, workers) if missing else ()
    for file, pdf in zip(missing, pdfs, strict=True):
        _write_whole(file, pdf)
    write_all([SiteFile(path, file.read_bytes) for path, file in wanted.items()], site)
    for file in payloads:
        os.utime(file)
    _tidy(kept)
    return Printed(len(wanted), len(missing))


def pack_posters(posters: Iterable[Poster], site: Path) -> int:
    """One archive for each town with all its posters, which the site has already; how many were written.

    Raises OSError. The same posters give the same bytes: no archive bears a time.
    """
    towns: dict[str, list[str]] = {}
    for poster in posters:
        if poster.town:
            files = [f"{poster.address}{size}.pdf" for size, _ in press.POSTER.papers]
            towns.setdefault(poster.town, []).extend(files)
    archives = [
        SiteFile(f"{address('municipality', town)}{ARCHIVE}", partial(_pack, site, sorted(files)))
        for town, files in towns.items()
    ]
    write_all(archives, site)
    return len(archives)


def _pack(site: Path, files: list[str]) -> bytes:
    """PDFs are compressed already, so they are stored as they are, named by the page that they belong to."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for path in files:
            page, _, name = path.rpartition("/")
            end = name.removeprefix(FILE)
            archive.writestr(zipfile.ZipInfo(f"{page.rpartition('/')[2]}{end}"), (site / path).read_bytes())
    return packed.getvalue()


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
