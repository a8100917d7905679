"""Scripts as browsers load them: without comments and indentation, and the parts of every page's script as one file."""

from __future__ import annotations

from collections.abc import Iterable


def join(parts: Iterable[str]) -> bytes:
    """The parts in their order, without indentation, empty lines and lines that only comment.

    So no text of a script may go over several lines.
    """
    lines = (line.strip() for part in parts for line in part.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//")).encode()
