"""Agreements between centres and offices, and who is responsible for what."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from wegweiser.schema import codes
from wegweiser.schema import types as v
from wegweiser.schema.facts import Model, Record, Source
from wegweiser.schema.people import Municipalities
from wegweiser.schema.references import Reference


class Agreement(Record):
    """A cooperation between centres and an office, as far as a source shows it."""

    centres: tuple[Annotated[v.Id, Reference("centre")], ...] = Field(
        (), title="Häuser", description="leer nur, wenn die Quelle kein Haus nennt"
    )
    office: Annotated[v.Id, Reference("organization")] = Field(title="Stelle")
    evidence: codes.Evidence = Field(title="Was die Quelle belegt")
    as_of: v.PartialDate = Field(title="Stand", description="Jahr der Quelle")
    signed: v.PartialDate | None = Field(None, title="Unterschrieben")
    renewed: v.PartialDate | None = Field(None, title="Erneuert")
    summary: v.Line = Field(title="In einem Satz")
    promises_office: tuple[v.Line, ...] = Field((), title="Das sagt die Stelle zu")
    promises_centre: tuple[v.Line, ...] = Field((), title="Das sagt das Haus zu")
    contact_office: Annotated[v.Id, Reference("contact")] | None = Field(None, title="Kontakt bei der Stelle")
    contact_centre: v.Line | None = Field(None, title="Kontakt im Haus", description="Funktion: Leitung")


class Rule(Model):
    """Place x status x offer → contact. An empty list means: for all."""

    offers: tuple[Annotated[v.Id, Reference("offer")], ...] = Field((), title="Angebote")
    topics: tuple[Annotated[v.Id, Reference("topic")], ...] = Field((), title="Themen")
    statuses: tuple[Annotated[v.Id, Reference("status")], ...] = Field((), title="Bezug")
    municipalities: Municipalities = Field((), title="Städte und Gemeinden")
    contact: Annotated[v.Id, Reference("contact")] | None = Field(None, title="Kontakt")
    contacts: dict[v.Id, Annotated[v.Id, Reference("contact")]] = Field(
        {}, title="Kontakt je Ort", description="musterstadt: sozialamt-musterstadt"
    )
    fallback: v.YesNo = Field(False, title="Auffang-Kontakt", description="ja: zählt als Lücke")
    derived: v.YesNo = Field(False, title="Nur abgeleitet", description="ja: nicht von der Stelle bestätigt")
    note: v.Line | None = Field(None, title="Hinweis für Eltern")
    sources: tuple[Source, ...] = Field(title="Quellen", min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _one_target(cls, data: Any) -> Any:
        if isinstance(data, dict):
            if ("contact" in data) == ("contacts" in data):
                raise ValueError("braucht entweder 'contact' oder 'contacts'")
            if "contacts" in data and "municipalities" in data:
                raise ValueError("nennt die Orte schon in 'contacts'; bitte 'municipalities' löschen")
            if "offers" in data and "topics" in data:
                raise ValueError("kann nicht zugleich für 'offers' und 'topics' gelten; bitte zwei Regeln schreiben")
        return data


class Responsibilities(Model):
    """responsibilities.yml"""

    rules: tuple[Rule, ...] = Field(title="Regeln", min_length=1)
