"""A site whose every text is an attack: what the pages do if bad data gets past the schema.

`python tests/support/hostile.py FOLDER` builds two sites of one invented region: FOLDER/hostile and FOLDER/harmless.
Every text field of every model is filled, found from the models' own annotations; so a new field takes part without
being named here. What went through Markdown is kept beside them, since no data may.
"""

from __future__ import annotations

import datetime as dt
import enum
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from sites import ROOT, environment, write_demo

from wegweiser import catalog, checks, schema
from wegweiser.catalog import Catalog
from wegweiser.schema import types
from wegweiser.schema.references import Reference
from wegweiser.schema.ways import Way

PAYLOADS = (
    "<script>window.PWN=1</script>",
    '<img src=x onerror="window.PWN=2">',
    "</title><img src=x onerror=window.PWN=3>",
    '"><svg onload=window.PWN=4>',
    "' onmouseover='window.PWN=5",
    '" autofocus onfocus="window.PWN=6',
    "</article></main></script></style>",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "<!-- <!--wegweiser-part-0--> ]]>",
    "{{ 7*7 }} {% raw %} {# x #}",
    '{{ cycler.__init__.__globals__.os.popen("id").read() }}',
    "[a](javascript:window.PWN=7) ![a](x){onerror=window.PWN=8} {onclick=window.PWN=9}",
    '--8<-- "mkdocs.yml"',
    "!!! note",
    "```x``` :material-home: ${7*7} \\",
    "%0d%0aSet-Cookie:x ../../x",
    "\u202edrehen\u202c \u200bunsichtbar\u00ad",
)
START, END = "⟦", "⟧"
"""Around the name of the field, so that a text can be found again on a page."""
STOP = "⟦/⟧"
MARK = re.compile(rf"{START}(\w+\.\w+) [^{END}]*{END}")

HOSTILE = {"Line", "Paragraphs", "Email", "Phone", "ShortNumber", "PostalCode", "Ags", "ServiceKey"}
"""Types of text that pages show as they are."""
ADDRESSES = {"Url", "SourceUrl", "Repository"}
"""Types of text that become the target of a link."""
PARSED = {
    "Id": "names a record or a place in a page",
    "RecordReference": "names a record",
    "PartialDate": "is read as a date; anything else stops the build",
    "MonthDay": "is read as a date",
    "Hours": "is read by the rules of opening hours; what does not fit shows no row",
    "Appointments": "is read by the rules of opening hours",
    "Surnames": "is read as beginnings of names; anything else stops the build",
    "Language": "is looked up in the list of all languages",
    "Recurrence": "is read as a rule; anything else stops the build",
    "SitePath": "is the address of a page; a wrong one is a dead link",
    "PagePath": "becomes the name of a file",
}
"""Types of text that a program reads. They stay as they are, for the reason given."""

EXAMPLES = {
    "Surnames": "A-K",
    "Appointments": "We 14:00-17:00",
    "Language": "de",
    "Hours": "Mo-Fr 07:30-16:30; PH off",
    "Id": "beispiel",
    "MonthDay": "11-15",
    "PagePath": "/frueher/",
    "PartialDate": "2026-11",
    "RecordReference": "offer:kindergeld",
    "Recurrence": "FREQ=WEEKLY",
    "SitePath": "/angebote/kindergeld/",
}
LATER = dt.date(2027, 6, 1)

Text = Callable[[str, str], str]
"""Makes the text of a field from its name (`Offer.title`) and its type (`Line`)."""


def hostile(field: str, kind: str) -> str:
    """Every payload at once, between marks that name the field."""
    text = f"{START}{field}{END} {' '.join(PAYLOADS)} {STOP}"
    return f"javascript:window.PWN=10/*{text}*/" if kind in ADDRESSES else text


def harmless(field: str, kind: str) -> str:
    """The same marks around a word."""
    text = f"{START}{field}{END} Wort {STOP}"
    return f"https://www.example.org/{text}" if kind in ADDRESSES else text


def catalog_of(text: Text) -> Catalog:
    """The catalog of a small demo region, every field filled, every text made by `text`."""
    with tempfile.TemporaryDirectory() as folder:
        content, problems = catalog.load(write_demo(Path(folder) / "data"))
    assert content is not None, problems
    return Dresser(content, text).catalog()


@dataclass(frozen=True, slots=True)
class Slot:
    """What a field may hold: its bare type and the marks on it."""

    type: Any
    marks: tuple[Any, ...]

    @classmethod
    def of(cls, annotation: Any, marks: tuple[Any, ...] = ()) -> Slot:
        """The slot of an annotation, without `Annotated` and `| None`."""
        if get_origin(annotation) is Annotated:
            return cls.of(annotation.__origin__, (*annotation.__metadata__, *marks))
        if get_origin(annotation) in (Union, UnionType):
            return cls.of(next(part for part in get_args(annotation) if part is not type(None)), marks)
        return cls(annotation, marks)

    @property
    def text_type(self) -> str:
        """The name that `schema.values` gives to this type of text."""
        for name, alias in vars(types).items():
            own = getattr(alias, "__metadata__", None)
            if own and own[0] in self.marks:
                return name
        raise LookupError(f"no type of text in schema.values has the marks {self.marks}")

    @property
    def reference(self) -> str | None:
        """The kind of record that the text names."""
        return next((mark.kind for mark in self.marks if isinstance(mark, Reference)), None)


class Dresser:
    """Fills every field of every record of a catalog, texts with what `text` makes."""

    def __init__(self, content: Catalog, text: Text) -> None:
        self.content = content
        self.text = text
        self.record = ""

    def catalog(self) -> Catalog:
        """The same records with everything filled in."""
        dressed: dict[str, Any] = {}
        for field in fields(Catalog):
            held = getattr(self.content, field.name)
            if isinstance(held, catalog.Entry):
                dressed[field.name] = self._entry(held)
            elif isinstance(held, dict):
                dressed[field.name] = {id_: self._entry(entry) for id_, entry in held.items()}
        return replace(self.content, **dressed)

    def _entry(self, entry: catalog.Entry[Any]) -> catalog.Entry[Any]:
        self.record = entry.id
        return replace(entry, record=self._model(type(entry.record), entry.record))

    def _model(self, model: type[BaseModel], old: BaseModel | None) -> BaseModel:
        filled: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            slot, held = Slot.of(field.annotation, tuple(field.metadata)), getattr(old, name, None)
            # A rule says by what it leaves out that it is for all; filled up, nearly no question had an answer.
            kept = model is schema.Rule and name not in ("note", "sources")
            # So does a contact: with a district that no town has it would be there for nobody. And who may get an offer
            # names amounts of that offer.
            kept |= (model.__name__, name) in (("Serves", "districts"), ("Eligibility", "amounts"))
            filled[name] = held if kept else self._value(slot, held, f"{model.__name__}.{name}")
        return model.model_construct(**filled)

    def _value(self, slot: Slot, old: Any, field: str) -> Any:
        if slot.type is schema.Channel:
            raise LookupError(f"{field} holds a single channel; say here how to fill it")
        if get_origin(slot.type) is tuple:
            return self._list(Slot.of(get_args(slot.type)[0]), old or (), field)
        if isinstance(slot.type, type) and issubclass(slot.type, BaseModel):
            return self._model(slot.type, old)
        if slot.type is str:
            return self._text(slot, old, field)
        return old if old is not None else _example(slot.type)

    def _list(self, slot: Slot, old: tuple[Any, ...], field: str) -> tuple[Any, ...]:
        if slot.type is schema.Channel:
            return tuple(self._channel(way) for way in Way)
        kept = old[:1] if slot.type is str and slot.reference is None else old
        return tuple(self._value(slot, item, field) for item in kept or (None,))

    def _channel(self, way: str) -> BaseModel:
        """A channel has one way only, so a list of them gets one of each."""
        full = self._model(schema.Channel, None)
        return full.model_copy(update={other: None for other in Way if other != way})

    def _text(self, slot: Slot, old: str | None, field: str) -> str:
        if slot.reference and old is None:
            return self._existing(slot.reference)
        kind = slot.text_type
        if kind in PARSED:
            return old if old is not None else EXAMPLES[kind]
        assert kind in HOSTILE | ADDRESSES, f"{field}: say whether pages show {kind} or programs read it"
        return self.text(f"{field} {self.record}", kind)

    def _existing(self, kind: str) -> str:
        """A record of this kind, so that every reference leads somewhere."""
        return EXAMPLES["RecordReference"] if kind == "record" else next(iter(self.content.of_kind(kind)))


def _example(kind: Any) -> Any:
    """A value for a field that the demo region leaves out and that is no text."""
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return next(iter(kind))
    # No number that stands in a payload: ages that a condition names are not said again.
    examples = {int: 12, Decimal: Decimal("51.5"), dt.date: LATER, dt.datetime: dt.datetime(2026, 12, 1, 14, 30)}
    return examples.get(kind, {})


def text_fields() -> Iterator[tuple[str, str]]:
    """Every field of every model that holds text, with the type of the text: ('Offer.title', 'Line')."""
    for model in _models(schema.Model):
        for name, field in model.model_fields.items():
            slot = Slot.of(field.annotation, tuple(field.metadata))
            while get_origin(slot.type) is tuple:
                slot = Slot.of(get_args(slot.type)[0])
            if slot.type is str:
                yield f"{model.__name__}.{name}", slot.text_type


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for child in model.__subclasses__():
        yield child
        yield from _models(child)


def named(text: str) -> set[str]:
    """The fields whose marks stand in a text."""
    return set(MARK.findall(text))


def build(folder: Path, text: Text) -> None:
    """Build the whole site from such a catalog, with neither schema nor checks in the way."""
    import markdown
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    content = catalog_of(text)
    seen: list[str] = []
    convert = markdown.Markdown.convert

    def spy(self: markdown.Markdown, source: str) -> str:
        seen.append(source)
        return convert(self, source)

    catalog.load = lambda folder: (content, [])  # type: ignore[assignment]
    checks.check_references = checks.check_rest = lambda *_: []  # type: ignore[assignment]
    markdown.Markdown.convert = spy  # type: ignore[method-assign]
    os.environ.update(environment())
    build_site(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True))
    markdown.Markdown.convert = convert  # type: ignore[method-assign]
    folder.with_suffix(".json").write_text(json.dumps(seen), "utf-8")


if __name__ == "__main__":
    for make in (hostile, harmless):
        build(Path(sys.argv[1]) / make.__name__, make)
