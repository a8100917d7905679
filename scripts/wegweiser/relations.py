"""What belongs to a house: found once for all houses, so that no page searches the whole catalog for its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from wegweiser.catalog import Catalog, Entry
from wegweiser.dates import latest_day
from wegweiser.schema import Agreement, Contact, Event, News, Record

R = TypeVar("R", bound=Record)
ByHouse = dict[str, list[Entry[R]]]
"""Id of a centre → the entries that name it, in the order of the catalog."""


class Relations:
    """The entries that name a house. A house that nobody names is not in the mappings."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @cached_property
    def agreements(self) -> ByHouse[Agreement]:
        """Cooperations with a house, the newest first."""

        def date(entry: Entry[Agreement]) -> dt.date:
            return latest_day(entry.record.as_of) or dt.date.min

        newest = sorted(self._catalog.agreements.values(), key=date, reverse=True)
        return _by_house(newest, lambda agreement: agreement.centres)

    @cached_property
    def contacts(self) -> ByHouse[Contact]:
        """Contacts that serve a house in particular."""
        return _by_house(self._catalog.contacts.values(), lambda contact: contact.serves.centres)

    @cached_property
    def events(self) -> ByHouse[Event]:
        """What takes place in a house."""
        return _by_house(self._catalog.events.values(), lambda event: [event.centre] if event.centre else [])

    @cached_property
    def news(self) -> ByHouse[News]:
        """News about a house."""
        return _by_house(
            self._catalog.news.values(),
            lambda news: [ref.removeprefix("centre:") for ref in news.related if ref.startswith("centre:")],
        )


def _by_house(entries: Iterable[Entry[R]], houses_of: Callable[[R], Iterable[str]]) -> ByHouse[R]:
    found: ByHouse[R] = {}
    for entry in entries:
        for house in houses_of(entry.record):
            found.setdefault(house, []).append(entry)
    return found
