"""Where a day lies in the time of an amount of money, and what year it is known for.

Inside its time it is shown; after `review_on` with the year of the last look; after its end as the last value known for
24 months; else it is withheld.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import NamedTuple

from wegweiser.rules.freshness import Evidence
from wegweiser.schema import Amount, Record
from wegweiser.values.dates import is_within

LAST_AMOUNT_STILL_HELPS = 24
"""Months."""


class Standing(Enum):
    """Where a day lies in the time of an amount."""

    UPCOMING = "upcoming"
    CURRENT = "current"
    UNREVIEWED = "unreviewed"
    """No law ended it, but somebody should have looked again."""
    LAST = "last"
    """Its time is over; it tells how much it was, not how much it is."""
    OVER = "over"


class AmountJudgement(NamedTuple):
    """How an amount appears, the year it is known for, and until when."""

    standing: Standing
    year: int
    """That of its end where it has ended, else that in which somebody looked last before it was due."""
    fresh_until: dt.date | None
    """The last day on which it appears without a remark; None where that day is over."""


def judge_amount(amount: Amount, record: Record, today: dt.date) -> AmountJudgement:
    """How an amount of a record is shown on a day; `valid_to` and `review_on` are its last good days."""
    good = min(day for day in (amount.valid_to, amount.review_on) if day)
    if today < amount.valid_from:
        standing = Standing.UPCOMING
    elif today <= good:
        standing = Standing.CURRENT
    elif amount.valid_to is None or today <= amount.valid_to:
        standing = Standing.UNREVIEWED
    else:
        still_helps = is_within(amount.valid_to, LAST_AMOUNT_STILL_HELPS, today)
        standing = Standing.LAST if still_helps else Standing.OVER
    ends = amount.valid_to is not None and good == amount.valid_to
    ended = standing in (Standing.LAST, Standing.OVER)
    year = amount.valid_to.year if amount.valid_to and (ends or ended) else _year_of_last_look(amount, record, good)
    return AmountJudgement(standing, year, good if today <= good else None)


def _year_of_last_look(amount: Amount, record: Record, last: dt.date) -> int:
    """Of the last time that somebody read its source or confirmed it; a look at the record later on is none at it."""
    evidence = Evidence.of(amount, record)
    looks = [source.accessed for source in evidence.sources] + ([evidence.checked.on] if evidence.checked else [])
    return max((day.year for day in looks if day <= last), default=amount.valid_from.year)
