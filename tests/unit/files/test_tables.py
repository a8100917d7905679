"""Tables for programs and for people: nothing is computed, nothing is lost, and each fact has its date."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from frictionless import Dialect, Resource, formats, system
from judges import ask_node
from outlets import URL, edition_of, made
from regions import HOUSE, SECOND_HOUSE, Changes, source

from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.files.tables.csv_file import MARK, safe
from wegweiser.files.tables.table import Table
from wegweiser.files.tables.workbook import write_workbook

FILES = ("zentren.csv", "kontakte.csv", "angebote.csv")
AWKWARD = ("=1+1", "+49 30 23125001", "-5", "@SUM(A1)", "01067", "3-5", "07:30", "2026-11-15", "Ä; „ü“ ß")
"""What spreadsheets like to take for something else."""
PLACE = {"latitude": "51.5756", "longitude": "8.1123"}


def rows(edition: Edition, site: Site, name: str) -> list[dict[str, str]]:
    text = made(edition, site, f"daten/{name}").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, ""), delimiter=";"))


@pytest.mark.judge("frictionless")
@pytest.mark.parametrize("name", FILES)
def test_frictionless_reads_the_tables(tmp_path: Path, name: str) -> None:
    edition, site = edition_of(tmp_path)
    path = tmp_path / name
    path.write_bytes(made(edition, site, f"daten/{name}"))
    assert _refusals(path) == []
    path.write_bytes(path.read_bytes().replace(b'";"', b'";"zu viel";"', 1))
    assert _refusals(path) != []


def _refusals(path: Path) -> list[list[object]]:
    dialect = Dialect(controls=[formats.CsvControl(delimiter=";")])
    with system.use_context(trusted=True):
        return Resource(path=str(path), dialect=dialect, encoding="utf-8-sig").validate().flatten(["type", "message"])


@pytest.mark.parametrize("name", FILES)
def test_a_double_click_shows_them_right(tmp_path: Path, name: str) -> None:
    content = made(*edition_of(tmp_path), f"daten/{name}")
    assert content.startswith(MARK.encode())
    assert content.count(b"\n") == content.count(b"\r\n")
    assert all(line.startswith('"') and line.endswith('"') for line in content.decode("utf-8-sig").split("\r\n")[:-1])


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Haus", "Haus"),
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("3-5", "3-5"),
        ("zwei\nZeilen", "zwei Zeilen"),
        ("", ""),
    ],
)
def test_no_cell_begins_a_formula(text: str, cell: str) -> None:
    assert safe(text) == cell


@pytest.mark.judge("openpyxl")
def test_the_workbook_keeps_awkward_texts_as_they_are(tmp_path: Path) -> None:
    table = Table("Probe", ("Eins", "Zwei"), [(text, "ja") for text in AWKWARD], ("Zwei",))
    sheet = openpyxl.load_workbook(io.BytesIO(write_workbook(edition_of(tmp_path)[1], [table])))["Probe"]
    assert [row[0] for row in sheet.iter_rows(2, values_only=True)] == list(AWKWARD)
    cells = [row[0] for row in sheet.iter_rows(2)]
    assert {(cell.data_type, cell.number_format, cell.hyperlink) for cell in cells} == {("s", "@", None)}
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:B{len(AWKWARD) + 1}"
    [choice] = sheet.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"ja,nein"', f"B2:B{len(AWKWARD) + 1}")


def test_openpyxl_refuses_a_broken_workbook(tmp_path: Path) -> None:
    content = write_workbook(edition_of(tmp_path)[1], [Table("Probe", ("Eins",), [("x",)])])
    with pytest.raises(zipfile.BadZipFile):
        openpyxl.load_workbook(io.BytesIO(content[:-100]))


def test_the_workbook_holds_the_tables(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path)
    content = made(edition, site, "daten/wegweiser.xlsx")
    assert content == made(edition, site, "daten/wegweiser.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Hinweise", "Häuser", "Kontakte", "Hilfen"]
    for name, title in zip(FILES, book.sheetnames[1:], strict=True):
        written = rows(edition, site, name)
        assert [[cell or "" for cell in row] for row in book[title].iter_rows(2, values_only=True)] == [
            [cell.removeprefix("'") for cell in row.values()] for row in written
        ]


def test_what_is_old_is_empty_and_what_is_unsure_asks(tmp_path: Path) -> None:
    old = {"sources": [source(kind="press", published="2015")]}
    unsure = {"sources": [source(kind="press", published="2024-03")]}
    changes = {
        f"centres/{HOUSE}": {"checked": None, "channels": [{"phone": "+49 30 23125777", **old}]},
        f"centres/{SECOND_HOUSE}": {"checked": None, "channels": [{"phone": "+49 30 23125777", **unsure}]},
    }
    found = {row["Kennung"]: row for row in rows(*edition_of(tmp_path, changes), "zentren.csv")}
    assert (found[HOUSE]["Telefon"], found[HOUSE]["Telefon: Stand"]) == ("", "")
    assert found[SECOND_HOUSE]["Telefon"] == "030 23125777"
    assert found[SECOND_HOUSE]["Telefon: Stand"] == "2024-03 (bitte nachfragen)"


def test_a_house_that_closed_stays_out(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path, {f"centres/{HOUSE}": {"closed": {"since": "2026-01-01"}}})
    assert HOUSE not in {row["Kennung"] for row in rows(edition, site, "zentren.csv")}


@pytest.mark.judge("@placemarkio/check-geojson")
@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({f"centres/{HOUSE}": PLACE}, 1),
        ({f"centres/{HOUSE}": {"latitude": None, "longitude": None}}, 0),
        ({f"centres/{HOUSE}": {**PLACE, "address": None}}, 0),
        ({f"centres/{HOUSE}": {**PLACE, "address": {"street": "Weg 1", "contradicted": "ja"}}}, 0),
    ],
)
def test_houses_on_the_map(tmp_path: Path, changes: Changes, count: int) -> None:
    others = {f"centres/{house}": {"latitude": None, "longitude": None} for house in (SECOND_HOUSE,)}
    content = made(*edition_of(tmp_path, {**others, **changes}), "daten/zentren.geojson")
    features = json.loads(content)["features"]
    mine = [feature for feature in features if feature["id"] == f"centre:{HOUSE}"]
    assert len(mine) == count
    (tmp_path / "map.geojson").write_bytes(content)
    done = ask_node("geojson.mjs", tmp_path / "map.geojson")
    assert (done.stdout, done.stderr) == (f"{len(features)}\n", "")
    for feature in mine:
        assert feature["geometry"]["coordinates"] == [8.1123, 51.5756]
        assert feature["properties"]["url"] == f"{URL}familienzentren/{HOUSE}/"


def test_the_judge_refuses_a_broken_map(tmp_path: Path) -> None:
    content = made(*edition_of(tmp_path, {f"centres/{HOUSE}": PLACE}), "daten/zentren.geojson")
    (tmp_path / "map.geojson").write_bytes(content.replace(b"8.1123", b'"8"'))
    assert ask_node("geojson.mjs", tmp_path / "map.geojson").returncode == 1
