"""What all pages are made from: the records, the day, and who is responsible."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from wegweiser.catalog import Catalog
from wegweiser.catalog.relations import Relations
from wegweiser.rules import persons
from wegweiser.rules.calendar import Horizon
from wegweiser.rules.responsibility import Responsibility

T = TypeVar("T")

FEW_TOWNS = 60
"""Towns that a page about one of them lists or draws; where there are more, all pages together would grow with their
square, and a link leads to the list instead."""

DISCREET = "Hilfe für Familien: Stellen und Telefonnummern."
"""What is said about a page whose subject must not show in a list of visited pages or beside a shared link."""


@dataclass(frozen=True, slots=True, eq=False)
class Guide:
    """One edition of the guide: the catalog on a day."""

    catalog: Catalog
    today: dt.date
    responsibility: Responsibility
    relations: Relations
    horizon: Horizon
    memory: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)
    """What `remembered` functions have made already."""

    @property
    def has_few_towns(self) -> bool:
        """Whether a page may name every town beside what it is about."""
        return len(self.catalog.municipalities) <= FEW_TOWNS

    @classmethod
    def on(cls, catalog: Catalog, today: dt.date) -> Guide:
        """The edition of a day."""
        catalog = persons.on_day(catalog, today)
        return cls(catalog, today, Responsibility(catalog), Relations(catalog), Horizon.from_day(today))


def remembered(make: Callable[[Guide, str], T]) -> Callable[[Guide, str], T]:
    """Decorates what is made from a guide and an id, so that an edition makes it once; many pages show the same."""

    @wraps(make)
    def recall(guide: Guide, id_: str) -> T:
        known = guide.memory.setdefault(make.__qualname__, {})
        if id_ not in known:
            known[id_] = make(guide, id_)
        found: T = known[id_]
        return found

    return recall


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb above a page."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered."""

    address: str
    """From the root of the site, without a slash in front: `angebote/kindergeld/`."""
    template: str
    """Name of the template in overrides/pages/."""
    title: str
    """Unique within the site; the name of the site is added to it."""
    description: str
    """One sentence for search engines and shared links."""
    context: Mapping[str, Any] = field(default_factory=dict)
    crumbs: tuple[Crumb, ...] = ()
    section: str = ""
    """Which entry of the main navigation the page belongs to: the first part of its address."""
    scripts: tuple[str, ...] = ()
    """File names in docs/assets/ that this page needs."""
    indexed: bool = True
    """Whether search engines may list it."""

    @property
    def root(self) -> str:
        """The way from this page to the root of the site: `../../` for a record page."""
        return "../" * self.address.count("/") or "./"
