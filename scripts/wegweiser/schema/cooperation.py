"""Agreements between centres and offices, and who is responsible for what."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from wegweiser.schema import codes
from wegweiser.schema import types as v
from wegweiser.schema.facts import Model, Record, Source
from wegweiser.schema.people import DISTRICTS, SURNAME_OF, SURNAMES, Municipalities
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


class RulePart(Model):
    """One part of an office that divides itself; without districts and surnames it is there for all others."""

    contact: Annotated[v.Id, Reference("contact")] = Field(title="Kontakt")
    districts: tuple[v.Line, ...] = DISTRICTS
    surnames: tuple[v.Surnames, ...] = SURNAMES


class Rule(Model):
    """Place x status x offer → contact. An empty list means: for all.

    With districts or surnames it holds for them alone; the rules below it answer for the others. `parts` are all parts
    of an office that divides itself, and `contact` beside them is whom to ask where the part is not known.
    """

    offers: tuple[Annotated[v.Id, Reference("offer")], ...] = Field((), title="Angebote")
    topics: tuple[Annotated[v.Id, Reference("topic")], ...] = Field((), title="Themen")
    statuses: tuple[Annotated[v.Id, Reference("status")], ...] = Field((), title="Bezug")
    municipalities: Municipalities = Field((), title="Städte und Gemeinden")
    contact: Annotated[v.Id, Reference("contact")] | None = Field(None, title="Kontakt")
    contacts: dict[v.Id, Annotated[v.Id, Reference("contact")]] = Field(
        {}, title="Kontakt je Ort", description="musterstadt: sozialamt-musterstadt"
    )
    districts: tuple[v.Line, ...] = DISTRICTS
    surnames: tuple[v.Surnames, ...] = SURNAMES
    surname_of: codes.SurnameOf | None = SURNAME_OF
    parts: tuple[RulePart, ...] = Field(
        (), title="Aufgeteilt", description="je Teil der Stelle ein Kontakt mit seinen Ortsteilen oder Nachnamen"
    )
    fallback: v.YesNo = Field(False, title="Auffang-Kontakt", description="ja: zählt als Lücke")
    derived: v.YesNo = Field(False, title="Nur abgeleitet", description="ja: nicht von der Stelle bestätigt")
    note: v.Line | None = Field(None, title="Hinweis für Eltern")
    sources: tuple[Source, ...] = Field(title="Quellen", min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _one_target(cls, data: Any) -> Any:
        if isinstance(data, dict):
            named = {name for name in ("contact", "contacts", "parts") if name in data}
            if isinstance(data.get("contact"), list):
                raise ValueError(
                    "nennt mehrere Kontakte; bitte 'parts' schreiben, je Kontakt mit 'surnames' oder 'districts'"
                )
            if not named or ("contacts" in named and len(named) > 1):
                raise ValueError("braucht entweder 'contact' oder 'contacts'")
            if "contacts" in named and "municipalities" in data:
                raise ValueError("nennt die Orte schon in 'contacts'; bitte 'municipalities' löschen")
            if "offers" in data and "topics" in data:
                raise ValueError("kann nicht zugleich für 'offers' und 'topics' gelten; bitte zwei Regeln schreiben")
        return data

    @model_validator(mode="before")
    @classmethod
    def _clear_parts(cls, data: Any) -> Any:
        if isinstance(data, dict):
            if "parts" in data and ("districts" in data or "surnames" in data):
                raise ValueError("ist mit 'parts' aufgeteilt; bitte 'districts' und 'surnames' zu den Teilen schreiben")
            if _names_districts(data) and not _has_one(data.get("municipalities")):
                raise ValueError(
                    "nennt Ortsteile; bitte in 'municipalities' genau eine Stadt oder Gemeinde dazu nennen"
                )
        return data


def _names_districts(data: dict[str, Any]) -> bool:
    parts = data["parts"] if isinstance(data.get("parts"), list) else []
    return "districts" in data or any(isinstance(part, dict) and "districts" in part for part in parts)


def _has_one(towns: object) -> bool:
    return isinstance(towns, list) and len(towns) == 1


class Responsibilities(Model):
    """responsibilities.yml"""

    rules: tuple[Rule, ...] = Field(title="Regeln", min_length=1)
