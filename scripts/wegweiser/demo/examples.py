"""Examples for the handbook from the invented region: they are always valid, and nobody can be called by mistake."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from wegweiser.demo.region import Region
from wegweiser.schema import FILES, FOLDERS
from wegweiser.schema.fields import describe

Examples = Mapping[tuple[str, str], str]
"""Name of a model, key of a field → a value as it is written in YAML."""


def examples(today: dt.date) -> tuple[Examples, Mapping[str, Mapping[str, Any]]]:
    """A value for each field that the invented region fills in, and for each kind its fullest record."""
    values: dict[tuple[str, str], str] = {}
    records: dict[str, Mapping[str, Any]] = {}
    for name, record in Region(1, today, 1).files():
        kind, model = FOLDERS.get(name.partition("/")[0]) or (name, FILES[name])
        if len(str(record)) > len(str(records.get(kind, ""))):
            records[kind] = record
        for place, value in _values(model, record):
            values.setdefault(place, value)
    return values, records


def _values(model: type[BaseModel], record: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], str]]:
    for field in describe(model):
        value = record.get(field.key)
        if field.part:
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, Mapping):
                    yield from _values(field.part, item)
        elif isinstance(value, list):
            yield (model.__name__, field.key), f"[{', '.join(map(str, value))}]"
        elif isinstance(value, str):
            yield (model.__name__, field.key), value
