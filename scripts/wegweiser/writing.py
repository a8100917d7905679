"""Writes the files of a site, each made only then, so that thousands of pages never wait in memory."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from wegweiser.processes import processors

WORTH_A_PROCESS = 200
"""Files for which it pays to start one."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site and what makes it."""

    path: Path
    make: Callable[[], bytes]


def write_all(outputs: Sequence[Output]) -> None:
    """Write all files, shared among the processors.

    What goes wrong in another process is printed by that process, and raised here as ChildProcessError.
    """
    count = min(processors(), 1 + len(outputs) // WORTH_A_PROCESS)
    shares = [outputs[number::count] for number in range(count)]
    others = [get_context("fork").Process(target=_write, args=(share,)) for share in shares[1:]]
    gc.freeze()  # what is there lives to the end: neither the others nor the end of the build need to look through it
    for process in others:
        process.start()
    try:
        _write(shares[0])
    finally:
        for process in others:
            process.join()
    if failed := [process for process in others if process.exitcode]:
        raise ChildProcessError(f"{len(failed)} von {count} Prozessen konnten ihre Dateien nicht schreiben.")


def _write(outputs: Sequence[Output]) -> None:
    folders: set[Path] = set()
    for output in outputs:
        if (folder := output.path.parent) not in folders:
            folder.mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        output.path.write_bytes(output.make())
