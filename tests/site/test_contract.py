"""The addresses that others rely on: what was promised stays where it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from answers import rows as read_answers
from sites import Site

from wegweiser import demo

FIXED = """/ /angebote/ /familienzentren/ /kontakte/ /orte/ /traeger/ /zustaendig/ /faelle/ /termine/ /aktuelles/
    /fuer-eltern/ /fuer-fachkraefte/ /anspruch/ /suche/ /a-z/ /glossar/ /offene-fragen/ /daten/ /impressum/
    /datenschutz/ /barrierefreiheit/""".split()
STATUSES = "sgb2 wohngeld kinderzuschlag sgb12 asylblg none".split()
TOWNS = """anroechte bad-sassendorf ense erwitte geseke lippetal lippstadt moehnesee ruethen soest warstein welver werl
    wickede""".split()
OFFERS = [offer for offers in demo.OFFERS.values() for offer in offers]


@pytest.mark.parametrize("address", FIXED)
def test_fixed_addresses(site: Site, address: str) -> None:
    assert address.lstrip("/") in site.documents


def test_the_offers_that_every_region_has(site: Site) -> None:
    assert len(set(OFFERS)) == 57
    for offer in OFFERS:
        assert [article["data-record"] for article in site.documents[f"angebote/{offer}/"].records] == [
            f"offer:{offer}"
        ]


@pytest.mark.this_district
def test_the_towns_of_the_district(real_site: Site) -> None:
    found = {address for address in real_site.documents if address.startswith("orte/") and address != "orte/"}
    assert found == {f"orte/{town}/" for town in TOWNS}


@pytest.mark.this_district
def test_an_answer_for_every_status_in_every_town(real_site: Site) -> None:
    found = {address for address in real_site.documents if address.startswith("zustaendig/") and address.count("/") > 1}
    assert found == {f"zustaendig/{status}/{town}/" for status in STATUSES for town in TOWNS}


@pytest.mark.this_district
def test_the_table_of_responsibilities_answers_every_question_once(real_site: Site) -> None:
    rows = json.loads((real_site.folder / "daten" / "zustaendigkeiten.json").read_text("utf-8"))
    questions = [(row["municipality"], row["status"], row["offer"]) for row in rows]
    offers = real_site.guide.catalog.offers
    assert set(questions) == {(town, status, offer) for town in TOWNS for status in STATUSES for offer in offers}
    assert len(questions) == len(set(questions))
    for row in rows:
        assert set(row) <= {"municipality", "status", "offer", "contact", "fallback", "derived"}
        assert f"kontakte/{row['contact']}/" in real_site.documents


def test_the_table_agrees_with_the_pages(site: Site) -> None:
    """One function, one truth: what programs read is what visitors read."""
    rows = json.loads((site.folder / "daten" / "zustaendigkeiten.json").read_text("utf-8"))
    by_page: dict[str, dict[str, str]] = {}
    for row in rows:
        by_page.setdefault(f"zustaendig/{row['status']}/{row['municipality']}/", {})[row["offer"]] = row["contact"]
    for address, answers in by_page.items():
        found = {offer: contact for offer, (contact, _) in read_answers(site.documents[address]).items()}
        assert found == answers, address


def test_the_index_lists_every_record_with_its_page(site: Site) -> None:
    rows = json.loads((site.folder / "daten" / "index.json").read_text("utf-8"))
    assert [row["record"] for row in rows] == [entry.ref for entry in site.guide.catalog.records()]
    for row in rows:
        assert row["address"].lstrip("/") in site.documents, row
        assert row["title"], row


@pytest.mark.skipif("CONTRACT_CHECK" not in os.environ, reason="CONTRACT_CHECK names no checker")
@pytest.mark.parametrize("area", ["elements", "privacy", "responsibility"])
def test_a_checker_from_outside(real_site: Site, area: str) -> None:
    command = [sys.executable, os.environ["CONTRACT_CHECK"], str(real_site.folder), "--only", area]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
