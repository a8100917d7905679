"""Sitemap, search field of browsers, manifest, and who made this."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from judges import sitemap_faults
from lxml import etree
from outlets import URL, edition_of, made
from regions import HOUSE, Changes

from wegweiser import files
from wegweiser.edition.site import describe_site
from wegweiser.files.sitemap import sitemap

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
CHANGED = {"angebote/wohngeld/": dt.date(2026, 5, 1)}
ADDRESSES = ("", "angebote/", "angebote/wohngeld/")


@pytest.mark.judge("Schema von sitemaps.org mit libxml2")
@pytest.mark.parametrize("addresses", [ADDRESSES, ("a&b/",)])
def test_the_schema_takes_the_sitemap(addresses: tuple[str, ...]) -> None:
    assert sitemap_faults(sitemap(URL, addresses, CHANGED)) == []


@pytest.mark.parametrize(("old", "new"), [(b"2026-05-01", b"1.5.2026"), (b"<loc>", b"<Loc>"), (b"<url>", b"<url><x/>")])
def test_the_schema_refuses_a_broken_sitemap(old: bytes, new: bytes) -> None:
    broken = (
        sitemap(URL, ADDRESSES, CHANGED)
        .replace(old, new)
        .replace(b"</loc>", b"</Loc>" if old == b"<loc>" else b"</loc>")
    )
    assert sitemap_faults(broken) != []


def test_pages_of_records_say_when_they_changed(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path)
    house = f"familienzentren/{HOUSE}/"
    [file] = [file for file in files.files(edition, site, ["", house]) if file.path == "sitemap.xml"]
    rows = {row.findtext(f"{SITEMAP}loc"): row.findtext(f"{SITEMAP}lastmod") for row in etree.fromstring(file.make())}
    assert rows == {URL: None, f"{URL}{house}": "2026-06-01"}


def test_the_question_stands_where_no_browser_sends_it(tmp_path: Path) -> None:
    described = etree.fromstring(made(*edition_of(tmp_path), "opensearch.xml"))
    [url] = described.findall(f"{SEARCH}Url")
    assert url.get("template") == f"{URL}suche/#q={{searchTerms}}"
    assert len(described.findtext(f"{SEARCH}ShortName") or "") <= 16


def test_without_an_address_there_is_no_search_field_of_browsers(tmp_path: Path) -> None:
    edition, _ = edition_of(tmp_path)
    paths = [file.path for file in files.files(edition, describe_site(edition, ""), ())]
    assert "opensearch.xml" not in paths
    assert {"manifest.webmanifest", "humans.txt"} <= set(paths)


def test_the_name_on_a_home_screen_is_neutral(tmp_path: Path) -> None:
    manifest = json.loads(made(*edition_of(tmp_path), "manifest.webmanifest"))
    assert {manifest["name"], manifest["short_name"]} == {"Wegweiser"}
    assert manifest["display"] == "browser"
    assert not {"serviceworker", "related_applications", "share_target"} & set(manifest)


@pytest.mark.parametrize("changes", [{}])
def test_who_makes_this_is_named_by_functions(tmp_path: Path, changes: Changes) -> None:
    text = made(*edition_of(tmp_path, changes), "humans.txt").decode()
    assert "Redaktion" in text
    assert "1. Juni 2026" in text
