"""An invented region of any size, for tests, benchmarks and for showing what a complete region looks like.

Every name is made up, mail and web addresses use example.org (RFC 2606), phone numbers come from the block
+49 30 23125 xxx that the Bundesnetzagentur keeps free for fiction.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]

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


class FolderNotEmptyError(Exception):
    """The folder holds files already; the demo writes over nothing."""


def write(folder: Path, centres: int, today: dt.date, seed: int = 1) -> int:
    """Write a region with so many centres into an empty folder; return the number of files."""
    if folder.exists() and any(folder.iterdir()):
        raise FolderNotEmptyError(folder)
    count = 0
    for name, record in Region(centres, today, seed).files():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=110)
        path.write_text(f"# Erfunden: Namen, Nummern und Adressen gibt es nicht.\n{text}", "utf-8")
        count += 1
    return count


class Region:
    """The records of an invented region; the same arguments give the same region."""

    def __init__(self, centres: int, today: dt.date, seed: int = 1) -> None:
        self.centres = centres
        self.today = today
        self.random = random.Random(seed)  # noqa: S311 - nothing secret
        names = [first + last for first in SYLLABLES for last in ENDINGS]
        self.towns = self.random.sample(names, min(len(names), max(3, centres // 25)))
        self.phone = 0

    def files(self) -> Iterator[tuple[str, Record]]:
        """Every file as (path without ending, content)."""
        yield from self._vocabularies()
        yield from self._offices()
        for topic, ids in OFFERS.items():
            yield from ((f"offers/{id_}", self._offer(id_, topic)) for id_ in ids)
        for number in range(self.centres):
            yield from self._centre(number)
        yield from self._happenings()

    def _vocabularies(self) -> Iterator[tuple[str, Record]]:
        yield (
            "region",
            {
                "name": "Kreis Beispiel",
                "in_region": "im Kreis Beispiel",
                "ags": "00000",
                "state": "NW",
                "preview": "nein",
                "owner": {
                    "name": "Kreis Beispiel",
                    "street": "Musterweg 1",
                    "postal_code": "00100",
                    "city": "Beispielstadt",
                    "email": "redaktion@example.org",
                    "phone": self._number(),
                    "represented_by": "die Landrätin",
                },
                "review_periods": {"contacts": "12", "centres": "12", "offers": "12"},
                "website": "https://www.example.org/kreis",
                "fallback_contact": "kreis",
                "correction_url": "https://www.example.org/korrektur",
            },
        )
        yield "topics", {"topics": [{"id": i, "label": label, "summary": text} for i, label, text in TOPICS]}
        statuses = [
            {"id": i, "label": f"Ich bekomme: {s}", "short": s, "summary": f"Erklärung zu: {s}."} for i, s in STATUSES
        ]
        yield "statuses", {"statuses": statuses}
        terms = [{"term": "Bescheid", "meaning": "Ein Brief vom Amt. Darin steht eine Entscheidung."}]
        yield "glossary", {"terms": terms}
        offices = {_slug(town): f"sozialamt-{_slug(town)}" for town in self.towns}
        youth = {_slug(town): "jugendamt" for town in self.towns}
        yield (
            "responsibilities",
            {
                "rules": [
                    {"contact": "jobcenter", "statuses": ["sgb2"], "sources": self._sources()},
                    {"contacts": offices, "sources": self._sources()},
                    {"topics": ["betreuung"], "contacts": youth, "sources": self._sources()},
                    {"topics": ["beratung"], "contact": "kreis", "fallback": "ja", "sources": self._sources()},
                ]
            },
        )

    def _offices(self) -> Iterator[tuple[str, Record]]:
        towns = [(_slug(town), town) for town in self.towns]
        for id_, name, kind in (
            ("jobcenter", "Jobcenter Beispiel", "job-centre"),
            ("jugendamt", "Jugendamt Beispiel", "youth-office"),
            ("kreis", "Kreis Beispiel", "district"),
            ("traeger", "Trägerverein Beispiel", "provider"),
        ):
            yield f"organizations/{id_}", self._organization(name, kind, towns[0])
            if kind != "provider":
                yield f"contacts/{id_}", self._contact(name, id_, [])
        for number, (id_, town) in enumerate(towns):
            yield (
                f"municipalities/{id_}",
                {
                    "name": town,
                    "kind": "town",
                    "ags": f"00{number:06}",
                    "postal_codes": [_postal_code(number)],
                    "latitude": f"{51 + number % 90 / 100:.4f}",
                    "longitude": f"{7 + number % 70 / 100:.4f}",
                    "website": f"https://{id_}.example.org",
                    "youth_office": "jugendamt",
                    **self._proof(),
                },
            )
            yield f"organizations/rathaus-{id_}", self._organization(f"Stadt {town}", "town", (id_, town))
            yield f"contacts/sozialamt-{id_}", self._contact(f"Sozialamt {town}", f"rathaus-{id_}", [id_])

    def _organization(self, name: str, kind: str, town: tuple[str, str]) -> Record:
        address = {
            "street": f"Musterweg {self.random.randint(1, 99)}",
            "postal_code": _postal_code(self._town_number(town[1])),
        }
        place = {
            "id": "haupthaus",
            "name": "Haupthaus",
            "municipality": town[0],
            "address": address,
            "opening_hours": {"hours": "Mo-Fr 08:00-12:00; PH off"},
        }
        return {"name": name, "kind": kind, "website": "https://www.example.org", "locations": [place], **self._proof()}

    def _contact(self, title: str, organization: str, towns: list[str]) -> Record:
        channels = [
            {"phone": self._number(), "audience": "parents"},
            {"phone": self._number(), "audience": "educators"},
            {"email": f"{_slug(title)}@example.org"},
        ]
        record = {
            "title": title,
            "purpose": f"{title}: Fragen und Anträge.",
            "organization": organization,
            "channels": channels,
        }
        return {
            **record,
            "languages": ["de", "en"],
            **({"serves": {"municipalities": towns}} if towns else {}),
            **self._proof(),
        }

    def _offer(self, id_: str, topic: str) -> Record:
        title = " ".join(part.capitalize() for part in id_.split("-"))
        amounts = [
            {
                "id": id_,
                "label": f"{title} im {id_.capitalize()}",
                "value": "15",
                "per": "month",
                "valid_from": f"{self.today.year}-01-01",
                "valid_to": f"{self.today.year}-12-31",
            }
            for id_ in ("august", "februar")
        ]
        return {
            "title": f"Amtlich: {title}",
            "everyday_title": title,
            "summary": f"{title}: erfundene Hilfe für Familien.",
            "plain": f"Es geht um: {title}. Das ist erfunden.",
            "topic": topic,
            "statuses": ["sgb2", "wohngeld"],
            "conditions": [f"Sie wohnen in der Region und brauchen: {title}."],
            "amounts": amounts,
            "steps": [f"Rufen Sie wegen {title} an.", f"Füllen Sie den Antrag auf {title} aus."],
            "documents": ["Ausweis"],
            "keywords": [f"{title} {number}" for number in range(1, 13)],
            "eligibility": [
                {
                    **({"amounts": ["august"]} if id_ == FOR_ALL else CONDITIONS[len(id_) % len(CONDITIONS)]),
                    "reason": f"{title} kann zu Ihrer Familie passen.",
                    "legal_basis": "§ 1 Mustergesetz",
                }
            ],
            "legal_basis": [{"law": "Mustergesetz", "section": "§ 1"}],
            **self._proof(),
        }

    def _centre(self, number: int) -> Iterator[tuple[str, Record]]:
        town = self.towns[number % len(self.towns)]
        name = f"{HOUSES[number % len(HOUSES)]} {number // len(HOUSES) + 1}"
        id_ = f"{_slug(name)}-{_slug(town)}"[:60].rstrip("-")
        yield (
            f"centres/{id_}",
            {
                "name": f"Familienzentrum {name}",
                "family_centre": "yes",
                "municipality": _slug(town),
                "description": f"Das Haus {name} ist erfunden. Es zeigt, wie eine vollständige Seite aussieht.",
                "address": {
                    "street": f"{self.random.choice(SYLLABLES)}weg {self.random.randint(1, 150)}",
                    "postal_code": _postal_code(self._town_number(town)),
                },
                "provider": "traeger",
                "website": f"https://{id_}.example.org",
                "contact": "jobcenter",
                "channels": [{"phone": self._number(), "audience": "parents"}, {"email": f"{id_}@example.org"}],
                "opening_hours": {"hours": self.random.choice(HOURS)},
                "care_hours": ["25", "35", "45"],
                "ages": {"minimum_months": "4", "maximum_years": "6", "as_of": str(self.today.year)},
                "groups": {"value": "3", "as_of": str(self.today.year)},
                "places": {"value": str(self.random.randint(40, 110)), "as_of": str(self.today.year)},
                "languages": ["de", self.random.choice(["ar", "tr", "uk", "pl"])],
                "accessibility": {"features": ["step-free", "accessible-toilet"]},
                "offers": ["elterncafe", self.random.choice(OFFERS["schule"])],
                "activities": [{"title": "Elterncafé", "text": "Jeden Dienstag.", "as_of": str(self.today.year)}],
                **self._proof(),
            },
        )
        if number % 10 == 0:
            yield (
                f"agreements/{id_}",
                {
                    "centres": [id_],
                    "office": "jobcenter",
                    "evidence": "agreement",
                    "as_of": str(self.today.year),
                    "summary": f"Das Haus {name} und das Jobcenter arbeiten zusammen.",
                    "contact_office": "jobcenter",
                    "promises_office": ["Ein fester Kontakt."],
                    "promises_centre": ["Eltern auf dem Weg in Arbeit unterstützen."],
                    **self._proof(),
                },
            )

    def _happenings(self) -> Iterator[tuple[str, Record]]:
        start = dt.datetime.combine(self.today + dt.timedelta(days=7), dt.time(14, 30)).isoformat(timespec="minutes")
        yield (
            "events/sprechstunde",
            {
                "title": "Sprechstunde des Jobcenters",
                "summary": "Einmal in der Woche im Rathaus.",
                "audience": "both",
                "municipality": _slug(self.towns[0]),
                "organization": "jobcenter",
                "start": start,
                "end": start.replace("T14", "T16"),
                "recurrence": "FREQ=WEEKLY",
                "contact": "jobcenter",
                **self._proof(),
            },
        )
        yield (
            "news/neue-vereinbarung",
            {
                "title": "Eine neue Vereinbarung",
                "date": self.today.isoformat(),
                "municipality": _slug(self.towns[0]),
                "summary": "Ein Haus und das Jobcenter haben unterschrieben.",
                "text": "Die Meldung ist erfunden.",
                **self._proof(),
            },
        )
        yield (
            "cases/arbeit-ab-montag",
            {
                "title": "Arbeit ab Montag, kein Platz",
                "summary": "Schnell einen Platz finden.",
                "topic": "betreuung",
                "situation": "Eine Mutter kann am Montag anfangen.",
                "steps": [
                    {
                        "title": "Anrufen",
                        "who": "Fachkraft",
                        "what": "Rufen Sie den festen Kontakt an.",
                        "by_when": "heute",
                        "offers": ["kita-platz"],
                        "contacts": ["jugendamt"],
                    }
                ],
                **self._proof(),
            },
        )

    def _town_number(self, town: str) -> int:
        return self.towns.index(town)

    def _number(self) -> str:
        self.phone += 1
        return f"+49 30 23125{self.phone % 1000:03}"

    def _sources(self) -> list[Record]:
        day = self.today.isoformat()
        return [
            {
                "title": "Erfundene Quelle",
                "url": "https://www.example.org/quelle",
                "kind": "own",
                "published": day,
                "accessed": day,
            }
        ]

    def _proof(self) -> Record:
        return {"checked": {"on": self.today.isoformat(), "by": "Leitung"}, "sources": self._sources()}


def _postal_code(number: int) -> str:
    """Numbers that no German place has."""
    return f"00{100 + number:03}"


def _slug(name: str) -> str:
    letters = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
    return "-".join(name.lower().translate(letters).split())
