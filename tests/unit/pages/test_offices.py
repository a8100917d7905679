"""Offices as they really are: what was tried and failed, each with its right value, on every outlet alike."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from regions import PROOF, TOWN, Changes, read, source

from wegweiser.browser.records import describe_for_educators
from wegweiser.browser.search.town import contact_record
from wegweiser.paper.sheets import sheets
from wegweiser.publishing.prepare import plan
from wegweiser.view.contact import contact_card

ROOT = Path(__file__).resolve().parents[3]
DAY = dt.date(2026, 11, 24)
OFFICE = f"sozialamt-{TOWN}"
URL = "https://stadt.example.org/"


class Published:
    """All files of the region with one office changed."""

    def __init__(self, folder: Path, contact: dict[str, Any], more: Changes | None = None) -> None:
        proof = {
            "checked": {"on": "2026-11-20", "by": "Leitung"},
            "sources": [source(title="Aushang", published="2026-11", accessed="2026-11-20")],
        }
        changes = {**(more or {}), f"contacts/{OFFICE}": {**proof, **contact}}
        build = plan(read(folder, changes), DAY, ROOT / "overrides", URL)
        self.edition = build.edition
        self.files = {path: make for path, make in build.files([]) if not path.endswith(".png")}
        self.printed = "\n".join(repr(sheet) for sheet in sheets(build.edition, URL) if OFFICE in sheet.address)

    def __getitem__(self, path: str) -> str:
        return self.files[path]().decode().replace("\r\n ", "")

    @property
    def page(self) -> str:
        return self[f"kontakte/{OFFICE}/index.html"]

    @property
    def vcard(self) -> str:
        return self[f"kontakte/{OFFICE}/kontakt.vcf"]

    @property
    def in_finder(self) -> dict[str, Any]:
        """The office as the finder for educators gets it."""
        return describe_for_educators(contact_card(self.edition, OFFICE))

    @property
    def in_search(self) -> dict[str, Any]:
        """The office as the search gets it."""
        return contact_record(self.edition, OFFICE)


PHONE = {"phone": "+49 30 23125008"}
NOTE = "Nur mit Termin. Rufen Sie vorher an."


# 01: by appointment only


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({"note": NOTE}, NOTE),
        ({"hours": "off", "note": NOTE}, NOTE),
        ({"by_appointment": "ja"}, "Nur mit Termin. Rufen Sie bitte vorher an."),
        ({"by_appointment": "ja", "hours": "Mo-Fr 08:00-12:00"}, "Nur mit Termin. Rufen Sie bitte vorher an."),
    ],
)
def test_by_appointment_only(tmp_path: Path, hours: dict[str, str], said: str) -> None:
    site = Published(tmp_path, {"channels": [PHONE], "opening_hours": hours})
    for text in (site.page, site.vcard.replace("\\,", ","), site.printed, site.in_finder["headline"]):
        assert said in text
        assert "eschlossen" not in text
    assert site.in_search["headline"] == said
    assert "data-spans" not in site.page
    assert '<p class="open-now">' in site.page
    if "hours" not in hours or hours["hours"] == "off":
        assert "<th" not in site.page


def test_an_office_with_nothing_but_a_booking_page(tmp_path: Path) -> None:
    """Never the hours of the building, and nobody says that its phone is not confirmed."""
    for channel in (
        {"booking": "https://termin.example.org/dornmoor"},
        {"web": "https://termin.example.org/dornmoor", "label": "Termin online buchen"},
    ):
        site = Published(tmp_path / next(iter(channel)), {"channels": [channel]})
        assert "Nur mit Termin. Den buchen Sie online." in site.page
        assert "Termin online buchen" in site.page
        assert "Montag bis Freitag" not in site.page
        assert "noch nicht bestätigt" not in site.page.partition("quellen")[0]
        assert "Termin online buchen" in site.printed or "termin.example.org" in site.printed
        found = site.in_search
        assert found["ways"][0][1:3] == ["https://termin.example.org/dornmoor", "Termin online buchen"]
        assert "hours" not in found
        assert f"kontakte/{OFFICE}/kontakt.vcf" not in site.files


def test_some_days_by_appointment(tmp_path: Path) -> None:
    hours = {"hours": "Mo,Tu,We 08:00-12:00; PH off", "by_appointment": "We; Th 14:00-17:00"}
    site = Published(tmp_path, {"channels": [PHONE], "opening_hours": hours})
    for row in ("Mittwoch", "nur mit Termin", "14 bis 17 Uhr, nur mit Termin"):
        assert row in site.page
    spans = site.in_finder["spans"].split()
    assert [span for span in spans if span.startswith("2026-11-25")] == ["2026-11-25T00:00/24:00*"]
    assert [span for span in spans if span.startswith("2026-11-26")] == ["2026-11-26T14:00/17:00*"]
    assert [span for span in spans if span.startswith("2026-11-24")] == ["2026-11-24T08:00/12:00"]


# 02: phone hours beside visiting hours


def test_phone_hours(tmp_path: Path) -> None:
    """'Jetzt erreichbar' follows the phone, the door its own hours."""
    channel = {**PHONE, "hours": "Mo-Th 08:00-10:00"}
    site = Published(tmp_path, {"channels": [channel], "opening_hours": {"hours": "Tu 14:00-16:00; PH off"}})
    told = "Montag bis Donnerstag 8 bis 10 Uhr"
    for text in (site.page, site.vcard, site.printed):
        assert told in text
    assert 'data-who="phone"' in site.page
    assert site.in_finder["spans"].startswith("2026-11-24T08:00/10:00 2026-11-25T08:00/10:00")
    assert site.in_finder["ways"][0][4] == told
    assert site.in_search["ways"][0][4] == told


# 06: a fax


def test_a_fax_is_never_called(tmp_path: Path) -> None:
    site = Published(tmp_path, {"channels": [{"fax": "+49 30 23125111"}, {"phone": "+49 30 23125112"}]})
    for path in site.files:
        if path.endswith((".html", ".json")):
            text = site[path]
            assert "tel:+493023125111" not in text, path
    assert "Fax <span" in site.page
    assert "TEL;TYPE=WORK,FAX:+49 30 23125111" in site.vcard
    assert "Fact(label='Fax', lines=('030 23125111',)" in site.printed
    assert "030 23125111" not in site["angebote/wohngeld/index.html"]
    assert "030 23125112" in site["angebote/wohngeld/index.html"]
    assert [way[0] for way in site.in_finder["ways"]] == ["fax", "phone"]
    assert [way[1] for way in site.in_search["ways"]] == ["030 23125112"]


# 07: closing days and dates


def test_closing_days_of_an_office_and_its_building(tmp_path: Path) -> None:
    own = {"start": "2026-12-24", "end": "2027-01-03", "reason": "Betriebsferien"}
    place = {
        "id": "haus",
        "name": "Rathaus",
        "opening_hours": {"hours": "Mo-Fr 08:00-12:00"},
        "closing_days": [{"start": "2026-11-25", "end": "2026-11-25", "reason": "Umzug"}],
    }
    town_hall = {"locations": [place], "checked": {"on": "2026-11-20", "by": "Leitung"}, **PROOF}
    site = Published(
        tmp_path, {"channels": [PHONE], "closing_days": [own]}, {f"organizations/rathaus-{TOWN}": town_hall}
    )
    told = ["25. November 2026", "24. Dezember 2026 bis 3. Januar 2027"]
    for text in (site.page, site.vcard, site.printed):
        assert all(days in text for days in told)
    assert "24. Dezember 2026 bis 3. Januar 2027: geschlossen" in site.page
    assert "25. November 2026: geschlossen" in site[f"traeger/rathaus-{TOWN}/index.html"]
    for found in (site.in_finder, site.in_search):
        assert found["closed"] == [[told[0], "Umzug"], [told[1], "Betriebsferien"]]
    assert "2026-11-25T" not in site.in_finder["spans"]
    assert "2026-11-26T08:00/12:00" in site.in_finder["spans"]


# 08: holidays of the municipality


def test_a_holiday_of_some_municipalities(tmp_path: Path) -> None:
    """As Assumption Day in Bavaria; the state of the region has it nowhere."""
    hours = {"opening_hours": {"hours": "Mo-Su 08:00-12:00; PH off"}}
    day = dt.date(2026, 8, 10)
    for further, is_open in (([], True), (["assumption-day"], False)):
        town = {f"municipalities/{TOWN}": {"further_holidays": further}} if further else {}
        changes = {
            **town,
            f"contacts/{OFFICE}": {**hours, "checked": {"on": "2026-06-01", "by": "Leitung"}, **PROOF},
        }
        build = plan(read(tmp_path / str(is_open), changes), day, ROOT / "overrides")
        page = dict(build.files([]))[f"kontakte/{OFFICE}/index.html"]().decode()
        assert ("2026-08-15T08:00/12:00" in page) == is_open
        assert "2026-08-14T08:00/12:00" in page


# 11, 12: see checks/test_persons.py; 14, 21: catalog/ and bad/; 20: values/test_languages.py; 23: site/test_preview.py


# 15, 16: numbers and names in a page that a browser translates


def test_names_and_numbers_stay_as_they_are(tmp_path: Path) -> None:
    site = Published(tmp_path, {"channels": [PHONE, {"email": "amt@example.org"}, {"web": "https://www.example.org"}]})
    assert '<h1 translate="no">' in site.page
    assert '<span dir="ltr" translate="no">030 23125008</span>' in site.page
    assert '<span dir="ltr" translate="no">amt@example.org</span>' in site.page
    assert 'dir="ltr" translate="no">Musterweg' in site.page
    house = site["familienzentren/abenteuerland-1-dornmoor/index.html"]
    assert '<h1 translate="no">' in house
    assert 'dir="ltr" translate="no">' in house
    assert 'translate="no"' in site["familienzentren/index.html"]


# 17 and 'labels are never dropped'


def test_what_a_number_is_for_stands_wherever_it_does(tmp_path: Path) -> None:
    label = "Nachname A bis K"
    numbers = [{"phone": "+49 30 23125101", "label": label}, {"phone": "+49 30 23125102", "label": "Nachname L bis Z"}]
    site = Published(tmp_path, {"channels": numbers})
    for path in site.files:
        if path.endswith((".html", ".json", ".vcf")):
            text = site[path]
            assert text.count("30 23125101") == 0 or label in text, path
    assert label in site.printed
