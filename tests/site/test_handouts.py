"""Sheets in the published site: each is linked from its page, each link leads to one, and only where they were made."""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
from pathlib import Path

import pytest
from documents import Document
from papers import Paper
from sites import ROOT, Site, build, environment, hashes, write_demo

from wegweiser.paper.sheets import sheets

pytestmark = pytest.mark.takes(18)


def print_into(site: Path, data: Path, cache: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """`wegweiser handouts` on a site that links them."""
    command = [sys.executable, "-m", "wegweiser", "handouts", str(site), "--data", str(data), "--cache", str(cache)]
    return subprocess.run(command, check=False, cwd=ROOT, env=environment(**more), capture_output=True, text=True)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small invented region with its sheets."""
    folder = tmp_path_factory.mktemp("printed")
    data = write_demo(folder / "data")
    url = "https://kreis.example.org/"
    done = build(folder / "site", env=environment(data=data, WEGWEISER_HANDOUTS="1", SITE_URL=url))
    assert done.returncode == 0, done.stderr
    done = print_into(folder / "site", data, folder / "cache", SITE_URL=url)
    assert done.returncode == 0, done.stderr
    return Site(folder / "site", data)


def linked(document: Document) -> set[str]:
    """The sheets that a page links, from the root of the site."""
    hrefs = {link["href"] for link in document.all("a") if (link.get("href") or "").endswith(".pdf")}
    return {posixpath.normpath(f"{document.address}{href}") for href in hrefs}


@pytest.mark.slow
def test_every_sheet_is_linked_from_its_page_and_every_link_leads_to_one(printed: Site) -> None:
    files = {path.relative_to(printed.folder).as_posix() for path in printed.folder.rglob("*.pdf")}
    own = [document for document in printed.documents.values() if document.address.startswith(("angebote/", "faelle/"))]
    assert {sheet for document in own for sheet in linked(document)} == files
    assert {sheet for document in printed.documents.values() for sheet in linked(document)} == files
    assert len(files) == 2 * len(list(sheets(printed.guide, ""))) > 100


@pytest.mark.slow
def test_sheet_names_the_contact_that_its_link_names(printed: Site) -> None:
    for address in ("angebote/wohngeld/", "angebote/kita-platz/"):
        for link in printed.documents[address].all("a"):
            if (link.get("href") or "").endswith(".pdf"):
                paper = Paper((printed.folder / address / link["href"]).read_bytes())
                named = re.fullmatch("(?:Zettel zum Mitgeben|A5): (.+)", link["aria-label"])
                assert named, f"{address}: {link}"
                assert named[1] in paper.tree.text, f"{address}: {link}"


@pytest.mark.slow
def test_each_answer_for_a_status_in_a_town_has_the_sheet_of_its_office(printed: Site) -> None:
    """The guide's own answers without JavaScript."""
    for (town, status, offer), answer in printed.guide.responsibility.table.items():
        sheet = f"angebote/{offer}/zettel-{answer.contact}.pdf"
        assert sheet in linked(printed.documents[f"zustaendig/{status}/{town}/"])


@pytest.mark.slow
@pytest.mark.parametrize("address", ["zustaendig/", "kontakte/", "anspruch/"])
def test_scripts_are_told_where_sheets_are(printed: Site, demo_site: Site, address: str) -> None:
    assert ' data-sheets="../angebote/"' in printed.documents[address].source
    assert "data-sheets" not in demo_site.documents[address].source


@pytest.mark.slow
def test_sheets_are_the_same_in_every_build(printed: Site, tmp_path: Path) -> None:
    """Even without what was kept from the first time, and on another day."""
    (tmp_path / "404.html").touch()
    for file in printed.folder.rglob("*.pdf"):
        (tmp_path / file.relative_to(printed.folder)).parent.mkdir(parents=True, exist_ok=True)
    later = str(int(environment()["SOURCE_DATE_EPOCH"]) + 86400)
    more = {"SITE_URL": "https://kreis.example.org/", "SOURCE_DATE_EPOCH": later, "TZ": "Pacific/Auckland"}
    done = print_into(tmp_path, printed.data, tmp_path.parent / "another-cache", **more)
    assert done.returncode == 0, done.stderr
    again = {name: digest for name, digest in hashes(tmp_path).items() if name.endswith(".pdf")}
    assert again == {name: digest for name, digest in hashes(printed.folder).items() if name.endswith(".pdf")}


def test_pages_without_sheets_link_none(site: Site) -> None:
    """A plain build and the preview make none, so that they stay fast."""
    assert [document.address for document in site.documents.values() if linked(document)] == []
    assert not list(site.folder.rglob("*.pdf"))


def test_folder_that_is_no_site_is_refused(tmp_path: Path) -> None:
    done = print_into(tmp_path, ROOT / "data", tmp_path / "cache")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Fehler: {tmp_path} ist keine gebaute Website. Bitte erst bauen.\n"


def test_bad_data_print_nothing(tmp_path: Path) -> None:
    data = write_demo(tmp_path / "data")
    (data / "offers" / "wohngeld.yml").write_text("titel: x\n", "utf-8")
    (tmp_path / "404.html").touch()
    done = print_into(tmp_path, data, tmp_path / "cache")
    assert (done.returncode, done.stdout) == (1, "")
    assert "wohngeld.yml:1:1: Fehler" in done.stderr
    assert not list(tmp_path.rglob("*.pdf"))
