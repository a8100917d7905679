"""The form of the editor in the browser (Sveltia CMS), made from the models: one widget for each field.

The editor keeps every value as text, as our reader does; nothing is a number or a truth value to it. Its words for
widgets are those of Decap CMS, so that either can show the same form.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from wegweiser.catalog import Catalog
from wegweiser.schema import FOLDERS, Channel
from wegweiser.schema import types as v
from wegweiser.schema.codes import Code
from wegweiser.schema.facts import Model
from wegweiser.schema.references import Reference
from wegweiser.schema.ways import Way

Widget = dict[str, Any]

FORMAT = "wegweiser"
"""Our own file format of the editor (overrides/editor/format.js): a changed field is a changed line."""
WAY = "weg__"
"""Which way a channel is: a helper of the form that never reaches a file."""
GITHUB = "https://github.com/"
FOLDER_OF = {kind: folder for folder, (kind, _) in FOLDERS.items()}
TITLES = {
    "municipality": ("Stadt oder Gemeinde", "Städte und Gemeinden", "name"),
    "organization": ("Stelle", "Stellen und Träger", "name"),
    "contact": ("Kontakt", "Kontakte", "title"),
    "centre": ("Haus", "Häuser", "name"),
    "offer": ("Hilfe", "Hilfen", "everyday_title"),
    "agreement": ("Zusammenarbeit", "Zusammenarbeit mit Häusern", "summary"),
    "news": ("Meldung", "Aktuelles", "title"),
    "event": ("Termin", "Termine", "title"),
    "case": ("Fall", "Fälle für Fachkräfte", "title"),
}
"""Kind → what one and many are called, and the field that names a record."""
EVIDENCE = ("checked", "sources", "review_months", "missing")
"""What follows behind the facts of a record."""
ID = [f"^{v.ID_PATTERN}$", "nur a-z, 0-9 und einzelne Bindestriche"]
PATTERNS = {
    v.PostalCode: ["^[0-9]{5}$", "genau fünf Ziffern: 59494"],
    v.Count: ["^(0|[1-9][0-9]{0,6})$", "nur Ziffern: 74"],
    v.Money: ["^(0|[1-9][0-9]{0,6})([.][0-9]{2})?$", "mit Punkt: 15 oder 202.68"],
    v.Coordinate: ["^-?[0-9]{1,3}[.][0-9]+$", "mit Punkt: 51.5756"],
    v.Phone: ["^[+]49 [0-9 ]+$", "mit Vorwahl: +49 2921 106500"],
    v.Email: ["^[^ @]+@[^ @]+[.][a-z]+$", "wie stelle@example.org"],
    v.Url: ["^https://", "beginnt mit https://"],
    v.PartialDate: ["^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|unknown)$", "2023, 2023-09, 2025-11-28 oder unknown"],
}
"""What the form can say at once; all other rules are told by the check of the pull request."""


class Type(NamedTuple):
    """An annotation without `Annotated` and `| None`, and what was marked on it."""

    base: Any
    marks: tuple[Any, ...]

    @classmethod
    def of(cls, annotation: Any, marks: Sequence[Any] = ()) -> Type:
        """Take an annotation apart."""
        origin = get_origin(annotation)
        if origin is Annotated:
            return cls.of(annotation.__origin__, (*marks, *annotation.__metadata__))
        if origin in (Union, types.UnionType):
            [inner] = (part for part in get_args(annotation) if part is not type(None))
            return cls.of(inner, marks)
        return cls(annotation, tuple(marks))

    def is_(self, alias: Any) -> bool:
        """Whether it is one of the types of `schema/types.py`."""
        return set(map(id, alias.__metadata__)) <= set(map(id, self.marks))


def editor_form(catalog: Catalog) -> Widget:
    """The whole configuration of the editor for the repository that the region names."""
    project = catalog.region.record.repository
    repository = project.removeprefix(GITHUB) if project else None
    return {
        "backend": {"name": "github", "repo": repository, "branch": "main", "auth_methods": ["token"]},
        "publish_mode": "editorial_workflow",
        "app_title": "Familienwegweiser bearbeiten",
        "media_folder": "docs/assets/uploads",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": v.MAX_ID},
        "output": {"omit_empty_optional_fields": True},
        "collections": [_collection(catalog, folder, kind, model) for folder, (kind, model) in FOLDERS.items()],
    }


def _collection(catalog: Catalog, folder: str, kind: str, model: type[Model]) -> Widget:
    one, many, title = TITLES[kind]
    return {
        "name": folder,
        "label": many,
        "label_singular": one,
        "folder": f"data/{folder}",
        "extension": "yml",
        "format": FORMAT,
        "create": True,
        "delete": False,  # an address is for ever
        "publish": False,  # that is for the code owners
        "identifier_field": title,
        "summary": "{{" + title + "}}",
        "slug": {"template": "{{" + title + "}}", "editable": ["create"], "pattern": ID},
        "editor": {"preview": False},
        "fields": _fields(catalog, model),
    }


def _fields(catalog: Catalog, model: type[Model]) -> list[Widget]:
    """The facts of a model in its own order, then what they rest on."""
    facts = [name for name in model.model_fields if name not in EVIDENCE]
    names = [*facts, *(name for name in EVIDENCE if name in model.model_fields)]
    return [_field(catalog, name, model.model_fields[name]) for name in names]


def _field(catalog: Catalog, name: str, info: Any) -> Widget:
    field = {"name": name, "label": info.title or name, **_widget(catalog, Type.of(info.annotation, info.metadata))}
    if not info.is_required():
        field["required"] = False
    if info.description:
        field["hint"] = info.description
    return field


def _widget(catalog: Catalog, of: Type) -> Widget:
    kinds = [mark.kind for mark in of.marks if isinstance(mark, Reference)]
    if get_origin(of.base) is tuple:
        return _list(catalog, Type.of(get_args(of.base)[0], [mark for mark in of.marks if isinstance(mark, Reference)]))
    if kinds:
        return _named(catalog, kinds[0])
    if get_origin(of.base) is dict:
        return {"widget": "keyvalue"}
    if isinstance(of.base, type) and issubclass(of.base, Model):
        return {"widget": "object", "collapsed": True, "fields": _fields(catalog, of.base)}
    if isinstance(of.base, type) and issubclass(of.base, Code):
        return _choice((code.value, code.label) for code in of.base)
    return _text(of)


def _named(catalog: Catalog, kind: str) -> Widget:
    """A choice among the records, topics or statuses that a field can name; `kind:id` is written by hand."""
    if kind in FOLDER_OF:
        *_, title = TITLES[kind]
        fields = {"value_field": "{{slug}}", "display_fields": [title], "search_fields": [title]}
        return {"widget": "relation", "collection": FOLDER_OF[kind], **fields}
    known: Mapping[str, Any] = catalog.of_kind(kind)
    return _choice((id_, record.label) for id_, record in known.items()) if known else {"widget": "string"}


def _choice(options: Iterable[tuple[str, str]]) -> Widget:
    return {"widget": "select", "options": [{"label": label, "value": value} for value, label in options]}


def _list(catalog: Catalog, of: Type) -> Widget:
    if of.base is Channel:
        return _channels(catalog)
    inner = _widget(catalog, of)
    if inner["widget"] in ("relation", "select"):
        return {**inner, "multiple": True}
    if inner["widget"] == "object":
        return {"widget": "list", "collapsed": True, "fields": inner["fields"]}
    return {"widget": "list", "field": {"name": "item", "label": "Eintrag", **inner}}


def _channels(catalog: Catalog) -> Widget:
    """Each channel has exactly one way, so the form asks for it first."""
    fields = {field["name"]: field for field in _fields(catalog, Channel)}
    others = [field for name, field in fields.items() if name not in set(Way)]
    ways = [
        {
            "name": way.value,
            "label": way.label,
            "widget": "object",
            "summary": "{{" + way.value + "}} {{label}}",
            "fields": [{**fields[way.value], "required": True}, *others],
        }
        for way in Way
    ]
    return {"widget": "list", "collapsed": True, "label_singular": "Weg", "typeKey": WAY, "types": ways}


def _text(of: Type) -> Widget:
    """A field for text; `ja` and `nein` are words, and a day has a calendar."""
    shape: dict[str, Any] = next((mark.json_schema for mark in of.marks if hasattr(mark, "json_schema")), {})
    if shape.get("enum") == ["ja", "nein"]:
        return _choice((word, word) for word in shape["enum"])
    if shape.get("format") == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if of.is_(v.Moment):
        return {"widget": "datetime", "type": "datetime-local", "format": "YYYY-MM-DDTHH:mm"}
    if shape.get("maxLength") == v.MAX_PARAGRAPHS:
        return {"widget": "text"}
    if of.is_(v.Id):
        return {"widget": "string", "pattern": ID}
    found = [pattern for alias, pattern in PATTERNS.items() if of.is_(alias)]
    return {"widget": "string", **({"pattern": found[0]} if found else {})}
