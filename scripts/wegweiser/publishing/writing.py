"""Writes the files of a site, each made only then, so that thousands of pages never wait in memory."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from wegweiser.edition.site_file import SiteFile
from wegweiser.publishing.processes import processors

WORTH_A_PROCESS = 200
"""Files for which it pays to start one."""


def write_all(files: Sequence[SiteFile], site: Path) -> None:
    """Write all files into the folder of a site, shared among the processors.

    What goes wrong in another process is printed by that process, and raised here as ChildProcessError.
    """
    count = min(processors(), 1 + len(files) // WORTH_A_PROCESS)
    shares = [files[number::count] for number in range(count)]
    others = [get_context("fork").Process(target=_write, args=(share, site)) for share in shares[1:]]
    gc.freeze()  # what is there lives to the end: neither the others nor the end of the build need to look through it
    for process in others:
        process.start()
    try:
        _write(shares[0], site)
    finally:
        for process in others:
            process.join()
    if failed := [process for process in others if process.exitcode]:
        raise ChildProcessError(f"{len(failed)} von {count} Prozessen konnten ihre Dateien nicht schreiben.")


@contextmanager
def kept_if_it_fails(site: Path) -> Iterator[None]:
    """Put the files of a site back as they were before where what happens meanwhile fails; no file is copied."""
    before = site.with_name(f"{site.name}.before")
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(site, before, copy_function=os.link)
    try:
        yield
    except (Exception, SystemExit):
        shutil.copytree(before, site, copy_function=_put_back, dirs_exist_ok=True)
        raise
    finally:
        shutil.rmtree(before)


def _put_back(source: str, target: str) -> None:
    Path(target).unlink(missing_ok=True)
    os.link(source, target)


def _write(files: Sequence[SiteFile], site: Path) -> None:
    folders: set[Path] = set()
    for file in files:
        path = site / file.path
        if (folder := path.parent) not in folders:
            folder.mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        path.write_bytes(file.make())
