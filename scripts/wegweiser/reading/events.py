"""The text of one YAML file as events of the parser, and every fault of it as a German sentence with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import yaml

from wegweiser.reading import faults

MAX_BYTES = 128 * 1024
_EMPTY = "Die Datei ist leer. Bitte ausfüllen oder löschen."
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

T = TypeVar("T")
Path = tuple[str | int, ...]
"""Where a value stands within its file: field names and list positions."""


class Place(NamedTuple):
    """Line and column in the file, both from 1."""

    line: int
    column: int


class ReadError(Exception):
    """The file cannot be read; the text is the German sentence."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place
        self.message = message


def decode(content: bytes) -> str:
    """The text of a file with plain line ends; raise ReadError where it is too long, no UTF-8 or not printable."""
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
    if found := _STRANGE_INDENTATION.search(text):
        line = text.count("\n", 0, found.start(1)) + 1
        column = found.start(1) - text.rfind("\n", 0, found.start(1))
        said = f"Hier steht ein besonderes Leerzeichen (U+{ord(found[1]):04X}) am Anfang der Zeile. Bitte neu tippen."
        raise ReadError(Place(line, column), said)
    return text


_STRANGE_INDENTATION = re.compile("^[ \\-]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000])", re.MULTILINE)
"""Pasted from a web page or a letter: to YAML such a space is a letter, so the line would belong to nothing."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


Events = Callable[[], Any]
"""Gives the next event of the parser; PyYAML tells no types."""


def parse(text: str, use: Callable[[Events], T]) -> T:
    """What `use` makes of the events of a text; raise ReadError where the parser stumbles."""
    try:
        return use(_LOADER(text).get_event)
    except yaml.MarkedYAMLError as error:
        raise _fault(error, text) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        # The parser reports escapes of characters that do not exist without a place.
        message = "Die Datei enthält ein Zeichen, das es nicht gibt. Bitte das Zeichen selbst schreiben, ohne \\."
        raise ReadError(Place(1, 1), message) from None


def _fault(error: yaml.MarkedYAMLError, text: str) -> ReadError:
    mark: Any = error.problem_mark or error.context_mark
    character = text[mark.index : mark.index + 1]
    sentence, at_start = faults.explain(error.context or "", error.problem or "", character)
    if at_start:
        mark = error.context_mark or mark
    return ReadError(place_of(mark), sentence)


def root(events: Events) -> Any:
    """The event with which the content of the only document begins."""
    events()  # the start of the stream
    first = events()
    if not isinstance(first, yaml.DocumentStartEvent):
        raise ReadError(Place(1, 1), _EMPTY)
    if first.version or first.tags:
        raise refusal(first, "Angaben mit % am Anfang sind nicht erlaubt. Bitte die Zeile löschen.")
    event = events()
    if isinstance(event, yaml.ScalarEvent) and not event.value:
        raise ReadError(Place(1, 1), _EMPTY)
    if not isinstance(event, yaml.MappingStartEvent):
        raise ReadError(Place(1, 1), "Hier müssen Felder stehen, zum Beispiel 'name: Familienzentrum'.")
    return event


def place_of(mark: Any) -> Place:
    """The place of a mark of the parser, which counts from 0."""
    return Place(mark.line + 1, mark.column + 1)


def refusal(event: Any, message: str) -> ReadError:
    """The error to raise where an event has no use in a record."""
    return ReadError(place_of(event.start_mark), message)
