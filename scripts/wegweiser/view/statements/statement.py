"""What we say about a record, as something that can be confirmed or corrected by those who know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from wegweiser.rules.freshness import Evidence
from wegweiser.schema import Fact, Model, Record

UNKNOWN = "nicht bekannt"
"""How a statement reads of which nobody knows the value."""
NEW = "+"
"""Stands for the index of a list's entry that does not exist yet: `channels.+.phone`."""


class Form(StrEnum):
    """How a value is written down by people; what is written is read by this form."""

    TEXT = "text"
    PARAGRAPHS = "paragraphs"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    POSTAL_CODE = "postal_code"
    COUNT = "count"
    MONEY = "money"
    HOURS = "hours"
    CHOICE = "choice"
    CHOICES = "choices"
    LINES = "lines"
    NUMBERS = "numbers"


HINTS = {
    Form.TEXT: "eine Zeile Text",
    Form.PARAGRAPHS: "ein paar Sätze",
    Form.PHONE: "eine Nummer mit Vorwahl: 02921 12345",
    Form.EMAIL: "eine Adresse: leitung@example.org",
    Form.URL: "https://www.example.org",
    Form.POSTAL_CODE: "fünf Ziffern",
    Form.COUNT: "nur eine Zahl, ohne Wörter",
    Form.MONEY: "nur der Betrag in Euro: 202,68",
    Form.HOURS: "Montag bis Donnerstag 7.30 bis 16.30 Uhr; Freitag 7.30 bis 14 Uhr",
    Form.CHOICE: "eine aus der Liste",
    Form.CHOICES: "eine oder mehrere, mit Semikolon dazwischen",
    Form.LINES: "mit Semikolon dazwischen",
    Form.NUMBERS: "Zahlen mit Semikolon dazwischen: 25; 35; 45",
}
"""How a value is to be written, by an example."""
SEPARATOR = "; "
"""Between several values in one line."""


class Choice(NamedTuple):
    """One of the possible values: as it is written in YAML, and as people read it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact of a record in words. Its address, `field`, is the path in the file: `channels.0.phone`."""

    field: str
    label: str
    """`Anschrift: Straße und Hausnummer`, from the titles of the schema."""
    words: str
    """Today's value in one line, as people read it; `UNKNOWN` where there is none."""
    form: Form = Form.TEXT
    choices: tuple[Choice, ...] = ()
    checked: str = ""
    """On what the value rests: `geprüft am 1. März 2026` or `Stand 2023`; empty where there is no value."""
    fact: str = ""
    """The path of what carries a check of its own; empty for the record itself."""

    @property
    def is_known(self) -> bool:
        """Whether we say anything."""
        return self.words != UNKNOWN

    @property
    def hint(self) -> str:
        """How to write another value, by an example."""
        return HINTS[self.form]


def title_of(model: type[Model], field: str) -> str:
    """The German label of a field."""
    return model.model_fields[field].title or field


@dataclass(frozen=True, slots=True)
class Subject:
    """The record that is spoken of, or a part of it: its path in the file, and what its labels begin with."""

    record: Record
    path: str = ""
    heading: str = ""
    fact: str = ""
    evidence: Evidence | None = None

    def part(self, name: str, heading: str = "", fact: Fact | None = None) -> Subject:
        """A part below; with `fact` it may carry a check of its own."""
        path = self.at(name)
        headings = ": ".join(filter(None, (self.heading, heading)))
        if fact is None:
            return Subject(self.record, path, headings, self.fact, self.evidence)
        evidence = Evidence.of(fact, self.record) if fact.checked or fact.sources else self.evidence
        return Subject(self.record, path, headings, path, evidence)

    def at(self, name: str) -> str:
        """The path of a field."""
        return ".".join(filter(None, (self.path, name)))

    def say(
        self, name: str, label: str, words: str | None, form: Form = Form.TEXT, choices: tuple[Choice, ...] = ()
    ) -> Statement:
        """The statement about a field."""
        said = " ".join(words.split()) if words else ""
        evidence = self.evidence or Evidence.of(None, self.record)
        full = ": ".join(filter(None, (self.heading, label)))
        checked = evidence.wording if said else ""
        return Statement(self.at(name), full, said or UNKNOWN, form, choices, checked, self.fact)

    def say_field(self, holder: Model | None, model: type[Model], name: str, form: Form) -> Statement:
        """The statement about a field whose value is a text or a number."""
        value: Any = getattr(holder, name) if holder else None
        return self.say(name, title_of(model, name), None if value is None else str(value), form)
