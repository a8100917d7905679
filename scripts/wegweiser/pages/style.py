"""The style sheet: parts that people read and change, published as one file that a visitor loads once."""

from __future__ import annotations

import re
from collections.abc import Iterable

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def join(parts: Iterable[str]) -> bytes:
    """The parts in their order, without comments, indentation and empty lines; every rule keeps its lines."""
    lines = (line.strip() for part in parts for line in COMMENT.sub("", part).splitlines())
    return "".join(f"{line}\n" for line in lines if line).encode()
