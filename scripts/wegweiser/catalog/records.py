"""All records by id, with the place of everything they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from wegweiser import schema
from wegweiser.reading.events import Place
from wegweiser.reading.reader import locate, name_path
from wegweiser.values.problems import Level, Problem

R = TypeVar("R", bound=BaseModel)

TOP = Place(1, 1)
WHOLE = "*"
"""Stands for every id of a kind."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with its id and the file it came from."""

    kind: str
    id: str
    record: R
    file: str
    content: bytes = field(repr=False)
    """The bytes of the file; empty where it does not exist and need not."""

    @property
    def ref(self) -> str:
        """The name from outside: `kind:id`."""
        return f"{self.kind}:{self.id}"

    def problem(self, path: tuple[str | int, ...], message: str, level: Level = Level.ERROR) -> Problem:
        """A finding at the value under `path`, or at the nearest thing above it that the file has."""
        return Problem(self.file, *nearest_place(_places(self.content), path), message, level)


@lru_cache(maxsize=32)
def _places(content: bytes) -> Mapping[object, Place]:
    """Remembered for the next finding of the same file, which may have hundreds."""
    return locate(content)


def nearest_place(places: Mapping[object, Place], path: tuple[str | int, ...], *, name: bool = False) -> Place:
    """Where the value (or with `name` the field's name) stands; missing ones point at what should hold them."""
    if name and name_path(path) in places:
        return places[name_path(path)]
    while path and path not in places:
        path = path[:-1]
    return places.get(path, TOP)


Entries = dict[str, Entry[R]]


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """Everything the data folder says. Dictionaries are in the order of the ids or of the file.

    A catalog is equal to itself alone, so that what follows from it can be remembered for it.
    """

    region: Entry[schema.Region]
    topic_file: Entry[schema.Topics]
    status_file: Entry[schema.Statuses]
    responsibilities: Entry[schema.Responsibilities]
    redirects: Entry[schema.Redirects]
    glossary: Entry[schema.Glossary]
    short_numbers: Entry[schema.ShortNumbers]
    addresses: Entry[schema.Addresses]
    search: Entry[schema.Search]
    municipalities: Entries[schema.Municipality] = field(default_factory=dict)
    organizations: Entries[schema.Organization] = field(default_factory=dict)
    contacts: Entries[schema.Contact] = field(default_factory=dict)
    centres: Entries[schema.Centre] = field(default_factory=dict)
    offers: Entries[schema.Offer] = field(default_factory=dict)
    agreements: Entries[schema.Agreement] = field(default_factory=dict)
    news: Entries[schema.News] = field(default_factory=dict)
    events: Entries[schema.Event] = field(default_factory=dict)
    cases: Entries[schema.Case] = field(default_factory=dict)
    broken: frozenset[tuple[str, str]] = frozenset()
    """(kind, id) of what exists but could not be read; the id is `WHOLE` where a file or folder of many is meant."""

    def lacks(self, *kinds: str) -> bool:
        """Whether something of these kinds could not be read, so that nothing can be said about all of them."""
        return any(kind in kinds for kind, _ in self.broken)

    def may_exist(self, kind: str, id_: str) -> bool:
        """Whether a record is among what could not be read: naming it is no further error."""
        return (kind, id_) in self.broken or (kind, WHOLE) in self.broken

    @property
    def topics(self) -> dict[str, schema.Topic]:
        """The topics by id, in the order in which pages show them."""
        return {topic.id: topic for topic in self.topic_file.record.topics}

    @property
    def statuses(self) -> dict[str, schema.Status]:
        """The statuses by id, in the order in which pages show them."""
        return {status.id: status for status in self.status_file.record.statuses}

    def of_kind(self, kind: str) -> Mapping[str, Any]:
        """All records of a kind by id; an unknown kind has none."""
        if kind in ("topic", "status"):
            return self.topics if kind == "topic" else self.statuses
        folder = _FOLDER_OF.get(kind)
        return getattr(self, folder) if folder else {}

    def records(self) -> Iterator[Entry[Any]]:
        """Every record that has a file of its own."""
        for folder in schema.FOLDERS:
            yield from getattr(self, folder).values()

    def files(self) -> Iterator[Entry[Any]]:
        """Every file that is read as a whole."""
        yield self.region
        yield from (self.topic_file, self.status_file, self.responsibilities, self.redirects)
        yield from (self.glossary, self.short_numbers, self.addresses, self.search)


_FOLDER_OF = {kind: folder for folder, (kind, _) in schema.FOLDERS.items()}
