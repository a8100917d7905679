"""Reading a data folder: what belongs there, and all faults of all files in one run."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from wegweiser import schema
from wegweiser.catalog.records import TOP, WHOLE, Catalog, Entries, Entry, nearest_place
from wegweiser.reading.events import Place, ReadError
from wegweiser.reading.messages import findings
from wegweiser.reading.reader import locate, read
from wegweiser.schema.types import ID_PATTERN, MAX_ID
from wegweiser.values.problems import Problem
from wegweiser.values.text import fold, printable

_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
RESERVED_IDS = frozenset({"index", "con", "prn", "aux", "nul", *_PORTS})
"""Names that mean something to a web server or to Windows."""

_NEVER = 1200
"""Months; no record is a hundred years old."""
_UNREADABLE_REGION: dict[str, Any] = {
    **dict.fromkeys(schema.Region.model_fields),
    "preview": True,
    "review_periods": schema.ReviewPeriods(contacts=_NEVER, centres=_NEVER, offers=_NEVER),
}
"""A region that cannot be read: no check finds anything wrong with it."""
_EMPTY: dict[str, BaseModel] = {
    "region": schema.Region.model_construct(**_UNREADABLE_REGION),
    "topics": schema.Topics.model_construct(topics=()),
    "statuses": schema.Statuses.model_construct(statuses=()),
    "responsibilities": schema.Responsibilities.model_construct(rules=()),
    "redirects": schema.Redirects(redirects=()),
    "glossary": schema.Glossary(terms=()),
    "short_numbers": schema.ShortNumbers(short_numbers=()),
    "addresses": schema.Addresses(published=()),
    "search": schema.Search(best_bets=()),
}


_LISTED_IN = {"topics": "topic", "statuses": "status"}
"""Files that hold all records of a kind: name of the file → kind."""
NO_FOLDER = "Der Ordner kann nicht gelesen werden. Bitte die Zugriffsrechte prüfen."


def load(folder: Path) -> tuple[Catalog | None, list[Problem]]:
    """Read a data folder. The catalog holds everything that is good, so that all faults are found in one run.

    What cannot be read counts as empty and is named in `broken`. Only without the folder itself there is no catalog.
    """
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
        names = {f"{name}.yml" for name in schema.FILES}
        try:
            self._refuse_strays(_listed(self.folder), names, set(schema.FOLDERS))
        except OSError:
            self._report(self.folder, NO_FOLDER)
            return None
        files = {name: self._single(name, model) for name, model in schema.FILES.items()}
        folders = {name: self._records(name, kind, model) for name, (kind, model) in schema.FOLDERS.items()}
        fields = {"topics": "topic_file", "statuses": "status_file"}
        single = {fields.get(name, name): entry for name, entry in files.items()}
        return Catalog(**single, **folders, broken=frozenset(self.broken))  # type: ignore[arg-type]

    def _single(self, name: str, model: type[BaseModel]) -> Entry[Any] | None:
        path = self.folder / f"{name}.yml"
        entry = None
        if os.path.lexists(path):
            entry = self._entry(path, name, name, model)
        elif name in schema.REQUIRED_FILES:
            self._report(path, f"Die Datei {name}.yml fehlt.")
        else:
            return _empty(name, path)
        if entry is None:
            self.broken.add((_LISTED_IN.get(name, name), WHOLE))
        return entry or _empty(name, path)

    def _records(self, name: str, kind: str, model: type[BaseModel]) -> Entries[Any]:
        folder = self.folder / name
        entries: Entries[Any] = {}
        try:
            for path in self._files(folder):
                entry = self._entry(path, kind, path.stem, model)
                if entry is None:
                    self.broken.add((kind, path.stem))
                else:
                    entries[entry.id] = entry
        except OSError:
            self._report(folder, NO_FOLDER)
            self.broken.add((kind, WHOLE))
        return entries

    def _files(self, folder: Path) -> list[Path]:
        """The files of a folder that may be records; anything else is reported."""
        if not folder.is_dir():
            return []
        paths = _listed(folder)
        self._refuse_strays(paths, None, set())
        folded: dict[str, str] = {}
        named = [path for path in paths if path.suffix == ".yml" and not path.is_dir()]
        return [path for path in named if self._good_name(path, folded)]

    def _refuse_strays(self, paths: list[Path], names: set[str] | None, folders: set[str]) -> None:
        for path in paths:
            expected = path.name in folders if path.is_dir() else names is None or path.name in names
            if not expected or (path.is_file() and path.suffix != ".yml"):
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
        try:
            if path.is_symlink() or not path.is_file():
                self._report(path, "Das ist keine gewöhnliche Datei. Bitte eine Datei anlegen.")
                return None
            content = path.read_bytes()
        except OSError:
            self._report(path, "Die Datei kann nicht gelesen werden. Bitte die Zugriffsrechte prüfen.")
            return None
        record, faults = _parse(content, model)
        for sentence, place in faults:
            self._report(path, sentence, place)
        return None if faults else Entry(kind, id_, record, str(path), content)

    def _report(self, path: Path, message: str, place: Place = TOP) -> None:
        # A file's name may hold what no terminal can show; the message may quote it.
        self.problems.append(Problem(printable(str(path)), *place, printable(message)))


def _listed(folder: Path) -> list[Path]:
    """What lies in a folder, without what a system or a program leaves there on its own."""
    return sorted(path for path in folder.iterdir() if not _LEFT_BEHIND.match(path.name))


_LEFT_BEHIND = re.compile(r"\.|~\$|(?i:thumbs\.db|desktop\.ini)\Z")
""".DS_Store and the like of macOS, Thumbs.db and desktop.ini of Windows, ~$haus.yml of Office while a file is open."""

Faults = tuple[tuple[str, Place], ...]
"""Sentences, each with its place."""


@lru_cache(maxsize=20_000)
def _parse(content: bytes, model: type[BaseModel]) -> tuple[Any, Faults]:
    """What the bytes of a file say: a record, or faults. Remembered: the preview reads them all at each change."""
    try:
        return model.model_validate(read(content)), ()
    except ReadError as error:
        return None, ((error.message, error.place),)
    except ValidationError as error:
        found, places = findings(error, model), locate(content)
        return None, tuple((f.sentence, nearest_place(places, f.path, name=f.is_name)) for f in found)


def _empty(name: str, path: Path) -> Entry[Any] | None:
    return Entry(name, name, _EMPTY[name], str(path), b"") if name in _EMPTY else None
