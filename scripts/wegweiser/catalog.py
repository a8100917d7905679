"""All records by id, with the place of everything they say."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from wegweiser import schema
from wegweiser.messages import findings
from wegweiser.problems import Level, Problem
from wegweiser.schema.values import ID_PATTERN, MAX_ID
from wegweiser.text import fold, printable
from wegweiser.yaml_reader import Place, ReadError, name_path, read

R = TypeVar("R", bound=BaseModel)

_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
RESERVED_IDS = frozenset({"index", "con", "prn", "aux", "nul", *_PORTS})
"""Names that mean something to a web server or to Windows."""

_TOP = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with its id and the file it came from."""

    kind: str
    id: str
    record: R
    file: str
    places: Mapping[object, Place]

    @property
    def ref(self) -> str:
        """The name from outside: `kind:id`."""
        return f"{self.kind}:{self.id}"

    def problem(self, path: tuple[str | int, ...], message: str, level: Level = Level.ERROR) -> Problem:
        """A finding at the value under `path`, or at the nearest thing above it that the file has."""
        return Problem(self.file, *nearest_place(self.places, path), message, level)


def nearest_place(places: Mapping[object, Place], path: tuple[str | int, ...], *, name: bool = False) -> Place:
    """Where the value (or with `name` the field's name) stands; missing ones point at what should hold them."""
    if name and name_path(path) in places:
        return places[name_path(path)]
    while path and path not in places:
        path = path[:-1]
    return places.get(path, _TOP)


Entries = dict[str, Entry[R]]


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything the data folder says. Dictionaries are in the order of the ids or of the file."""

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
    """(kind, id) of files that exist but could not be read: naming them is no further error."""

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
_EMPTY: dict[str, BaseModel] = {
    "redirects": schema.Redirects(redirects=()),
    "glossary": schema.Glossary(terms=()),
    "short_numbers": schema.ShortNumbers(short_numbers=()),
    "addresses": schema.Addresses(published=()),
    "search": schema.Search(best_bets=()),
}


def load(folder: Path) -> tuple[Catalog | None, list[Problem]]:
    """Read a data folder. The catalog holds every good record; it is None where a file for all of them is missing."""
    if not folder.is_dir():
        return None, [Problem(str(folder), 1, 1, "Den Datenordner gibt es nicht. Bitte den Namen prüfen.")]
    reader = _FolderReader(folder)
    catalog = reader.catalog()
    return catalog, reader.problems


class _FolderReader:
    """Reads one data folder and collects all problems on the way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.broken: set[tuple[str, str]] = set()

    def catalog(self) -> Catalog | None:
        self._refuse_strays(self.folder, {f"{name}.yml" for name in schema.FILES}, set(schema.FOLDERS))
        files = {name: self._single(name, model) for name, model in schema.FILES.items()}
        folders = {name: self._records(name, kind, model) for name, (kind, model) in schema.FOLDERS.items()}
        if any(entry is None for entry in files.values()):
            return None
        names = {"topics": "topic_file", "statuses": "status_file"}
        single = {names.get(name, name): entry for name, entry in files.items()}
        return Catalog(**single, **folders, broken=frozenset(self.broken))  # type: ignore[arg-type]

    def _single(self, name: str, model: type[BaseModel]) -> Entry[Any] | None:
        path = self.folder / f"{name}.yml"
        if not os.path.lexists(path):
            if name in schema.REQUIRED_FILES:
                self._report(path, f"Die Datei {name}.yml fehlt.")
                return None
            return Entry(name, name, _EMPTY[name], str(path), {})
        return self._entry(path, name, name, model)

    def _records(self, name: str, kind: str, model: type[BaseModel]) -> Entries[Any]:
        folder = self.folder / name
        entries: Entries[Any] = {}
        folded: dict[str, str] = {}
        if not folder.is_dir():
            return entries
        self._refuse_strays(folder, None, set())
        for path in sorted(folder.glob("*.yml")):
            if path.name.startswith(".") or path.is_dir() or not self._good_name(path, folded):
                continue
            entry = self._entry(path, kind, path.stem, model)
            if entry is None:
                self.broken.add((kind, path.stem))
            else:
                entries[entry.id] = entry
        return entries

    def _refuse_strays(self, folder: Path, names: set[str] | None, folders: set[str]) -> None:
        for path in sorted(folder.iterdir()):
            expected = path.name in folders if path.is_dir() else names is None or path.name in names
            if not expected or (path.is_file() and (path.suffix != ".yml" or path.name.startswith("."))):
                self._report(path, "Das gehört nicht in den Datenordner. Bitte löschen oder umbenennen (Endung .yml).")

    def _good_name(self, path: Path, folded: dict[str, str]) -> bool:
        twin = folded.setdefault(fold(path.stem), path.name)
        if not re.fullmatch(ID_PATTERN, path.stem, re.ASCII):
            remedy = "Bitte nur a-z, 0-9 und einzelne Bindestriche verwenden."
            self._report(path, f"Der Dateiname '{path.stem}' ist kein Kurzname. {remedy}")
        elif path.stem in RESERVED_IDS or len(path.stem) > MAX_ID:
            self._report(path, f"Der Dateiname ist reserviert oder länger als {MAX_ID} Zeichen. Bitte umbenennen.")
        elif twin != path.name:
            self._report(path, f"Der Dateiname gleicht '{twin}' bis auf die Schreibweise. Bitte umbenennen.")
        else:
            return True
        return False

    def _entry(self, path: Path, kind: str, id_: str, model: type[BaseModel]) -> Entry[Any] | None:
        if path.is_symlink() or not path.is_file():
            self._report(path, "Das ist keine gewöhnliche Datei. Bitte eine Datei anlegen.")
            return None
        try:
            document = read(path.read_bytes())
        except OSError:
            self._report(path, "Die Datei kann nicht gelesen werden. Bitte die Zugriffsrechte prüfen.")
            return None
        except ReadError as error:
            self._report(path, error.message, error.place)
            return None
        try:
            record = model.model_validate(document.data)
        except ValidationError as error:
            for finding in findings(error, model):
                self._report(path, finding.sentence, nearest_place(document.places, finding.path, name=finding.is_name))
            return None
        return Entry(kind, id_, record, str(path), document.places)

    def _report(self, path: Path, message: str, place: Place = _TOP) -> None:
        # A file's name may hold what no terminal can show; the message may quote it.
        self.problems.append(Problem(printable(str(path)), *place, printable(message)))
