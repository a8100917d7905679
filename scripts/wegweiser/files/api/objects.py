"""The objects of the interface: a record each, a topic, and the index."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from wegweiser.files.api.shapes import (
    Address,
    Agreement,
    Amount,
    Audience,
    Channel,
    Deadline,
    Form,
    Hours,
    Link,
    PartialDate,
    Place,
    PostalAddress,
    Record,
    Reference,
    Step,
)


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
