"""The fields of every kind of file for the handbook: what each means, how it is written, who sees it, when it ages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from wegweiser.catalog.addresses import BUILDING_BLOCKS, FOLDER_OF, field_address
from wegweiser.editing.field_words import AGES, FORMS, KINDS, SEEN, SEEN_IN, SEEN_OF_ALL, SINGLE
from wegweiser.schema import FILES, FOLDERS
from wegweiser.schema.codes import Code
from wegweiser.schema.fields import FieldDescription, describe, parts

FOLDERS_OF_KINDS = {kind: f"data/{folder}/" for folder, (kind, _) in FOLDERS.items()}
MODELS: dict[str, type[BaseModel]] = {**dict(FOLDERS.values()), **FILES}
EVERYBODY = "alle"
EVIDENCE = ("checked", "review_months", "sources", "missing")
"""What every record has; on a page it stands behind what the record is about."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field as the handbook shows it."""

    anchor: str
    key: str
    title: str
    meaning: str
    required: bool
    written: str
    example: str
    codes: tuple[Code, ...]
    names: str
    """The address of the page about the kind of record that is named here; empty where none is."""
    part: str
    """Where its own fields stand, as a link from the root of the site; empty where it has none."""
    seen_by: str
    ages: str


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one model under one heading."""

    anchor: str
    title: str
    ages: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FieldPage:
    """The page about one kind of file, or about the building blocks that several kinds share."""

    address: str
    title: str
    description: str
    file: str
    """Where such a file lies: `data/centres/`, `data/region.yml`; empty for the building blocks."""
    shown_at: str
    """Folder of the pages that show it; empty where it has none."""
    schema: str
    """Name of the JSON Schema; empty for the building blocks."""
    example: str
    """A whole file, invented; empty where the invented region has none."""
    groups: tuple[Group, ...]


def field_pages(examples: Mapping[tuple[str, str], str], files: Mapping[str, str]) -> Iterator[FieldPage]:
    """A page for each kind and one for the building blocks.

    `examples` has values by name of model and key of field, `files` a whole file by kind; both invented.
    """
    shared = _shared()
    for kind, model in MODELS.items():
        title, description = KINDS[kind]
        own = [(field.key, field.title, part) for field, part in parts(model) if part not in shared]
        yield FieldPage(
            address=field_address(kind),
            title=title,
            description=description,
            file=FOLDERS_OF_KINDS.get(kind, f"data/{kind}.yml"),
            shown_at=FOLDER_OF.get(kind, ""),
            schema=f"{kind}.schema.json",
            example=files.get(kind, ""),
            groups=tuple(
                _group(anchor, title, part, shared, examples) for anchor, title, part in [("", "Felder", model), *own]
            ),
        )
    yield FieldPage(
        address=field_address(BUILDING_BLOCKS),
        title="Bausteine",
        description="Felder, die in mehreren Arten von Einträgen vorkommen: Wege, Anschrift, Zeiten, Quellen, Prüfung.",
        file="",
        shown_at="",
        schema="",
        example="",
        groups=tuple(_group(_anchor(part), title, part, shared, examples) for part, title in shared.items()),
    )


def _shared() -> dict[type[BaseModel], str]:
    """The models that stand in several kinds of file, with a German title, in the order in which they appear."""
    used = Counter(part for model in MODELS.values() for _, part in parts(model))
    titles = {part: field.title for model in MODELS.values() for field, part in reversed(parts(model))}
    return {part: SINGLE.get(part.__name__, titles[part]) for part, count in used.items() if count > 1}


def _anchor(model: type[BaseModel]) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in model.__name__).strip("-")


def _group(
    key: str,
    title: str,
    model: type[BaseModel],
    shared: Mapping[type[BaseModel], str],
    examples: Mapping[tuple[str, str], str],
) -> Group:
    anchor = key.replace("_", "-")
    name = model.__name__
    fields = sorted(describe(model), key=lambda field: field.key in EVIDENCE)
    rows = tuple(_row(f"{anchor}-" if anchor else "", name, field, shared, examples) for field in fields)
    return Group(anchor or "felder", title, AGES.get(name, ""), rows)


def _row(
    prefix: str,
    model: str,
    field: FieldDescription,
    shared: Mapping[type[BaseModel], str],
    examples: Mapping[tuple[str, str], str],
) -> Row:
    written, example = FORMS.get(field.form, ("", ""))
    if field.kind:
        written, example = _named(field.kind)
    part = ""
    if field.part:
        written = "mehrere Felder, je Eintrag mit einem Strich davor" if field.many else "eigene Felder, eingerückt"
        example = ""
        part = f"{field_address(BUILDING_BLOCKS)}#{_anchor(field.part)}" if field.part in shared else ""
        part = part or f"#{field.key.replace('_', '-')}"
    elif field.codes:
        written, example = "eines dieser Kürzel", ""
    elif field.values:
        written, example = f"genau so: {', '.join(field.values)}", field.values[0]
    elif field.many:
        written = f"eine Liste; je Eintrag: {written}"
    return Row(
        anchor=f"{prefix}{field.key.replace('_', '-')}" if prefix else f"feld-{field.key.replace('_', '-')}",
        key=field.key,
        title=field.title,
        meaning=field.meaning,
        required=field.required,
        written=written,
        example=examples.get((model, field.key), example) if not field.part else "",
        codes=field.codes,
        names=field_address(field.kind) if field.kind in MODELS else "",
        part=part,
        seen_by=SEEN.get((model, field.key)) or SEEN_OF_ALL.get(field.key) or SEEN_IN.get(model, EVERYBODY),
        ages=AGES.get(field.part.__name__, "") if field.part else AGES.get(f"{model}.{field.key}", ""),
    )


def _named(kind: str) -> tuple[str, str]:
    """How the id of another record is written."""
    if kind == "record":
        return "Art und Kurzname eines Eintrags", "offer:kindergeld"
    where = FOLDERS_OF_KINDS.get(kind)
    if where:
        return f"der Name einer Datei in {where}, ohne .yml", ""
    return {"topic": "ein Kurzname aus data/topics.yml", "status": "ein Kurzname aus data/statuses.yml"}[kind], ""
