"""Puts several changed files into a folder in one step: afterwards all are changed or none, whatever happens.

A copy of the folder (of links, so it takes a moment only) gets the new files; then the two folders change names.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


class BusyError(Exception):
    """The folder changed meanwhile, or somebody else writes into it; the text is German, with the remedy."""


@dataclass(frozen=True, slots=True)
class NewContent:
    """What a file held when the change was thought out, and what it shall hold."""

    before: bytes | None
    """None for a file that is new."""
    after: bytes


def replace_files(folder: Path, files: Mapping[Path, NewContent]) -> None:
    """Change the files (paths within the folder) all together; raises BusyError and OSError, then none is changed."""
    folder = folder.resolve()
    with _locked(folder):
        _tidy(folder)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.neu-", dir=folder.parent))
        try:
            shutil.copytree(folder, fresh, copy_function=_link, dirs_exist_ok=True, symlinks=True)
            for path, content in files.items():
                _write(folder / path, fresh / path, content)
            shutil.copystat(folder, fresh)
            _exchange(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


@contextmanager
def changed_copy(folder: Path, files: Mapping[Path, NewContent]) -> Iterator[Path]:
    """A copy of the folder as it would be, elsewhere, for as long as it is looked at."""
    with tempfile.TemporaryDirectory(prefix="wegweiser-") as name:
        copy = Path(name) / folder.name
        shutil.copytree(folder, copy)
        for path, content in files.items():
            (copy / path).parent.mkdir(exist_ok=True)
            (copy / path).write_bytes(content.after)
        yield copy


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _write(old: Path, new: Path, content: NewContent) -> None:
    if (old.read_bytes() if old.exists() else None) != content.before:
        raise BusyError(f"{old} wurde gerade geändert. Bitte noch einmal aufrufen.")
    new.unlink(missing_ok=True)
    new.parent.mkdir(exist_ok=True)
    with new.open("wb") as file:
        file.write(content.after)
        file.flush()
        os.fsync(file.fileno())
    if content.before is not None:
        shutil.copymode(old, new)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(handle).st_ino != folder.stat().st_ino:
            raise BlockingIOError
        yield
    except BlockingIOError:
        raise BusyError(f"In {folder} schreibt gerade ein anderer Aufruf. Bitte gleich noch einmal aufrufen.") from None
    finally:
        os.close(handle)


def _exchange(fresh: Path, folder: Path) -> None:
    """Let both change names in one step, so that there is no moment without a folder; where Linux can."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    here, both = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    if rename is not None and rename(here, os.fsencode(fresh), here, os.fsencode(folder), both) == 0:
        return
    old = folder.with_name(f".{folder.name}.alt-{os.getpid()}")
    folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def recover(folder: Path) -> None:
    """Bring a folder back that a kill between two renames took away."""
    if not folder.exists():
        for old in folder.parent.glob(f".{folder.name}.alt-*"):
            old.rename(folder)
            return


def _tidy(folder: Path) -> None:
    """Remove what a run left that was killed."""
    for pattern in (f".{folder.name}.neu-*", f".{folder.name}.alt-*"):
        for left in folder.parent.glob(pattern):
            shutil.rmtree(left, ignore_errors=True)
