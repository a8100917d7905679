"""JSON Schema (draft 2020-12) of every kind of file, for the help that editors show while writing."""

from __future__ import annotations

import json

from pydantic import BaseModel

from wegweiser.schema import FILES, FOLDERS


def kinds() -> list[str]:
    """The names of all schemas: one for each kind of record, one for each single file."""
    return [kind for kind, _ in FOLDERS.values()] + list(FILES)


def json_schema(model: type[BaseModel]) -> bytes:
    """The schema of a model, as a file that people can read and compare."""
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def schema_files() -> dict[str, bytes]:
    """File name → content, for every kind of file."""
    models = {kind: model for kind, model in FOLDERS.values()} | FILES
    return {f"{kind}.schema.json": json_schema(model) for kind, model in models.items()}
