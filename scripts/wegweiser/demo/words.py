"""What the invented region is made of: names, offers and whom they may fit."""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]
"""The content of a file as an editor would write it."""

SYLLABLES = """Ahorn Birken Buchen Dorn Eichen Erlen Eschen Falken Ginster Hasel Immen Kirsch Linden Mühlen Nieder
    Ober Quellen Rosen Schön Tannen Ulmen Vogel Weiden Wester""".split()
ENDINGS = "bach berg born bruch busch dorf feld furt hagen heide heim hof horst kamp moor rode tal wald".split()
HOUSES = """Abenteuerland Bienenkorb Drachennest Farbklecks Glühwürmchen Hasenbau Igelhaus Kunterbunt Löwenzahn
    Marienkäfer Pusteblume Regenbogen Schatzkiste Sonnenstrahl Traumfänger Wirbelwind Zauberwald""".split()
HOURS = (
    "Mo-Fr 07:00-16:30; PH off",
    "Mo-Th 07:15-16:30; Fr 07:15-14:00; PH off",
    "Mo-Fr 07:00-17:00; Sa 09:00-12:00; PH off",
)
TOPICS = (
    ("geld", "Geld zum Leben", "Wenn das Geld nicht reicht."),
    ("schule", "Schule und Kita", "Ausflüge, Mittagessen und Schulsachen."),
    ("betreuung", "Kinderbetreuung", "Kita, Tagespflege und Ferien."),
    ("beratung", "Beratung", "Menschen, die zuhören und weiterhelfen."),
)
STATUSES = (
    ("sgb2", "Grundsicherungsgeld"),
    ("wohngeld", "Wohngeld"),
    ("kinderzuschlag", "Kinderzuschlag"),
    ("sgb12", "Sozialhilfe"),
    ("asylblg", "Asylbewerberleistungen"),
    ("none", "Noch nichts oder unklar"),
)
TERMS = (
    ("Bescheid", "Ein Brief vom Amt. Darin steht eine Entscheidung."),
    # Pages written by hand link these; every region explains them.
    ("Kooperationsvereinbarung", "Zwei Stellen schreiben auf, wie sie zusammenarbeiten."),
    ("fester Kontakt", "Jemand im Amt, der für ein Haus zuständig bleibt."),
    ("kurzer Dienstweg", "Fachkräfte fragen einander direkt."),
)
OFFERS = {
    "geld": """
        sgb2-ueberblick sgb2-antrag sgb2-regelbedarf sgb2-unterkunft sgb2-mehrbedarf
        sgb2-mehrbedarf-alleinerziehend sgb2-mehrbedarf-schwangerschaft sgb2-erstausstattung sgb2-einkommen
        sgb2-zumutbarkeit-kind sgb2-mitwirkung sgb2-ukraine kinderzuschlag kindergeld wohngeld
        unterhaltsvorschuss elterngeld mutterschutz rundfunkbeitrag-befreiung familienpass
    """.split(),
    "schule": """
        but-ueberblick but-antrag but-schulbedarf but-klassenfahrt but-ausflug but-schuelerbefoerderung
        but-lernfoerderung but-mittagessen but-teilhabe
    """.split(),
    "betreuung": """
        kita-platz kita-beitrag kita-beitrag-befreiung kindertagespflege randzeitenbetreuung
        notfallbetreuung ferienbetreuung ogs kinderbetreuung-arbeitsaufnahme sprachfoerderung-kind
        kita-inklusion
    """.split(),
    "beratung": """
        fruehe-hilfen schwangerschaftsberatung erziehungsberatung familienzentrum elterncafe
        jobcenter-arbeitsvermittlung einstiegsgeld weiterbildung teilzeitausbildung sprachkurs
        wiedereinstieg beratung-antragshilfe schuldnerberatung energieschulden gewaltschutz
        trennungsberatung tafel
    """.split(),
}
"""Topic → ids of the offers that every region has."""
CONDITIONS: tuple[Record, ...] = (
    {"child_age": {"minimum_age": "0", "maximum_age": "5"}},
    {"child_age": {"minimum_age": "6", "maximum_age": "24"}, "receives": ["sgb2", "wohngeld"]},
    {"pregnant": "ja"},
    {"alone": "ja", "receives": ["sgb2"]},
    {"without": ["sgb2"], "work": ["some", "training"], "housing": ["rent"]},
    {"needs": ["childcare", "bills"], "work": ["starting", "none"]},
    {"needs": ["money", "paperwork", "family"]},
    {"new_in_germany": "ja"},
    {"alone": "nein", "housing": ["own", "other"], "needs": ["development"]},
)
"""Whom the offers may fit, in turns."""
FOR_ALL = "elterncafe"
"""The offer that no family is too different for."""
