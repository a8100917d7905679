"""Nobody is named without a reason and an end (G1, G2, G5); samples say what the rule sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import HOUSE, PROOF, Fields, files, findings, source

from wegweiser.checks.persons import find_name
from wegweiser.rules.persons import privacy_of

# G1: what looks like a name. Invented people only.

NAMES = [
    ("Fragen Sie Frau Muster im Erdgeschoss.", "Frau Muster"),
    ("Herr Muster hilft Ihnen.", "Herr Muster"),
    ("Bitte bei Herrn Muster melden.", "Herrn Muster"),
    ("Das macht Frau Dr. Muster.", "Frau Dr. Muster"),
    ("Herr Prof. Dr. Muster hält den Vortrag.", "Herr Prof. Dr. Muster"),
    ("Frau Müller-Muster ist da.", "Frau Müller-Muster"),
    ("Frau Örgüt hat Zeit.", "Frau Örgüt"),
    ("Frau Šimová hat Zeit.", "Frau Šimová"),
    ("Mit Herrn von Muster sprechen.", "Herrn von Muster"),
    ("Frau van der Muster berät.", "Frau van der Muster"),
    ("Frau E. Muster berät.", "Frau E."),
    ("Fragen Sie\nFrau\nMuster.", "Frau Muster"),
    ("Die Kita Frau Holle leitet Frau Muster.", "Frau Muster"),
    ("Unsere Leiterin Erika Muster freut sich.", "Leiterin Erika Muster"),
    ("Die Einrichtungsleiterin Erika Muster freut sich.", "Einrichtungsleiterin Erika Muster"),
    ("Leitung: Erika Muster", "Leitung: Erika Muster"),
    ("Kita-Leitung, Erika Muster", "Leitung, Erika Muster"),
    ("Ansprechpartner: Max Muster", "Ansprechpartner: Max Muster"),
    ("Ansprechpartnerin ist Anna-Lena Muster.", "Ansprechpartnerin ist Anna-Lena Muster"),
    ("Ansprechperson: Dr. Max Muster", "Ansprechperson: Dr. Max Muster"),
    ("Sachbearbeiter M. Muster", "Sachbearbeiter M. Muster"),
    ("Die Familienberaterin Erika von Muster", "Familienberaterin Erika von Muster"),
]
NO_NAMES = [
    "Frau und Beruf: Beratung für den Wiedereinstieg",
    "Die Kita Frau Holle liegt am Markt.",
    "Das Frauenhaus ist immer erreichbar.",
    "Wann hat eine Frau Anspruch auf Mutterschaftsgeld?",
    "Jede Frau Ende zwanzig darf kommen.",
    "Frau oder Mann: Alle sind willkommen.",
    "Der Treff ist in der Herrenstraße.",
    "Fragen Sie die Leitung des Hauses.",
    "Leitung: Stadt Musterstadt",
    "Ansprechpartner: Jugendamt Musterstadt",
    "Die Ansprechpartnerin im Jobcenter ruft zurück.",
    "Ansprechperson: Die Leitung der Kita",
    "Beraterin für Familien in Trennung",
    "Sachbearbeiter Bildung und Teilhabe",
    "Familienzentrum Astrid Lindgren",
    "Die Leiterin ist Montag und Dienstag da.",
    "Beratung Alleinerziehender und ihrer Kinder",
    "Leiterin Familienzentrum Musterhaus",
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name(text: str, name: str) -> None:
    assert find_name(text) == name


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_name(text: str) -> None:
    assert find_name(text) is None


STEP = {"title": "Anrufen", "who": "Fachkraft", "what": "Rufen Sie an.", "by_when": "heute"}


@pytest.mark.parametrize(
    ("file", "fields", "pointed"),
    [
        (f"centres/{HOUSE}", {"description": "Hier ist Frau Muster."}, "Hier ist Frau Muster."),
        (f"centres/{HOUSE}", {"checked": {"on": "2026-06-01", "by": "Frau Muster"}}, "Frau Muster"),
        (f"centres/{HOUSE}", {"activities": [{"title": "Mit Frau Muster", "as_of": "2026"}]}, "Mit Frau Muster"),
        (f"centres/{HOUSE}", {"channels": [{"post": "Frau Muster, Weg 1, Dornmoor"}]}, "Frau Muster, Weg 1, Dornmoor"),
        (f"centres/{HOUSE}", {"places": {"value": "7", "as_of": "2026", "note": "von Frau Muster"}}, "von Frau Muster"),
        ("contacts/kreis", {"title": "Frau Muster"}, "Frau Muster"),
        ("contacts/kreis", {"bring": ["Ausweis", "Grüße an Frau Muster"]}, "Grüße an Frau Muster"),
        ("offers/wohngeld", {"steps": ["Fragen Sie Frau Muster.", "Fertig."]}, "Fragen Sie Frau Muster."),
        (f"agreements/{HOUSE}", {"contact_centre": "Frau Muster"}, "Frau Muster"),
        ("news/neue-vereinbarung", {"text": "Es kam Frau Muster."}, "Es kam Frau Muster."),
        ("events/sprechstunde", {"registration": "bei Frau Muster"}, "bei Frau Muster"),
        ("cases/arbeit-ab-montag", {"steps": [{**STEP, "who": "Frau Muster"}]}, "Frau Muster"),
        ("glossary", {"terms": [{"term": "Amt", "meaning": "Wo Frau Muster sitzt."}]}, "Wo Frau Muster sitzt."),
        ("region", {"owner": {**files()["region"]["owner"], "represented_by": "Frau Muster"}}, "Frau Muster"),
    ],
)
def test_names_are_found_wherever_a_record_has_words(tmp_path: Path, file: str, fields: Fields, pointed: str) -> None:
    fault = "Das sieht nach dem Namen eines Menschen aus: 'Frau Muster'. Bitte nur die Funktion nennen."
    assert findings(tmp_path, {file: fields}) == [f"{file}.yml | {pointed} | Fehler: {fault}"]


def test_a_message_stays_on_one_line(tmp_path: Path) -> None:
    text = "description: |-\n  Hier sind\n  Frau\n  Muster und alle.\n"
    record = "\n".join(["name: Kreis", "kind: district", text + "sources:", "- title: Seite", "  kind: own"])
    written = f"{record}\n  published: '2026'\n  accessed: '2026-06-01'\n"
    [found] = [line for line in findings(tmp_path, {"organizations/kreis": written}) if "Menschen" in line]
    assert found.endswith("aus: 'Frau Muster'. Bitte nur die Funktion nennen.")


def test_the_title_of_a_source_names_its_author(tmp_path: Path) -> None:
    assert findings(tmp_path, {"contacts/kreis": {"sources": [source(title="Gespräch mit Frau Muster")]}}) == []


PERSON = {
    "name": "Frau Erika Muster",
    "basis": "consent",
    "source": "Einwilligung vom 1. Mai 2026",
    "until": "2027-06-01",
}


def test_a_person_block_may_name(tmp_path: Path) -> None:
    assert findings(tmp_path, {"contacts/kreis": {"person": PERSON}}) == []


def test_a_person_block_allows_the_name_there_only(tmp_path: Path) -> None:
    found = findings(tmp_path, {"contacts/kreis": {"person": PERSON, "purpose": "Fragen Sie Frau Muster."}})
    assert [line.partition(" | Fehler")[0] for line in found] == ["contacts/kreis.yml | Fragen Sie Frau Muster."]


# G2: a person needs a basis, a source and an end


@pytest.mark.parametrize(
    ("missing", "label"), [("basis", "Rechtsgrund"), ("source", "Beleg"), ("until", "Bis"), ("name", "Name")]
)
def test_a_part_of_the_person_block_is_missing(tmp_path: Path, missing: str, label: str) -> None:
    person = {name: value for name, value in PERSON.items() if name != missing}
    [found] = findings(tmp_path, {"contacts/kreis": {"person": person}})
    assert found.endswith(f" | Fehler: Das Pflichtfeld 'person.{missing}' ({label}) fehlt.")


@pytest.mark.parametrize("basis", ["consent", "official-function"])
def test_the_two_grounds_on_which_a_name_is_published(tmp_path: Path, basis: str) -> None:
    assert findings(tmp_path, {"contacts/kreis": {"person": {**PERSON, "basis": basis}}}) == []


def test_another_ground_is_none(tmp_path: Path) -> None:
    [found] = findings(tmp_path, {"contacts/kreis": {"person": {**PERSON, "basis": "interest"}}})
    assert "'person.basis' (Rechtsgrund) kennt den Wert 'interest' nicht" in found


# G5: numbers and mailboxes that belong to one person

MOBILE = "Das ist eine Mobilnummer."
PRIVATE = "Das ist ein privates Postfach."
PERSONAL = "Das sieht nach dem Postfach eines Menschen aus (vorname.nachname)."


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("+49 1522 8817386", MOBILE),
        ("+49 1601234567", MOBILE),
        ("+49 1701234567", MOBILE),
        ("+49 180 1234567", None),
        ("+49 115", None),
        ("+49 30 23125001", None),
        ("+49 2921 106500", None),
        ("+44 151 1234567", None),
        ("kita@gmail.com", PRIVATE),
        ("kita@gmx.de", PRIVATE),
        ("kita@web.de", PRIVATE),
        ("kita@t-online.de", PRIVATE),
        ("kita@yahoo.de", PRIVATE),
        ("kita@example.org", None),
        ("kita@web.example.org", PRIVATE),
        ("info@gmx-freunde.example.org", None),
        ("erika.muster@example.org", PERSONAL),
        ("e.muster@example.org", PERSONAL),
        ("erika_muster@example.org", PERSONAL),
        ("erika.muster-beispiel@example.org", PERSONAL),
        ("anna-lena.muster@example.org", PERSONAL),
        ("erika.maria.muster@example.org", PERSONAL),
        ("kita.sonnenblume@example.org", None),
        ("kita-sonnenblume.musterstadt@example.org", None),
        ("st-marien.musterstadt@example.org", None),
        ("jugendamt.kreis@example.org", None),
        ("info@erika.muster.example.org", None),
        ("elternbeitraege@example.org", None),
        ("team2.kita@example.org", None),
        ("", None),
    ],
)
def test_private_ways(value: str, reason: str | None) -> None:
    found = privacy_of(value)
    assert (found.reason if found else None) == reason


UNSEEN = "Die Seite zeigt es so nicht. "
OF_OFFICE = "Gehört es dem Amt oder Haus (etwa als Rufbereitschaft)? Bitte 'of_office: ja' ergänzen."
OF_PERSON = "Gehört es einem Menschen, braucht es einen Block 'person' (Rechtsgrund, Beleg, Ende)."
OF_NOBODY = "Gehört es einem Menschen, bitte löschen."
FILES = ["contacts/kreis", f"centres/{HOUSE}", "organizations/kreis", "offers/wohngeld"]


@pytest.mark.parametrize(
    ("channel", "pointed", "level", "said"),
    [
        ({"phone": "+49 1522 8817386"}, "phone: +49 1522 8817386", "Fehler", f"{MOBILE} "),
        ({"email": "kita@web.de"}, "email: kita@web.de", "Warnung", f"{PRIVATE} {UNSEEN}"),
        ({"email": "erika.muster@example.org"}, "email: erika.muster@example.org", "Warnung", f"{PERSONAL} {UNSEEN}"),
    ],
)
@pytest.mark.parametrize("file", FILES)
def test_a_private_way_without_a_person(
    tmp_path: Path, file: str, channel: Fields, pointed: str, level: str, said: str
) -> None:
    """Only contacts have a person block, so only they are told of it."""
    found = findings(tmp_path, {file: {"channels": [{"email": "info@example.org"}, channel]}})
    remedy = f"{OF_OFFICE} {OF_PERSON if file.startswith('contacts') else OF_NOBODY}"
    assert found == [f"{file}.yml | {pointed} | {level}: {said}{remedy}"]


OF_THE_OFFICE = [
    {"phone": "+49 1516 5495767", "label": "Rufbereitschaft am Wochenende"},
    {"email": "kita-wichtel@t-online.de"},
    {"email": "fruehe.hilfen@example.org"},
    {"email": "wohngeldstelle_dornmoor@example.org"},
]


@pytest.mark.parametrize("channel", OF_THE_OFFICE)
@pytest.mark.parametrize("file", FILES)
def test_what_is_stated_to_be_of_the_office_needs_no_person(tmp_path: Path, file: str, channel: Fields) -> None:
    assert findings(tmp_path, {file: {"channels": [{**channel, "of_office": "ja"}]}}) == []


@pytest.mark.parametrize("kind", ["press", "other"])
def test_it_needs_a_source_of_the_office(tmp_path: Path, kind: str) -> None:
    channel = {**OF_THE_OFFICE[0], "of_office": "ja", "sources": [source(kind=kind)]}
    found = findings(tmp_path, {"contacts/kreis": {"channels": [channel]}})
    message = "'of_office' braucht eine Quelle der Stelle selbst oder eines Amtes (kind: own oder official)."
    assert found == [f"contacts/kreis.yml | ja | Fehler: {message}"]


@pytest.mark.parametrize("written", ["0151 65495767", "+49 1516 5495767", "0170/1234567", "0049 160 1234567"])
def test_a_mobile_number_hides_in_no_text(tmp_path: Path, written: str) -> None:
    found = findings(tmp_path, {"contacts/kreis": {"purpose": f"Fragen, {written}"}})
    message = "Im Text steht eine Mobilnummer. Bitte als eigenen Eintrag unter 'channels' schreiben."
    assert [line.partition(" | ")[2] for line in found] == [f"Fragen, {written} | Fehler: {message}"]


def test_a_person_may_have_a_mailbox(tmp_path: Path) -> None:
    contact = {"person": PERSON, "channels": [{"email": "erika.muster@example.org"}]}
    assert findings(tmp_path, {"contacts/kreis": contact}) == []


@pytest.mark.parametrize(
    "channel", [{"web": "https://www.example.org/erika.muster@web.de"}, {"post": "Postfach 1, Dornmoor"}]
)
def test_other_ways_are_not_private(tmp_path: Path, channel: Fields) -> None:
    contact = {"title": "Verein", "purpose": "Fragen", "organization": "kreis", "channels": [channel], **PROOF}
    found = [line for line in findings(tmp_path, {"contacts/verein": contact}) if "Fehler" in line]
    assert found == []


@pytest.mark.parametrize(
    ("channel", "level"),
    [
        ({"phone": "+49 1522 8817386"}, "Fehler"),
        ({"email": "erika.muster@example.org"}, "Warnung"),
        ({"phone": "+49 30 23125009"}, None),
    ],
)
def test_houses_of_a_group_have_numbers_and_mailboxes_of_the_house(
    tmp_path: Path, channel: Fields, level: str | None
) -> None:
    said = findings(tmp_path, {f"centres/{HOUSE}": {"members": ["Haus Eins", {"name": "Haus Zwei", **channel}]}})
    remedy = "Bitte eine Nummer oder ein Postfach des Hauses eintragen."
    assert [line.endswith(remedy) and f"| {level}: " in line for line in said] == ([True] if level else [])
