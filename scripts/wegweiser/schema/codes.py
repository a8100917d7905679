"""The closed lists of the data: an English code in YAML, a German label on the page."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """A code with its German label."""

    label: str

    def __new__(cls, value: str, label: str) -> Code:
        """A member is its code, and remembers the label."""
        code = str.__new__(cls, value)
        code._value_ = value
        code.label = label
        return code


class Audience(Code):
    """Whom something is for."""

    PARENTS = "parents", "für Eltern"
    EDUCATORS = "educators", "für Fachkräfte"
    BOTH = "both", "für Eltern und Fachkräfte"


class SourceKind(Code):
    """How near a source is to the fact."""

    OWN = "own", "eigene Seite der Stelle"
    OFFICIAL = "official", "amtliche Quelle"
    LAW = "law", "Gesetz"
    PRESS = "press", "Presse"
    OTHER = "other", "andere Quelle"


class Basis(Code):
    """Where a date of publication comes from."""

    STATED = "stated", "angegeben"
    DERIVED = "derived", "abgeleitet"


class MissingReason(Code):
    """Why a field is absent."""

    NOT_FOUND = "not-found", "in keiner Quelle gefunden"
    OUTDATED = "outdated", "nur aus alten Quellen bekannt"
    CONTRADICTED = "contradicted", "die Quellen widersprechen sich"
    NOT_ASKED = "not-asked", "noch nicht erfragt"


class MissingField(Code):
    """What can be unknown about an office, a house or an offer."""

    ACCESSIBILITY = "accessibility", "Barrierefreiheit"
    ADDRESS = "address", "Anschrift"
    AGES = "ages", "Alter der Kinder"
    AMOUNT = "amount", "Betrag"
    CONTACT = "contact", "fester Kontakt"
    DATE = "date", "Datum"
    EMAIL = "email", "E-Mail-Adresse"
    FAMILY_CENTRE = "family-centre", "Gütesiegel"
    GROUPS = "groups", "Zahl der Gruppen"
    HOUSE_NUMBER = "house-number", "Hausnummer"
    LANGUAGES = "languages", "Sprachen"
    NAME = "name", "Name"
    OPENING_HOURS = "opening-hours", "Öffnungszeiten"
    PHONE = "phone", "Telefonnummer"
    PLACES = "places", "Zahl der Plätze"
    PROMISES = "promises", "Zusagen"
    PROVIDER = "provider", "Träger"
    RESPONSIBILITY = "responsibility", "Zuständigkeit"
    WEBSITE = "website", "Website"


class OrganizationKind(Code):
    """What an organization is."""

    JOB_CENTRE = "job-centre", "Jobcenter"
    EMPLOYMENT_AGENCY = "employment-agency", "Agentur für Arbeit"
    FAMILY_BENEFITS = "family-benefits-office", "Familienkasse"
    YOUTH_OFFICE = "youth-office", "Jugendamt"
    TOWN = "town", "Stadt- oder Gemeindeverwaltung"
    DISTRICT = "district", "Kreisverwaltung"
    STATE = "state", "Landesbehörde"
    ADVICE = "advice-service", "Beratungsstelle"
    MEETING_PLACE = "meeting-place", "Treffpunkt"
    PROVIDER = "provider", "Träger"
    NATIONWIDE = "nationwide-service", "Bundesweite Stelle"


class FamilyCentre(Code):
    """Whether a house is a family centre, as the source says."""

    YES = "yes", "Familienzentrum"
    COMMISSIONED = "commissioned", "auf dem Weg zum Familienzentrum"
    NO = "no", "Kita"
    UNKNOWN = "unknown", "Kita; ob Familienzentrum, ist nicht bekannt"


class Evidence(Code):
    """What the source of a cooperation really says."""

    AGREEMENT = "agreement", "Vereinbarung"
    COOPERATION = "cooperation", "Zusammenarbeit"
    VISIT = "visit", "Besuch oder Sprechstunde"


class Accessibility(Code):
    """What a building offers."""

    STEP_FREE = "step-free", "stufenloser Zugang"
    LIFT = "lift", "Aufzug"
    TOILET = "accessible-toilet", "barrierefreie Toilette"
    PARKING = "accessible-parking", "Parkplatz für Menschen mit Behinderung"
    BUS_STOP = "bus-stop", "Haltestelle in der Nähe"
    INDUCTION_LOOP = "induction-loop", "Höranlage"
    QUIET_ROOM = "quiet-room", "ruhiger Raum"
    GUIDE_DOG = "guide-dog", "Assistenzhund willkommen"
    SIGN_LANGUAGE = "sign-language", "Gebärdensprache nach Absprache"
    NOT_ACCESSIBLE = "not-accessible", "nicht barrierefrei"


class Unit(Code):
    """What an amount counts."""

    EURO = "euro", "Euro"
    PERCENT = "percent", "Prozent"


class Per(Code):
    """How often an amount is paid, or to what it relates."""

    ONCE = "once", "einmalig"
    DAY = "day", "am Tag"
    MONTH = "month", "im Monat"
    YEAR = "year", "im Jahr"
    HALF_YEAR = "school-half-year", "im Schulhalbjahr"
    STANDARD_RATE = "standard-rate", "des Regelbedarfs"
    COSTS = "costs", "der Kosten"
    INCOME = "income", "des Einkommens"


class State(Code):
    """A state of Germany (ISO 3166-2, without DE-); it decides on the holidays."""

    BW = "BW", "Baden-Württemberg"
    BY = "BY", "Bayern"
    BE = "BE", "Berlin"
    BB = "BB", "Brandenburg"
    HB = "HB", "Bremen"
    HH = "HH", "Hamburg"
    HE = "HE", "Hessen"
    MV = "MV", "Mecklenburg-Vorpommern"
    NI = "NI", "Niedersachsen"
    NW = "NW", "Nordrhein-Westfalen"
    RP = "RP", "Rheinland-Pfalz"
    SL = "SL", "Saarland"
    SN = "SN", "Sachsen"
    ST = "ST", "Sachsen-Anhalt"
    SH = "SH", "Schleswig-Holstein"
    TH = "TH", "Thüringen"


class FurtherHoliday(Code):
    """A public holiday of some municipalities of a state."""

    CORPUS_CHRISTI = "corpus-christi", "Fronleichnam"
    ASSUMPTION_DAY = "assumption-day", "Mariä Himmelfahrt"
    PEACE_FESTIVAL = "augsburg-peace-festival", "Augsburger Hohes Friedensfest"


class MunicipalityKind(Code):
    """What a municipality calls itself."""

    TOWN = "town", "Stadt"
    MUNICIPALITY = "municipality", "Gemeinde"


class SurnameOf(Code):
    """Whose surname decides where an office divides its work by letters."""

    APPLICANT = "applicant", "Nachname der Person, die den Antrag stellt"
    CHILD = "child", "Nachname des Kindes"
    PARENT = "parent", "Nachname der Mutter oder des Vaters"


class Visibility(Code):
    """Whether a contact has a page."""

    PUBLIC = "public", "öffentlich"
    INTERNAL = "internal", "nicht veröffentlicht"


class PersonBasis(Code):
    """The legal ground on which a name is published."""

    CONSENT = "consent", "Einwilligung"
    OFFICIAL = "official-function", "Amt mit Außenkontakt"
