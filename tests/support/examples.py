"""Fictional data for tests: one valid example of every model, made from its JSON Schema, and one small valid region."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from wegweiser.schema import Model

Fields = dict[str, Any]

_BY_FORMAT = {"uri": "https://www.example.org/", "email": "stelle@example.org", "date": "2026-03-01"}
_CHOICES = {
    "Channel": {"phone": "+49 30 23125001"},
    "Redirect": {"new": "/angebote/kindergeld/"},
    "Rule": {"contact": "jobcenter-beispielstadt"},
    "OpeningHours": {"hours": "Mo-Fr 07:30-16:30"},
    "Amount": {"review_on": "2027-01-15"},
}
"""What a model needs although no single field of it is required."""
_NOT_TOGETHER = {
    "Channel": ("short_number", "email", "fax", "booking", "online_form", "sign_language_video", "web", "post"),
    "Rule": ("contacts", "topics", "parts"),
}


def models() -> list[type[Model]]:
    """Every model of the schema, in alphabetical order."""
    return sorted(_below(Model), key=lambda model: model.__name__)


def _below(model: type[Model]) -> Iterator[type[Model]]:
    for child in model.__subclasses__():
        yield child
        yield from _below(child)


def minimal(model: type[Model]) -> Fields:
    """The shortest valid content: required fields only, as the reader gives it (text, lists, mappings)."""
    return _fields(model.model_json_schema(), model.model_json_schema().get("$defs", {}), full=False)


def full(model: type[Model]) -> Fields:
    """Valid content with every field that can stand together."""
    return _fields(model.model_json_schema(), model.model_json_schema().get("$defs", {}), full=True)


def _fields(schema: Fields, models: Fields, *, full: bool) -> Fields:
    name = schema["title"]
    wanted = [field for field in schema["properties"] if full and field not in _NOT_TOGETHER.get(name, ())]
    written = {
        field: _value(schema["properties"][field], models, full=full)
        for field in dict.fromkeys([*schema.get("required", ()), *wanted])
    }
    return written | _CHOICES.get(name, {})


def _value(schema: Fields, models: Fields, *, full: bool) -> Any:
    match schema:
        case {"$ref": str(path)}:
            return _value(models[path.rpartition("/")[2]], models, full=full)
        case {"anyOf": [first, *_]}:
            return _value(first, models, full=full)
        case {"type": "array", "items": items}:
            return [_value(items, models, full=full)]
        case {"properties": _}:
            return _fields(schema, models, full=full)
        case {"additionalProperties": dict() as values}:
            return {"beispielstadt": _value(values, models, full=full)}
        case {"enum": [first, *_]} | {"examples": [first, *_]}:
            return first
        case {"format": str(name)}:
            return _BY_FORMAT[name]
        case {"pattern": str(pattern)}:
            return next(text for text in ("beispiel", "offer:beispiel", "/beispiel/") if re.fullmatch(pattern, text))
    return "Ein Beispiel"


def source(**changes: str) -> Fields:
    """One source of a record."""
    return {"title": "Beispielseite", "kind": "own", "published": "2026-01", "accessed": "2026-11-01", **changes}


REGION: dict[str, Fields] = {
    "region.yml": {
        "name": "Beispielkreis",
        "in_region": "im Beispielkreis",
        "ags": "99999",
        "state": "NW",
        "preview": "ja",
        "review_periods": {"contacts": "6", "centres": "12", "offers": "6"},
        "website": "https://www.example.org/",
        "fallback_contact": "jobcenter-beispielstadt",
    },
    "topics.yml": {"topics": [{"id": "geld", "label": "Geld zum Leben", "summary": "Wenn das Geld nicht reicht."}]},
    "statuses.yml": {
        "statuses": [
            {"id": id_, "label": f"Beispiel {id_}", "short": f"Beispiel {id_}", "summary": "Das ist ein Beispiel."}
            for id_ in ("sgb2", "wohngeld", "kinderzuschlag", "sgb12", "asylblg", "none")
        ]
    },
    "responsibilities.yml": {"rules": [{"contact": "jobcenter-beispielstadt", "sources": [source()]}]},
    "municipalities/beispielstadt.yml": {
        "name": "Beispielstadt",
        "kind": "town",
        "ags": "99999001",
        "postal_codes": ["99998"],
        "youth_office": "jugendamt-beispielstadt",
        "sources": [source()],
    },
    "organizations/jobcenter-beispielstadt.yml": {
        "name": "Jobcenter Beispielstadt",
        "kind": "job-centre",
        "website": "https://jobcenter.example.org/",
        "sources": [source()],
    },
    "organizations/jugendamt-beispielstadt.yml": {
        "name": "Jugendamt Beispielstadt",
        "kind": "youth-office",
        "website": "https://jugendamt.example.org/",
        "sources": [source()],
    },
    "contacts/jobcenter-beispielstadt.yml": {
        "title": "Jobcenter Beispielstadt: Leistungen",
        "purpose": "Fragen zu Geld vom Jobcenter",
        "organization": "jobcenter-beispielstadt",
        "topics": ["geld"],
        "channels": [{"phone": "+49 30 23125001"}],
        "checked": {"on": "2026-10-01", "by": "Leitung der Stelle"},
        "sources": [source()],
    },
    "centres/sonnenblume.yml": {
        "name": "Familienzentrum Sonnenblume",
        "family_centre": "yes",
        "municipality": "beispielstadt",
        "contact": "jobcenter-beispielstadt",
        "offers": ["schulbedarf"],
        "sources": [source()],
    },
    "offers/schulbedarf.yml": {
        "title": "Persönlicher Schulbedarf",
        "everyday_title": "Geld für Schulsachen",
        "summary": "Geld für Hefte, Stifte und den Ranzen.",
        "plain": "Ihr Kind geht zur Schule. Dafür gibt es Geld.",
        "topic": "geld",
        "keywords": "Heft Stift Ranzen Füller Block Mappe Lineal Pinsel Schere Kleber".split(),
        "steps": ["Beim Jobcenter fragen."],
        "eligibility": [{"reason": "Das kann jeder Familie helfen.", "legal_basis": "ohne Gesetz: Beispiel"}],
        "sources": [source()],
    },
}
"""A valid data folder: path → content."""


def write_data(folder: Path, changes: Mapping[str, Fields | str | bytes | None] | None = None) -> Path:
    """Write `REGION` with some files changed, added or (None) left out; text and bytes are written as they are."""
    for name, content in {**REGION, **(changes or {})}.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else as_yaml(content).encode())
    return folder


def as_yaml(content: Fields | str) -> str:
    """The content as an editor would write it."""
    if isinstance(content, str):
        return content
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)
