"""What the interface says: the one source of its parts, its JSON Schemas and its OpenAPI description.

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


@dataclass(frozen=True, slots=True)
class Step:
    """Ein Schritt."""

    title: str
    who: str
    what: str
    by_when: str
    offers: list[Link]
    contacts: list[Link]
