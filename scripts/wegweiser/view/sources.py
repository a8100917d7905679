"""Sources and checks as listed at the foot of a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from wegweiser.schema import Source
from wegweiser.values.dates import latest_day, write_partial


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source as listed at the foot of a page."""

    title: str
    url: str | None
    kind: str
    published: str
    derived: bool
    accessed: dt.date
    note: str | None


def show_sources(sources: Iterable[Source]) -> list[ShownSource]:
    """Sources without repetition, the newest first."""
    unique = {(source.title, source.url): source for source in sources}
    newest = sorted(unique.values(), key=lambda source: latest_day(source.published) or dt.date.min, reverse=True)
    return [
        ShownSource(
            source.title,
            source.url,
            source.kind.label,
            write_partial(source.published),
            source.basis.value == "derived",
            source.accessed,
            source.note,
        )
        for source in newest
    ]
