"""What the sheets of paper say: the answers of the pages, in words that tell nobody why."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from regions import DAY, HOUSE, TOWN, Changes, files, read, source

from wegweiser.edition import Edition
from wegweiser.paper.facts import Fact
from wegweiser.paper.sheets import ASK_BEFORE, Column, Sheet, sheets
from wegweiser.values.qr import qr_svg
from wegweiser.view.printed.handouts import handouts_of_offer
from wegweiser.wording.certainty import DERIVED, FALLBACK

URL = "https://familien.example.org/wegweiser/"
OFFICE = f"sozialamt-{TOWN}"
OFFER_SHEET = f"angebote/wohngeld/zettel-{OFFICE}"
CASE_SHEET = "faelle/arbeit-ab-montag/zettel"
CASE = "cases/arbeit-ab-montag"
STEP = files()[CASE]["steps"][0]
PARENTS, EDUCATORS, MAIL = files()[f"contacts/{OFFICE}"]["channels"]
DAY_LATER = dt.date(2027, 9, 1)
"""When the checks of the region still count, but have to be made sure of."""
UNCHECKED: dict[str, Any] = {"checked": None, "sources": [source(published="2020", kind="press")]}
"""Facts that rest on this are withheld, addresses marked."""


def guide(folder: Path, changes: Changes | None = None, day: dt.date = DAY) -> Edition:
    return Edition.on(read(folder, changes), day)


def sheet(folder: Path, address: str, changes: Changes | None = None, day: dt.date = DAY, url: str = URL) -> Sheet:
    [found] = [sheet for sheet in sheets(guide(folder, changes, day), url) if sheet.address == address]
    return found


def column(folder: Path, address: str, changes: Changes | None = None, day: dt.date = DAY) -> Column:
    [found] = sheet(folder, address, changes, day).columns
    return found


# Which sheets there are


def test_every_question_has_the_one_sheet_of_its_contact(tmp_path: Path) -> None:
    """The same function answers pages, open data and paper."""
    edition = guide(tmp_path)
    made = [sheet.address for sheet in sheets(edition, URL)]
    assert len(made) == len(set(made))
    for (town, _, offer), answer in edition.responsibility.table.items():
        assert f"angebote/{offer}/zettel-{answer.contact}" in made
        [handout] = [one for one in handouts_of_offer(edition, offer) if one.contact.id == answer.contact]
        assert town in handout.towns
    wanted = {(offer, answer.contact) for (_, _, offer), answer in edition.responsibility.table.items()}
    assert len(made) == len(wanted) + len(edition.catalog.cases)


def test_towns_and_statuses_with_the_same_contact_share_a_sheet(tmp_path: Path) -> None:
    contacts = [handout.contact.id for handout in handouts_of_offer(guide(tmp_path), "wohngeld")]
    assert sorted(contacts) == ["jobcenter", OFFICE, "sozialamt-quellenbruch", "sozialamt-weidenmoor"]


# What a sheet on an offer says


def test_sheet_on_an_offer(tmp_path: Path) -> None:
    assert asdict(column(tmp_path, OFFER_SHEET)) == asdict(
        Column(
            "Wohngeld",
            text="Wohngeld: erfundene Hilfe für Familien.",
            office_heading="Hier sind Sie richtig",
            office="Sozialamt Dornmoor",
            facts=(
                Fact("Telefon", ("030 23125008",), "tel:+493023125008", kind="number"),
                Fact("Anschrift", ("Musterweg 64, 00100 Dornmoor",)),
                Fact("Zeiten", ("Montag bis Freitag: 8 bis 12 Uhr", "An Feiertagen: geschlossen")),
                Fact("E-Mail", (MAIL["email"],), f"mailto:{MAIL['email']}", essential=False),
                Fact("Internet", ("example.org",), "https://www.example.org", essential=False),
            ),
            remarks=("Geprüft am 1. Juni 2026.",),
            next="Rufen Sie wegen Wohngeld an.",
            later=("Füllen Sie den Antrag auf Wohngeld aus.",),
            bring=("Ausweis",),
        )
    )


def test_number_for_educators_is_not_given_to_parents(tmp_path: Path) -> None:
    assert EDUCATORS["phone"] not in str(asdict(sheet(tmp_path, OFFER_SHEET)))


def test_sheet_knows_where_the_page_is(tmp_path: Path) -> None:
    """The code leads to the page; in print stands the home page alone, since addresses of pages tell the subject."""
    found = sheet(tmp_path, OFFER_SHEET)
    assert found.code == qr_svg(f"{URL}angebote/wohngeld/")
    assert (found.home, found.home_shown) == (URL, "familien.example.org/wegweiser")


def test_nobody_knows_where_the_page_is(tmp_path: Path) -> None:
    found = sheet(tmp_path, OFFER_SHEET, url="")
    assert (found.code, found.home, found.home_shown) == ("", "", "")


@pytest.mark.parametrize(
    ("served", "said"),
    [
        ((TOWN,), ""),  # 'Sozialamt Dornmoor' says it
        ((TOWN, "quellenbruch"), "Zuständig für Dornmoor und Quellenbruch"),
        ((TOWN, "quellenbruch", "weidenmoor"), ""),  # everybody
    ],
)
def test_for_whom_the_office_is_there(tmp_path: Path, served: tuple[str, ...], said: str) -> None:
    towns = {town: OFFICE if town in served else "kreis" for town in (TOWN, "quellenbruch", "weidenmoor")}
    rules = [{"contacts": towns, "offers": ["wohngeld"], "sources": [source()]}]
    rules += [{"contact": "kreis", "sources": [source()]}]
    assert column(tmp_path, OFFER_SHEET, {"responsibilities": {"rules": rules}}).towns == said


@pytest.mark.parametrize(("field", "said"), [("fallback", FALLBACK), ("derived", DERIVED)])
def test_unsure_answer_says_so(tmp_path: Path, field: str, said: str) -> None:
    rules = [{"contact": OFFICE, field: "ja", "sources": [source()]}]
    assert said in column(tmp_path, OFFER_SHEET, {"responsibilities": {"rules": rules}}).remarks[0]


def test_facts_that_grew_old_ask_to_make_sure(tmp_path: Path) -> None:
    [remark] = column(tmp_path, OFFER_SHEET, day=DAY_LATER).remarks
    assert "Bitte fragen Sie nach, ob alles noch stimmt." in remark


def test_facts_of_different_age_each_have_their_date(tmp_path: Path) -> None:
    phone = {**PARENTS, "checked": {"on": "2026-05-01", "by": "Leitung"}}
    facts = column(tmp_path, OFFER_SHEET, {f"contacts/{OFFICE}": {"channels": [phone]}}).facts
    assert [fact.note for fact in facts if fact.label != "Internet"] == [
        "geprüft am 1. Mai 2026",
        "geprüft am 1. Juni 2026",
        "geprüft am 1. Juni 2026",
    ]


def test_withheld_facts_are_named_but_not_shown(tmp_path: Path) -> None:
    changes = {f"contacts/{OFFICE}": UNCHECKED, f"organizations/rathaus-{TOWN}": UNCHECKED}
    found = column(tmp_path, OFFER_SHEET, changes)
    assert PARENTS["phone"] not in str(asdict(found))
    assert "Noch nicht bestätigt: Telefon und Zeiten." in found.remarks[0]


def test_office_without_a_number_leads_on_to_one_that_has_one(tmp_path: Path) -> None:
    facts = column(tmp_path, OFFER_SHEET, {f"contacts/{OFFICE}": {"channels": None}}).facts
    assert ("Auskunft", ("030 23125006",), "Kreis Beispiel; geprüft am 1. Juni 2026") in {
        (fact.label, fact.lines, fact.note) for fact in facts
    }


def test_way_up_of_the_office_comes_before_that_of_the_region(tmp_path: Path) -> None:
    changes = {f"contacts/{OFFICE}": {"channels": None, "escalation": "jobcenter"}}
    notes = [fact.note for fact in column(tmp_path, OFFER_SHEET, changes).facts if fact.label == "Auskunft"]
    assert notes == ["Jobcenter Beispiel; geprüft am 1. Juni 2026"]


def test_contact_of_the_editors_alone_is_never_printed(tmp_path: Path) -> None:
    """A house may know an internal contact; paper leaves the house."""
    internal = {**files()["contacts/jobcenter"], "visibility": "internal"}
    changes: Changes = {
        "contacts/intern": internal,
        f"contacts/{OFFICE}": {"channels": None, "escalation": "intern"},
        CASE: {"steps": [{**STEP, "contacts": ["intern"]}]},
    }
    said = str([asdict(sheet) for sheet in sheets(guide(tmp_path, changes), URL)])
    assert "Jobcenter Beispiel; geprüft" not in said
    assert "Kreis Beispiel; geprüft" in said, "the region's own contact helps instead"


def test_nationwide_numbers_help_where_the_office_has_none(tmp_path: Path) -> None:
    checked = {"on": "2026-05-30", "by": "Stelle"}
    hotline = {"phone": "+49 30 23125099", "label": "Auskunft, kostenlos", "checked": checked}
    changes = {"offers/wohngeld": {"channels": [hotline]}, f"contacts/{OFFICE}": {"channels": None}}
    first = column(tmp_path, OFFER_SHEET, changes).facts[0]
    assert (first.label, first.lines, first.note) == ("Bundesweit", ("030 23125099",), "Auskunft, kostenlos")


def test_nobody_looks_for_the_door_of_a_nationwide_service(tmp_path: Path) -> None:
    changes = {
        f"organizations/rathaus-{TOWN}": {"kind": "nationwide-service", "locations": None},
        f"contacts/{OFFICE}": {"channels": None},
    }
    found = column(tmp_path, OFFER_SHEET, changes)
    assert "Noch nicht bestätigt: Telefon." in found.remarks[0]
    assert "Auskunft" not in {fact.label for fact in found.facts}


def test_what_to_bring_is_not_known(tmp_path: Path) -> None:
    assert column(tmp_path, OFFER_SHEET, {"offers/wohngeld": {"documents": None}}).bring == (ASK_BEFORE,)


# What a sheet must not tell


def test_words_for_paper_replace_those_of_the_page(tmp_path: Path) -> None:
    words = {"handout_title": "Rund um die Wohnung", "handout_text": "Es geht um die Wohnung."}
    found = sheet(tmp_path, OFFER_SHEET, {"offers/wohngeld": words})
    assert (found.columns[0].title, found.columns[0].text) == tuple(words.values())
    assert found.title == "Rund um die Wohnung – Sozialamt Dornmoor"


def test_discreet_offer_gives_numbers_and_nothing_else(tmp_path: Path) -> None:
    found = sheet(tmp_path, OFFER_SHEET, {"offers/wohngeld": {"discreet": "ja", "handout_title": "Telefonnummern"}})
    number = Fact("Telefon", (PARENTS["phone"].replace("+49 ", "0"),), "tel:+493023125008", kind="number")
    assert found.columns == (Column("Telefonnummern", office_heading="Sie erreichen uns so", facts=(number,)),)
    assert found.title == "Telefonnummern"
    assert found.code == qr_svg(URL), "the code leads to the home page, not to the subject"


def test_discreet_case_gives_the_numbers_of_its_own_topic(tmp_path: Path) -> None:
    changes = {
        CASE: {"discreet": "ja", "handout_title": "Nummern", "steps": [{**STEP, "contacts": ["jugendamt", "kreis"]}]},
        "contacts/kreis": {"topics": ["betreuung"]},
    }
    found = column(tmp_path, CASE_SHEET, changes)
    assert [fact.lines for fact in found.facts] == [("030 23125006",)]
    assert (found.title, found.text, found.plan) == ("Nummern", "", ())


# What a sheet on a case says


def test_sheet_on_a_case(tmp_path: Path) -> None:
    found = column(tmp_path, CASE_SHEET)
    assert found.title == "Arbeit ab Montag, kein Platz"
    assert [(item.text, item.note, item.blank) for item in found.plan] == [("Anrufen", "Fachkraft: heute", "Kontakt:")]
    assert [(fact.lines, fact.note) for fact in found.facts] == [
        (("030 23125004",), "Jugendamt Beispiel; geprüft am 1. Juni 2026")
    ]


def test_step_without_contacts_leaves_nothing_to_fill_in(tmp_path: Path) -> None:
    step = {name: value for name, value in STEP.items() if name != "contacts"}
    found = column(tmp_path, CASE_SHEET, {CASE: {"steps": [step]}})
    assert [item.blank for item in found.plan] == [""]
    assert (found.office_heading, found.facts) == ("", ())


def test_houses_have_no_sheets(tmp_path: Path) -> None:
    assert HOUSE not in "".join(sheet.address for sheet in sheets(guide(tmp_path), URL))
