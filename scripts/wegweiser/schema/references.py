"""How a field names another record, and how to find all such names in a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Reference:
    """Put on a field of type Id: the kind of record that the id names; `record` where the field holds `kind:id`."""

    kind: str


class Named(NamedTuple):
    """One name of another record: where it stands in the file, of which kind it is, and the id."""

    path: tuple[str | int, ...]
    kind: str
    id: str


def references(model: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[Named]:
    """Every name of another record in `model`, at any depth, in the order of the fields."""
    for field, kind in _plan(type(model)):
        yield from _named(getattr(model, field), kind, (*path, field))


def _named(value: Any, kind: str, path: tuple[str | int, ...]) -> Iterator[Named]:
    if value is None:
        return
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _named(item, kind, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield Named((*path, key), "municipality", key)
            yield from _named(item, kind, (*path, key))
    elif isinstance(value, BaseModel):
        yield from references(value, path)
    elif kind == "record":
        named, _, id_ = value.partition(":")
        yield Named(path, named, id_)
    else:
        yield Named(path, kind, value)


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that lead to references: (field, kind), kind empty for nested models."""
    fields = []
    for name, field in model.model_fields.items():
        kinds = [mark.kind for mark in field.metadata if isinstance(mark, Reference)]
        found = kinds[0] if kinds else _kind_within(field.annotation)
        if found is not None:
            fields.append((name, found))
    return tuple(fields)


def _kind_within(annotation: Any) -> str | None:
    if get_origin(annotation) is Annotated:
        kinds = [mark.kind for mark in annotation.__metadata__ if isinstance(mark, Reference)]
        return kinds[0] if kinds else _kind_within(annotation.__origin__)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "" if _plan(annotation) else None
    kinds = [kind for part in get_args(annotation) if (kind := _kind_within(part)) is not None]
    return kinds[0] if kinds else None
