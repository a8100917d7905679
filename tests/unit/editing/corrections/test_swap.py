"""Several files change together or not at all, whenever the run is killed."""

from __future__ import annotations

import fcntl
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from wegweiser.editing.corrections.swap import BusyError, NewContent, recover, replace_files

COUNT = 40
RUN = """
import sys
from pathlib import Path
from wegweiser.editing.corrections.swap import NewContent, replace_files
print("started", flush=True)
files = {Path(f"f{n}.yml"): NewContent(b"old", b"new") for n in range(int(sys.argv[2]))}
replace_files(Path(sys.argv[1]), files)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    (made / "below").mkdir(parents=True)
    for number in range(COUNT):
        (made / f"f{number}.yml").write_bytes(b"old")
    (made / "below" / "other.yml").write_bytes(b"other")
    return made


def contents(folder: Path) -> set[bytes]:
    return {(folder / f"f{number}.yml").read_bytes() for number in range(COUNT)}


CHANGES = {Path("f1.yml"): NewContent(b"old", b"new"), Path("below/other.yml"): NewContent(b"other", b"new")}


def test_all_files_change_and_the_rest_stays(folder: Path) -> None:
    replace_files(folder, CHANGES)
    assert (folder / "f1.yml").read_bytes() == (folder / "below" / "other.yml").read_bytes() == b"new"
    assert (folder / "f2.yml").read_bytes() == b"old"
    assert [path.name for path in folder.parent.iterdir()] == ["data"]


def test_what_somebody_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    (folder / "below" / "other.yml").write_bytes(b"by hand")
    with pytest.raises(BusyError, match="wurde gerade geändert"):
        replace_files(folder, CHANGES)
    assert (folder / "f1.yml").read_bytes() == b"old"
    assert [path.name for path in folder.parent.iterdir()] == ["data"]


def test_a_full_disk_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace_files(folder, CHANGES)
    assert contents(folder) == {b"old"}
    assert [path.name for path in folder.parent.iterdir()] == ["data"]


def test_a_second_writer_is_told_to_wait(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with pytest.raises(BusyError, match="schreibt gerade ein anderer Aufruf"):
            replace_files(folder, CHANGES)
    finally:
        os.close(handle)


def test_a_folder_that_a_kill_took_away_comes_back(folder: Path) -> None:
    folder.rename(folder.with_name(".data.alt-1"))
    recover(folder)
    assert contents(folder) == {b"old"}


@pytest.mark.parametrize("kills", [6, pytest.param(60, marks=pytest.mark.nightly)])
def test_killed_at_any_moment_all_files_are_old_or_all_new(folder: Path, kills: int) -> None:
    moments = random.Random(2026)  # noqa: S311 - no secret
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[4] / "scripts")}
    stopped = 0
    for _ in range(kills):
        run = subprocess.Popen(
            [sys.executable, "-c", RUN, str(folder), str(COUNT)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert run.stdout
        run.stdout.readline()
        try:
            run.wait(moments.uniform(0, 0.012))
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
        run.communicate()
        stopped += run.returncode != 0
        found = contents(folder)
        assert found in ({b"old"}, {b"new"})
        if found == {b"new"}:
            for number in range(COUNT):
                (folder / f"f{number}.yml").write_bytes(b"old")
    assert stopped
    replace_files(folder, CHANGES)
    assert [path.name for path in folder.parent.iterdir()] == ["data"], "what killed runs left is tidied up"
