"""The interface: each object as its schema says, every address answers, and fields are only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from outlets import URL, edition_of
from regions import HOUSE, PROOF, Changes, source

from wegweiser import files
from wegweiser.files.api.description import KINDS, schemas
from wegweiser.files.api.links import PLURALS

V1 = "daten/v1/"
PUBLISHED = Path(__file__).with_name("v1_fields.json")
"""Object → the fields that others may rely on since version 1. Fields may be added here, never removed."""
BARE = {
    f"centres/{HOUSE}": {
        name: None
        for name in (
            "address channels opening_hours ages groups places languages description offers contact provider website "
            "district closing_days activities accessibility latitude longitude"
        ).split()
    }
}
RICH: Changes = {
    f"centres/{HOUSE}": {
        "members": ["Haus Eins", {"name": "Haus Zwei", "phone": "+49 30 23125001"}],
        "closed": {"since": "2027-01-01"},
    },
    "events/dated": {
        **{"title": "Sprechstunde", "summary": "Fragen.", "audience": "both", "centre": HOUSE, **PROOF},
        **{"start": "2026-06-09T14:30", "recurrence": "FREQ=WEEKLY"},
    },
}


def objects(folder: Path, changes: Changes | None = None) -> dict[str, Any]:
    """Address below /daten/v1/ → what is there."""
    edition, site = edition_of(folder, changes)
    found = [file for file in files.files(edition, site, ()) if file.path.startswith(V1)]
    return {file.path.removeprefix(V1): json.loads(file.make()) for file in found}


def kind_of(path: str) -> str | None:
    """The kind of the object at an address; None for what describes."""
    folder, _, rest = path.partition("/")
    return next((kind for kind, plural in PLURALS.items() if plural == folder and rest), None)


def links(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, below in value.items():
            if name in ("href", "self", "openapi"):
                yield below
            yield from links(below)
    elif isinstance(value, list):
        for below in value:
            yield from links(below)


@pytest.mark.judge("jsonschema (Draft 2020-12)")
@pytest.mark.parametrize("changes", [{}, BARE, RICH], ids=["as it is", "bare", "rich"])
def test_every_object_is_as_its_schema_says_and_every_link_answers(tmp_path: Path, changes: Changes) -> None:
    found = objects(tmp_path, changes)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    for path, value in found.items():
        kind = "index" if path == "index.json" else kind_of(path)
        if kind:
            jsonschema.Draft202012Validator(found[f"schema/{kind}.json"], format_checker=checker).validate(value)
        for address in links(value) if kind else ():
            assert address.removeprefix(f"{URL}{V1}") in found, (path, address)


@pytest.mark.judge("openapi-spec-validator")
def test_the_description_is_openapi(tmp_path: Path) -> None:
    found = objects(tmp_path)
    described = found["openapi.json"]
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []
    for path in found:
        if kind := kind_of(path):
            assert f"/{PLURALS[kind]}/{{id}}.json" in described["paths"]
    broken = {name: value for name, value in described.items() if name != "info"}
    assert list(OpenAPIV31SpecValidator(broken).iter_errors()) != []


@pytest.mark.parametrize("change", [{"record": "Haus"}, {"channels": [{"way": "phone"}]}, {"read_on": "gestern"}])
def test_the_schema_refuses_what_is_broken(tmp_path: Path, change: dict[str, Any]) -> None:
    house = objects(tmp_path)[f"centres/{HOUSE}.json"]
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schemas()["centre"], format_checker=checker).validate({**house, **change})


def test_fields_are_only_added() -> None:
    now = {name: sorted(schema["properties"]) for name, schema in schemas().items()}
    promised = json.loads(PUBLISHED.read_text("utf-8"))
    assert set(promised) <= set(now)
    for name, fields in promised.items():
        assert set(fields) <= set(now[name]), f"Version 1 verspricht diese Felder von {name}"
    needed = {name: set(schema["required"]) for name, schema in schemas().items()}
    assert all(fields <= set(promised[name]) for name, fields in needed.items())


def test_a_house_says_what_its_page_shows(tmp_path: Path) -> None:
    old = {"sources": [source(kind="press", published="2015")]}
    channels = [{"phone": "+49 30 23125001"}, {"phone": "+49 30 23125777", **old}]
    house = objects(tmp_path, {f"centres/{HOUSE}": {"channels": channels}})[f"centres/{HOUSE}.json"]
    [channel] = house["channels"]
    assert channel["value"] == "+49 30 23125001"
    assert channel["stand"] == {"as_of": "2026-06-01", "text": "geprüft am 1. Juni 2026", "ask": False}
    assert (house["checked"], house["page"]) == ("2026-06-01", f"{URL}familienzentren/{HOUSE}/")


def test_towns_and_topics_list_what_belongs_to_them(tmp_path: Path) -> None:
    found = objects(tmp_path)
    town = found[f"centres/{HOUSE}.json"]["municipality"]["href"].removeprefix(f"{URL}{V1}")
    assert f"centre:{HOUSE}" in {one["record"] for one in found[town]["centres"]}
    listed = {one["record"] for path, value in found.items() if path.startswith("topics/") for one in value["offers"]}
    assert listed == {value["record"] for path, value in found.items() if path.startswith("offers/")}


def test_who_is_internal_is_nowhere(tmp_path: Path) -> None:
    contact = {"title": "Nur intern", "purpose": "Für die Redaktion.", "organization": "jobcenter", **PROOF}
    changes: Changes = {"contacts/geheim": {**contact, "visibility": "internal"}}
    assert "geheim" not in json.dumps(objects(tmp_path, changes))


def test_every_kind_has_a_schema() -> None:
    assert set(KINDS) == set(PLURALS)
