"""Several things in one German phrase."""

from __future__ import annotations

from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """`Ense, Werl und Wickede`."""
    return " und ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
