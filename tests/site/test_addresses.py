"""Addresses are promises: what is on the list answers, and what is published is on the list or about to be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from sites import ROOT, Site, build, handbook_addresses, written_address

from wegweiser.catalog.addresses import OVERVIEWS, page_addresses


def published(data: Path) -> list[str]:
    listed: list[str] = yaml.safe_load((data / "addresses.yml").read_text("utf-8"))["published"]
    return listed


@pytest.mark.this_district
def test_every_address_on_the_list_answers(real_site: Site) -> None:
    listed = published(real_site.data)
    assert listed == sorted(set(listed))
    assert len(listed) > 300
    assert [address for address in listed if address.removeprefix("/") not in real_site.documents] == []


def test_every_page_has_an_address_that_the_list_takes(site: Site) -> None:
    """`wegweiser addresses` writes these: a kind of page that it does not know could vanish unseen."""
    by_hand = {written_address(path) for path in (ROOT / "docs").glob("*.md")}
    moved = {redirect.old.lstrip("/") for redirect in site.guide.catalog.redirects.record.redirects}
    known = set(page_addresses(site.guide.catalog)) | by_hand | moved
    assert set(site.family) - {"404.html"} == known
    assert set(site.handbook) == handbook_addresses()


def test_an_overview_is_a_page_of_every_edition(site: Site) -> None:
    assert set(OVERVIEWS) <= set(site.documents)


def keep(project: Path, *addresses: str) -> None:
    (project / "data" / "addresses.yml").write_text(yaml.safe_dump({"published": list(addresses)}), "utf-8")


def redirect(project: Path, old: str, new: str) -> None:
    (project / "data" / "redirects.yml").write_text(yaml.safe_dump({"redirects": [{"old": old, "new": new}]}), "utf-8")


@pytest.mark.slow
def test_a_page_written_by_hand_stays_too(project: Path, fault: Callable[[Path], str]) -> None:
    keep(project, "/", "/impressum/", "/ueber-uns/")
    told = "Das war veröffentlicht und fehlt jetzt: /ueber-uns/. Bitte in redirects.yml eintragen."
    assert told in fault(project)
    redirect(project, "/ueber-uns/", "/so-arbeiten-wir/")
    assert build(project / "site", project=project).returncode == 0
    document = Site(project / "site", project / "data").documents["ueber-uns/"]
    assert "data-moved" in document.main.attributes


@pytest.mark.slow
@pytest.mark.parametrize("address", ["/angebote/", "/zustaendig/", "/impressum/"])
def test_no_old_address_takes_the_place_of_a_page(project: Path, fault: Callable[[Path], str], address: str) -> None:
    """Of an overview the check says so with its line; of a page written by hand the build."""
    redirect(project, address, "/a-z/")
    said = fault(project)
    by_check = f"Fehler: Unter '{address}' gibt es eine Seite. Bitte die Weiterleitung löschen."
    assert (by_check if address != "/impressum/" else "haben dieselbe Adresse") in said
    assert address == "/impressum/" or "redirects.yml:" in said
    assert "Traceback" not in said
