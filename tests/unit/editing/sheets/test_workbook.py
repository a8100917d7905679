"""Check sheets as they go out: who gets one, what stands in it, equal bytes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import source, write_data
from openpyxl import load_workbook
from papers import Paper

from wegweiser import catalog
from wegweiser.catalog import Catalog
from wegweiser.editing.sheets import guide, table
from wegweiser.editing.sheets.folder import NotEmptyError, questionnaire, sheet_files, write_folder
from wegweiser.editing.sheets.letter import write_letter
from wegweiser.editing.sheets.recipients import UnknownRecipientError, is_due, recipients
from wegweiser.editing.sheets.workbook import make_workbook

ROOT = Path(__file__).resolve().parents[4]
DAY = dt.date(2026, 12, 1)
URL = "https://www.example.org/weg/"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    data = write_data(
        tmp_path_factory.mktemp("data"),
        {
            "agreements/sonnenblume.yml": {
                "centres": ["sonnenblume"],
                "office": "jobcenter-beispielstadt",
                "evidence": "cooperation",
                "as_of": "2026",
                "summary": "Beide helfen Familien zusammen.",
                "sources": [source()],
            }
        },
    )
    found, _ = catalog.load(data)
    assert found
    return found


def test_each_house_and_office_gets_one_with_all_it_can_answer(content: Catalog) -> None:
    assert {one.stem: [part.entry.ref for part in one.parts] for one in recipients(content)} == {
        "haus-sonnenblume": ["centre:sonnenblume", "agreement:sonnenblume"],
        "stelle-jobcenter-beispielstadt": [
            "organization:jobcenter-beispielstadt",
            "contact:jobcenter-beispielstadt",
        ],
        "stelle-jugendamt-beispielstadt": ["organization:jugendamt-beispielstadt"],
    }


@pytest.mark.parametrize(
    "name", ["centre:sonnenblume", "sonnenblume", "familienzentrum sonnenblume", "haus-sonnenblume"]
)
def test_one_is_named_in_several_ways(content: Catalog, name: str) -> None:
    assert [one.stem for one in recipients(content, [name, name])] == ["haus-sonnenblume"]


def test_a_name_that_nobody_has_gets_a_remedy(content: Catalog) -> None:
    with pytest.raises(UnknownRecipientError, match="Gemeint: centre:sonnenblume"):
        recipients(content, ["sonnenblum"])
    with pytest.raises(UnknownRecipientError, match="Bitte die Kennung nehmen"):
        recipients(content, ["x"])


def test_who_never_confirmed_is_due_and_who_did_is_not_until_the_time_is_over(content: Catalog) -> None:
    house = recipients(content, ["sonnenblume"])[0]
    assert is_due(content, house, DAY)
    contact = content.contacts["jobcenter-beispielstadt"]
    office = recipients(content, ["jobcenter-beispielstadt"])[0]
    checked = type(office)(contact, tuple(part for part in office.parts if part.entry is contact))
    assert not is_due(content, checked, DAY)
    assert is_due(content, checked, dt.date(2027, 5, 1))


@pytest.fixture(scope="module")
def workbook(content: Catalog) -> bytes:
    return make_workbook(recipients(content, ["sonnenblume"])[0], "Familienwegweiser", DAY)


def test_the_same_words_are_the_same_bytes(content: Catalog, workbook: bytes) -> None:
    assert make_workbook(recipients(content, ["sonnenblume"])[0], "Familienwegweiser", DAY) == workbook


def test_a_workbook_holds_text_to_answer_and_how(workbook: bytes) -> None:
    book = load_workbook(io.BytesIO(workbook))
    assert book.sheetnames == [table.SHEET, table.GUIDE, table.LISTS]
    assert book[table.LISTS].sheet_state == "hidden"
    words = [cell.value for row in book[table.GUIDE].iter_rows() for cell in row]
    assert set(guide.STEPS) <= set(words)
    sheet = book[table.SHEET]
    rows = list(sheet.iter_rows(min_row=5))
    assert tuple(cell.value for cell in rows[0]) == table.COLUMNS
    name = {cell.value for cell in rows[1]}
    assert {"Familienzentrum Sonnenblume", "Name", "centre:sonnenblume#name"} <= name
    assert {cell.number_format for row in rows for cell in row} == {"@"}
    assert {cell.data_type for row in rows for cell in row if cell.value} == {"s"}
    lists = {str(validation.sqref): validation.formula1 for validation in sheet.data_validations.dataValidation}
    assert '"stimmt,falsch,weiß ich nicht"' in lists.values()


@pytest.fixture(scope="module")
def files(content: Catalog) -> dict[str, bytes]:
    chosen = recipients(content, ["sonnenblume"])
    return dict(sheet_files(chosen, "Familienwegweiser", URL, "", DAY, ROOT / "overrides" / "handouts"))


def test_the_sheet_for_paper_is_accessible_and_says_the_same(content: Catalog, files: dict[str, bytes]) -> None:
    paper = Paper(files["haus-sonnenblume.pdf"])
    with paper.pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    assert paper.title == "Prüfbogen: Familienzentrum Sonnenblume"
    text = " ".join(paper.tree.text.split())
    house = recipients(content, ["sonnenblume"])[0]
    for statement in house.parts[0].statements[:6]:  # those of the first page
        assert f"{statement.label} : {statement.words}" in text
    asked = questionnaire(house, "Familienwegweiser", URL)
    assert [[(one.label, one.words) for one in part.questions] for part in asked.parts] == [
        [(one.label, one.words) for one in part.statements] for part in house.parts
    ]
    assert all(len(list(paper.tree.below(role))) > 0 for role in ("H1", "H2", "Figure"))


def test_the_mail_is_ready_to_copy(content: Catalog) -> None:
    house = recipients(content, ["sonnenblume"])[0]
    mail = write_letter(house, "Familienwegweiser", f"{URL}{house.page}", "korrektur@example.org")
    assert mail.startswith("An: (keine E-Mail bekannt")
    assert "\nBetreff: Stimmt noch, was wir über Sie sagen? Familienzentrum Sonnenblume\n" in mail
    assert f"{URL}familienzentren/sonnenblume/" in mail
    assert "Bitte schicken Sie die Datei an korrektur@example.org zurück." in mail


def test_a_folder_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "a.txt", b"a"
        raise OSError(28, "voll")

    with pytest.raises(OSError, match="voll"):
        write_folder(tmp_path / "out", broken())
    assert list(tmp_path.iterdir()) == []
    write_folder(tmp_path / "out", [("a.txt", b"a")])
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"a"
    with pytest.raises(NotEmptyError):
        write_folder(tmp_path / "out", [("b.txt", b"b")])
