"""The form of the editor: every field of every record, each with a widget that keeps what the reader reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from regions import read

from wegweiser.editing.editor_form import FORMAT, WAY, editor_form
from wegweiser.schema import FOLDERS, Channel
from wegweiser.schema.ways import Way


@pytest.fixture
def form(tmp_path: Path) -> dict[str, Any]:
    return editor_form(read(tmp_path, {"region": {"repository": "https://github.com/kreis-beispiel/wegweiser"}}))


def fields_of(form: dict[str, Any], folder: str) -> dict[str, dict[str, Any]]:
    [collection] = (each for each in form["collections"] if each["name"] == folder)
    return {field["name"]: field for field in collection["fields"]}


def widgets(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """All fields of a form at any depth."""
    for field in fields:
        yield field
        inner = [*field.get("fields", []), *([field["field"]] if "field" in field else []), *field.get("types", [])]
        yield from widgets(inner)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_field_of_a_record_is_in_the_form(form: dict[str, Any], folder: str) -> None:
    _, model = FOLDERS[folder]
    assert set(fields_of(form, folder)) == set(model.model_fields)


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_widget_changes_what_somebody_wrote(form: dict[str, Any], folder: str) -> None:
    """A number widget would drop the zero of 05974, a truth value would write `true`."""
    found = {field["widget"] for field in widgets(list(fields_of(form, folder).values())) if "widget" in field}
    assert found <= {"string", "text", "select", "relation", "object", "list", "datetime", "keyvalue"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_required_is_what_the_reader_requires(form: dict[str, Any], folder: str) -> None:
    _, model = FOLDERS[folder]
    optional = {name for name, field in fields_of(form, folder).items() if field.get("required") is False}
    assert optional == {name for name, info in model.model_fields.items() if not info.is_required()}


@pytest.mark.parametrize(
    ("folder", "name", "expected"),
    [
        ("centres", "municipality", {"widget": "relation", "collection": "municipalities", "value_field": "{{slug}}"}),
        ("centres", "offers", {"widget": "relation", "collection": "offers", "multiple": True}),
        ("centres", "description", {"widget": "text"}),
        ("centres", "care_hours", {"widget": "list"}),
        ("centres", "latitude", {"widget": "string"}),
        ("contacts", "topics", {"widget": "select", "multiple": True}),
        ("news", "date", {"widget": "string"}),  # often only the month is known
        ("events", "start", {"widget": "datetime", "format": "YYYY-MM-DDTHH:mm"}),
        ("centres", "website", {"pattern": ["^https://", "beginnt mit https://"]}),
    ],
)
def test_widgets(form: dict[str, Any], folder: str, name: str, expected: dict[str, Any]) -> None:
    field = fields_of(form, folder)[name]
    assert {key: field.get(key) for key in expected} == expected


def test_a_day_has_a_calendar(form: dict[str, Any]) -> None:
    day, _ = fields_of(form, "centres")["checked"]["fields"]
    assert (day["name"], day["widget"], day["type"], day["format"]) == ("on", "datetime", "date", "YYYY-MM-DD")


def test_yes_and_no_are_words(form: dict[str, Any]) -> None:
    [field] = (field for field in fields_of(form, "centres")["address"]["fields"] if field["name"] == "contradicted")
    assert [option["value"] for option in field["options"]] == ["ja", "nein"]


def test_a_channel_is_one_way(form: dict[str, Any]) -> None:
    channels = fields_of(form, "contacts")["channels"]
    assert channels["typeKey"] == WAY
    assert [type_["name"] for type_ in channels["types"]] == list(Way)
    for type_ in channels["types"]:
        names = [field["name"] for field in type_["fields"]]
        assert set(names) == {type_["name"], *(set(Channel.model_fields) - set(Way))}
        assert type_["fields"][0]["required"] is True


def test_what_an_editor_may_not_do(form: dict[str, Any]) -> None:
    assert form["backend"] == {
        **{"name": "github", "repo": "kreis-beispiel/wegweiser", "branch": "main"},
        "auth_methods": ["token"],
    }
    assert form["publish_mode"] == "editorial_workflow"
    for collection in form["collections"]:
        assert (collection["delete"], collection["publish"], collection["format"]) == (False, False, FORMAT)
        assert collection["slug"]["editable"] == ["create"]


def test_labels_and_hints_are_those_of_the_schema(form: dict[str, Any]) -> None:
    for folder, (_, model) in FOLDERS.items():
        assert issubclass(model, BaseModel)
        for name, field in fields_of(form, folder).items():
            info = model.model_fields[name]
            assert (field["label"], field.get("hint")) == (info.title, info.description)
