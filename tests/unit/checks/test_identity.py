"""Each thing is there once, what belongs together fits together, and nothing lies about unused (E4, E6, E7, C15)."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import HOUSE, PROOF, SECOND_HOUSE, SECOND_TOWN, TOWN, Changes, Fields, files, findings, source

TOPICS = files()["topics"]["topics"]
STATUSES = files()["statuses"]["statuses"]
TERM = {"term": "Amt", "meaning": "Eine Stelle des Staates."}
EMERGENCY = {"number": "112", "label": "Notruf", "sources": [source()]}
PLACE = {"id": "haupthaus", "name": "Haupthaus"}


# Once within a file


@pytest.mark.parametrize(
    ("file", "fields", "fault"),
    [
        ("topics", {"topics": [*TOPICS, TOPICS[0]]}, "id: geld | Fehler: 'geld' steht zweimal"),
        ("statuses", {"statuses": [*STATUSES, STATUSES[0]]}, "id: sgb2 | Fehler: 'sgb2' steht zweimal"),
        ("glossary", {"terms": [TERM, {**TERM, "term": "Antrag"}]}, None),
        ("glossary", {"terms": [TERM, TERM]}, "term: Amt | Fehler: 'amt' steht zweimal"),
        ("glossary", {"terms": [TERM, {**TERM, "term": "AMT"}]}, "term: AMT | Fehler: 'amt' steht zweimal"),
        ("short_numbers", {"short_numbers": [EMERGENCY, {**EMERGENCY, "number": "110"}]}, None),
        ("short_numbers", {"short_numbers": [EMERGENCY, EMERGENCY]}, "number: '112' | Fehler: '112' steht zweimal"),
        ("organizations/kreis", {"locations": [PLACE, {**PLACE, "id": "nebenhaus"}]}, None),
        ("organizations/kreis", {"locations": [PLACE, PLACE]}, "id: haupthaus | Fehler: 'haupthaus' steht zweimal"),
    ],
)  # fmt: skip
def test_the_same_entry_twice_in_a_file(tmp_path: Path, file: str, fields: Fields, fault: str | None) -> None:
    told = [f"{file}.yml | {fault} in der Liste. Bitte einmal löschen."] if fault else []
    assert findings(tmp_path, {file: fields}) == told


def test_the_same_place_of_two_offices_is_no_double(tmp_path: Path) -> None:
    assert (
        findings(
            tmp_path, {"organizations/kreis": {"locations": [PLACE]}, "organizations/jobcenter": {"locations": [PLACE]}}
        )
        == []
    )


@pytest.mark.parametrize("missing", ["sgb2", "wohngeld", "kinderzuschlag", "sgb12", "asylblg", "none"])
def test_the_statuses_that_addresses_promise_are_there(tmp_path: Path, missing: str) -> None:
    others = [status for status in STATUSES if status["id"] != missing]
    found = findings(tmp_path, {"statuses": {"statuses": others}})
    assert f"statuses.yml | - id: {others[0]['id']} | Fehler: Der Bezug '{missing}' fehlt. Bitte ergänzen." in found


def test_other_statuses_are_welcome(tmp_path: Path) -> None:
    other = {"id": "bafoeg", "label": "Ich bekomme BAföG", "short": "BAföG", "summary": "Geld für die Ausbildung."}
    assert findings(tmp_path, {"statuses": {"statuses": [*STATUSES, other]}}) == []


# Postcodes and districts


def test_one_address_elsewhere_hides_no_other(tmp_path: Path) -> None:
    elsewhere = {"street": "Musterweg 1", "postal_code": "00999", "city": "Anderswo"}
    wrong = {"street": "Musterweg 2", "postal_code": "00998"}
    changes = {f"centres/{HOUSE}": {"address": elsewhere}, f"centres/{SECOND_HOUSE}": {"address": wrong}}
    [line] = findings(tmp_path, changes)
    assert line.startswith(f"centres/{SECOND_HOUSE}.yml | 00998 | Fehler: Die Postleitzahl 00998 gehört nicht zu ")


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ({"street": "Musterweg 1", "postal_code": "00100"}, None),
        ({"street": "Musterweg 1", "postal_code": "00105"}, None),  # of the town's second postcode
        ({"street": "Musterweg 1", "postal_code": "00109"}, None),  # of a district
        ({"street": "Musterweg 1"}, None),
        ({"street": "Musterweg 1", "postal_code": "00999", "city": "Anderswo"}, None),
        ({"street": "Musterweg 1", "postal_code": "00101"}, "00101"),
        ({"postal_code": "00999"}, "00999"),
    ],
)
@pytest.mark.parametrize("where", ["centre", "location"])
def test_the_postcode_belongs_to_the_town(tmp_path: Path, where: str, address: Fields, wrong: str | None) -> None:
    town = {
        "postal_codes": ["00105", "00100"],
        "districts": [{"name": "Feld", "postal_codes": ["00109"]}, {"name": "Wald"}],
    }
    place = {**PLACE, "municipality": TOWN, "address": address}
    file, fields = {
        "centre": (f"centres/{HOUSE}", {"address": address}),
        "location": ("organizations/jugendamt", {"locations": [{**PLACE, "id": "erstes"}, place]}),
    }[where]
    fault = f"Die Postleitzahl {wrong} gehört nicht zu Dornmoor. Richtig: 00100, 00105, 00109."
    found = findings(tmp_path, {f"municipalities/{TOWN}": town, file: fields})
    postcodes = [line for line in found if "Postleitzahl" in line]
    assert postcodes == ([f"{file}.yml | {wrong} | Fehler: {fault}"] if wrong else [])


@pytest.mark.parametrize(
    ("district", "known", "fault"),
    [
        ("Feld", ["Feld", "Wald"], None),
        ("Wald", ["Feld", "Wald"], None),
        ("feld", ["Feld", "Wald"], "Der Ortsteil 'feld' ist bei Dornmoor nicht eingetragen. Gemeint: 'Feld'?"),
        ("Feld", [], "Der Ortsteil 'Feld' ist bei Dornmoor nicht eingetragen. Bitte dort ergänzen."),
    ],
)
def test_districts(tmp_path: Path, district: str, known: list[str], fault: str | None) -> None:
    town = {"districts": [{"name": name} for name in known]}
    found = findings(tmp_path, {f"municipalities/{TOWN}": town, f"centres/{HOUSE}": {"district": district}})
    assert found == ([f"centres/{HOUSE}.yml | {district} | Warnung: {fault}"] if fault else [])


@pytest.mark.parametrize(
    ("locations", "named", "known"),
    [
        ([PLACE], "haupthaus", None),
        ([PLACE, {**PLACE, "id": "nebenhaus"}], "nebenhaus", None),
        ([PLACE, {**PLACE, "id": "nebenhaus"}], "hauptaus", "haupthaus, nebenhaus"),
        ([], "haupthaus", "keine"),
    ],
)
def test_the_location_of_a_contact(tmp_path: Path, locations: list[Fields], named: str, known: str | None) -> None:
    found = findings(tmp_path, {"organizations/kreis": {"locations": locations}, "contacts/kreis": {"location": named}})
    fault = f"Den Standort '{named}' gibt es bei 'kreis' nicht. Eingetragen: {known}."
    assert found == ([f"contacts/kreis.yml | {named} | Fehler: {fault}"] if known else [])


@pytest.mark.parametrize(
    ("file", "number", "fault"),
    [
        ("contacts/kreis", "112", False),
        ("contacts/kreis", "116 016", True),
        ("organizations/kreis", "116 016", True),
        (f"centres/{HOUSE}", "116 016", True),
        ("offers/wohngeld", "116 016", True),
        ("offers/wohngeld", "112", False),
    ],
)
def test_short_numbers_have_a_source(tmp_path: Path, file: str, number: str, fault: bool) -> None:
    channels = [{"email": "stelle@example.org"}, {"short_number": number}]
    found = findings(tmp_path, {"short_numbers": {"short_numbers": [EMERGENCY]}, file: {"channels": channels}})
    told = f"Die Kurzwahl {number} steht nicht in short_numbers.yml. Bitte dort mit Quelle ergänzen."
    assert found == ([f"{file}.yml | {number} | Fehler: {told}"] if fault else [])


# E6: nobody needs it

UNUSED = {
    "organizations/verein": (
        {"name": "Verein", "kind": "provider", **PROOF},
        "name: Verein | Warnung: Die Stelle 'verein' nennt kein anderer Eintrag. Wird der Eintrag noch gebraucht?",
    ),
    "contacts/verein": (
        {"title": "Verein", "purpose": "Fragen", "organization": "kreis", **PROOF},
        "title: Verein | Warnung: Den Kontakt 'verein' nennt kein anderer Eintrag. Wird der Eintrag noch gebraucht?",
    ),
    "municipalities/neustadt": (
        {**files()["municipalities/dornmoor"], "name": "Neustadt", "ags": "00000999"},
        "name: Neustadt | Warnung: Für Neustadt ist kein Haus eingetragen.",
    ),
}


@pytest.mark.parametrize("file", UNUSED)
def test_a_record_that_nobody_names(tmp_path: Path, file: str) -> None:
    record, fault = UNUSED[file]
    found = [line for line in findings(tmp_path, {file: record}) if "Warnung" in line]
    assert found == [f"{file}.yml | {fault}"]


@pytest.mark.parametrize(
    ("file", "naming"),
    [
        ("organizations/verein", {f"centres/{HOUSE}": {"provider": "verein"}}),
        ("organizations/verein", {"organizations/kreis": {"parent": "verein"}}),
        ("organizations/verein", {"news/neue-vereinbarung": {"related": ["organization:verein"]}}),
        ("contacts/verein", {"contacts/kreis": {"deputy": "verein"}}),
        ("contacts/verein", {"region": {"fallback_contact": "verein"}}),
    ],
)
def test_once_it_is_named_it_is_used(tmp_path: Path, file: str, naming: dict[str, Fields]) -> None:
    changes = {file: UNUSED[file][0], **naming}
    assert [line for line in findings(tmp_path, changes) if "'verein' nennt kein" in line] == []


def test_a_topic_without_an_offer(tmp_path: Path) -> None:
    """Naming it elsewhere is not enough: its page would be empty."""
    topic = {"id": "musik", "label": "Musik", "summary": "Singen und Spielen."}
    found = findings(tmp_path, {"topics": {"topics": [*TOPICS, topic]}, "contacts/kreis": {"topics": ["musik"]}})
    assert found == ["topics.yml | id: musik | Warnung: Das Thema 'musik' hat kein Angebot."]


def test_while_a_file_cannot_be_read_nothing_is_called_unused(tmp_path: Path) -> None:
    found = findings(
        tmp_path, {f"centres/{HOUSE}": "name: [", "organizations/verein": UNUSED["organizations/verein"][0]}
    )
    assert [line.partition(" | ")[0] for line in found] == [f"centres/{HOUSE}.yml"]


# Districts in rules and contacts, municipalities, and houses of a Verbund


def test_a_rule_and_a_contact_name_districts_as_their_town_does(tmp_path: Path) -> None:
    divided = {"offers": ["wohngeld"], "municipalities": [TOWN], **PROOF}
    rules = files()["responsibilities"]["rules"]
    written = [
        {"contact": "kreis", "districts": ["feld"], **divided},
        {"parts": [{"contact": "kreis", "districts": ["Wlad"]}, {"contact": "jobcenter"}], **divided},
    ]
    changes: Changes = {
        f"municipalities/{TOWN}": {"districts": [{"name": "Feld"}, {"name": "Wald"}]},
        "responsibilities": {"rules": [*rules, *written]},
        "contacts/jugendamt": {"serves": {"municipalities": [TOWN], "districts": ["Berg"]}},
    }
    found = [line for line in findings(tmp_path, changes) if "Ortsteil" in line and "eingetragen" in line]
    missing = "ist bei Dornmoor nicht eingetragen."
    assert found == [
        f"contacts/jugendamt.yml | Berg | Fehler: Der Ortsteil 'Berg' {missing} Bitte dort ergänzen.",
        f"responsibilities.yml | feld | Fehler: Der Ortsteil 'feld' {missing} Gemeint: 'Feld'?",
        f"responsibilities.yml | Wlad | Fehler: Der Ortsteil 'Wlad' {missing} Gemeint: 'Wald'?",
    ]


def test_a_town_that_lists_no_districts_is_only_asked_for_them(tmp_path: Path) -> None:
    rule = {"contact": "kreis", "offers": ["wohngeld"], "municipalities": [TOWN], "districts": ["Nord"], **PROOF}
    found = findings(tmp_path, {"responsibilities": {"rules": [*files()["responsibilities"]["rules"], rule]}})
    fault = "Der Ortsteil 'Nord' ist bei Dornmoor nicht eingetragen. Bitte dort ergänzen."
    assert found == [f"responsibilities.yml | Nord | Warnung: {fault}"]


def test_two_municipalities_with_one_key(tmp_path: Path) -> None:
    ags = files()[f"municipalities/{TOWN}"]["ags"]
    [found] = [
        line
        for line in findings(tmp_path, {f"municipalities/{SECOND_TOWN}": {"ags": ags}})
        if "Schl" in line or "schl" in line
    ]
    fault = f"Denselben Gemeindeschlüssel hat '{TOWN}'. Bitte prüfen: Jede Gemeinde hat ihren eigenen."
    assert found == f"municipalities/{SECOND_TOWN}.yml | {ags} | Fehler: {fault}"


def test_houses_of_a_verbund_are_checked_like_others(tmp_path: Path) -> None:
    house = {
        "name": "Kita Himmel",
        "municipality": SECOND_TOWN,
        "address": {"postal_code": "00999"},
        "district": "Berg",
    }
    found = findings(tmp_path, {f"centres/{HOUSE}": {"members": [{**house, "phone": "+49 1512 3456789"}]}})
    right = files()[f"municipalities/{SECOND_TOWN}"]["postal_codes"][0]
    place = f"centres/{HOUSE}.yml"
    assert found == [
        f"{place} | 00999 | Fehler: Die Postleitzahl 00999 gehört nicht zu Quellenbruch. Richtig: {right}.",
        f"{place} | Berg | Warnung: Der Ortsteil 'Berg' ist bei Quellenbruch nicht eingetragen. Bitte dort ergänzen.",
        f"{place} | +49 1512 3456789 | Fehler: Das ist eine Mobilnummer. "
        "Bitte eine Nummer oder ein Postfach des Hauses eintragen.",
    ]
