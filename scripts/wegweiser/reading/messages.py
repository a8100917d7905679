"""German sentences for what the schema finds: place, fault and remedy, never a word of the validator's own."""

from __future__ import annotations

import difflib
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from wegweiser.reading.events import Path
from wegweiser.values import text

MAX_CODES = 20
"""How many possible values a message lists."""


SHORTEST_CORRECTED = 2
"""Letters up to which nothing is proposed: every code of two letters is like many others, and means something else."""


class Finding(NamedTuple):
    """Where something is wrong in a file, whether the field's name is wrong or its value, and the German sentence."""

    path: Path
    is_name: bool
    sentence: str


def findings(error: ValidationError, model: type[BaseModel]) -> list[Finding]:
    """What an editor has to know about a file that does not fit `model`."""
    return [_finding(details, model) for details in _causes(error.errors(include_url=False))]


def _causes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without what only follows from other errors: a list is 'too short' to the validator when its items are wrong."""
    paths = [details["loc"] for details in errors]
    return [
        details
        for details in errors
        if details["type"] != "too_short" or not any(_is_below(path, details["loc"]) for path in paths)
    ]


def _is_below(path: Path, above: Path) -> bool:
    return len(path) > len(above) and path[: len(above)] == above


def _finding(error: ErrorDetails, model: type[BaseModel]) -> Finding:
    path = error["loc"]
    if error["type"] == "extra_forbidden":
        return Finding(path, True, _unknown_field(path, model))
    if path[-1:] == ("[key]",):  # the validator's word for: the name of a field in a mapping
        return Finding(path[:-1], True, _sentence(error, path[:-1], model))
    return Finding(path, False, _sentence(error, path, model))


def _sentence(error: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "string_type" | "model_type" | "dict_type":
            return _wrong_shape(error, path, model)
        case "value_error" if isinstance(error["input"], list):
            return _wrong_shape(error, path, model)
        case "enum" if isinstance(error["input"], list | dict):
            return _wrong_shape(error, path, model)
        case "missing":
            return f"Das Pflichtfeld {_label(path, model)} fehlt."
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


def _wrong_shape(error: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    if isinstance(error["input"], list) and error["type"] != "dict_type":
        return f"{_label(path, model)} ist eine einzelne Angabe, keine Liste."
    if error["type"] in ("string_type", "enum"):
        return f"{_label(path, model)} ist ein Text, hier stehen aber weitere Felder."
    return f"{_label(path, model)} braucht eigene Felder in eingerückten Zeilen."


def _unknown_field(path: Path, model: type[BaseModel]) -> str:
    *above, name = path
    owner = _model_at(tuple(above), model)
    fields = owner.model_fields if owner else {}
    near = difflib.get_close_matches(str(name), fields, n=1, cutoff=0.6)
    remedy = f"Gemeint: {_label((*above, near[0]), model, full=False)}?" if near else "Bitte prüfen oder löschen."
    return f"Das Feld '{_short(name)}' ist unbekannt. {remedy}"


def _nearest_code(written: object, context: dict[str, Any]) -> str:
    codes = [code.strip("' ") for code in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
    near = difflib.get_close_matches(str(written), codes, n=1, cutoff=0.5)
    if near and len(str(written)) > SHORTEST_CORRECTED:
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
