"""The days of every year that families should not miss: for 'Jetzt wichtig' and whatever shows a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from wegweiser.catalog import Catalog, Entry
from wegweiser.schema import Offer

SOON = dt.timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class ComingDeadline:
    """A yearly deadline of an offer on its next day."""

    day: dt.date
    text: str
    offer: Entry[Offer]


def next_deadline(offer: Offer, today: dt.date) -> tuple[str, bool]:
    """What to say of time with an offer: its next yearly deadline if that is soon, else its first one without a day.

    The text (empty where there is none), and whether it is soon.
    """
    dated = [(_next_day(today, one.yearly_on), one.text) for one in offer.deadlines if one.yearly_on]
    soon = sorted((day, text) for day, text in dated if day <= today + SOON)
    if soon:
        return soon[0][1], True
    return next((one.text for one in offer.deadlines if not one.yearly_on), ""), False


def _next_day(today: dt.date, yearly_on: str) -> dt.date:
    day = dt.date.fromisoformat(f"{today.year}-{yearly_on}")
    return day if day >= today else day.replace(year=today.year + 1)


def coming_deadlines(catalog: Catalog, today: dt.date, within: dt.timedelta = SOON) -> list[ComingDeadline]:
    """The next day of each yearly deadline, if it is not too far; the last day counts. Discreet offers are left out."""
    return [coming for coming in yearly_deadlines(catalog, lambda _: today) if coming.day <= today + within]


def yearly_deadlines(catalog: Catalog, since: Callable[[Offer], dt.date]) -> list[ComingDeadline]:
    """Every yearly deadline on its first day that is not before `since`. Discreet offers are left out."""
    found = [
        ComingDeadline(_next_day(since(entry.record), deadline.yearly_on), deadline.text, entry)
        for entry in catalog.offers.values()
        for deadline in entry.record.deadlines
        if deadline.yearly_on and not entry.record.discreet
    ]
    return sorted(found, key=lambda coming: (coming.day, coming.offer.id))
