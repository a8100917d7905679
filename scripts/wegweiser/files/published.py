"""Which files there are for other programs: what each holds, after which standard, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass

from wegweiser.catalog.addresses import CALENDAR, DEADLINES, FEED, address


@dataclass(frozen=True, slots=True)
class Published:
    """A file that is described on /daten/ and in the catalogue for open data."""

    path: str
    """From the root of the site."""
    title: str
    text: str
    """What it holds, in German."""
    standard: str
    media_type: str
    file_type: str
    """Its name in the EU's list of file types."""
    dataset: str
    """Which set of facts it holds; files of one set say the same in several forms."""

    @property
    def name(self) -> str:
        """The name as seen from the page that describes it: without its own folder."""
        return self.path.removeprefix("daten/")


DIRECTORY, ANSWERS, DATES = "verzeichnis", "zustaendigkeiten", "termine"
DATASETS = {
    DIRECTORY: (
        "Familienzentren, Stellen und Hilfen für Familien",
        "Häuser, Kontakte, Ämter, Träger und Hilfen mit dem Datum jeder Angabe.",
    ),
    ANSWERS: ("Zuständigkeiten für Familienleistungen", "Für jeden Ort, jeden Bezug und jedes Angebot ein Kontakt."),
    DATES: ("Termine, Fristen und Aktuelles für Familien", "Sprechstunden, jährliche Fristen, Meldungen."),
}
"""Id → title and description."""
JSON, CSV = "application/json", "text/csv"

PUBLISHED = (
    Published(
        "daten/wegweiser.xlsx",
        "Tabelle für Menschen",
        "Häuser, Kontakte und Hilfen in einer Excel-Datei, mit Filtern. Postleitzahlen bleiben, wie sie sind.",
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "XLSX",
        DIRECTORY,
    ),
    Published("daten/zentren.csv", "Häuser", "Familienzentren und Kitas.", "CSV", CSV, "CSV", DIRECTORY),
    Published("daten/kontakte.csv", "Kontakte", "Stellen, die Familien helfen.", "CSV", CSV, "CSV", DIRECTORY),
    Published("daten/angebote.csv", "Hilfen", "Geld und Angebote für Familien.", "CSV", CSV, "CSV", DIRECTORY),
    Published(
        "daten/zentren.geojson",
        "Häuser auf der Karte",
        "Alle Häuser, deren Lage eingetragen ist.",
        "GeoJSON (RFC 7946)",
        "application/geo+json",
        "GEOJSON",
        DIRECTORY,
    ),
    Published(
        "daten/hsds.json",
        "Verzeichnis für andere Verzeichnisse",
        "Stellen und Häuser mit Orten, Nummern und Kontakten; Hilfen als Dienste der zuständigen Stellen.",
        "HSDS 3.1 (Open Referral)",
        JSON,
        "JSON",
        DIRECTORY,
    ),
    Published(
        "daten/hsds.zip",
        "Dasselbe als Tabellen",
        "Je Art eine CSV-Datei und eine datapackage.json.",
        "HSDS 3.0, Tabular Data Package",
        "application/zip",
        "ZIP",
        DIRECTORY,
    ),
    Published(
        "daten/index.json",
        "Alle Einträge",
        "Jeder Eintrag mit Adresse und Datum der letzten Prüfung.",
        "JSON",
        JSON,
        "JSON",
        DIRECTORY,
    ),
    Published(
        "daten/v1/index.json",
        "Schnittstelle",
        "Jeder Eintrag als eigene Datei, Listen je Ort und Thema. Beschrieben in openapi.json.",
        "OpenAPI 3.1",
        JSON,
        "JSON",
        DIRECTORY,
    ),
    Published(
        "daten/zustaendigkeiten.json",
        "Wer ist zuständig?",
        "Für jeden Ort, jeden Bezug und jedes Angebot der eine Kontakt, bei geteilten Stellen auch alle Teile.",
        "JSON",
        JSON,
        "JSON",
        ANSWERS,
    ),
    Published(
        f"{address('event')}{CALENDAR}",
        "Termine",
        "Alle Termine. Jedes Haus und jeder Ort hat einen eigenen Kalender.",
        "iCalendar (RFC 5545)",
        "text/calendar",
        "ICS",
        DATES,
    ),
    Published(
        DEADLINES,
        "Fristen",
        "Was jedes Jahr bis zu einem Tag zu tun ist.",
        "iCalendar (RFC 5545)",
        "text/calendar",
        "ICS",
        DATES,
    ),
    Published(
        FEED,
        "Aktuelles",
        "Neue Meldungen, und was Stellen und Häuser bestätigt haben.",
        "Atom (RFC 4287)",
        "application/atom+xml",
        "ATOM",
        DATES,
    ),
)
"""In the order in which people look for them."""
CATALOGUE = "daten/dcat.jsonld"
