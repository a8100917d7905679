"""What the models say of their fields, for people: read from the models, so that no list of fields can fall behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema

from wegweiser.schema import types
from wegweiser.schema.codes import Code
from wegweiser.schema.references import Reference


@dataclass(frozen=True, slots=True)
class FieldDescription:
    """One field of a model, as an editor meets it."""

    key: str
    """As it is written in YAML."""
    title: str
    """Its German name."""
    meaning: str
    """What the model says about it beyond its name, often an example; may be empty."""
    required: bool
    many: bool
    """Whether it holds a list."""
    form: str
    """How a single value is written: the name of a type in `schema.types`; empty for codes and parts."""
    kind: str
    """The kind of record whose id stands here, `record` for any as `kind:id`; empty where none is named."""
    codes: tuple[Code, ...]
    """The values that are possible, where there are only some and each has a label."""
    values: tuple[str, ...]
    """The values that are possible, where there are only some and they say for themselves what they mean."""
    part: type[BaseModel] | None
    """The model of its own fields, where it has some."""


@cache
def describe(model: type[BaseModel]) -> tuple[FieldDescription, ...]:
    """The fields of a model in its order."""
    return tuple(_describe(model))


def _describe(model: type[BaseModel]) -> Iterator[FieldDescription]:
    for key, field in model.model_fields.items():
        inside = [*_inside(field.annotation), *field.metadata]
        classes = [part for part in inside if isinstance(part, type)]
        yield FieldDescription(
            key=key,
            title=field.title or key,
            meaning=field.description or "",
            required=field.is_required(),
            many=get_origin(field.annotation) is tuple,
            form=next((_FORMS[id(part)] for part in inside if id(part) in _FORMS), ""),
            kind=next((part.kind for part in inside if isinstance(part, Reference)), ""),
            codes=next((tuple(part) for part in classes if issubclass(part, Code)), ()),
            values=next((_values(part) for part in inside if _lists_values(part)), ()),
            part=next((part for part in classes if issubclass(part, BaseModel)), None),
        )


@cache
def parts(model: type[BaseModel]) -> tuple[tuple[FieldDescription, type[BaseModel]], ...]:
    """The models that stand inside a model at any depth, each once, with the field that holds it first."""
    found = {model}

    def below(owner: type[BaseModel]) -> Iterator[tuple[FieldDescription, type[BaseModel]]]:
        for field in describe(owner):
            if field.part and field.part not in found:
                found.add(field.part)
                yield field, field.part
                yield from below(field.part)

    return tuple(below(model))


def _inside(annotation: Any) -> Iterator[Any]:
    """Every class and every remark inside an annotation."""
    arguments = get_args(annotation)
    yield from (part for argument in arguments for part in _inside(argument)) if arguments else (annotation,)


def _lists_values(remark: Any) -> bool:
    """Whether it marks a type of this field alone, of which all values are known."""
    return isinstance(remark, WithJsonSchema) and id(remark) not in _FORMS and "enum" in (remark.json_schema or {})


def _values(remark: WithJsonSchema) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(str, (remark.json_schema or {})["enum"])))


_FORMS = {
    id(remark): name
    for name, alias in vars(types).items()
    for remark in getattr(alias, "__metadata__", ())
    if isinstance(remark, WithJsonSchema)
}
"""What marks each type in `schema.types` → its name."""
FORMS = frozenset(_FORMS.values())
"""The names of all types that a single value can have."""
