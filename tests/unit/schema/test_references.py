"""Every field that names another record is found: with its place, the kind it names, and the id."""

from __future__ import annotations

from typing import Annotated, get_args, get_origin

import pytest
from examples import Fields, full, minimal, models

from wegweiser import schema
from wegweiser.schema import Model, Record
from wegweiser.schema import types as v
from wegweiser.schema.references import Named, Reference, references

KINDS = {kind for kind, _ in schema.FOLDERS.values()} | {"topic", "status"}


def named(model: type[Model], **changes: object) -> list[Named]:
    content = {name: value for name, value in {**minimal(model), **changes}.items() if value is not None}
    return list(references(model.model_validate(content)))


@pytest.mark.parametrize(
    ("model", "changes", "expected"),
    [
        pytest.param(
            schema.Centre,
            {"municipality": "beispielstadt"},
            [(("municipality",), "municipality", "beispielstadt")],
            id="one id",
        ),
        pytest.param(
            schema.Centre,
            {"municipality": "beispielstadt", "offers": ["kindergeld", "kita-platz"]},
            [
                (("municipality",), "municipality", "beispielstadt"),
                (("offers", 0), "offer", "kindergeld"),
                (("offers", 1), "offer", "kita-platz"),
            ],
            id="a list of ids",
        ),
        pytest.param(
            schema.Contact,
            {"organization": "amt", "serves": {"municipalities": ["beispielstadt"], "centres": ["sonnenblume"]}},
            [
                (("organization",), "organization", "amt"),
                (("serves", "municipalities", 0), "municipality", "beispielstadt"),
                (("serves", "centres", 0), "centre", "sonnenblume"),
            ],
            id="in a nested model",
        ),
        pytest.param(
            schema.Organization,
            {"locations": [{"id": "haus", "name": "Haus", "municipality": "beispielstadt"}, {"id": "b", "name": "B"}]},
            [(("locations", 0, "municipality"), "municipality", "beispielstadt")],
            id="in a list of models, left out where unknown",
        ),
        pytest.param(
            schema.Rule,
            {"contact": None, "contacts": {"beispielstadt": "amt", "musterdorf": "amt"}},
            [
                (("contacts", "beispielstadt"), "municipality", "beispielstadt"),
                (("contacts", "beispielstadt"), "contact", "amt"),
                (("contacts", "musterdorf"), "municipality", "musterdorf"),
                (("contacts", "musterdorf"), "contact", "amt"),
            ],
            id="names and values of a mapping",
        ),
        pytest.param(
            schema.News,
            {"related": ["centre:sonnenblume", "offer:kindergeld"]},
            [(("related", 0), "centre", "sonnenblume"), (("related", 1), "offer", "kindergeld")],
            id="kind and id in one text",
        ),
        pytest.param(schema.Glossary, {"terms": []}, [], id="nothing named"),
    ],
)
def test_what_a_record_names(model: type[Model], changes: Fields, expected: list[object]) -> None:
    assert named(model, **changes) == expected


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_named_record_has_a_kind_that_exists_and_a_place_in_the_file(model: type[Model]) -> None:
    content = full(model)
    for path, kind, id_ in references(model.model_validate(content)):
        assert kind in KINDS
        assert id_
        value: object = content
        for step in path:
            value = value[step]  # type: ignore[index]
        assert str(value).rpartition(":")[2] == id_ or path[-1] == id_


def marks(annotation: object) -> list[str]:
    """The kinds that an annotation names anywhere within it, models included."""
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        return [mark.kind for mark in metadata if isinstance(mark, Reference)] or marks(inner)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [kind for field in annotation.__annotations__ for kind in marks_of(annotation, field)]
    return [kind for part in get_args(annotation) for kind in marks(part)]


def marks_of(model: type[Model], name: str) -> list[str]:
    field = model.model_fields[name]
    return [mark.kind for mark in field.metadata if isinstance(mark, Reference)] or marks(field.annotation)


RECORDS = [model for _, model in schema.FOLDERS.values()] + list(schema.FILES.values())


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_no_field_that_is_marked_is_forgotten(model: type[Record]) -> None:
    """Counted over the annotations, independently of the walk that the checks use."""
    content = full(model)
    marked = {name for name in content if marks_of(model, name)}
    assert {path[0] for path, _, _ in references(model.model_validate(content))} == marked


IDS_OF_THEIR_OWN = {"Topic.id", "Status.id", "Amount.id", "Location.id", "Contact.location", "Eligibility.amounts"}
"""Ids that name the thing itself, or a part of another record (checked where both are known)."""


def test_every_field_of_type_id_says_what_it_names() -> None:
    unmarked = {
        f"{model.__name__}.{name}"
        for model in models()
        for name, field in model.model_fields.items()
        if is_id(field.annotation, field.metadata) and not marks_of(model, name)
    }
    assert unmarked == IDS_OF_THEIR_OWN


def is_id(annotation: object, metadata: list[object]) -> bool:
    check = get_args(v.Id)[1]
    if check in metadata:
        return True
    if get_origin(annotation) is Annotated:
        return is_id(get_args(annotation)[0], list(get_args(annotation)[1:]))
    return any(is_id(part, []) for part in get_args(annotation))
