"""The style sheet: parts that people read and change, published as one file that a visitor loads once."""

from __future__ import annotations

from collections.abc import Iterable

from rcssmin import cssmin


def join(parts: Iterable[str]) -> bytes:
    """The parts in their order, as UTF-8, without comments and without spaces that only readers need."""
    shortened: str = cssmin("\n".join(parts))
    return shortened.encode()
