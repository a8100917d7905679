"""Family centres and day-care centres."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, field_validator
from pydantic_core import CoreSchema

from wegweiser.schema import codes
from wegweiser.schema import types as v
from wegweiser.schema.facts import FORMER_NAMES, Access, Address, Channel, Closed, Fact, Figure, Model, Record
from wegweiser.schema.opening import ClosingDays, OpeningHours
from wegweiser.schema.references import Reference


class ChildAges(Fact):
    """The ages a house takes."""

    minimum_months: v.Count | None = Field(None, title="Ab (Monate)", description="24 für zwei Jahre")
    maximum_years: v.Count | None = Field(None, title="Bis (Jahre)", description="6 für: bis zur Einschulung")
    as_of: v.PartialDate = Field(title="Stand")


class Activity(Model):
    """Something that happens in the house."""

    title: v.Line = Field(title="Was")
    text: v.Paragraphs | None = Field(None, title="Beschreibung")
    as_of: v.PartialDate = Field(title="Stand")


class ClosedCentre(Closed):
    """A house that closed."""

    successor: Annotated[v.Id, Reference("centre")] | None = Field(
        None, title="Nachfolger", description="farbklecks-soest"
    )


_NUMBER = re.compile(r"(?:\+49|\b0)[0-9 /()-]{6,}")


class House(Fact):
    """One house of a Verbund; its name alone may stand as a text."""

    name: v.Line = Field(title="Name")
    municipality: Annotated[v.Id, Reference("municipality")] | None = Field(
        None, title="Stadt oder Gemeinde", description="nur wenn anders als beim Verbund"
    )
    district: v.Line | None = Field(None, title="Ortsteil")
    address: Address | None = Field(None, title="Anschrift")
    phone: v.Phone | None = Field(None, title="Telefon")
    email: v.Email | None = Field(None, title="E-Mail")
    website: v.Url | None = Field(None, title="Website")
    opening_hours: OpeningHours | None = Field(None, title="Öffnungszeiten")

    @field_validator("name")
    @classmethod
    def _no_number(cls, name: str) -> str:
        if _NUMBER.search(name):
            raise ValueError("enthält eine Telefonnummer; bitte in ein eigenes Feld 'phone' schreiben")
        return name

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Its number and mailbox, as other houses have them; both were read with the house."""
        phone = self.phone and Channel.model_construct(phone=self.phone)
        email = self.email and Channel.model_construct(email=self.email)
        return tuple(channel for channel in (phone, email) if channel)


def _by_name(data: object) -> object:
    """A text is the name of a house of which nothing else is known."""
    return {"name": data} if isinstance(data, str) else data


class _OrName:
    """Tells the JSON Schema that a text may stand for the fields."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"type": "string", "maxLength": v.MAX_LINE}]}


class Centre(Record):
    """A family centre or day-care centre; only name and municipality must be known."""

    name: v.Line = Field(title="Name")
    family_centre: codes.FamilyCentre = Field(title="Familienzentrum", description="wie es in der Quelle steht")
    municipality: Annotated[v.Id, Reference("municipality")] = Field(title="Stadt oder Gemeinde")
    district: v.Line | None = Field(None, title="Ortsteil")
    former_names: tuple[v.Line, ...] = FORMER_NAMES
    closed: ClosedCentre | None = Field(None, title="Geschlossen")
    members: tuple[Annotated[House, BeforeValidator(_by_name), _OrName()], ...] = Field(
        (),
        title="Häuser im Verbund",
        description="je Haus ein Name, oder Felder: name, address, phone, opening_hours …",
    )
    description: v.Paragraphs | None = Field(None, title="Über das Haus")
    address: Address | None = Field(None, title="Anschrift")
    latitude: v.Coordinate | None = Field(None, title="Breite")
    longitude: v.Coordinate | None = Field(None, title="Länge")
    provider: Annotated[v.Id, Reference("organization")] | None = Field(None, title="Träger")
    website: v.Url | None = Field(None, title="Website")
    channels: tuple[Channel, ...] = Field((), title="Erreichbarkeit")
    opening_hours: OpeningHours | None = Field(None, title="Öffnungszeiten")
    care_hours: tuple[v.Count, ...] = Field((), title="Wochenstunden", description="25, 35, 45")
    closing_days: tuple[ClosingDays, ...] = Field((), title="Schließtage")
    ages: ChildAges | None = Field(None, title="Alter der Kinder")
    groups: Figure | None = Field(None, title="Gruppen")
    places: Figure | None = Field(None, title="Plätze")
    children: Figure | None = Field(None, title="Kinder")
    languages: tuple[v.Language, ...] = Field((), title="Sprachen")
    accessibility: Access | None = Field(None, title="Barrierefreiheit")
    contact: Annotated[v.Id, Reference("contact")] | None = Field(None, title="Fester Kontakt im Jobcenter")
    offers: tuple[Annotated[v.Id, Reference("offer")], ...] = Field((), title="Angebote im Haus")
    activities: tuple[Activity, ...] = Field((), title="Was im Haus stattfindet")
