"""Work in another process gives what it would give here, whatever becomes of that process."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from wegweiser.publishing.processes import BackgroundTask, processors

HERE = os.getpid()


def name_process() -> int:
    return os.getpid()


def die_elsewhere() -> str:
    if os.getpid() != HERE:
        os._exit(1)
    return "done here"


def fail() -> None:
    raise ValueError("wrong data")


@pytest.mark.parametrize(
    ("count", "alone", "elsewhere"), [(2, False, True), (2, True, False), (1, False, False), (None, False, False)]
)
def test_another_process_works_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, count: int | None, alone: bool, elsewhere: bool
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: count)
    assert (BackgroundTask(name_process, inline=alone).result() != HERE) is elsewhere


@pytest.mark.parametrize("size", [0, 1, 100_000])
def test_a_result_of_any_size_arrives(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert (
        BackgroundTask(lambda: ["ein Satz mit Umlauten: äöü"] * size).result() == ["ein Satz mit Umlauten: äöü"] * size
    )


def test_what_a_dead_process_did_not_say_is_worked_out_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert BackgroundTask(die_elsewhere).result() == "done here"


def test_a_fault_is_raised_here_too(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    work: Callable[[], None] = fail
    with pytest.raises(ValueError, match="wrong data"):
        BackgroundTask(work).result()
    assert "wrong data" in capfd.readouterr().err


def test_without_fork_there_is_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wegweiser.publishing.processes.get_all_start_methods", lambda: ["spawn"])
    assert processors() == 1
