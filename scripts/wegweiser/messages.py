"""German sentences for what the schema finds: place, fault and remedy, never a word of the validator's own."""

from __future__ import annotations

import difflib
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from wegweiser import text
from wegweiser.yaml_reader import Path

MAX_CODES = 20
"""How many possible values a message lists."""


def explain(error: ErrorDetails, model: type[BaseModel]) -> str:
    """One sentence for one finding of the validator."""
    path = written_path(error)
    context = error.get("ctx", {})
    match error["type"]:
        case "string_type" | "model_type" | "dict_type":
            return _wrong_shape(error, path, model)
        case "value_error" | "enum" if isinstance(error["input"], list):
            return _wrong_shape(error, path, model)
        case "missing":
            return f"Das Pflichtfeld {_label(path, model)} fehlt."
        case "extra_forbidden":
            return _unknown_field(path, model)
        case "value_error":
            return f"{_label(path, model)} {context['error']}."
        case "enum":
            known = _nearest_code(error["input"], context)
            return f"{_label(path, model)} kennt den Wert '{_short(error['input'])}' nicht{known}."
        case "tuple_type":
            return f"{_label(path, model)} braucht eine Liste: jede Angabe in einer eigenen Zeile mit '- ' davor."
        case "too_short":
            return f"{_label(path, model)} braucht mindestens eine Angabe."
    return f"{_label(path, model)} ist nicht richtig geschrieben."


def written_path(error: ErrorDetails) -> Path:
    """Where the finding stands in the file; the validator appends a word of its own where a field's name is wrong."""
    path = error["loc"]
    return path[:-1] if path[-1:] == (_KEY,) else path


def is_about_name(error: ErrorDetails) -> bool:
    """Whether the name of a field is wrong, not its value."""
    return error["type"] == "extra_forbidden" or error["loc"][-1:] == (_KEY,)


_KEY = "[key]"


def _wrong_shape(error: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    if isinstance(error["input"], list) and error["type"] != "dict_type":
        return f"{_label(path, model)} ist eine einzelne Angabe, keine Liste."
    if error["type"] == "string_type":
        return f"{_label(path, model)} ist ein Text, hier stehen aber weitere Felder."
    return f"{_label(path, model)} braucht eigene Felder in eingerückten Zeilen."


def _unknown_field(path: Path, model: type[BaseModel]) -> str:
    *above, name = path
    owner = _model_at(tuple(above), model)
    fields = owner.model_fields if owner else {}
    near = difflib.get_close_matches(str(name), fields, n=1, cutoff=0.6)
    hint = f" Gemeint: {_label((*above, near[0]), model, full=False)}?" if near else ""
    return f"Das Feld '{_short(name)}' ist unbekannt.{hint}"


def _nearest_code(written: object, context: dict[str, Any]) -> str:
    codes = [code.strip("' ") for code in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
    near = difflib.get_close_matches(str(written), codes, n=1, cutoff=0.5)
    if near:
        return f"; gemeint: {near[0]}"
    return f"; möglich sind {', '.join(codes)}" if len(codes) <= MAX_CODES else ""


def _label(path: Path, model: type[BaseModel], *, full: bool = True) -> str:
    """A field as both English key and German name: `'checked.on' (Geprüft am)`."""
    if not path:
        return "Der Eintrag"
    field = _field_title(path, model)
    written = ".".join(map(str, path)) if full else str(path[-1])
    return f"'{_short(written)}' ({field})" if field else f"'{_short(written)}'"


def _field_title(path: Path, model: type[BaseModel]) -> str | None:
    names = [step for step in path if isinstance(step, str)]
    owner = _model_at(path[: -1 - list(reversed(path)).index(names[-1])], model) if names else None
    field = owner.model_fields.get(names[-1]) if owner else None
    return field.title if field else None


def _model_at(path: Path, model: type[BaseModel]) -> type[BaseModel] | None:
    """The model that the value at `path` is read as, or None."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int) or current is None:
            continue
        field = current.model_fields.get(step)
        current = _nested(field.annotation) if field else None
    return current


def _nested(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = [nested for part in get_args(annotation) if (nested := _nested(part))]
    return found[0] if found else None


def _short(written: object) -> str:
    """What somebody wrote, short enough for a message and without characters that could garble a terminal."""
    shown = text.printable(str(written))
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
