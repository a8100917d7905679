"""What is wrong with a file that came back: the place, the fault, the remedy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be read or must not be written: nothing is imported until it is mended."""

    where: str
    """`bogen.xlsx, Zeile 12, Spalte E`."""
    message: str
    """A German sentence, and the remedy."""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class UnreadableError(Exception):
    """A file that cannot be taken at all; `fault` says why."""

    def __init__(self, where: str, message: str) -> None:
        self.fault = Fault(where, message)
        super().__init__(str(self.fault))
