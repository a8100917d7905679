"""The main menu and the foot of every page."""

from __future__ import annotations

NAVIGATION = (
    ("anspruch/", "Was steht mir zu?"),
    ("zustaendig/", "Wer ist zuständig?"),
    ("angebote/", "Hilfen"),
    ("familienzentren/", "Familienzentren"),
    ("kontakte/", "Kontakte"),
    ("fuer-fachkraefte/", "Für Fachkräfte"),
)
FOOTER = (
    ("fuer-eltern/", "Für Eltern"),
    ("a-z/", "Alles von A bis Z"),
    ("orte/", "Orte"),
    ("termine/", "Termine"),
    ("aktuelles/", "Aktuelles"),
    ("glossar/", "Wörter einfach erklärt"),
    ("so-arbeiten-wir/", "So prüfen wir"),
    ("offene-fragen/", "Was wir noch nicht wissen"),
    ("daten/", "Offene Daten"),
    ("impressum/", "Impressum"),
    ("datenschutz/", "Datenschutz"),
    ("barrierefreiheit/", "Barrierefreiheit"),
)
