"""Family centres and day-care centres."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wegweiser.schema import codes
from wegweiser.schema import types as v
from wegweiser.schema.facts import Access, Address, Channel, ClosingDays, Fact, Figure, Model, OpeningHours, Record
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


class Centre(Record):
    """A family centre or day-care centre; only name and municipality must be known."""

    name: v.Line = Field(title="Name")
    family_centre: codes.FamilyCentre = Field(title="Familienzentrum", description="wie es in der Quelle steht")
    municipality: Annotated[v.Id, Reference("municipality")] = Field(title="Stadt oder Gemeinde")
    district: v.Line | None = Field(None, title="Ortsteil")
    members: tuple[v.Line, ...] = Field((), title="Häuser im Verbund")
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
