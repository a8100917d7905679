"""Work for more than one processor: another process inherits what this one holds, and nothing is sent to it."""

from __future__ import annotations

import os
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from typing import Generic, TypeVar

T = TypeVar("T")


def processors() -> int:
    """How many processes can work at once; systems without fork have one."""
    return (os.cpu_count() or 1) if "fork" in get_all_start_methods() else 1


class BackgroundTask(Generic[T]):
    """Work in a forked process while this one goes on; `inline`, it is done when somebody asks for the result."""

    def __init__(self, work: Callable[[], T], *, inline: bool = False) -> None:
        self._work = work
        self._process = None
        if not inline and processors() > 1:
            context = get_context("fork")
            self._answer, there = context.Pipe(duplex=False)
            self._process = context.Process(target=lambda: there.send(work()), daemon=True)
            self._process.start()
            there.close()

    def result(self) -> T:
        """What the work gives; where the other process could not say it, the work is done again here. Asked once."""
        if self._process is None:
            return self._work()
        try:
            found: T = self._answer.recv()
        except EOFError:
            found = self._work()
        self._process.join()
        return found
