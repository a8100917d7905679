"""Words of the field reference that no model can know: names of kinds, forms of values, who sees what, what ages."""

from __future__ import annotations

from wegweiser.rules.amounts import LAST_AMOUNT_STILL_HELPS
from wegweiser.rules.freshness import (
    ADDRESS_CHECK_IS_FRESH,
    CHECK_IS_FRESH,
    CHECK_STILL_COUNTS,
    FIGURES_ARE_OLD,
    OFFICIAL_NUMBERS_SINCE,
    RECENT_SINCE,
)
from wegweiser.view.events import NEWS_STAY_NEW

KINDS = {
    "municipality": ("Stadt oder Gemeinde", "Ein Ort der Region mit Postleitzahlen, Ortsteilen und Jugendamt."),
    "organization": ("Stelle", "Ein Amt, ein Träger oder eine Beratungsstelle mit Standorten."),
    "contact": ("Kontakt", "Eine Funktion, die man erreichen kann: nie nur ein Mensch."),
    "centre": ("Haus", "Ein Familienzentrum oder eine Kita, auch ein Verbund mehrerer Häuser."),
    "offer": ("Hilfe", "Eine Leistung oder ein Angebot: was es ist, wem es hilft, wie man es bekommt."),
    "agreement": ("Vereinbarung", "Was ein Haus und eine Stelle einander zugesagt haben."),
    "news": ("Meldung", "Was geschehen ist, in eigenen Worten."),
    "event": ("Termin", "Ein Besuch, eine Sprechstunde oder eine Schulung."),
    "case": ("Fall", "Ein Weg für Fachkräfte durch eine schwierige Lage, Schritt für Schritt."),
    "region": ("Region", "Diese Ausgabe: welcher Kreis, wer sie herausgibt, wie oft geprüft wird."),
    "topics": ("Themen", "Die Themen, nach denen die Hilfen geordnet sind."),
    "statuses": ("Bezüge", "Was jemand schon bekommt: Davon hängt ab, wer zuständig ist."),
    "responsibilities": ("Zuständigkeiten", "Welcher Kontakt für welche Hilfe an welchem Ort zuständig ist."),
    "redirects": ("Alte Adressen", "Wohin Adressen führen, die es nicht mehr gibt."),
    "glossary": ("Wörter, einfach erklärt", "Schwere Wörter mit ihrer Bedeutung."),
    "short_numbers": ("Kurzwahlen", "Nummern wie 116 016, die überall in Deutschland gelten."),
    "addresses": ("Veröffentlichte Adressen", "Jede Adresse, die es je gab; das Programm führt die Liste."),
    "search": ("Wörter für die Suche", "Wie Menschen suchen: gleiche Wörter, Ämter, andere Sprachen."),
}
"""Kind or name of a single file → how editors call it, and what it is."""

SINGLE = {"Channel": "Weg", "Source": "Quelle", "Figure": "Zahl mit Stand", "Checked": "Prüfung", "Law": "Gesetz"}
"""Models whose German name is not the title of the field that holds them."""

FORMS = {
    "Ags": ("fünf Ziffern für einen Kreis, acht für eine Gemeinde", "99999001"),
    "Appointments": ("ja, oder Tage, auch mit Zeiten", "We 14:00-17:00; Fr"),
    "Coordinate": ("Grad mit Punkt", "51.5756"),
    "Count": ("eine ganze Zahl ohne Einheit", "74"),
    "Day": ("ein Tag: Jahr, Monat, Tag", "2026-03-01"),
    "Email": ("ein Postfach", "stelle@example.org"),
    "Hours": ("Öffnungszeiten mit englischen Kürzeln der Tage", "Mo-Fr 07:30-16:30; PH off"),
    "Id": ("ein Kurzname aus kleinen Buchstaben, Ziffern und Bindestrichen", "musterhaus-musterdorf"),
    "Language": ("zwei Buchstaben nach ISO 639-1", "ar"),
    "Line": ("Text in einer Zeile", ""),
    "Moment": ("Tag und Uhrzeit", "2026-12-01T14:30"),
    "Money": ("ein Betrag mit Punkt, ohne Einheit", "202.68"),
    "MonthDay": ("Monat und Tag, für jedes Jahr", "11-15"),
    "PagePath": ("die Adresse einer Seite, aber nicht der Startseite", "/angebote/hartz-4/"),
    "Paragraphs": ("Text; eine leere Zeile beginnt einen neuen Absatz", ""),
    "PartialDate": ("so genau wie bekannt: Jahr, Monat, Tag oder unknown", "2023-09"),
    "Phone": ("mit Landesvorwahl, genau so", "+49 30 23125001"),
    "PostalCode": ("fünf Ziffern", "00100"),
    "RecordReference": ("Art und Kurzname eines Eintrags", "offer:kindergeld"),
    "Recurrence": ("eine Wiederholung wie in Kalendern", "FREQ=MONTHLY;BYDAY=1TU"),
    "Repository": ("die Adresse eines Projekts auf GitHub", "https://github.com/organisation/familienwegweiser"),
    "ShortNumber": ("drei oder sechs Ziffern", "116 016"),
    "SitePath": ("die Adresse einer Seite dieser Website", "/angebote/kindergeld/"),
    "SourceUrl": ("eine Internetadresse, bei Quellen auch mit http://", "https://example.org/seite"),
    "ServiceKey": ("vierzehn Ziffern aus dem Leistungskatalog (LeiKa)", "99041003017000"),
    "Surnames": ("Anfänge von Nachnamen", "A-K"),
    "Url": ("eine Internetadresse mit https://", "https://example.org/kita"),
    "YesNo": ("ja oder nein", "ja"),
}
"""Name of a type → how a value is written, and one that is invented; texts need no example of their form."""

SEARCH_ONLY = "niemand; nur die Suche liest es"
PROGRAM_ONLY = "niemand; nur das Programm liest es"
EDITORS_ONLY = "nur die Redaktion"
PAGES_WHERE_ASKED = "alle, dort wo die Website sagt, wer zuständig ist"

SEEN_IN = {
    "Search": SEARCH_ONLY,
    "BestBet": SEARCH_ONLY,
    "Concept": SEARCH_ONLY,
    "OfficeWords": SEARCH_ONLY,
    "LanguageWords": SEARCH_ONLY,
    "OfferWords": SEARCH_ONLY,
    "Addresses": PROGRAM_ONLY,
    "ReviewPeriods": EDITORS_ONLY,
    "CallSample": "alle, unter „Wie gut unsere Angaben sind“",
    "Rule": PAGES_WHERE_ASKED,
    "RulePart": PAGES_WHERE_ASKED,
    "Redirect": "wer eine alte Adresse öffnet",
    "Eligibility": "alle, auf „Was steht mir zu?“, wenn es passt",
    "ChildAge": "alle, auf „Was steht mir zu?“, wenn es passt",
    "Owner": "alle, im Impressum",
}
"""Name of a model → who sees what its fields say, where that is not everybody on the pages of the record."""

SEEN_OF_ALL = {"review_months": EDITORS_ONLY}
"""Key of a field that every record has → who sees it."""

SEEN = {
    ("Offer", "situations"): SEARCH_ONLY,
    ("Offer", "keywords"): "alle, unter „Alles von A bis Z“; dazu liest sie die Suche",
    ("Offer", "livelihood"): PROGRAM_ONLY,
    ("Case", "keywords"): SEARCH_ONLY,
    ("Topic", "keywords"): SEARCH_ONLY,
    ("Status", "keywords"): SEARCH_ONLY,
    ("Municipality", "aliases"): SEARCH_ONLY,
    ("Municipality", "further_holidays"): PROGRAM_ONLY,
    ("Municipality", "inhabitants"): EDITORS_ONLY,
    ("Contact", "visibility"): "internal: nur die Redaktion; der Kontakt hat dann keine Seite",
    ("Contact", "person"): "alle, bis zu dem Tag, der dabeisteht",
    ("Channel", "audience"): "alle; Wege für Fachkräfte stehen nur unter „Für Fachkräfte“",
    ("Channel", "of_office"): PROGRAM_ONLY,
    ("Address", "contradicted"): PROGRAM_ONLY,
    ("Amount", "id"): PROGRAM_ONLY,
    ("Amount", "review_on"): EDITORS_ONLY,
    ("Location", "id"): PROGRAM_ONLY,
    ("Region", "ags"): PROGRAM_ONLY,
    ("Region", "state"): PROGRAM_ONLY,
    ("Region", "review_periods"): EDITORS_ONLY,
    ("Person", "basis"): EDITORS_ONLY,
    ("Person", "source"): EDITORS_ONLY,
}
"""(Name of a model, key of a field) → who sees it, where that differs from the rest of the model."""

_NUMBERS = (
    f"{CHECK_IS_FRESH} Monate nach der Prüfung steht ein Stand dabei, nach {CHECK_STILL_COUNTS} Monaten erscheint es "
    f"nicht mehr. Ungeprüft: mit Stand von der eigenen Seite der Stelle, aus einer amtlichen Quelle seit "
    f"{OFFICIAL_NUMBERS_SINCE} oder aus einer anderen seit {RECENT_SINCE}; sonst gar nicht."
)
_FIGURES = f"Nach {FIGURES_ARE_OLD} Monaten heißt es „nicht bestätigt“; das Jahr steht immer dabei."

AGES = {
    "Channel": f"Telefon, Fax, E-Mail: {_NUMBERS}",
    "House.phone": _NUMBERS,
    "House.email": _NUMBERS,
    "OpeningHours": (
        f"{CHECK_IS_FRESH} Monate nach der Prüfung steht ein Stand dabei, nach {CHECK_STILL_COUNTS} Monaten erscheinen "
        f"sie nicht mehr. Ungeprüft: mit Stand von der eigenen Seite oder aus einer amtlichen Quelle seit "
        f"{RECENT_SINCE}; sonst gar nicht."
    ),
    "Address": (
        f"{ADDRESS_CHECK_IS_FRESH} Monate nach der Prüfung steht ein Stand dabei. Ungeprüft steht sie ohne Hinweis da, "
        f"wenn eine amtliche Quelle seit {RECENT_SINCE} sie nennt. Widersprechen sich Quellen, erscheint sie nicht."
    ),
    "Amount": (
        "Nach dem Tag der nächsten Prüfung (review_on) steht „Stand“ und das Jahr dabei. Nach dem gesetzlichen Ende "
        f"(valid_to) heißt er noch {LAST_AMOUNT_STILL_HELPS} Monate „letzter bekannter Betrag“."
    ),
    "Figure": _FIGURES,
    "ChildAges": _FIGURES,
    "Activity": _FIGURES,
    "Agreement.as_of": _FIGURES,
    "Checked": f"{CHECK_IS_FRESH} Monate gilt eine Prüfung als frisch, {CHECK_STILL_COUNTS} Monate zählt sie noch.",
    "News.date": f"{NEWS_STAY_NEW.days} Tage steht sie unter „Jetzt wichtig“; ihre Seite bleibt.",
    "Event.start": "Vergangene Tage verschwinden von selbst.",
    "Person.until": "Nach diesem Tag verschwindet der Name von selbst.",
    "ClosingDays.end": "Vergangene Tage verschwinden von selbst.",
}
"""Name of a model, or of a model and a field → when it ages. Numbers come from the rules themselves."""
