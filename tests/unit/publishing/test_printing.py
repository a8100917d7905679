"""Putting the sheets into a site: all of them the first time, afterwards only those whose words changed."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from wegweiser.paper import typesetting as press
from wegweiser.paper.posters import Poster
from wegweiser.paper.sheets import Column, Sheet
from wegweiser.publishing import printing
from wegweiser.publishing.printing import KEPT_FOR, Printed, pack_posters, print_papers

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "overrides" / "handouts", tmp_path / "template"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site" / "a").mkdir(parents=True)
    return tmp_path / "site"


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without processes that take longer to start than to make the sheets: what is asked is only which are made."""

    def make_all(folder: Path, template: str, payloads: Iterable[str], workers: int) -> Iterator[bytes]:
        assert workers >= 1
        yield from map(press.Press(folder, template).make, payloads)

    monkeypatch.setattr(printing.press, "make_all", make_all)


def sheet(name: str, title: str = "Schulsachen") -> Sheet:
    return Sheet(f"a/zettel-{name}", title, "Familienwegweiser", (Column(title),))


SHEETS = [sheet("eins"), sheet("zwei", "Klassenfahrt")]


def run(site: Path, template: Path, sheets: list[Sheet]) -> Printed:
    return print_papers(press.SHEET, sheets, site, template, site.parent / "kept")


def test_every_sheet_comes_in_every_size(site: Path, template: Path) -> None:
    assert run(site, template, SHEETS) == Printed(files=4, made=4)
    assert sorted(path.name for path in site.rglob("*.pdf")) == [
        "zettel-eins-a5.pdf",
        "zettel-eins.pdf",
        "zettel-zwei-a5.pdf",
        "zettel-zwei.pdf",
    ]
    assert all(path.read_bytes().startswith(b"%PDF-1.7") for path in site.rglob("*.pdf"))


@pytest.mark.usefixtures("alone")
def test_nothing_changed_and_nothing_is_made(site: Path, template: Path) -> None:
    run(site, template, SHEETS)
    before = (site / "a" / "zettel-eins.pdf").read_bytes()
    (site / "a" / "zettel-eins.pdf").unlink()
    assert run(site, template, SHEETS) == Printed(files=4, made=0)
    assert (site / "a" / "zettel-eins.pdf").read_bytes() == before


@pytest.mark.usefixtures("alone")
def test_only_the_changed_sheet_is_made_again(site: Path, template: Path) -> None:
    run(site, template, SHEETS)
    before = (site / "a" / "zettel-zwei.pdf").read_bytes()
    assert run(site, template, [SHEETS[0], sheet("zwei", "Ausflug")]) == Printed(files=4, made=2)
    assert (site / "a" / "zettel-zwei.pdf").read_bytes() != before


@pytest.mark.usefixtures("alone")
def test_sheets_with_the_same_words_are_made_once(site: Path, template: Path) -> None:
    assert run(site, template, [SHEETS[0], replace(SHEETS[0], address="a/zettel-drei")]) == Printed(files=4, made=2)


@pytest.mark.usefixtures("alone")
def test_another_template_makes_all_of_them_again(site: Path, template: Path) -> None:
    run(site, template, SHEETS)
    with (template / "zettel.typ").open("a") as file:
        file.write("// anders\n")
    assert run(site, template, SHEETS).made == 4


def poster(page: str, town: str = "musterdorf") -> Poster:
    return Poster(f"{page}/aushang", town, page, "Familienwegweiser", page, "", (), (), (), page, "Stand: Mai 2026")


POSTERS = [poster("orte/musterdorf"), poster("traeger/amt"), poster("traeger/fern", town="")]


def test_posters_come_in_two_sizes_and_in_one_archive_for_each_town(site: Path, template: Path) -> None:
    assert print_papers(press.POSTER, POSTERS, site, template, site.parent / "kept") == Printed(files=6, made=6)
    assert pack_posters(POSTERS, site) == 1
    archive = site / "orte" / "musterdorf" / "aushaenge.zip"
    with zipfile.ZipFile(archive) as packed:
        assert packed.namelist() == ["musterdorf-a3.pdf", "musterdorf-a4.pdf", "amt-a3.pdf", "amt-a4.pdf"]
        assert packed.read("amt-a4.pdf") == (site / "traeger" / "amt" / "aushang-a4.pdf").read_bytes()
    before = archive.read_bytes()
    archive.unlink()
    pack_posters(POSTERS, site)
    assert archive.read_bytes() == before, "no archive bears a time"


def test_a_full_disk_leaves_no_half_archive(site: Path, template: Path) -> None:
    print_papers(press.POSTER, POSTERS, site, template, site.parent / "kept")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            pack_posters(POSTERS, site)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.usefixtures("alone")
def test_sheets_and_posters_do_not_throw_each_other_away(site: Path, template: Path) -> None:
    run(site, template, SHEETS)
    print_papers(press.POSTER, POSTERS, site, template, site.parent / "kept")
    assert run(site, template, SHEETS).made == 0


@pytest.mark.usefixtures("alone")
def test_what_nobody_used_for_long_is_thrown_away(site: Path, template: Path) -> None:
    run(site, template, SHEETS)
    kept = sorted((site.parent / "kept").iterdir())
    long_ago = time.time() - KEPT_FOR - 60
    for file in kept:
        os.utime(file, (long_ago, long_ago))
    run(site, template, SHEETS[:1])
    assert len(list((site.parent / "kept").iterdir())) == 2, "used again, so kept; the others are gone"


@pytest.mark.usefixtures("alone")
def test_a_kept_file_without_its_end_is_made_again(site: Path, template: Path) -> None:
    """As a power cut leaves it."""
    run(site, template, SHEETS)
    whole = (site / "a" / "zettel-eins.pdf").read_bytes()
    kept = sorted((site.parent / "kept").iterdir())
    kept[0].write_bytes(b"")
    kept[1].write_bytes(kept[1].read_bytes()[:-20])
    assert run(site, template, SHEETS) == Printed(files=4, made=2)
    assert (site / "a" / "zettel-eins.pdf").read_bytes() == whole


def test_a_full_disk_leaves_no_half_file(site: Path, template: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            run(site, template, SHEETS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list((site.parent / "kept").iterdir()) == []


def test_when_its_parent_is_killed_no_process_stays(template: Path, tmp_path: Path) -> None:
    """Each would wait for work for ever; their shared output ends when the last of them has left."""
    program = tmp_path / "start.py"
    program.write_text(ENDLESS.format(template=str(template), payload=press.write_payload(SHEETS[0], "a4")), "utf-8")
    run = subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert run.stdout
    assert run.stdout.readline() == "made\n"
    run.kill()
    run.communicate(timeout=60)


ENDLESS = """
from pathlib import Path
from wegweiser.paper import typesetting as press

if __name__ == "__main__":
    for _ in press.make_all(Path({template!r}), "zettel.typ", [{payload!r}] * 10_000, 2):
        print("made", flush=True)
"""


def test_a_run_that_breaks_off_leaves_no_half_file(site: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        yield b"%PDF-1.7 ganz"
        raise press.SheetError("mittendrin")

    monkeypatch.setattr(printing.press, "make_all", broken)
    with pytest.raises(press.SheetError, match="mittendrin"):
        run(site, template, SHEETS)
    assert [path.suffix for path in (site.parent / "kept").iterdir()] == [".pdf"]
    assert list(site.rglob("*.pdf")) == []
