"""What people write as the right value."""

from __future__ import annotations

import re

import pytest

from wegweiser.editing.corrections.entry import read_entry
from wegweiser.view.statements import Choice, Form, Statement

LANGUAGES = (Choice("de", "Deutsch"), Choice("tr", "Türkisch"), Choice("uk", "Ukrainisch"))
KINDS = (Choice("yes", "Familienzentrum"), Choice("unknown", "Kita; ob Familienzentrum, ist nicht bekannt"))


def statement(form: Form) -> Statement:
    choices = {Form.CHOICE: KINDS, Form.CHOICES: LANGUAGES}
    return Statement("field", "Angabe", "bisher", form, choices.get(form, ()))


@pytest.mark.parametrize(
    ("form", "written", "value"),
    [
        (Form.PHONE, "030/23125 001", "+49 30 23125001"),
        (Form.PHONE, "(030) 23125-001", "+49 30 23125001"),
        (Form.PHONE, "0049 30 23125001", "+49 30 23125001"),
        (Form.PHONE, "+49 (0)30 23125001", "+49 30 23125001"),
        (Form.EMAIL, "Kita@Example.org", "kita@example.org"),
        (Form.URL, "www.example.org", "https://www.example.org"),
        (Form.URL, "http://www.example.org/", "https://www.example.org/"),
        (Form.MONEY, "1.202,5 €", "1202.50"),
        (Form.MONEY, "130 Euro", "130"),
        (Form.NUMBERS, "25, 35; 45", ["25", "35", "45"]),
        (Form.LINES, "Ausweis; Mietvertrag;", ["Ausweis", "Mietvertrag"]),
        (Form.CHOICES, "Deutsch, türkisch und Ukrainisch", ["de", "tr", "uk"]),
        (Form.CHOICES, "Deutsch; tr", ["de", "tr"]),
        (Form.CHOICE, "familienzentrum", "yes"),
        (Form.CHOICE, "Kita; ob Familienzentrum, ist nicht bekannt", "unknown"),
        (Form.TEXT, "  Seeweg\u00a0 3 ", "Seeweg 3"),
        (Form.PHONE, "Gibt es nicht mehr.", None),
    ],
)
def test_an_entry_becomes_a_value(form: Form, written: str, value: object) -> None:
    assert read_entry(statement(form), written) == value


@pytest.mark.parametrize(
    ("form", "written", "reason"),
    [
        (Form.PHONE, "23125001", "hat keine Vorwahl; bitte mit Vorwahl schreiben: 02921 12345"),
        (Form.PHONE, "030 23125001 oder 002", "ist keine einzelne Telefonnummer; bitte nur eine Nummer"),
        (Form.PHONE, "keine", "ist keine Telefonnummer; bitte mit Vorwahl schreiben"),
        (Form.MONEY, "12,345 Euro", "ist kein Betrag; bitte so schreiben: 202,68"),
        (Form.CHOICES, "Deutsch, Türkish", "kennt 'Türkish' nicht; gemeint: Türkisch?"),
        (Form.CHOICE, "Hort", "kennt 'Hort' nicht; bitte einen Wert aus der Liste nehmen"),
        (Form.TEXT, "<b>Seeweg</b> 3", "enthält HTML; bitte nur den Text schreiben, ohne spitze Klammern"),
        (Form.TEXT, "Seeweg&nbsp;3", "enthält HTML"),
    ],
)
def test_what_cannot_be_read_is_told(form: Form, written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}"):
        read_entry(statement(form), written)
