"""What we say about a record: each fact with an address, its label, words that can be written back, and its ground."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from examples import source, write_data

from wegweiser import catalog
from wegweiser.catalog import Catalog, Entry
from wegweiser.editing.corrections.entry import read_entry
from wegweiser.editing.corrections.patch import path_of
from wegweiser.reading.reader import read
from wegweiser.view.statements import KINDS, UNKNOWN, Form, Statement, heading_of, statements_of

ROOT = Path(__file__).resolve().parents[3]
HOUSE = {
    "name": "Haus am See",
    "family_centre": "yes",
    "municipality": "beispielstadt",
    "address": {"street": "Seeweg 3", "sources": [source(published="2020")]},
    "channels": [{"phone": "+49 30 23125001", "label": "Büro", "checked": {"on": "2026-10-01", "by": "Leitung"}}],
    "opening_hours": {"hours": "Mo-Fr 07:30-16:30; PH off"},
    "languages": ["de", "tr"],
    "sources": [source()],
}


def told(data: Path, ref: str) -> dict[str, Statement]:
    content, found = catalog.load(data)
    assert content
    assert found == []
    kind, _, id_ = ref.partition(":")
    return {statement.field: statement for statement in statements_of(content, content.of_kind(kind)[id_])}


@pytest.mark.parametrize(
    ("field", "label", "words", "checked", "fact"),
    [
        ("name", "Name", "Haus am See", "Stand Januar 2026", ""),
        ("address.street", "Anschrift: Straße und Hausnummer", "Seeweg 3", "Stand 2020", "address"),
        ("address.postal_code", "Anschrift: Postleitzahl", UNKNOWN, "", "address"),
        ("channels.0.phone", "Telefon (Büro)", "030 23125001", "geprüft am 1. Oktober 2026", "channels.0"),
        ("channels.+.email", "E-Mail", UNKNOWN, "", ""),
        (
            "opening_hours.hours",
            "Öffnungszeiten",
            "Montag bis Freitag 7.30 bis 16.30 Uhr; An Feiertagen geschlossen",
            "Stand Januar 2026",
            "opening_hours",
        ),
        ("languages", "Sprachen", "Deutsch; Türkisch", "Stand Januar 2026", ""),
        ("places.value", "Plätze", UNKNOWN, "", "places"),
    ],
)
def test_a_statement_says_what_and_on_what_ground(
    tmp_path: Path, field: str, label: str, words: str, checked: str, fact: str
) -> None:
    said = told(write_data(tmp_path / "data", {"centres/haus-am-see.yml": HOUSE}), "centre:haus-am-see")[field]
    assert (said.label, said.words, said.checked, said.fact) == (label, words, checked, fact)
    assert said.is_known is (words != UNKNOWN)
    assert said.hint


def test_of_what_has_closed_nothing_is_asked(tmp_path: Path) -> None:
    data = write_data(tmp_path / "data", {"centres/haus-am-see.yml": {**HOUSE, "closed": {"since": "2026-08-01"}}})
    assert told(data, "centre:haus-am-see") == {}


@pytest.fixture(scope="module")
def real() -> Catalog:
    content, _ = catalog.load(ROOT / "data")
    assert content
    return content


def entries(content: Catalog) -> list[Entry[Any]]:
    return [entry for entry in content.records() if entry.kind in KINDS]


def written(content: Any, field: str) -> Any:
    for key in path_of(field):
        content = content[key]
    return content


def test_every_record_has_statements_each_with_an_address_of_its_own(real: Catalog) -> None:
    for entry in entries(real):
        fields = [statement.field for statement in statements_of(real, entry)]
        assert len(fields) == len(set(fields)), entry.ref
        assert fields or entry.record.closed
        assert heading_of(real, entry)


def test_what_we_show_can_be_written_back(real: Catalog) -> None:
    """Whoever copies our words into the answer changes nothing."""
    for entry in entries(real):
        content = read(entry.content)
        for statement in statements_of(real, entry):
            if statement.is_known and statement.form not in (Form.PARAGRAPHS, Form.LINES):
                value = read_entry(statement, statement.words)
                assert value == written(content, statement.field), (entry.ref, statement)
