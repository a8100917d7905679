"""One command, measured: wall time, processor time and memory. Every run begins where nothing is."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MEBI = 1024  # ru_maxrss is in KiB
LETTERS_OF_AN_ERROR = 400
"""Letters of what a command that failed wrote last."""


class FailedError(Exception):
    """A command ended with an error; the text is the command and the end of what it wrote."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds on the clock, seconds of processor time of all its processes, MiB of the largest."""

    wall: float
    cpu: float
    memory: float


@dataclass(slots=True)
class Command:
    """What is measured: a command, and the folder that it fills, if it fills one."""

    name: str
    words: list[object]
    cwd: Path
    environment: Mapping[str, str]
    output: Path | None = None
    costs: list[Cost] = field(default_factory=list)

    def measure(self) -> None:
        """Run it once more.

        What the run before wrote is moved aside, not deleted: a disk goes on deleting long after it was asked.
        """
        if self.output and self.output.exists():
            self.output.rename(self.output.with_name(f"{self.output.name}.{len(self.costs)}"))
        self.costs.append(cost(self.words, self.cwd, self.environment))

    @property
    def median(self) -> Cost:
        """The median of each figure by itself."""
        wall, cpu, memory = zip(*((run.wall, run.cpu, run.memory) for run in self.costs), strict=True)
        return Cost(statistics.median(wall), statistics.median(cpu), statistics.median(memory))

    @property
    def spread(self) -> float:
        """Slowest less fastest run, as a part of the median: above a fifth the machine was not idle."""
        walls = [run.wall for run in self.costs]
        return (max(walls) - min(walls)) / self.median.wall


def cost(words: list[object], cwd: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command and wait for it; only its own processes are counted."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in words], cwd=cwd, env=dict(environment), stdout=said, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            end = said.read().decode("utf-8", "replace")[-LETTERS_OF_AN_ERROR:]
            raise FailedError(f"{' '.join(map(str, words))}\n{end}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / MEBI)
