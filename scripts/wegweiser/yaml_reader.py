"""Reads one YAML file as text, lists and mappings, and knows the place of every value.

YAML would turn `no`, `12:30` or `01067` into something else; nothing is guessed here, every value is the text that was
written. What has no use in a record (anchors, tags, several documents, deep nesting) is refused, and the C parser is
used as a stream of events only: its own loader can be made to run for minutes or to kill the interpreter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import yaml

from wegweiser import yaml_faults

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8
_EMPTY = "Die Datei ist leer. Bitte ausfüllen oder löschen."

T = TypeVar("T")
Path = tuple[str | int, ...]
"""Where a value stands within its file: field names and list positions."""


class Place(NamedTuple):
    """Line and column in the file, both from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """What a file says: `data` as nested dict, list and str, and the `text` it was read from."""

    data: dict[str, object]
    text: str

    @cached_property
    def places(self) -> dict[object, Place]:
        """The place of each value by its path; a field's name stands under `name_path`.

        Only a file with a finding needs them, so they are looked for then, not while all files are read.
        """
        places: dict[object, Place] = {}
        if self.text:
            _parse(self.text, lambda events: _locate(_root(events), (), events, places))
        return places


NOTHING = Document({}, "")
"""Stands for a file that does not exist and need not."""


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
    return Document(_parse(text, lambda events: _Builder(events, text).document()), text)


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


_Events = Callable[[], Any]
"""Gives the next event of the parser; PyYAML tells no types."""


def _parse(text: str, use: Callable[[_Events], T]) -> T:
    try:
        return use(_LOADER(text).get_event)
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


def _root(events: _Events) -> Any:
    """The event with which the content of the only document begins."""
    events()  # the start of the stream
    first = events()
    if not isinstance(first, yaml.DocumentStartEvent):
        raise ReadError(Place(1, 1), _EMPTY)
    if first.version or first.tags:
        raise _at(first, "Angaben mit % am Anfang sind nicht erlaubt. Bitte die Zeile löschen.")
    root = events()
    if isinstance(root, yaml.ScalarEvent) and not root.value:
        raise ReadError(Place(1, 1), _EMPTY)
    if not isinstance(root, yaml.MappingStartEvent):
        raise ReadError(Place(1, 1), "Hier müssen Felder stehen, zum Beispiel 'name: Familienzentrum'.")
    return root


class _Builder:
    """Turns events into values; the parser has checked that starts and ends match."""

    def __init__(self, events: _Events, text: str) -> None:
        self.events = events
        self.lines = text.split("\n") if "#" in text else []
        """Only needed where there are comments."""

    def document(self) -> dict[str, object]:
        """All fields of the file, and nothing after them."""
        root = _root(self.events)
        _refuse(root, 0)
        data = self._mapping(0)
        self.events()  # the end of the document
        if not isinstance(after := self.events(), yaml.StreamEndEvent):
            raise _at(after, "Die Datei enthält ein zweites Dokument (---). Bitte auf zwei Dateien verteilen.")
        return data

    def _value(self, event: Any, depth: int) -> object:
        """The value that begins with `event`, as str, list or dict."""
        _refuse(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(depth)
        return self._mapping(depth)

    def _scalar(self, event: Any) -> str:
        value: str = event.value
        if not event.style:  # the C parser says '' for plain text, the other one None
            if not value:
                raise _at(event, "Das Feld ist leer. Bitte die Zeile löschen oder ausfüllen.")
            if self.lines and self._is_cut(event.end_mark):
                raise _at(event, "Der Text nach # ginge verloren. Bitte den ganzen Text in Anführungszeichen setzen.")
        return value

    def _is_cut(self, end: yaml.Mark) -> bool:
        """Whether a comment follows in the same line."""
        return self.lines[end.line][end.column :].lstrip(" ").startswith("#")

    def _sequence(self, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self.events(), yaml.SequenceEndEvent):
            items.append(self._value(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, object]:
        fields: dict[str, object] = {}
        while not isinstance(event := self.events(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _at(event, "Ein Feldname muss Text sein, zum Beispiel 'name:'.")
            _refuse(event, depth)
            name = self._scalar(event)
            if name in fields:
                raise _at(event, f"Das Feld '{name}' steht zweimal in der Datei. Bitte eines löschen.")
            fields[name] = self._value(self.events(), depth + 1)
        return fields


def _refuse(event: Any, depth: int) -> None:
    """What YAML can do and a record does not need."""
    if depth > MAX_DEPTH:
        raise _at(event, f"Mehr als {MAX_DEPTH} Ebenen. Bitte weniger tief einrücken.")
    if event.anchor is not None:
        raise _at(event, "Anker (&) und Verweise (*) sind nicht erlaubt. Bitte den Wert ausschreiben.")
    if event.tag is not None:
        raise _at(event, "Typangaben (!) sind nicht erlaubt. Bitte den Text in Anführungszeichen setzen.")


def _locate(event: Any, path: Path, events: _Events, places: dict[object, Place]) -> None:
    """Note the place of the value that begins with `event`, and of all within; the file has been read before."""
    places[path] = _place_of(event.start_mark)
    if isinstance(event, yaml.SequenceStartEvent):
        index = 0
        while not isinstance(item := events(), yaml.SequenceEndEvent):
            _locate(item, (*path, index), events, places)
            index += 1
    elif isinstance(event, yaml.MappingStartEvent):
        while not isinstance(name := events(), yaml.MappingEndEvent):
            below = (*path, name.value)
            places[name_path(below)] = _place_of(name.start_mark)
            _locate(events(), below, events, places)


def _place_of(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _at(event: Any, message: str) -> ReadError:
    return ReadError(_place_of(event.start_mark), message)
