"""The script that every page loads: parts that people read and change, published as one file."""

from __future__ import annotations

from collections.abc import Iterable


def join(parts: Iterable[str]) -> bytes:
    """The parts in their order, without indentation, empty lines and lines that only comment."""
    lines = (line.strip() for part in parts for line in part.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//")).encode()
