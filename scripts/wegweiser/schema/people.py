"""Organizations and the functions in them that somebody can reach."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from wegweiser.schema import codes
from wegweiser.schema import types as v
from wegweiser.schema.facts import FORMER_NAMES, Access, Address, Channel, Closed, Model, Person, Record
from wegweiser.schema.opening import ClosingDays, OpeningHours
from wegweiser.schema.references import Reference

Municipalities = tuple[Annotated[v.Id, Reference("municipality")], ...]


DISTRICTS = Field(
    (), title="Ortsteile", description="nur für diese: Ampen; wie bei der Stadt oder Gemeinde eingetragen"
)
SURNAMES = Field((), title="Nachnamen", description="nur für diese Anfangsbuchstaben: A-K, Sch, Ro-Rz, S ohne Sch")
SURNAME_OF = Field(
    None, title="Wessen Nachname", description="parent, child oder applicant; fehlt, wenn alle gleich heißen"
)


class Location(Model):
    """A place where an organization can be found."""

    id: v.Id = Field(title="Kurzname", description="eindeutig innerhalb der Stelle")
    name: v.Line = Field(title="Name", description="Standort Musterstadt")
    municipality: Annotated[v.Id, Reference("municipality")] | None = Field(None, title="Stadt oder Gemeinde")
    address: Address | None = Field(None, title="Anschrift")
    latitude: v.Coordinate | None = Field(None, title="Breite")
    longitude: v.Coordinate | None = Field(None, title="Länge")
    opening_hours: OpeningHours | None = Field(None, title="Öffnungszeiten")
    closing_days: tuple[ClosingDays, ...] = Field(
        (), title="Schließtage", description="mit Grund, zum Beispiel: Betriebsferien"
    )
    accessibility: Access | None = Field(None, title="Barrierefreiheit")


class ClosedOrganization(Closed):
    """An office that closed."""

    successor: Annotated[v.Id, Reference("organization")] | None = Field(None, title="Nachfolger")


class ClosedContact(Closed):
    """A function that nobody has any more."""

    successor: Annotated[v.Id, Reference("contact")] | None = Field(
        None, title="Nachfolger", description="alle Regeln führen dann dorthin"
    )


class Organization(Record):
    """An office, a provider (Träger) or an advice service."""

    name: v.Line = Field(title="Name")
    short_name: v.Line | None = Field(None, title="Kurzer Name")
    former_names: tuple[v.Line, ...] = FORMER_NAMES
    closed: ClosedOrganization | None = Field(None, title="Geschlossen")
    kind: codes.OrganizationKind = Field(title="Art")
    description: v.Paragraphs | None = Field(None, title="Was sie macht")
    parent: Annotated[v.Id, Reference("organization")] | None = Field(None, title="Gehört zu")
    website: v.Url | None = Field(None, title="Website")
    locations: tuple[Location, ...] = Field((), title="Standorte")
    serves: Municipalities = Field((), title="Zuständig für", description="leer: für die ganze Region")
    channels: tuple[Channel, ...] = Field((), title="Erreichbarkeit", description="allgemeine; Kontakte haben eigene")


class Serves(Model):
    """Whom a contact is there for; empty lists mean everybody."""

    municipalities: Municipalities = Field((), title="Städte und Gemeinden")
    centres: tuple[Annotated[v.Id, Reference("centre")], ...] = Field((), title="Häuser, deren fester Kontakt das ist")
    districts: tuple[v.Line, ...] = DISTRICTS
    surnames: tuple[v.Surnames, ...] = SURNAMES
    surname_of: codes.SurnameOf | None = SURNAME_OF

    @model_validator(mode="before")
    @classmethod
    def _districts_of_a_town(cls, data: Any) -> Any:
        if isinstance(data, dict) and "districts" in data and "municipalities" not in data:
            raise ValueError("nennt Ortsteile ohne ihre Stadt oder Gemeinde; bitte 'municipalities' ergänzen")
        return data


class Contact(Record):
    """A function that somebody can reach: a role in an office, never just a person."""

    title: v.Line = Field(title="Bezeichnung", description="Jobcenter, Standort Musterstadt: Leistungen")
    former_names: tuple[v.Line, ...] = FORMER_NAMES
    closed: ClosedContact | None = Field(None, title="Geschlossen")
    purpose: v.Line = Field(title="Wofür", description="ein Satz: womit man sich hierhin wendet")
    organization: Annotated[v.Id, Reference("organization")] = Field(title="Stelle")
    location: v.Id | None = Field(None, title="Standort", description="Kurzname eines Standorts dieser Stelle")
    topics: tuple[Annotated[v.Id, Reference("topic")], ...] = Field((), title="Themen")
    serves: Serves = Field(Serves(municipalities=(), centres=()), title="Für wen")
    channels: tuple[Channel, ...] = Field((), title="Erreichbarkeit")
    opening_hours: OpeningHours | None = Field(
        None, title="Zu erreichen", description="nur wenn anders als der Standort"
    )
    closing_days: tuple[ClosingDays, ...] = Field(
        (), title="Schließtage", description="mit Grund, zum Beispiel: Betriebsferien"
    )
    languages: tuple[v.Language, ...] = Field((), title="Sprachen")
    languages_note: v.Line | None = Field(None, title="Hinweis zu den Sprachen")
    bring: tuple[v.Line, ...] = Field((), title="Mitbringen")
    deputy: Annotated[v.Id, Reference("contact")] | None = Field(None, title="Vertretung")
    escalation: Annotated[v.Id, Reference("contact")] | None = Field(None, title="Wenn es nicht weitergeht")
    visibility: codes.Visibility = Field(codes.Visibility.PUBLIC, title="Sichtbarkeit")
    person: Person | None = Field(None, title="Person", description="nur mit Rechtsgrund, Beleg und Ende")
