"""Twenty questions that parents really ask, with the office that has to answer, written before the guide was built.

The reason says why it is this office: the law, or what the region's own sources say. Where the data changes for a good
reason, the table changes with it; where it changes by accident, the tests that use the table say so.
"""

from __future__ import annotations

import string
from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """What somebody asks, what they type or tick, and who has to answer."""

    words: str
    place: str
    """As typed: a town, a district or a postcode."""
    town: str
    statuses: tuple[str, ...]
    offer: str
    contacts: tuple[str, ...]
    """All offices of the answer; more than one where several statuses lead to different ones."""
    reason: str

    @property
    def id(self) -> str:
        return "-".join((self.town, *self.statuses, self.offer))

    @property
    def parameters(self) -> str:
        """The question as the guide writes it into the address."""
        return f"#ort={self.town}&b={'-'.join(map(code_of, self.statuses))}&h={code_of(self.offer)}"


def code_of(id_: str) -> str:
    """An id as the address shows it: FNV-1a in 36 signs, as overrides/script/shared/neutral.js writes it."""
    number = 0x811C9DC5
    for byte in id_.encode():
        number = (number ^ byte) * 0x01000193 % 2**32
    signs = ""
    while number:
        number, place = divmod(number, 36)
        signs = string.digits[place] + signs if place < 10 else string.ascii_lowercase[place - 10] + signs
    return signs


def ask(words: str, place: str, town: str, statuses: str, offer: str, contacts: str, reason: str) -> Question:
    return Question(words, place, town, tuple(statuses.split()), offer, tuple(contacts.split()), reason)


QUESTIONS = (
    ask(
        "Wir wohnen in Ampen und bekommen Wohngeld. Wer zahlt die Klassenfahrt?",
        "Ampen", "soest", "wohngeld", "but-klassenfahrt", "sozialamt-soest",
        "Ampen gehört zu Soest; Bildung und Teilhabe mit Wohngeld (§ 6b BKGG) macht das Sozialamt des Wohnorts.",
    ),
    ask(
        "Ich bekomme Bürgergeld, PLZ 59457. Wer zahlt die Schulsachen?",
        "59457", "werl", "sgb2", "but-schulbedarf", "jobcenter-werl",
        "Mit SGB II kommt Bildung und Teilhabe vom Jobcenter (§ 28 SGB II); der Agenturbezirk 38325 gehört zu Werl.",
    ),
    ask(
        "Wir haben Wohngeld und Kinderzuschlag. Wo beantragen wir das Mittagessen in der Kita?",
        "Lippstadt", "lippstadt", "wohngeld kinderzuschlag", "but-mittagessen", "sozialamt-lippstadt",
        "Beide Leistungen führen nach § 6b BKGG zum selben Sozialamt: eine Stelle, nicht zwei.",
    ),
    ask(
        "Wohngeld und Kinderzuschlag: Wer hilft mir mit den Briefen und Anträgen?",
        "Geseke", "geseke", "wohngeld kinderzuschlag", "beratung-antragshilfe", "wohngeld-geseke familienkasse",
        "Wer zahlt, muss beraten (§ 14 SGB I): die Stadt zu Wohngeld, die Familienkasse zu Kinderzuschlag.",
    ),
    ask(
        "Ich weiß nicht, was mir zusteht. Mein Kind braucht Nachhilfe.",
        "Altenmellrich", "anroechte", "none", "but-lernfoerderung", "sozialamt-anroechte",
        "Ohne Bezug klärt das Sozialamt, welche Leistung passt; ein falscher Antrag wird weitergeleitet (§ 16 SGB I).",
    ),
    ask(
        "Wir sind im Asylverfahren. Wer zahlt den Ausflug der Kita?",
        "Völlinghausen", "moehnesee", "asylblg", "but-ausflug", "sozialamt-moehnesee",
        "§ 3 AsylbLG: das Sozialamt. Völlinghausen gibt es zweimal, hier ist der Ortsteil von Möhnesee gemeint.",
    ),
    ask(
        "Mein Ex zahlt keinen Unterhalt für unsere Tochter.",
        "Westönnen", "werl", "none", "unterhaltsvorschuss", "jugendamt-kreis",
        "§ 9 UhVorschG: das Jugendamt; Werl hat kein eigenes, also das Kreisjugendamt.",
    ),
    ask(
        "Dasselbe in Belecke, ich bekomme Geld vom Jobcenter.",
        "Belecke", "warstein", "sgb2", "unterhaltsvorschuss", "jugendamt-warstein",
        "Belecke gehört zu Warstein, und Warstein hat ein eigenes Jugendamt.",
    ),
    ask(
        "Wir suchen eine Tagesmutter in Lipperode.",
        "Lipperode", "lippstadt", "none", "kindertagespflege", "kindertagespflege-lippstadt",
        "Lippstadt hat für Kindertagespflege eine eigene Fachberatung.",
    ),
    ask(
        "Wo melde ich mein Kind für die Kita an? Postleitzahl 58739.",
        "58739", "wickede", "none", "kita-platz", "jugendamt-kreis",
        "Wickede (Ruhr) ist einer der elf Orte des Kreisjugendamts.",
    ),
    ask(
        "Mein Lohn reicht nicht, ich möchte Kinderzuschlag.",
        "Bremen", "ense", "none", "kinderzuschlag", "familienkasse",
        "Kinderzuschlag ist überall Sache der Familienkasse; Bremen ist hier ein Ortsteil von Ense.",
    ),
    ask(
        "Wir möchten Wohngeld beantragen.",
        "59505", "bad-sassendorf", "kinderzuschlag", "wohngeld", "wohngeld-bad-sassendorf",
        "Wohngeld bewilligt die Gemeinde am Wohnort, gleich was jemand sonst bekommt.",
    ),
    ask(
        "Wo stelle ich in Rüthen einen Antrag auf Bürgergeld?",
        "Ruethen", "ruethen", "none", "sgb2-antrag", "jobcenter-warstein",
        "Grundsicherungsgeld kommt vom Jobcenter; der Agenturbezirk 38321 gehört zu Warstein (abgeleitet).",
    ),
    ask(
        "Ich kann am Montag anfangen zu arbeiten und habe keinen Platz. Ich bekomme Bürgergeld.",
        "Stirpe", "erwitte", "sgb2", "kinderbetreuung-arbeitsaufnahme", "jobcenter-lippstadt",
        "Kosten am Anfang kann das Jobcenter übernehmen (§ 16a SGB II); Erwitte gehört zum Bezirk Lippstadt.",
    ),
    ask(
        "Dasselbe, aber wir bekommen keine Leistungen.",
        "59494", "soest", "none", "kinderbetreuung-arbeitsaufnahme", "jugendamt-soest",
        "Ohne SGB II hilft das Jugendamt mit einem Platz (§ 24 SGB VIII); Soest hat ein eigenes.",
    ),
    ask(
        "Wo gibt es Elterngeld?",
        "Welver", "welver", "none", "elterngeld", "elterngeldstelle-kreis-soest",
        "In Nordrhein-Westfalen sind die Kreise zuständig; es gibt eine Stelle für alle Orte.",
    ),
    ask(
        "Ich habe Schulden und verstehe die Briefe nicht mehr.",
        "Herzfeld", "lippetal", "sgb2", "schuldnerberatung", "schuldnerberatung-soest",
        "Vier Schuldnerberatungen im Kreis; für Lippetal ist die in Soest die nächste (abgeleitet).",
    ),
    ask(
        "Der Strom wird abgestellt. Ich bekomme Sozialhilfe.",
        "59557", "lippstadt", "sgb12", "energieschulden", "sozialamt-lippstadt",
        "Ein Darlehen für Stromschulden gibt ohne SGB II das Sozialamt (§ 36 SGB XII).",
    ),
    ask(
        "Gibt es hier eine Tafel?",
        "Scheidingen", "welver", "wohngeld", "tafel", "sozialamt-welver",
        "Für Welver ist keine Tafel belegt: ein Auffang-Kontakt, und das muss dabeistehen.",
    ),
    ask(
        "Mein Partner schlägt mich.",
        "Störmede", "geseke", "none", "gewaltschutz", "hilfetelefon-gewalt",
        "Das Hilfetelefon ist immer erreichbar, gleich wo jemand wohnt und was jemand bekommt.",
    ),
)  # fmt: skip
