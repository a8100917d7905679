"""What is said of a field is what pydantic itself says of it, in its JSON Schema."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from wegweiser.schema import FILES, FOLDERS, Centre, Channel, Contact, News, Rule, types
from wegweiser.schema.codes import Audience
from wegweiser.schema.fields import FORMS, FieldDescription, describe, parts

MODELS: dict[str, type[BaseModel]] = {**dict(FOLDERS.values()), **FILES}
ALL = {part.__name__: part for model in MODELS.values() for part in (model, *(part for _, part in parts(model)))}


def field(model: type[BaseModel], key: str) -> FieldDescription:
    return next(found for found in describe(model) if found.key == key)


def single(said: dict[str, Any]) -> dict[str, Any]:
    """What a JSON Schema says of one value: without 'or null', without the list around it."""
    for inside in (said.get("anyOf", [said])[0], said.get("items")):
        if inside and inside is not said:
            return single(inside)
    return said


@pytest.mark.parametrize("model", ALL.values(), ids=ALL)
def test_fields_are_those_of_the_json_schema(model: type[BaseModel]) -> None:
    told = model.model_json_schema()
    assert [found.key for found in describe(model)] == list(told["properties"])
    assert {found.key for found in describe(model) if found.required} == set(told.get("required", []))
    for found in describe(model):
        said = told["properties"][found.key]
        assert found.title == said["title"]
        assert found.meaning == said.get("description", "")
        assert found.many == (said.get("type") == "array")
        named = single(said).get("$ref", "").rpartition("/")[2]
        assert named == (type(found.codes[0]).__name__ if found.codes else found.part.__name__ if found.part else "")
        if found.codes:
            assert [code.value for code in found.codes] == told["$defs"][named]["enum"]
        assert found.values == (() if found.form else tuple(dict.fromkeys(map(str, single(said).get("enum", ())))))
        assert found.form or found.codes or found.part or found.values, f"{found.key}: no word says how it is written"


def test_every_part_is_named_once() -> None:
    for model in MODELS.values():
        found = [part for _, part in parts(model)]
        defined = {name for name, said in model.model_json_schema().get("$defs", {}).items() if "properties" in said}
        assert {part.__name__ for part in found} == defined
        assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("model", "key", "form", "kind", "many"),
    [
        (Centre, "name", "Line", "", False),
        (Centre, "website", "Url", "", False),
        (Centre, "municipality", "Id", "municipality", False),
        (Centre, "offers", "Id", "offer", True),
        (Centre, "languages", "Language", "", True),
        (Channel, "phone", "Phone", "", False),
        (Channel, "of_office", "YesNo", "", False),
        (News, "related", "RecordReference", "record", True),
        (Contact, "location", "Id", "", False),
        (Rule, "contacts", "Id", "contact", False),
    ],
)
def test_how_a_value_is_written(model: type[BaseModel], key: str, form: str, kind: str, many: bool) -> None:
    found = field(model, key)
    assert (found.form, found.kind, found.many) == (form, kind, many)


def test_codes_come_with_their_labels() -> None:
    assert field(Channel, "audience").codes == tuple(Audience)


def test_every_type_of_the_schema_has_a_name() -> None:
    written = {name for name, alias in vars(types).items() if name[0].isupper() and hasattr(alias, "__metadata__")}
    assert written == FORMS
