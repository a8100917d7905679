"""The files of a site are written by several processes; what fails in one of them is not kept quiet."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from wegweiser.edition.site_file import SiteFile
from wegweiser.publishing.writing import WORTH_A_PROCESS, write_all

MANY = 3 * WORTH_A_PROCESS


def outputs(broken: int | None = None) -> list[SiteFile]:
    def make(number: int) -> bytes:
        if number == broken:
            raise ValueError(number)
        return str(number).encode()

    return [SiteFile(f"{number % 7}/{number}.txt", partial(make, number)) for number in range(MANY)]


@pytest.mark.parametrize("processors", [1, 2, 5, None])
def test_every_file_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processors: int | None) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    write_all(outputs(), tmp_path)
    assert {path.stem: path.read_text() for path in tmp_path.rglob("*.txt")} == {str(n): str(n) for n in range(MANY)}


@pytest.mark.parametrize(("broken", "error"), [(0, ValueError), (1, ChildProcessError)])
def test_what_fails_anywhere_is_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: int, error: type[Exception]
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with pytest.raises(error):
        write_all(outputs(broken), tmp_path)


def test_few_files_are_not_worth_a_process(tmp_path: Path) -> None:
    here = [SiteFile(f"{number}", lambda: str(os.getpid()).encode()) for number in range(WORTH_A_PROCESS - 1)]
    write_all(here, tmp_path)
    assert {path.read_text() for path in tmp_path.iterdir()} == {str(os.getpid())}
