"""What all outlets are made from: the records, the day, and who is responsible."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, TypeVar

from wegweiser.catalog import Catalog, Entries
from wegweiser.catalog.relations import Relations
from wegweiser.rules import closures, persons
from wegweiser.rules.calendar import Horizon
from wegweiser.rules.responsibility import Responsibility
from wegweiser.schema import Centre

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

FEW_TOWNS = 60
"""Towns that a page about one of them lists or draws; where there are more, all pages together would grow with their
square, and a link leads to the list instead."""


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """One edition of the guide: the catalog on a day."""

    catalog: Catalog
    today: dt.date
    responsibility: Responsibility
    relations: Relations
    horizon: Horizon
    houses: Entries[Centre]
    """The houses that are open; the others keep their page."""
    memory: dict[Callable[..., Any], dict[Hashable, Any]] = field(default_factory=dict, repr=False)
    """What `remembered` functions have made already."""

    @property
    def has_few_towns(self) -> bool:
        """Whether a page may name every town beside what it is about."""
        return len(self.catalog.municipalities) <= FEW_TOWNS

    @classmethod
    def on(cls, catalog: Catalog, today: dt.date) -> Edition:
        """The edition of a day."""
        catalog = closures.on_day(persons.on_day(catalog, today), today)
        houses = closures.open_houses(catalog, today)
        relations = Relations(replace(catalog, centres=houses))
        return cls(catalog, today, Responsibility(catalog), relations, Horizon.from_day(today), houses)


def remembered(make: Callable[[Edition, K], T]) -> Callable[[Edition, K], T]:
    """Cache a function of an edition and a key (mostly an id) in the edition itself: many pages show the same."""

    @wraps(make)
    def recall(edition: Edition, key: K) -> T:
        known = edition.memory.setdefault(make, {})
        if key not in known:
            known[key] = make(edition, key)
        found: T = known[key]
        return found

    return recall
