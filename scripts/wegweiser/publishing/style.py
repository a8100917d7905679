"""The style sheet: parts that people read and change, published as one file that a visitor loads once."""

from __future__ import annotations

import re
from collections.abc import Iterable

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def join(parts: Iterable[str]) -> bytes:
    """The parts in their order, without comments and without spaces that only readers need; a line for each rule."""
    lines = (line.strip().replace(": ", ":") for part in parts for line in COMMENT.sub("", part).splitlines())
    return "".join(line + _after(line) for line in lines if line).encode()


def _after(line: str) -> str:
    if line.endswith("}"):
        return "\n"
    return "" if line.endswith((",", ";", "{")) else " "
