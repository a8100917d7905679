"""Saying what is wrong: on every record page where somebody reads it, nowhere else, and without a script by mail."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from email.headerregistry import Address
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from documents import Document, Element
from examples import REGION, Fields, write_data
from sites import DAY, ROOT, Site

from wegweiser.catalog.addresses import correction_address, title_of
from wegweiser.publishing.prepare import prepare

OWNER = {
    "name": "Kreis Beispiel",
    "street": "Musterweg 1",
    "postal_code": "00100",
    "city": "Beispielstadt",
    "email": "herausgeber@example.org",
    "phone": "+49 30 23125001",
    "represented_by": "die Landrätin",
}
LARGEST = 3 * 1024
"""Bytes of a record's file, as sent."""


def record_pages(site: Site) -> Iterator[tuple[str, Document]]:
    for document in site.documents.values():
        yield from ((article["data-record"], document) for article in document.records)


def buttons(document: Document) -> list[Element]:
    return [link for link in document.all("a") if link.text == "Angabe korrigieren"]


@pytest.fixture(params=["demo", "second"])
def open_site(request: pytest.FixtureRequest) -> Site:
    """A site whose publisher reads mail."""
    site: Site = request.getfixturevalue(f"{request.param}_site")
    return site


def test_every_record_page_leads_to_the_file_of_its_record(open_site: Site) -> None:
    count = 0
    for reference, document in record_pages(open_site):
        [button] = buttons(document)
        assert button["href"] == f"{'../' * document.address.count('/')}{correction_address(reference)}"
        file = open_site.folder / "korrigieren" / f"{button['href'].partition('#')[2]}.json"
        data = json.loads(file.read_text("utf-8"))
        assert data["ref"] == reference
        assert data["page"] == document.address
        count += 1
    assert count == len(list((open_site.folder / "korrigieren").glob("*.json"))) > 60


def test_the_address_names_nothing(open_site: Site) -> None:
    for reference, document in record_pages(open_site):
        [button] = buttons(document)
        assert reference.partition(":")[2] not in button["href"]


def test_without_a_script_there_is_a_mail_that_names_the_page(open_site: Site) -> None:
    owner = open_site.guide.catalog.region.record.owner
    assert owner is not None
    for _, document in record_pages(open_site):
        [link] = [link for part in document.all("noscript") for link in part.below("a")]
        assert link.text == f"Angabe korrigieren: E-Mail an {owner.email}"
        parts = urlsplit(link["href"])
        assert (parts.scheme, parts.path) == ("mailto", owner.email)
        assert Address(addr_spec=parts.path)
        [(_, subject), (name, body)] = parse_qsl(parts.query, strict_parsing=True)
        assert name == "body"
        assert document.address in body
        assert "\n" not in body.replace("\r\n", "")
        assert len(link["href"]) < 2000
        title = title_of(entry_of(open_site, document))
        assert title in body
        discreet = getattr(entry_of(open_site, document).record, "discreet", False)
        assert (title in subject) is not discreet


def entry_of(site: Site, document: Document):  # type: ignore[no-untyped-def]
    kind, _, id_ = document.records[0]["data-record"].partition(":")
    return site.guide.catalog.of_kind(kind)[id_]


WAYS = {
    "nobody": ({}, False, False),
    "an address": ({"correction_email": "redaktion@example.org"}, True, True),
    "a publisher": ({"owner": OWNER}, True, True),
    "a form of somebody else": ({"correction_url": "https://www.example.org/formular"}, True, False),
    "a project on GitHub": ({"repository": "https://github.com/organisation/wegweiser"}, True, False),
}


@pytest.mark.parametrize(("region", "asked", "by_mail"), WAYS.values(), ids=WAYS)
def test_nobody_is_asked_where_nobody_reads_it(tmp_path: Path, region: Fields, asked: bool, by_mail: bool) -> None:
    data = write_data(tmp_path, {"region.yml": {**REGION["region.yml"], **region}})
    build = prepare(data, DAY, ROOT / "overrides")
    made = {file.path: file for file in build.files(())}
    assert any(re.fullmatch(r"korrigieren/\w+\.json", path) for path in made) is asked
    record = Document("kontakte/x/", made["kontakte/jobcenter-beispielstadt/index.html"].make().decode())
    assert bool(buttons(record)) is asked
    assert bool(record.all("noscript")) is by_mail
    page = Document("korrigieren/", made["korrigieren/index.html"].make().decode())
    assert ("sobald die Website einen Herausgeber hat" in page.main.text) is not asked
    assert any(link["href"].startswith("mailto:") for link in page.main.below("a") if link.get("href")) is by_mail


def test_the_file_of_a_record_is_small(open_site: Site) -> None:
    files = sorted((open_site.folder / "korrigieren").glob("*.json"))
    assert [file.name for file in files if len(gzip.compress(file.read_bytes(), 6, mtime=0)) > LARGEST] == []
