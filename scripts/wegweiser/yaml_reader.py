"""Reads one YAML file as text, lists and mappings, and remembers the place of every value.

YAML would turn `no`, `12:30` or `01067` into something else; nothing is guessed here, every value is the text that was
written. What has no use in a record (anchors, tags, several documents, deep nesting) is refused, and the C parser is
used as a stream of events only: its own loader can be made to run for minutes or to kill the interpreter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from wegweiser import yaml_faults

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8
_EMPTY = "Die Datei ist leer. Bitte ausfüllen oder löschen."

Path = tuple[str | int, ...]
"""Where a value stands within its file: field names and list positions."""


class Place(NamedTuple):
    """Line and column in the file, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says: `data` as nested dict, list and str; `places` by path (the value's place).

    The place of a field's name stands under the path with the name wrapped in a tuple, see `name_path`.
    """

    data: dict[str, object]
    places: dict[object, Place]


class ReadError(Exception):
    """The file cannot be read; the text is the German sentence."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place
        self.message = message


def name_path(path: Path) -> object:
    """The key under which `places` has the place of the field's name (not of its value)."""
    return (path,)


def read(content: bytes) -> Document:
    """Read the bytes of one file; raise ReadError with the place of the first fault."""
    text = _decode(content)
    places: dict[object, Place] = {}
    events = _events(text)
    next(events)  # the start of the stream
    first = next(events)
    if not isinstance(first, yaml.DocumentStartEvent):
        raise ReadError(Place(1, 1), _EMPTY)
    if first.version or first.tags:
        raise _at(first, "Angaben mit % am Anfang sind nicht erlaubt. Bitte die Zeile löschen.")
    root = next(events)
    if isinstance(root, yaml.ScalarEvent) and not root.value:
        raise ReadError(Place(1, 1), _EMPTY)
    if not isinstance(root, yaml.MappingStartEvent):
        raise ReadError(Place(1, 1), "Hier müssen Felder stehen, zum Beispiel 'name: Familienzentrum'.")
    data = _Builder(events, places, text.split("\n")).root(root)
    next(events)  # the end of the document
    if not isinstance(after := next(events), yaml.StreamEndEvent):
        raise _at(after, "Die Datei enthält ein zweites Dokument (---). Bitte auf zwei Dateien verteilen.")
    return Document(data, places)


def _decode(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise ReadError(Place(1, 1), f"Die Datei ist zu groß (mehr als {MAX_BYTES // 1024} KiB). Bitte kürzen.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line_start = before.rfind(b"\n") + 1
        place = Place(before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "replace")) + 1)
        message = "Das Zeichen ist nicht in UTF-8 gespeichert. Bitte die Datei als UTF-8 speichern."
        raise ReadError(place, message) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        remedy = "Bitte löschen oder die Datei als UTF-8 speichern."
        raise ReadError(Place(line, column), f"Das Steuerzeichen U+{ord(found[0]):04X} ist nicht erlaubt. {remedy}")
    return text


_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise _fault(error, text) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        # The parser reports escapes of characters that do not exist without a place.
        message = "Die Datei enthält ein Zeichen, das es nicht gibt. Bitte das Zeichen selbst schreiben, ohne \\."
        raise ReadError(Place(1, 1), message) from None


def _fault(error: yaml.MarkedYAMLError, text: str) -> ReadError:
    mark = error.problem_mark or error.context_mark
    character = text[mark.index : mark.index + 1] if mark else ""
    sentence, at_start = yaml_faults.explain(error.context or "", error.problem or "", character)
    if at_start:
        mark = error.context_mark or mark
    return ReadError(_place_of(mark), sentence)


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Builder:
    """Turns events into values; the parser has checked that starts and ends match."""

    def __init__(self, events: Iterator[yaml.Event], places: dict[object, Place], lines: list[str]) -> None:
        self.events = events
        self.places = places
        self.lines = lines

    def root(self, event: yaml.MappingStartEvent) -> dict[str, object]:
        """All fields of the file."""
        self.places[()] = _place(event)
        _refuse(event, ())
        return self._mapping(())

    def _value(self, event: yaml.Event, path: Path) -> object:
        """The value that begins with `event`, as str, list or dict; its place is noted under `path`."""
        self.places[path] = _place(event)
        _refuse(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        if not event.value and not event.style:
            raise _at(event, "Das Feld ist leer. Bitte die Zeile löschen oder ausfüllen.")
        if not event.style:  # the C parser says '' for plain text, the other one None
            end = _place_of(event.end_mark)
            if self.lines[end.line - 1][end.column - 1 :].lstrip(" ").startswith("#"):
                raise _at(event, "Der Text nach # ginge verloren. Bitte den ganzen Text in Anführungszeichen setzen.")
        return str(event.value)

    def _sequence(self, path: Path) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, object]:
        fields: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _at(event, "Ein Feldname muss Text sein, zum Beispiel 'name:'.")
            _refuse(event, path)
            name = self._scalar(event)
            if name in fields:
                raise _at(event, f"Das Feld '{name}' steht zweimal in der Datei. Bitte eines löschen.")
            self.places[name_path((*path, name))] = _place(event)
            fields[name] = self._value(next(self.events), (*path, name))
        return fields


def _refuse(event: yaml.Event, path: Path) -> None:
    """What YAML can do and a record does not need."""
    if len(path) > MAX_DEPTH:
        raise _at(event, f"Mehr als {MAX_DEPTH} Ebenen. Bitte weniger tief einrücken.")
    match event:
        case yaml.NodeEvent(anchor=str()):
            raise _at(event, "Anker (&) und Verweise (*) sind nicht erlaubt. Bitte den Wert ausschreiben.")
        case yaml.ScalarEvent(tag=str()) | yaml.CollectionStartEvent(tag=str()):
            raise _at(event, "Typangaben (!) sind nicht erlaubt. Bitte den Text in Anführungszeichen setzen.")


def _place(event: yaml.Event) -> Place:
    return _place_of(event.start_mark)


def _place_of(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _at(event: yaml.Event, message: str) -> ReadError:
    return ReadError(_place(event), message)
