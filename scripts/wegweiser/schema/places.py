"""The region itself and its municipalities."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from wegweiser.schema import codes
from wegweiser.schema import types as v
from wegweiser.schema.facts import Figure, Model, Record
from wegweiser.schema.references import Reference
from wegweiser.values import languages


class Owner(Model):
    """Who publishes the site (§ 5 DDG, § 18 MStV)."""

    name: v.Line = Field(title="Name der Stelle")
    street: v.Line = Field(title="Straße und Hausnummer")
    postal_code: v.PostalCode = Field(title="Postleitzahl")
    city: v.Line = Field(title="Ort")
    email: v.Email = Field(title="E-Mail")
    phone: v.Phone = Field(title="Telefon")
    represented_by: v.Line = Field(title="Vertreten durch", description="Funktion: die Landrätin, der Geschäftsführer")
    supervisory_authority: v.Line | None = Field(None, title="Aufsichtsbehörde")
    data_protection_email: v.Email | None = Field(None, title="E-Mail für den Datenschutz")


class ReviewPeriods(Model):
    """After how many months the editors want to look at a record again."""

    contacts: v.Count = Field(title="Kontakte und Stellen")
    centres: v.Count = Field(title="Häuser")
    offers: v.Count = Field(title="Angebote")


class CallSample(Model):
    """Numbers that were called to see whether they are right (`wegweiser sample`)."""

    as_of: v.PartialDate = Field(title="Wann", description="2026-11")
    called: v.Count = Field(title="Angerufen", description="wie viele Nummern")
    right: v.Count = Field(title="Davon richtig")

    @model_validator(mode="after")
    def _no_more_than_called(self) -> CallSample:
        if self.right > self.called:
            raise ValueError("nennt mehr richtige Nummern als angerufene")
        return self


class Region(Model):
    """This deployment: which region, who publishes it, in which languages."""

    name: v.Line = Field(title="Name", description="Kreis Musterland")
    in_region: v.Line = Field(title="Mit Verhältniswort", description="im Kreis Musterland")
    ags: v.Ags = Field(title="Gemeindeschlüssel des Kreises")
    state: codes.State = Field(title="Bundesland", description="Kürzel für die Feiertage: NW")
    preview: v.YesNo = Field(title="Vorschau", description="ja: ein Hinweis auf jeder Seite, keine Suchmaschinen")
    owner: Owner | None = Field(None, title="Herausgeber", description="darf nur in einer Vorschau fehlen")
    languages: tuple[v.Language, ...] = Field((languages.GERMAN,), title="Sprachen der Website")
    review_periods: ReviewPeriods = Field(title="Wie oft geprüft wird (Monate)")
    call_samples: tuple[CallSample, ...] = Field(
        (), title="Probeanrufe", description="wie viele gezogene Nummern stimmten"
    )
    website: v.Url = Field(title="Website der Region")
    fallback_contact: Annotated[v.Id, Reference("contact")] = Field(
        title="Auffang-Kontakt", description="wohin alle Fragen führen, für die niemand sonst eingetragen ist"
    )
    first_cases: tuple[Annotated[v.Id, Reference("case")], ...] = Field(
        (),
        title="Fälle für den Anfang",
        description="was jemand im Haus als Erstes können soll; leer: die ersten fünf",
        max_length=5,
    )
    contributor_id: v.Url | None = Field(
        None,
        title="Kennung für Open Data",
        description="contributorID von DCAT-AP.de; sie vergibt das Open-Data-Portal des Landes",
    )
    correction_url: v.Url | None = Field(
        None, title="Adresse für Korrekturen", description="zum Beispiel das Meldeformular"
    )
    correction_email: v.Email | None = Field(
        None,
        title="E-Mail für Korrekturen",
        description="wohin Besucher schreiben, was nicht stimmt; fehlt sie, gilt die E-Mail des Herausgebers",
    )
    repository: v.Repository | None = Field(
        None,
        title="Projekt auf GitHub",
        description="für das Formular zum Korrigieren und den Editor im Browser",
    )


class District(Model):
    """A part of a municipality."""

    name: v.Line = Field(title="Name")
    postal_codes: tuple[v.PostalCode, ...] = Field((), title="Postleitzahlen", description="nur wenn abweichend")


class Municipality(Record):
    """A town or municipality of the region."""

    name: v.Line = Field(title="Name")
    kind: codes.MunicipalityKind = Field(title="Art")
    ags: v.Ags = Field(title="Amtlicher Gemeindeschlüssel")
    postal_codes: tuple[v.PostalCode, ...] = Field(title="Postleitzahlen", min_length=1)
    aliases: tuple[v.Line, ...] = Field((), title="Andere Namen")
    districts: tuple[District, ...] = Field((), title="Ortsteile")
    latitude: v.Coordinate | None = Field(None, title="Breite")
    longitude: v.Coordinate | None = Field(None, title="Länge")
    website: v.Url | None = Field(None, title="Website")
    youth_office: Annotated[v.Id, Reference("organization")] = Field(title="Jugendamt")
    further_holidays: tuple[codes.FurtherHoliday, ...] = Field(
        (), title="Weitere Feiertage", description="die das Land nur in einem Teil seiner Gemeinden hat"
    )
    town_hall: Annotated[v.Id, Reference("organization")] | None = Field(
        None, title="Rathaus", description="Stelle, deren Zentrale hilft, wenn niemand sonst eine Nummer hat"
    )
    inhabitants: Figure | None = Field(None, title="Einwohnerzahl")
