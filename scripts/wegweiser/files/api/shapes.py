"""What the interface says: the one source of its objects, its JSON Schemas and its OpenAPI description.

Fields are only ever added. What is not known or withheld is left out.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

Address = Annotated[str, Field(description="Adresse im Netz", examples=["/daten/v1/offers/kindergeld.json"])]
Reference = Annotated[str, Field(pattern="^[a-z]+:[a-z0-9-]+$", description="Art und Kennung, wie offer:kindergeld")]
Audience = Annotated[str, Field(json_schema_extra={"enum": ["parents", "educators", "both"]}, description="Für wen")]
PartialDate = Annotated[str, Field(description="So genau wie bekannt: 2023, 2023-09, 2025-11-28 oder unknown")]


@dataclass(frozen=True, slots=True)
class Link:
    """Ein anderer Eintrag."""

    record: Reference
    title: str
    href: Address


@dataclass(frozen=True, slots=True)
class Stand:
    """Worauf eine Angabe beruht."""

    as_of: Annotated[str, Field(description="Tag, Monat oder Jahr des Belegs")]
    text: Annotated[str, Field(description="Dasselbe in Worten")]
    ask: Annotated[bool, Field(description="Ob man nachfragen sollte, weil die Stelle es nicht bestätigt hat")]


@dataclass(frozen=True, slots=True)
class Channel:
    """Ein Weg, jemanden zu erreichen."""

    way: Annotated[str, Field(description="phone, short_number, email, fax, booking, online_form, web, post …")]
    value: str
    audience: Audience
    stand: Stand
    label: str | None = None
    hours: Annotated[str | None, Field(description="Wann jemand abnimmt")] = None


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """Eine Anschrift."""

    street: str
    postal_code: str
    city: str
    stand: Stand
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """Öffnungszeiten."""

    text: str
    stand: Stand
    osm: Annotated[str | None, Field(description="Wie in OpenStreetMap (opening_hours)")] = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Woher die Angaben sind."""

    title: str
    published: PartialDate
    accessed: dt.date
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Was jeder Eintrag hat."""

    record: Reference
    title: str
    self: Address
    page: Annotated[str, Field(description="Seite für Menschen")]
    read_on: Annotated[dt.date, Field(description="Zuletzt gelesen oder geprüft")]
    checked: Annotated[dt.date | None, Field(description="Von der Stelle selbst bestätigt")] = None
    checked_by: str | None = None
    sources: list[Source]


@dataclass(frozen=True, slots=True)
class Place:
    """Ein Standort oder ein Haus eines Verbunds."""

    name: str
    address: PostalAddress | None = None
    hours: Hours | None = None
    channels: list[Channel] | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Eine Zusammenarbeit mit einer Stelle, so weit eine Quelle sie zeigt."""

    title: str
    summary: str
    office: Link
    year: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre(Record):
    """Ein Familienzentrum oder eine Kita."""

    kind: str
    municipality: Link
    district: str | None = None
    closed_since: dt.date | None = None
    description: str | None = None
    channels: list[Channel]
    address: PostalAddress | None = None
    hours: Hours | None = None
    members: list[Place]
    website: str | None = None
    provider: Link | None = None
    ages: str | None = None
    languages: list[str]
    contact: Annotated[Link | None, Field(description="Fester Kontakt im Jobcenter")] = None
    agreements: list[Agreement]
    offers: list[Link]
    events: list[Link]
    calendar: Address
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """Eine Funktion, die jemand erreichen kann."""

    purpose: str
    organization: Link
    closed_since: dt.date | None = None
    municipalities: list[Link]
    limits: Annotated[str | None, Field(description="Für wen allein: Nachname A bis K")] = None
    channels: list[Channel]
    address: PostalAddress | None = None
    hours: Hours | None = None
    languages: list[str]
    deputy: Link | None = None
    responsible_for: list[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Record):
    """Ein Amt, ein Träger oder eine Beratungsstelle."""

    kind: str
    closed_since: dt.date | None = None
    description: str | None = None
    parent: Link | None = None
    website: str | None = None
    channels: list[Channel]
    locations: list[Place]
    contacts: list[Link]
    centres: list[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality(Record):
    """Eine Stadt oder Gemeinde mit dem, was es dort gibt."""

    ags: str
    postal_codes: list[str]
    districts: list[str]
    website: str | None = None
    youth_office: Link
    centres: list[Link]
    contacts: list[Link]
    events: list[Link]
    calendar: Address


@dataclass(frozen=True, slots=True)
class Amount:
    """Ein Betrag, wie er an diesem Tag gilt oder zuletzt bekannt war."""

    label: str
    text: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """Eine Frist."""

    text: str
    yearly_on: Annotated[str | None, Field(description="Jedes Jahr am: Monat-Tag")] = None


@dataclass(frozen=True, slots=True)
class Form:
    """Ein amtliches Formular."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Record):
    """Geld oder ein Angebot für Familien."""

    official_title: str
    summary: str
    topic: Link
    audience: Audience
    minimum_age: int | None = None
    maximum_age: int | None = None
    statuses: list[str]
    conditions: list[str]
    amounts: list[Amount]
    cost: str | None = None
    steps: list[str]
    documents: list[str]
    deadlines: list[Deadline]
    forms: list[Form]
    legal_basis: list[str]
    leika: str | None = None
    contacts: Annotated[list[Link], Field(description="Wer irgendwo zuständig ist; genau: zustaendigkeiten.json")]
    related: list[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Ein Termin."""

    summary: str
    audience: Audience
    cancelled: bool
    place: str | None = None
    next_dates: Annotated[list[dt.datetime], Field(description="Die nächsten Termine, mit Zeitzone")]
    registration: str | None = None
    centre: Link | None = None
    contact: Link | None = None
    offers: list[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Record):
    """Eine Meldung."""

    date: PartialDate
    summary: str
    text: str
    municipality: Link | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Ein Schritt."""

    title: str
    who: str
    what: str
    by_when: str
    offers: list[Link]
    contacts: list[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Record):
    """Ein Weg für Fachkräfte."""

    summary: str
    situation: str
    topic: Link
    steps: list[Step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Ein Thema mit seinen Hilfen."""

    record: Reference
    title: str
    self: Address
    page: str
    summary: str
    offers: list[Link]


@dataclass(frozen=True, slots=True)
class IndexRow:
    """Ein Eintrag in der Liste aller Einträge."""

    record: Reference
    title: str
    href: Address
    page: str
    checked: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Index:
    """Womit man beginnt."""

    version: str
    name: str
    date: Annotated[dt.date, Field(description="Stand der Website")]
    openapi: Address
    licence: str
    topics: list[Link]
    records: list[IndexRow]
