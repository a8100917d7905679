"""What every record is made of: sources, checks, addresses, channels, figures, and what is missing and why."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from wegweiser.schema import codes
from wegweiser.schema import types as v
from wegweiser.schema.ways import Way, makes_appointments


class Model(BaseModel):
    """Frozen, knows its fields and no others; lists and mappings are written under a named key."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Model):
    """Where a fact was read."""

    title: v.Line = Field(title="Titel", description="Name der Seite, des Gesetzes oder des Artikels")
    url: v.SourceUrl | None = Field(None, title="Adresse", description="Internetadresse; fehlt bei gedruckten Quellen")
    kind: codes.SourceKind = Field(title="Art der Quelle")
    published: v.PartialDate = Field(title="Veröffentlicht", description="so genau wie bekannt; sonst unknown")
    basis: codes.Basis = Field(codes.Basis.STATED, title="Datum angegeben oder abgeleitet")
    accessed: v.Day = Field(title="Abgerufen am", description="wann die Redaktion die Quelle gelesen hat")
    note: v.Line | None = Field(None, title="Bemerkung")


class Checked(Model):
    """That the office or house itself confirmed the facts; reading a web page is no check."""

    on: v.Day = Field(title="Geprüft am")
    by: v.Line = Field(title="Geprüft von", description="Funktion, kein Name: 'Leitung der Einrichtung'")


class Fact(Model):
    """A value with sources or a check of its own; without them those of its record count."""

    checked: Checked | None = Field(None, title="Geprüft", description="nur wenn die Stelle selbst es bestätigt hat")
    sources: tuple[Source, ...] = Field((), title="Quellen", description="nur wenn andere als beim ganzen Eintrag")


class Missing(Model):
    """Fields nobody could confirm, and why: unknown is a value of its own."""

    fields: tuple[codes.MissingField, ...] = Field(title="Was fehlt", min_length=1)
    reason: codes.MissingReason = Field(title="Warum")
    note: v.Line | None = Field(None, title="Bemerkung", description="zum Beispiel: Hausnummer 19 gehört zum Altbau")


class Record(Model):
    """What every file of a folder has; the file's name is the id."""

    checked: Checked | None = Field(None, title="Geprüft", description="nur wenn die Stelle selbst es bestätigt hat")
    sources: tuple[Source, ...] = Field(title="Quellen", min_length=1)
    review_months: v.Count | None = Field(
        None, title="Wieder ansehen nach (Monate)", description="6; nur wenn anders als in region.yml für diese Art"
    )
    missing: tuple[Missing, ...] = Field((), title="Was nicht bekannt ist")


class Address(Fact):
    """A postal address; a part that is not known is left out."""

    street: v.Line | None = Field(None, title="Straße und Hausnummer")
    postal_code: v.PostalCode | None = Field(None, title="Postleitzahl")
    city: v.Line | None = Field(None, title="Ort", description="nur wenn er anders heißt als die Stadt oder Gemeinde")
    contradicted: v.YesNo = Field(False, title="Quellen widersprechen sich", description="ja: wird nicht gezeigt")
    note: v.Line | None = Field(None, title="Hinweis", description="zum Beispiel: Eingang im Hof")


_FAX = re.compile(r"(?i)\b(tele)?fax")
_TELEPHONE = re.compile(r"(?i)\btel(\.|efon)")


class Channel(Fact):
    """One way to reach somebody."""

    phone: v.Phone | None = Field(None, title="Telefon")
    short_number: v.ShortNumber | None = Field(None, title="Kurzwahl", description="nur Nummern aus short_numbers.yml")
    email: v.Email | None = Field(None, title="E-Mail")
    fax: v.Phone | None = Field(None, title="Fax", description="wird nie zum Anrufen angeboten")
    booking: v.Url | None = Field(
        None, title="Termin online buchen", description="https://termine.example.org/sozialamt"
    )
    online_form: v.Url | None = Field(
        None, title="Online-Antrag", description="https://www.example.org/wohngeld-antrag"
    )
    sign_language_video: v.Url | None = Field(
        None, title="Gebärdensprach-Video", description="https://www.example.org/gebaerdentelefon"
    )
    web: v.Url | None = Field(None, title="Internetadresse")
    post: v.Line | None = Field(None, title="Postanschrift", description="in einer Zeile")
    audience: codes.Audience = Field(codes.Audience.BOTH, title="Für wen")
    label: v.Line | None = Field(None, title="Wofür", description="zum Beispiel: Fragen zum Kita-Portal")
    hours: v.Hours | None = Field(
        None, title="Telefonzeiten", description="nur bei phone und short_number: Mo-Th 08:00-10:00; PH off"
    )
    of_office: v.YesNo = Field(
        False,
        title="Gehört der Stelle",
        description="ja: Handynummer oder Postfach des Amtes oder Hauses, das aussieht wie das eines Menschen, "
        "zum Beispiel die Rufbereitschaft; die Stelle selbst oder ein Amt muss es so veröffentlichen",
    )

    @model_validator(mode="before")
    @classmethod
    def _one_way(cls, data: Any) -> Any:
        if isinstance(data, dict) and sum(way in data for way in Way) != 1:
            raise ValueError(f"braucht genau einen Weg: {', '.join(Way)}")
        return data

    @model_validator(mode="after")
    def _fits_together(self) -> Channel:
        if self.phone and self.label and _FAX.search(self.label) and not _TELEPHONE.search(self.label):
            raise ValueError(f"heißt '{self.label}'; bitte 'fax: {self.phone}' statt 'phone' schreiben")
        if self.hours and not self.way.is_dialled:
            raise ValueError("hat Telefonzeiten ('hours'), die gibt es nur bei phone und short_number")
        if self.of_office and self.way not in (Way.PHONE, Way.EMAIL):
            raise ValueError("braucht kein 'of_office', das gibt es nur bei phone und email; bitte löschen")
        return self

    @property
    def way(self) -> Way:
        """Which way this channel is."""
        return next(way for way in Way if getattr(self, way) is not None)

    @property
    def value(self) -> str:
        """The number or address itself."""
        return str(getattr(self, self.way))

    @property
    def is_booking(self) -> bool:
        """Whether appointments are made there."""
        return makes_appointments(self.way, self.label)


class Figure(Fact):
    """A number that was true at a time."""

    value: v.Count = Field(title="Zahl")
    as_of: v.PartialDate = Field(title="Stand", description="2023, 2023-09, 2025-11-28 oder unknown")
    note: v.Line | None = Field(None, title="Hinweis")


class Person(Model):
    """A name, published for a reason and for a time only."""

    name: v.Line = Field(title="Name")
    basis: codes.PersonBasis = Field(title="Rechtsgrund")
    source: v.Line = Field(title="Beleg")
    until: v.Day = Field(title="Bis", description="nach diesem Tag verschwindet der Name von selbst")


class Access(Model):
    """How accessible a building is."""

    features: tuple[codes.Accessibility, ...] = Field(title="Merkmale", min_length=1)
    note: v.Line | None = Field(None, title="Hinweis")


FORMER_NAMES: Any = Field(
    (), title="Frühere Namen", description="so findet die Suche weiter, wer den alten Namen kennt"
)
"""The field of records that may change their name."""


class Closed(Model):
    """That somebody is no longer there; who follows is named where it is known."""

    since: v.Day = Field(title="Geschlossen seit", description="erster Tag, an dem niemand mehr da ist")
    summary: v.Line | None = Field(
        None, title="In einem Satz", description="Die Kinder gehen jetzt in das Haus Farbklecks."
    )


class Law(Model):
    """A section of a law."""

    law: v.Line = Field(title="Gesetz", description="übliche Abkürzung: SGB II")
    section: v.Line = Field(title="Stelle", description="§ 28 Abs. 3")
    url: v.Url | None = Field(None, title="Adresse")
