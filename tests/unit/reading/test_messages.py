"""German sentences for the schema's findings: the field, the fault, the remedy, and no word of the validator's own."""

from __future__ import annotations

import re
from typing import Any

import pytest
from examples import Fields, full, minimal, models
from fuzzing import by_chance
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, ValidationError
from pydantic_core._pydantic_core import list_all_errors

from wegweiser import schema
from wegweiser.reading.messages import Finding, findings
from wegweiser.schema import Model
from wegweiser.schema.ways import Way

pytestmark = pytest.mark.takes(12)

LIST = "braucht eine Liste: jede Angabe in einer eigenen Zeile mit '- ' davor."
NO_LIST = "ist eine einzelne Angabe, keine Liste."
NO_FIELDS = "ist ein Text, hier stehen aber weitere Felder."
OWN_FIELDS = "braucht eigene Felder in eingerückten Zeilen."


def told(model: type[Model], content: object) -> list[Finding]:
    try:
        model.model_validate(content)
    except ValidationError as error:
        return findings(error, model)
    return []


def sentences(model: type[Model], content: object) -> list[str]:
    return [finding.sentence for finding in told(model, content)]


@pytest.mark.parametrize(
    ("model", "changes", "sentence"),
    [
        # a required field
        (schema.Centre, {"name": None}, "Das Pflichtfeld 'name' (Name) fehlt."),
        (
            schema.Centre,
            {"sources": [{"title": "Seite", "published": "2026", "accessed": "2026-11-01"}]},
            "Das Pflichtfeld 'sources.0.kind' (Art der Quelle) fehlt.",
        ),
        (schema.Centre, {"sources": []}, "'sources' (Quellen) braucht mindestens eine Angabe."),
        # a field that does not exist
        (
            schema.Centre,
            {"openning_hours": "x"},
            "Das Feld 'openning_hours' ist unbekannt. Gemeint: 'opening_hours' (Öffnungszeiten)?",
        ),
        (schema.Centre, {"[key]": "x"}, "Das Feld '[key]' ist unbekannt. Bitte prüfen oder löschen."),
        (schema.Centre, {"<<": "x"}, "Das Feld '<<' ist unbekannt. Bitte prüfen oder löschen."),
        (schema.Centre, {"träger": "x"}, "Das Feld 'träger' ist unbekannt. Bitte prüfen oder löschen."),
        (schema.Centre, {"a\nb": "x"}, "Das Feld 'a�b' ist unbekannt. Bitte prüfen oder löschen."),
        (schema.Centre, {"x" * 60: "x"}, f"Das Feld '{'x' * 60}' ist unbekannt. Bitte prüfen oder löschen."),
        (schema.Centre, {"x" * 100: "x"}, f"Das Feld '{'x' * 57}…' ist unbekannt. Bitte prüfen oder löschen."),
        (
            schema.Centre,
            {"address": {"postalcode": "99998"}},
            "Das Feld 'postalcode' ist unbekannt. Gemeint: 'postal_code' (Postleitzahl)?",
        ),
        # another shape: one message, nothing that follows from it
        (schema.Centre, {"offers": "kindergeld"}, f"'offers' (Angebote im Haus) {LIST}"),
        (schema.Centre, {"offers": {"kindergeld": "x"}}, f"'offers' (Angebote im Haus) {LIST}"),
        (schema.Centre, {"sources": "Seite"}, f"'sources' (Quellen) {LIST}"),
        (schema.Centre, {"name": ["Haus"]}, f"'name' (Name) {NO_LIST}"),
        (schema.Centre, {"name": {"de": "Haus"}}, f"'name' (Name) {NO_FIELDS}"),
        (schema.Centre, {"address": "Am Platz 1"}, f"'address' (Anschrift) {OWN_FIELDS}"),
        (schema.Centre, {"address": [{"street": "Am Platz 1"}]}, f"'address' (Anschrift) {NO_LIST}"),
        (schema.Centre, {"offers": [["kindergeld"]]}, f"'offers.0' (Angebote im Haus) {NO_LIST}"),
        (schema.Centre, {"languages": [["de"]]}, f"'languages.0' (Sprachen) {NO_LIST}"),
        (schema.Centre, {"latitude": ["51.5"]}, f"'latitude' (Breite) {NO_LIST}"),
        (schema.Centre, {"channels": ["+49 30 23125001"]}, f"'channels.0' (Erreichbarkeit) {OWN_FIELDS}"),
        (schema.Rule, {"contact": None, "contacts": "stelle"}, f"'contacts' (Kontakt je Ort) {OWN_FIELDS}"),
        (schema.Rule, {"contact": None, "contacts": ["stelle"]}, f"'contacts' (Kontakt je Ort) {OWN_FIELDS}"),
        # values
        (
            schema.Centre,
            {"name": "<b>"},
            "'name' (Name) enthält das Zeichen < (U+003C), das nicht erlaubt ist; bitte weglassen.",
        ),
        (
            schema.Centre,
            {"checked": {"on": "2026-02-30", "by": "Leitung"}},
            "'checked.on' (Geprüft am) ist kein Kalendertag; bitte wie 2026-03-01 schreiben.",
        ),
        (
            schema.Centre,
            {"offers": ["Kindergeld"]},
            "'offers.0' (Angebote im Haus) ist kein Kurzname; erlaubt sind a-z, 0-9 und einzelne Bindestriche.",
        ),
        (
            schema.Rule,
            {"contact": None, "contacts": {"Beispielstadt": "stelle"}},
            "'contacts.Beispielstadt' ist kein Kurzname; erlaubt sind a-z, 0-9 und einzelne Bindestriche.",
        ),
        # codes
        (
            schema.Centre,
            {"family_centre": "jes"},
            "'family_centre' (Familienzentrum) kennt den Wert 'jes' nicht; gemeint: yes.",
        ),
        (
            schema.Centre,
            {"family_centre": "Q"},
            "'family_centre' (Familienzentrum) kennt den Wert 'Q' nicht; möglich sind yes, commissioned, no, unknown.",
        ),
        (
            schema.Centre,
            {"languages": ["deu"]},
            "'languages.0' (Sprachen) kennt den Wert 'deu' nicht; "
            "bitte ein Kürzel nach ISO 639-1 schreiben, etwa ar für Arabisch.",
        ),
        (
            schema.Centre,
            {"family_centre": {"jes": ""}},
            "'family_centre' (Familienzentrum) ist ein Text, hier stehen aber weitere Felder.",
        ),
        # several fields together
        (
            schema.Centre,
            {"channels": [{"phone": "+49 30 23125001", "email": "stelle@example.org"}]},
            f"'channels.0' (Erreichbarkeit) braucht genau einen Weg: {', '.join(Way)}.",
        ),
        (schema.Rule, {"contact": None}, "Der Eintrag braucht entweder 'contact' oder 'contacts'."),
    ],
)
def test_the_sentence_for_a_fault(model: type[Model], changes: Fields, sentence: str) -> None:
    content = {name: value for name, value in {**minimal(model), **changes}.items() if value is not None}
    assert sentences(model, content) == [sentence]


def test_all_faults_of_a_record_are_told_together() -> None:
    content = {"name": "<", "provder": "awo", "checked": {"on": "2026-02-30", "by": "Leitung"}, "sources": [{}]}
    assert len(sentences(schema.Centre, content)) == 9


def test_a_wrong_name_in_a_mapping_is_about_the_name() -> None:
    content = minimal(schema.Rule) | {"contacts": {"Ort": "stelle"}}
    del content["contact"]
    [finding] = told(schema.Rule, content)
    assert finding.path == ("contacts", "Ort")
    assert finding.is_name


class Limited(BaseModel):
    """Something that no model of ours has; whoever adds it finds at least a German sentence."""

    name: str = Field(title="Name", max_length=3)


def test_the_last_resort_is_german_too() -> None:
    with pytest.raises(ValidationError) as caught:
        Limited.model_validate({"name": "Haus"})
    assert findings(caught.value, Limited) == [(("name",), False, "'name' (Name) ist nicht richtig geschrieben.")]


# Whatever is wrong with any field of any model.

MODELS = models()
WRONG: list[Any] = [
    *(
        "",
        " ",
        "x",
        "<",
        "a\nb",
        "\0",
        "ä" * 400,
        "x" * 5000,
        "-1",
        "2026-02-30",
        "javascript:alert(1)",
        "+49",
        "Mo",
        "FREQ=",
    ),
    *([], [[]], ["x"], ["x", "x"], [{}], {}, {"x": "y"}, {"x": {}}, {"X X": []}, {"": ""}, [["x"]], [{"x": "y"}]),
]
VALIDATORS_WORDS = {
    word
    for kind in list_all_errors()
    for word in re.findall("[a-z]{3,}", re.sub("{.*?}", "", kind["message_template_python"]).lower())
} - {"name", "tag", "http", "https"}
"""English words of the validator; a few are also words or parts of ours."""
NAMES_OF_CLASSES = {model.__name__ for model in MODELS} | {"ValidationError", "ValueError", "Decimal", "Enum"}
TITLES = {field.title for model in MODELS for field in model.model_fields.values() if field.title}


def said(sentence: str) -> str:
    """A sentence without what it quotes: fields, values, possible codes and examples."""
    for title in sorted(TITLES, key=len, reverse=True):
        sentence = sentence.replace(f"({title})", "")
    sentence = re.sub(
        "möglich sind .*|gemeint: .*|braucht genau einen Weg: .*|bitte wie .* schreiben|oder unknown", "", sentence
    )
    return re.sub("'.*?'", "", sentence, flags=re.DOTALL)


def assert_german(finding: Finding) -> None:
    path, _, sentence = finding
    assert sentence.endswith((".", "?"))
    assert len(sentence) < 500
    assert sentence.isprintable()
    assert sentence.startswith(("'", "Das Pflichtfeld '", "Das Feld '") if path else "Der Eintrag ")
    assert re.match(r"'.*'( \(.+\))? (ist|hat|kennt|nennt|enthält|braucht|muss|darf|kann|findet) |D", sentence), (
        sentence
    )
    assert not path or str(path[-1]) in sentence or "…'" in sentence or "�" in sentence
    words = set(re.findall("[A-Za-zäöüß]+", said(sentence)))
    assert not {word.lower() for word in words} & VALIDATORS_WORDS, sentence
    assert not words & NAMES_OF_CLASSES, sentence
    assert "nicht richtig geschrieben" not in sentence  # the last resort, for kinds of errors nobody thought of


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_wrong_value_of_every_field_is_told_in_german(model: type[Model]) -> None:
    content = full(model)
    for name in model.model_fields:
        for wrong in WRONG:
            for finding in told(model, content | {name: wrong}):
                assert_german(finding)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_missing_field_is_told_in_german(model: type[Model]) -> None:
    for finding in told(model, {}):
        assert_german(finding)


FIELD_NAMES = sorted({name for model in MODELS for name in model.model_fields} | {"unbekannt", "[key]", "", "<<"})
CONTENT = st.recursive(
    st.sampled_from(WRONG) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(FIELD_NAMES), inner, max_size=4),
    max_leaves=12,
)


SHORTEST = {model: minimal(model) for model in MODELS}


@by_chance
@given(st.sampled_from(MODELS), st.dictionaries(st.sampled_from(FIELD_NAMES), CONTENT, max_size=6))
def test_whatever_a_file_says_is_told_in_german(model: type[Model], content: Fields) -> None:
    for finding in told(model, SHORTEST[model] | content):
        assert_german(finding)
