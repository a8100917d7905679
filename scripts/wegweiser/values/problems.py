"""A finding about the data: where it is, what is wrong, what helps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is; the value is the German word that people read."""

    ERROR = "Fehler"
    """Wrong on any day: nothing is published."""
    WARNING = "Warnung"
    """Caused by time, or to be looked at by somebody: the site is published."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One finding. `path` is shown as given; `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    message: str
    level: Level = Level.ERROR

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.level}: {self.message}"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only what stops the publication, in the order of places."""
    return sorted(problem for problem in problems if problem.level is Level.ERROR)


def summary(problems: Iterable[Problem]) -> str:
    """The closing line of a run, e.g. `2 Fehler, 1 Warnung`."""
    levels = [problem.level for problem in problems]
    warnings = levels.count(Level.WARNING)
    return f"{levels.count(Level.ERROR)} Fehler, {warnings} {'Warnung' if warnings == 1 else 'Warnungen'}"
