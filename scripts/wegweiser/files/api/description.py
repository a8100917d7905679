"""The interface described for programs: a JSON Schema for each object, and OpenAPI 3.1 for all."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from wegweiser.edition.site import Site
from wegweiser.files.api import objects
from wegweiser.files.api.links import PLURALS

Object = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: dict[str, type] = {
    "municipality": objects.Municipality,
    "organization": objects.Organization,
    "contact": objects.Contact,
    "centre": objects.Centre,
    "offer": objects.Offer,
    "news": objects.News,
    "event": objects.Event,
    "case": objects.Case,
    "topic": objects.Topic,
}
"""Kind → its object."""


@cache
def schemas() -> dict[str, Object]:
    """Name → JSON Schema of each kind of object, and of the index."""
    named = {"index": objects.Index, **KINDS}
    return {name: {"$schema": DIALECT, **TypeAdapter(shape).json_schema()} for name, shape in named.items()}


def open_api(site: Site) -> bytes:
    """The description after OpenAPI 3.1.1."""
    described = {
        "openapi": "3.1.1",
        "info": {
            "title": f"{site.name}: Schnittstelle",
            "version": "1.0.0",
            "summary": "Alle Einträge als JSON, nur zum Lesen, ohne Anmeldung.",
            "description": "Felder kommen nur dazu. Was nicht bekannt oder zu alt ist, fehlt. Dateien ändern sich mit "
            "jeder Veröffentlichung; mit If-None-Match fragt ein Programm, ob es etwas Neues gibt.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": "."}],
        "paths": {"/index.json": _path("Alle Einträge", "Index"), **dict(_paths())},
        "components": {"schemas": _components()},
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _paths() -> list[tuple[str, Object]]:
    identity = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[a-z0-9-]+$"}}
    found = []
    for kind, shape in KINDS.items():
        path = _path((shape.__doc__ or "").strip().rstrip("."), shape.__name__)
        path["parameters"] = [identity]
        path["get"]["responses"]["404"] = {"description": "Diesen Eintrag gibt es nicht."}
        found.append((f"/{PLURALS[kind]}/{{id}}.json", path))
    return found


def _path(summary: str, shape: str) -> Object:
    schema = {"$ref": f"#/components/schemas/{shape}"}
    answers = {
        "200": {"description": summary, "content": {"application/json": {"schema": schema}}},
        "304": {"description": "Seit dem letzten Mal hat sich nichts geändert (If-None-Match)."},
    }
    return {"get": {"operationId": f"get{shape}", "summary": summary, "responses": answers}}


def _components() -> Object:
    """Every object once, by its name."""
    found: Object = {}
    for shape in (objects.Index, *KINDS.values()):
        written = TypeAdapter(shape).json_schema(ref_template="#/components/schemas/{model}")
        found |= written.pop("$defs", {})
        found[shape.__name__] = written
    return dict(sorted(found.items()))
