"""The field reference of the handbook is complete, and its words speak of fields that are there."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from wegweiser import demo
from wegweiser.editing.field_reference import MODELS, FieldPage, field_pages
from wegweiser.editing.field_words import AGES, FORMS, KINDS, SEEN, SEEN_IN, SEEN_OF_ALL, SINGLE
from wegweiser.rules import freshness
from wegweiser.schema import fields, types
from wegweiser.schema.fields import describe, parts

DAY = dt.date(2026, 11, 22)
VALUES, RECORDS = demo.examples(DAY)
PAGES = {page.address: page for page in field_pages(VALUES, {k: demo.as_editors_write(r) for k, r in RECORDS.items()})}
ALL = {part.__name__: part for model in MODELS.values() for part in (model, *(part for _, part in parts(model)))}


def rows(page: FieldPage) -> dict[str, str]:
    return {row.key: row.title for group in page.groups for row in group.rows}


def page_of(kind: str) -> FieldPage:
    return PAGES[f"handbuch/felder/{kind.replace('_', '-')}/"]


@pytest.mark.parametrize("kind", MODELS)
def test_every_kind_has_a_page_with_all_its_fields(kind: str) -> None:
    own = {field.key: field.title for field in describe(MODELS[kind])}
    assert {row.key: row.title for row in page_of(kind).groups[0].rows} == own
    assert page_of(kind).title == KINDS[kind][0]


@pytest.mark.parametrize("model", ALL.values(), ids=ALL)
def test_every_model_is_explained_somewhere_with_all_its_fields(model: type[BaseModel]) -> None:
    wanted = [field.key for field in describe(model)]
    assert any(
        sorted(row.key for row in group.rows) == sorted(wanted) for page in PAGES.values() for group in page.groups
    )


def test_a_place_in_a_page_has_one_name() -> None:
    for page in PAGES.values():
        names = [name for group in page.groups for name in (group.anchor, *(row.anchor for row in group.rows))]
        assert len(names) == len(set(names)), page.address


def test_a_part_is_linked_where_it_is_explained() -> None:
    for page in PAGES.values():
        for row in (row for group in page.groups for row in group.rows if row.part):
            address, _, anchor = row.part.partition("#")
            assert anchor in {group.anchor for group in PAGES[address or page.address].groups}, row


def test_the_words_speak_of_models_and_fields_that_are_there() -> None:
    known = {(name, field.key) for name, model in ALL.items() for field in describe(model)}
    assert set(SEEN) <= known
    assert set(SEEN_OF_ALL) <= {key for _, key in known}
    assert set(SEEN_IN) | set(SINGLE) <= set(ALL)
    assert {tuple(name.split(".")) for name in AGES if "." in name} <= known
    assert {name for name in AGES if "." not in name} <= set(ALL)
    assert set(KINDS) == set(MODELS)
    assert set(FORMS) == fields.FORMS


@pytest.mark.parametrize("form", sorted(name for name, (_, example) in FORMS.items() if example))
def test_the_example_of_a_type_is_valid(form: str) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(getattr(types, form))
    adapter.validate_python(FORMS[form][1])
    with pytest.raises(ValidationError):
        adapter.validate_python("")


def test_what_is_invented_is_valid_and_complete() -> None:
    assert set(RECORDS) >= {kind for kind, _ in fields_of_folders()}
    assert all(model in ALL and key in {field.key for field in describe(ALL[model])} for model, key in VALUES)


def fields_of_folders() -> list[tuple[str, type[BaseModel]]]:
    return [(kind, model) for kind, model in MODELS.items() if page_of(kind).file.endswith("/")]


def test_ages_are_counted_from_the_rules() -> None:
    channel = next(row for row in page_of("contact").groups[0].rows if row.key == "channels")
    assert f"{freshness.CHECK_IS_FRESH} Monate" in channel.ages
    assert f"{freshness.CHECK_STILL_COUNTS} Monaten" in channel.ages
    assert channel.seen_by == "alle"


@pytest.mark.parametrize(
    ("kind", "key", "seen_by"),
    [
        ("offer", "situations", "niemand; nur die Suche liest es"),
        ("offer", "summary", "alle"),
        ("contact", "visibility", "internal: nur die Redaktion; der Kontakt hat dann keine Seite"),
        ("addresses", "published", "niemand; nur das Programm liest es"),
    ],
)
def test_who_sees_a_field(kind: str, key: str, seen_by: str) -> None:
    found = [row for row in page_of(kind).groups[0].rows if row.key == key]
    assert [row.seen_by for row in found] == [seen_by]
