"""vCards hold what the page of a contact or house shows; what the page withholds they withhold as well."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import vobject
from regions import DAY, HOUSE, Changes, read, source

from wegweiser.edition import Edition
from wegweiser.files import vcards

URL = "https://stadt.example.org/"
OFFICE = "contacts/jobcenter"
OLD: dict[str, Any] = {"sources": [source(kind="press", published="2019")]}
"""Evidence on which no number is shown."""
READ: dict[str, Any] = {"sources": [source(kind="own", published="2024-05")]}
"""Evidence on which a number is shown with the request to make sure."""


def cards(folder: Path, changes: Changes | None = None, url: str = URL, today: dt.date = DAY) -> dict[str, Any]:
    """Every card by its path, as a program reads it that we did not write."""
    guide = Edition.on(read(folder, changes), today)
    made = {path: make() for path, make in vcards.files(guide, url)}
    assert all(content.count(b"\n") == content.count(b"\r\n") for content in made.values())
    return {path: vobject.readOne(content.decode(), validate=True) for path, content in made.items()}


def office(folder: Path, changes: Changes | None = None, **more: Any) -> Any:
    return cards(folder, changes, **more)["kontakte/jobcenter/kontakt.vcf"]


def values(card: Any, name: str) -> list[str]:
    return [line.value for line in card.contents.get(name, [])]


def labels(card: Any) -> dict[str, str]:
    """Number or mailbox → what its label says."""
    named = {line.group: line.value for line in card.contents.get("x-ablabel", [])}
    return {line.value: named[line.group] for name in ("tel", "email") for line in card.contents[name] if line.group}


def test_every_public_contact_and_every_house_with_a_number_has_one(tmp_path: Path) -> None:
    content = read(tmp_path / "a")
    expected = {f"kontakte/{id_}/kontakt.vcf" for id_ in content.contacts}
    assert set(cards(tmp_path / "b")) == expected | {f"familienzentren/{id_}/kontakt.vcf" for id_ in content.centres}


def test_an_internal_contact_has_none(tmp_path: Path) -> None:
    rule = {"contact": "kreis", "sources": [source()]}
    changes: Changes = {
        "contacts/jugendamt": {"visibility": "internal"},
        "responsibilities": {"rules": [rule]},
        "cases/arbeit-ab-montag": None,
    }
    assert "kontakte/jugendamt/kontakt.vcf" not in cards(tmp_path, changes)


def test_a_contact_with_everything(tmp_path: Path) -> None:
    card = office(
        tmp_path,
        {
            OFFICE: {
                "title": "Jobcenter; Team „Straße, Haus“",
                "channels": [
                    {"phone": "+49 30 23125001", "audience": "parents", "label": "Service"},
                    {"phone": "+49 30 23125002", "audience": "educators"},
                    {"email": "team@example.org"},
                    {"web": "https://www.example.org/amt;a"},
                    {"post": "Postfach 1, 00100 Beispielstadt"},
                ],
            }
        },
    )
    assert card.fn.value == "Jobcenter; Team „Straße, Haus“"
    assert card.n.value.family == "Jobcenter; Team „Straße, Haus“"
    assert card.org.value == ["Jobcenter Beispiel"]
    assert values(card, "tel") == ["+49 30 23125001", "+49 30 23125002"]
    assert values(card, "email") == ["team@example.org"]
    assert values(card, "url") == ["https://www.example.org/amt;a"]
    assert labels(card) == {"+49 30 23125001": "Service", "+49 30 23125002": "Dienstweg, nur für Fachkräfte"}
    address = card.adr.value
    assert (address.street[:9], address.code, address.city) == ("Musterweg", "00100", "Dornmoor")
    note = card.note.value.split("\n")
    assert note[1:5] == [
        "+49 30 23125001: Service",
        "+49 30 23125002: Dienstweg, nur für Fachkräfte",
        "Öffnungszeiten: Montag bis Freitag 8 bis 12 Uhr; An Feiertagen geschlossen",
        "Post: Postfach 1, 00100 Beispielstadt",
    ]
    assert "Dienstweg, nur für Fachkräfte: Bitte geben Sie Nummern und Adressen mit diesem Namen nicht weiter." in note
    assert "Telefon, E-Mail, Anschrift, Öffnungszeiten: geprüft am 1. Juni 2026." in note
    assert note[-2:] == [
        "Gespeichert aus dem Familienwegweiser Kreis Beispiel vom 1. Juni 2026.",
        "https://stadt.example.org/kontakte/jobcenter/",
    ]


def test_what_a_number_is_for_stands_in_the_note_as_well(tmp_path: Path) -> None:
    """Many phones show no labels; and a fax is no telephone."""
    numbers = [
        {"phone": "+49 30 23125101", "label": "Nachname A bis K"},
        {"phone": "+49 30 23125102", "label": "Nachname L bis Z", "hours": "Mo-Th 08:00-10:00"},
        {"fax": "+49 30 23125103"},
        {"phone": "+49 30 23125104", "audience": "educators"},
        {"booking": "https://termin.example.org"},
    ]
    card = office(tmp_path, {OFFICE: {"channels": numbers}})
    kinds = {line.value: line.params["TYPE"] for line in card.contents["tel"]}
    assert kinds == {
        "+49 30 23125101": ["WORK", "VOICE"],
        "+49 30 23125102": ["WORK", "VOICE"],
        "+49 30 23125103": ["WORK", "FAX"],
        "+49 30 23125104": ["WORK", "VOICE"],
    }
    assert card.note.value.split("\n")[1:6] == [
        "+49 30 23125101: Nachname A bis K",
        "+49 30 23125102: Nachname L bis Z, Montag bis Donnerstag 8 bis 10 Uhr",
        "+49 30 23125103: Fax",
        "+49 30 23125104: Dienstweg, nur für Fachkräfte",
        "https://termin.example.org: Termin online buchen",
    ]
    assert "https://termin.example.org" in values(card, "url")


@pytest.mark.parametrize(
    "channels",
    [[{"email": "team@example.org"}], [{"fax": "+49 30 23125103"}], [{"phone": "+49 30 23125001", **OLD}], []],
)
def test_without_a_number_there_is_no_card(tmp_path: Path, channels: list[Any]) -> None:
    made = cards(tmp_path, {OFFICE: {"channels": channels}, f"centres/{HOUSE}": {"channels": channels}})
    assert not {"kontakte/jobcenter/kontakt.vcf", f"familienzentren/{HOUSE}/kontakt.vcf"} & set(made)


def test_a_house(tmp_path: Path) -> None:
    card = cards(tmp_path)[f"familienzentren/{HOUSE}/kontakt.vcf"]
    assert card.fn.value == "Familienzentrum Abenteuerland 1"
    assert card.note.value.startswith("Familienzentrum in Dornmoor\nÖffnungszeiten: ")
    assert (len(values(card, "tel")), len(values(card, "email"))) == (1, 1)
    assert card.adr.value.code == "00100"


def test_what_the_page_withholds_is_not_there(tmp_path: Path) -> None:
    numbers = [{"phone": "+49 30 23125001", **OLD}, {"email": "alt@example.org", **OLD}, {"short_number": "115"}]
    place = {"id": "haus", "name": "Haus", "opening_hours": {"hours": "Mo 08:00-12:00"}}
    offices: Changes = {"organizations/jobcenter": {"locations": [place], "website": None, "checked": None, **OLD}}
    card = office(tmp_path, {OFFICE: {"channels": numbers, "checked": None, **OLD}, **offices})
    assert [name for name in ("tel", "email", "adr", "url") if name in card.contents] == ["tel"]
    assert values(card, "tel") == ["115"]
    assert len(card.note.value.split("\n")) == 3
    assert "alt@" not in card.serialize()
    assert "Montag" not in card.serialize()


def test_an_address_that_sources_contradict_is_not_there(tmp_path: Path) -> None:
    address = {"street": "Musterweg 1", "postal_code": "00100", "contradicted": "ja"}
    card = cards(tmp_path, {f"centres/{HOUSE}": {"address": address}})[f"familienzentren/{HOUSE}/kontakt.vcf"]
    assert "adr" not in card.contents
    assert "Musterweg" not in card.serialize()


def test_what_is_not_confirmed_asks_to_make_sure(tmp_path: Path) -> None:
    numbers = [{"phone": "+49 30 23125001", **READ}, {"email": "team@example.org"}]
    note = office(tmp_path, {OFFICE: {"channels": numbers}}).note.value.split("\n")
    assert "Telefon: Stand Mai 2024. Bitte nachfragen, ob es noch stimmt." in note
    assert "E-Mail, Anschrift, Öffnungszeiten: geprüft am 1. Juni 2026." in note


def test_a_card_grows_old_with_its_page(tmp_path: Path) -> None:
    later = DAY + dt.timedelta(days=500)
    note = office(tmp_path / "a", today=later).note.value
    assert "geprüft am 1. Juni 2026. Bitte nachfragen, ob es noch stimmt." in note
    assert "vom 14. Oktober 2027." in note


def test_no_person_is_named(tmp_path: Path) -> None:
    person = {"name": "Erika Muster", "basis": "consent", "source": "Brief", "until": "2030-01-01"}
    assert "Erika" not in office(tmp_path, {OFFICE: {"person": person}}).serialize()


@pytest.mark.parametrize("field", ["title", "purpose"])
def test_a_text_stays_in_its_line(tmp_path: Path, field: str) -> None:
    text = r"Eins, zwei; drei: vier END:VCARD und \n TEL:110 " + "ü" * 80
    guide = Edition.on(read(tmp_path), DAY)
    entry = guide.catalog.contacts["jobcenter"]
    guide.catalog.contacts["jobcenter"] = replace(entry, record=entry.record.model_copy(update={field: text}))
    made = dict(vcards.files(guide, ""))["kontakte/jobcenter/kontakt.vcf"]()
    card = vobject.readOne(made.decode(), validate=True)
    assert text in (card.fn.value, card.note.value.split("\n")[0])
    assert values(card, "tel")[0] != "110"
    assert len(made.decode().split("\r\nEND:VCARD\r\n")) == 2


def test_the_card_of_the_same_record_has_the_same_id(tmp_path: Path) -> None:
    first, second = cards(tmp_path / "a"), cards(tmp_path / "b", url="")
    ids = {path: card.uid.value for path, card in first.items()}
    assert ids == {path: card.uid.value for path, card in second.items()}
    assert len(set(ids.values())) == len(ids)
    assert all("stadt.example.org" not in card.serialize() for card in second.values())
