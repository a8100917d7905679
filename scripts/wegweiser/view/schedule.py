"""What decides about openings at a place: the holidays of its town, and the days on which it is closed."""

from __future__ import annotations

from collections.abc import Iterable

from wegweiser.edition import Edition
from wegweiser.rules.calendar import Schedule
from wegweiser.schema import ClosingDays


def schedule_at(edition: Edition, town: str | None, closed: Iterable[ClosingDays] = ()) -> Schedule:
    """The schedule of a place in a town (id); where the town is not known, the holidays of the whole state count."""
    entry = edition.catalog.municipalities.get(town or "")
    further = entry.record.further_holidays if entry else ()
    return Schedule(edition.horizon, edition.catalog.region.record.state, further, tuple(closed))
