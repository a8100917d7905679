"""Files for other programs: what they hold, and JSON Schemas that agree with what the data really says."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from regions import HOUSE, PROOF, SECOND_TOWN, TOWN, Changes, files, read

from wegweiser import schema
from wegweiser.catalog import Catalog
from wegweiser.files import exports
from wegweiser.reading.reader import read as read_yaml
from wegweiser.rules.responsibility import Responsibility
from wegweiser.schema import json_schema

ROOT = Path(__file__).resolve().parents[3]
COMMITTED = ROOT / "docs" / "daten" / "schema"
REAL = sorted((ROOT / "data").rglob("*.yml"))


def made(name: str, catalog: Catalog) -> bytes:
    [export] = [export for export in exports.EXPORTS if export.name == name]
    return export.make(catalog, Responsibility(catalog))


def rows(name: str, folder: Path, changes: Changes | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(made(name, read(folder, changes)))
    return found


# Who is responsible


def test_one_row_for_every_question(tmp_path: Path) -> None:
    catalog = read(tmp_path)
    questions = [
        (row["municipality"], row["status"], row["offer"]) for row in json.loads(made("zustaendigkeiten.json", catalog))
    ]
    assert len(questions) == len(set(questions)) == 3 * 6 * 6
    assert set(questions) == {
        (town, status, offer)
        for town in catalog.municipalities
        for status in catalog.statuses
        for offer in catalog.offers
    }


def test_rows_say_no_more_than_the_answer(tmp_path: Path) -> None:
    written = [
        {"contact": "jobcenter", **PROOF},
        {"contact": "kreis", "offers": ["elterncafe"], "fallback": "ja", "note": "Fragen Sie dort.", **PROOF},
        {"contact": "kreis", "offers": ["wohngeld"], "municipalities": [TOWN], "derived": "ja", **PROOF},
    ]
    found = rows("zustaendigkeiten.json", tmp_path, {"responsibilities": {"rules": written}})
    question = {"municipality": TOWN, "status": "sgb2"}
    about = {row["offer"]: row for row in found if row["municipality"] == TOWN and row["status"] == "sgb2"}
    assert about["kita-platz"] == {**question, "offer": "kita-platz", "contact": "jobcenter"}
    assert about["elterncafe"] == {**question, "offer": "elterncafe", "contact": "kreis", "fallback": True}
    assert about["wohngeld"] == {**question, "offer": "wohngeld", "contact": "kreis", "derived": True}
    elsewhere = [row["contact"] for row in found if row["municipality"] == SECOND_TOWN and row["offer"] == "wohngeld"]
    assert elsewhere == ["jobcenter"] * 6


# All records


def test_the_index_names_every_record_with_its_page(tmp_path: Path) -> None:
    found = {row["record"]: row for row in rows("index.json", tmp_path, {f"centres/{HOUSE}": {"checked": None}})}
    folders = {name.partition("/")[0] for name in files() if "/" in name}
    kinds = {schema.FOLDERS[folder][0]: folder for folder in folders}
    assert {f"{kinds[ref.partition(':')[0]]}/{ref.partition(':')[2]}" for ref in found} == {
        n for n in files() if "/" in n
    }
    assert found["offer:wohngeld"] == {
        "record": "offer:wohngeld",
        "title": "Wohngeld",
        "address": "/angebote/wohngeld/",
        "checked": "2026-06-01",
    }
    assert found[f"centre:{HOUSE}"] == {
        "record": f"centre:{HOUSE}",
        "title": "Familienzentrum Abenteuerland 1",
        "address": f"/familienzentren/{HOUSE}/",
        "checked": None,
    }


@pytest.mark.parametrize(
    ("record", "title", "address"),
    [
        ("municipality:dornmoor", "Dornmoor", "/orte/dornmoor/"),
        ("organization:kreis", "Kreis Beispiel", "/traeger/kreis/"),
        ("contact:sozialamt-dornmoor", "Sozialamt Dornmoor", "/kontakte/sozialamt-dornmoor/"),
        ("event:sprechstunde", "Sprechstunde des Jobcenters", "/termine/sprechstunde/"),
        ("news:neue-vereinbarung", "Eine neue Vereinbarung", "/aktuelles/neue-vereinbarung/"),
        ("case:arbeit-ab-montag", "Arbeit ab Montag, kein Platz", "/faelle/arbeit-ab-montag/"),
        # an agreement is told on the page of its house, or of the office
        (
            f"agreement:{HOUSE}",
            "Das Haus Abenteuerland 1 und das Jobcenter arbeiten zusammen.",
            f"/familienzentren/{HOUSE}/",
        ),
    ],
)
def test_where_a_record_is_found(tmp_path: Path, record: str, title: str, address: str) -> None:
    [row] = [row for row in rows("index.json", tmp_path) if row["record"] == record]
    assert (row["title"], row["address"]) == (title, address)


def test_an_agreement_without_a_house_is_told_on_the_page_of_the_office(tmp_path: Path) -> None:
    changes: Changes = {f"agreements/{HOUSE}": {"centres": None}}
    [row] = [row for row in rows("index.json", tmp_path, changes) if row["record"].startswith("agreement:")]
    assert row["address"] == "/traeger/jobcenter/"


def test_an_internal_contact_is_in_no_file(tmp_path: Path) -> None:
    contact = {"title": "Leitung", "purpose": "Intern.", "organization": "kreis", "visibility": "internal", **PROOF}
    catalog = read(tmp_path, {"contacts/geheim": contact})
    for export in exports.EXPORTS:
        assert b"geheim" not in export.make(catalog, Responsibility(catalog)), export.name


@pytest.mark.parametrize("export", exports.EXPORTS, ids=lambda export: export.name)
def test_files_can_be_compared_line_by_line(tmp_path: Path, export: exports.Export) -> None:
    catalog = read(tmp_path)
    content = export.make(catalog, Responsibility(catalog))
    assert content == export.make(catalog, Responsibility(catalog))
    assert content.decode().count("\n") == len(json.loads(content)) + 2
    assert content.decode().endswith("\n]\n")
    assert "\\u00" not in content.decode()  # umlauts stay readable
    assert export.description.endswith(".")


# JSON Schemas


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    content = json.loads((COMMITTED / f"{name}.schema.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(content, format_checker=jsonschema.FormatChecker())


def name_of(path: Path) -> str:
    """The schema of a file of the data folder."""
    return schema.FOLDERS[path.parent.name][0] if path.parent.name in schema.FOLDERS else path.stem


def faults(name: str, content: object) -> list[str]:
    return [f"{list(error.path)}: {error.message[:200]}" for error in validator(name).iter_errors(content)]


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {path.name: path.read_bytes() for path in COMMITTED.iterdir()}
    assert committed == json_schema.schema_files(), "bitte '.venv/bin/wegweiser schema' aufrufen und mit eintragen"
    assert sorted(committed) == sorted(f"{kind}.schema.json" for kind in json_schema.kinds())


@pytest.mark.parametrize("name", json_schema.kinds())
def test_a_schema_is_one_of_draft_2020_12(name: str) -> None:
    content = json.loads((COMMITTED / f"{name}.schema.json").read_text("utf-8"))
    assert content["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(content)


def test_every_real_file_is_valid_for_the_schema_that_editors_use() -> None:
    assert len(REAL) > 50
    found = {path.relative_to(ROOT): faults(name_of(path), read_yaml(path.read_bytes())) for path in REAL}
    assert {path: told for path, told in found.items() if told} == {}


@pytest.mark.parametrize("file", files())
def test_every_invented_file_is_valid_too(file: str) -> None:
    assert faults(name_of(Path(f"{file}.yml")), files()[file]) == []


@pytest.mark.parametrize(
    ("file", "fields"),
    [
        (f"centres/{HOUSE}", {"openning_hours": "Mo 08:00-12:00"}),
        (f"centres/{HOUSE}", {"municipality": "Dornmoor"}),
        (f"centres/{HOUSE}", {"offers": "elterncafe"}),
        (f"centres/{HOUSE}", {"languages": ["deutsch"]}),
        (f"centres/{HOUSE}", {"checked": {"on": "2026-02-30", "by": "Leitung"}}),
        (f"centres/{HOUSE}", {"name": "x" * 301}),
        (f"centres/{HOUSE}", {"sources": []}),
        ("contacts/kreis", {"person": {"name": "Erika Muster", "basis": "consent"}}),
        ("contacts/kreis", {"channels": [{"email": "kein Postfach"}]}),
        ("region", {"preview": "true"}),
        ("redirects", {"redirects": [{"old": "angebote/alt", "archived": "Weg."}]}),
        ("responsibilities", {"rules": []}),
    ],
)
def test_editors_are_told_of_a_mistake_while_they_write(file: str, fields: dict[str, Any]) -> None:
    assert faults(name_of(Path(f"{file}.yml")), {**files().get(file, {}), **fields}) != []


@pytest.mark.parametrize("name", json_schema.kinds())
def test_editors_see_german_titles(name: str) -> None:
    content = json.loads((COMMITTED / f"{name}.schema.json").read_text("utf-8"))
    models = [content, *content.get("$defs", {}).values()]
    fields = [(field, told) for model in models for field, told in model.get("properties", {}).items()]
    assert fields
    assert [field for field, told in fields if not told.get("title")] == []
