"""Reads one YAML file as text, lists and mappings, and finds the place of every value.

YAML would turn `no`, `12:30` or `01067` into something else; nothing is guessed here, every value is the text that was
written. What has no use in a record (anchors, tags, several documents, deep nesting) is refused, and the C parser is
used as a stream of events only: its own loader can be made to run for minutes or to kill the interpreter.
"""

from __future__ import annotations

from typing import Any

import yaml

from wegweiser.reading.events import Events, Path, Place, decode, parse, place_of, refusal, root

MAX_DEPTH = 8


def name_path(path: Path) -> object:
    """The key under which `locate` gives the place of the field's name (not of its value)."""
    return (path,)


def read(content: bytes) -> dict[str, object]:
    """The bytes of one file as nested dict, list and str; raise ReadError with the place of the first fault."""
    text = decode(content)
    return parse(text, lambda events: _Builder(events, text).document())


def locate(content: bytes) -> dict[object, Place]:
    """The place of each value of a file that was read, by its path; a field's name stands under `name_path`.

    Only a file with a finding needs them, so they are looked for then, not while all files are read.
    """
    places: dict[object, Place] = {}
    if content:
        parse(decode(content), lambda events: _locate(root(events), (), events, places))
    return places


class _Builder:
    """Turns events into values; the parser has checked that starts and ends match."""

    def __init__(self, events: Events, text: str) -> None:
        self.events = events
        self.lines = {number: line for number, line in enumerate(text.split("\n")) if "#" in line}
        """Where a comment may be, from 0."""

    def document(self) -> dict[str, object]:
        """All fields of the file, and nothing after them."""
        _refuse(root(self.events), 0)
        data = self._mapping(0)
        self.events()  # the end of the document
        if not isinstance(after := self.events(), yaml.StreamEndEvent):
            raise refusal(after, "Die Datei enthält ein zweites Dokument (---). Bitte auf zwei Dateien verteilen.")
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
                raise refusal(event, "Das Feld ist leer. Bitte die Zeile löschen oder ausfüllen.")
            if event.end_mark.line in self.lines and self._is_cut(event.end_mark):
                raise refusal(
                    event, "Der Text nach # ginge verloren. Bitte den ganzen Text in Anführungszeichen setzen."
                )
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
                raise refusal(event, "Ein Feldname muss Text sein, zum Beispiel 'name:'.")
            _refuse(event, depth)
            name = self._scalar(event)
            if name in fields:
                raise refusal(event, f"Das Feld '{name}' steht zweimal in der Datei. Bitte eines löschen.")
            fields[name] = self._value(self.events(), depth + 1)
        return fields


def _refuse(event: Any, depth: int) -> None:
    """What YAML can do and a record does not need."""
    if depth > MAX_DEPTH:
        raise refusal(event, f"Mehr als {MAX_DEPTH} Ebenen. Bitte weniger tief einrücken.")
    if event.anchor is not None:
        raise refusal(event, "Anker (&) und Verweise (*) sind nicht erlaubt. Bitte den Wert ausschreiben.")
    if event.tag is not None:
        raise refusal(event, "Typangaben (!) sind nicht erlaubt. Bitte den Text in Anführungszeichen setzen.")


def _locate(event: Any, path: Path, events: Events, places: dict[object, Place]) -> None:
    """Note the place of the value that begins with `event`, and of all within; the file has been read before."""
    places[path] = place_of(event.start_mark)
    if isinstance(event, yaml.SequenceStartEvent):
        index = 0
        while not isinstance(item := events(), yaml.SequenceEndEvent):
            _locate(item, (*path, index), events, places)
            index += 1
    elif isinstance(event, yaml.MappingStartEvent):
        while not isinstance(name := events(), yaml.MappingEndEvent):
            below = (*path, name.value)
            places[name_path(below)] = place_of(name.start_mark)
            _locate(events(), below, events, places)
