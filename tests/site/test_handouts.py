"""Sheets and posters in the published site: each is linked, each link leads to one, and only where they were made."""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from documents import Document
from papers import Paper
from sites import ROOT, Site, build, environment, hashes, write_demo

from wegweiser.paper.posters import posters
from wegweiser.paper.sheets import sheets
from wegweiser.view.printed.posters import ARCHIVE, FILE

pytestmark = pytest.mark.takes(25)

POSTER_ENDS = ("aushang-a4.pdf", "aushang-a3.pdf")


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


def linked(document: Document, *ends: str) -> set[str]:
    """The papers that a page links, from the root of the site: what ends so, or the sheets."""
    hrefs = {href for link in document.all("a") if is_linked(href := link.get("href") or "", ends)}
    return {posixpath.normpath(f"{document.address}{href}") for href in hrefs}


def is_linked(href: str, ends: tuple[str, ...]) -> bool:
    return href.endswith(ends) if ends else href.endswith(".pdf") and not href.endswith(POSTER_ENDS)


@pytest.mark.slow
def test_every_sheet_is_linked_from_its_page_and_every_link_leads_to_one(printed: Site) -> None:
    files = {path.relative_to(printed.folder).as_posix() for path in printed.folder.rglob("zettel*.pdf")}
    own = [document for document in printed.documents.values() if document.address.startswith(("angebote/", "faelle/"))]
    assert {sheet for document in own for sheet in linked(document)} == files
    assert {sheet for document in printed.documents.values() for sheet in linked(document)} == files
    assert len(files) == 2 * len(list(sheets(printed.guide, ""))) > 100


@pytest.mark.slow
def test_every_poster_is_linked_from_its_own_page_alone(printed: Site) -> None:
    hung = list(posters(printed.guide, ""))
    own = {poster.address.removesuffix(FILE) for poster in hung}
    for document in printed.documents.values():
        expected = {f"{document.address}{end}" for end in POSTER_ENDS} if document.address in own else set()
        assert linked(document, *POSTER_ENDS) == expected, document.address
    assert len(list(printed.folder.rglob("aushang*.pdf"))) == 2 * len(hung) > 20
    assert {address.partition("/")[0] for address in own} == {"familienzentren", "traeger", "orte"}


@pytest.mark.slow
def test_each_town_has_its_posters_in_one_archive(printed: Site) -> None:
    hung = list(posters(printed.guide, ""))
    for town in printed.guide.catalog.municipalities:
        [path] = linked(printed.documents[f"orte/{town}/"], ".zip")
        with zipfile.ZipFile(printed.folder / path) as archive:
            assert archive.testzip() is None
            packed = {info.filename: archive.read(info) for info in archive.infolist()}
        files = [f"{poster.address}{end}.pdf" for poster in hung if poster.town == town for end in ("-a4", "-a3")]
        names = [file.split("/")[1] + file.removesuffix(".pdf")[-3:] + ".pdf" for file in files]
        contents = [(printed.folder / file).read_bytes() for file in files]
        assert packed == dict(zip(names, contents, strict=True))
        assert len(packed) >= 4, "the town and a house of it"


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
    """Even without what was kept from the first time, and on another day of the month; only dates pass."""
    (tmp_path / "404.html").touch()
    for file in printed.folder.rglob("*.pdf"):
        (tmp_path / file.relative_to(printed.folder)).parent.mkdir(parents=True, exist_ok=True)
    later = str(int(environment()["SOURCE_DATE_EPOCH"]) + 86400)
    more = {"SITE_URL": "https://kreis.example.org/", "SOURCE_DATE_EPOCH": later, "TZ": "Pacific/Auckland"}
    done = print_into(tmp_path, printed.data, tmp_path.parent / "another-cache", **more)
    assert done.returncode == 0, done.stderr
    again = {name: digest for name, digest in hashes(tmp_path).items() if name.endswith(".pdf")}
    before = {name: digest for name, digest in hashes(printed.folder).items() if name.endswith(".pdf")}
    assert again.keys() == before.keys()
    with_dates = tuple(poster.address for poster in posters(printed.guide, "") if poster.dates)
    changed = {name for name, digest in before.items() if again[name] != digest}
    assert {name for name in changed if not name.startswith(with_dates)} == set()
    assert len(before) - len(changed) > 250


def test_pages_without_sheets_link_none(site: Site) -> None:
    """A plain build and the preview make none, so that they stay fast."""
    ends = (".pdf", ARCHIVE)
    assert [document.address for document in site.documents.values() if linked(document, *ends)] == []
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
