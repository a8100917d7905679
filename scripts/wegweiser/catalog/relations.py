"""What belongs together: found once for the whole catalog, so that no page searches all of it for its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from wegweiser.catalog import Catalog, Entry
from wegweiser.schema import Agreement, Centre, Contact, Event, News, Record
from wegweiser.values.dates import latest_day

R = TypeVar("R", bound=Record)
Groups = dict[str, list[Entry[R]]]
"""Id → the entries that belong to it, in the order of the catalog; ids to which nothing belongs are left out."""


class Relations:
    """Entries by what they name: `agreements`, `contacts`, `events`, `news` by the id of a house."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @cached_property
    def centres_in(self) -> Groups[Centre]:
        """Houses by town."""
        return _group(self._catalog.centres.values(), lambda centre: [centre.municipality])

    @cached_property
    def centres_of(self) -> Groups[Centre]:
        """Houses by provider."""
        return _group(self._catalog.centres.values(), lambda centre: [centre.provider] if centre.provider else [])

    @cached_property
    def centres_with(self) -> Groups[Centre]:
        """Houses by the offers that are held there."""
        return _group(self._catalog.centres.values(), lambda centre: centre.offers)

    @cached_property
    def agreements(self) -> Groups[Agreement]:
        """Cooperations with a house, the newest first."""

        def date(entry: Entry[Agreement]) -> dt.date:
            return latest_day(entry.record.as_of) or dt.date.min

        newest = sorted(self._catalog.agreements.values(), key=date, reverse=True)
        return _group(newest, lambda agreement: agreement.centres)

    @cached_property
    def contacts(self) -> Groups[Contact]:
        """Contacts that serve a house in particular."""
        return _group(self._catalog.contacts.values(), lambda contact: contact.serves.centres)

    @cached_property
    def events(self) -> Groups[Event]:
        """What takes place in a house."""
        return _group(self._catalog.events.values(), lambda event: [event.centre] if event.centre else [])

    @cached_property
    def events_of_contact(self) -> Groups[Event]:
        """Events by the contact that is asked about them."""
        return _group(self._catalog.events.values(), lambda event: [event.contact] if event.contact else [])

    @cached_property
    def news(self) -> Groups[News]:
        """News about a house."""
        return _group(
            self._catalog.news.values(),
            lambda news: [ref.removeprefix("centre:") for ref in news.related if ref.startswith("centre:")],
        )


def _group(entries: Iterable[Entry[R]], ids_of: Callable[[R], Iterable[str]]) -> Groups[R]:
    found: Groups[R] = {}
    for entry in entries:
        for id_ in ids_of(entry.record):
            found.setdefault(id_, []).append(entry)
    return found
