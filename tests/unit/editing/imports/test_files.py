"""What comes back: sheets of LibreOffice and of Excel's format, CSV, mail; or refused with place, fault, remedy."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from examples import write_data
from openpyxl import load_workbook
from packages import LIBREOFFICE, pack

from wegweiser import catalog
from wegweiser.editing.corrections.block import write_block
from wegweiser.editing.corrections.correction import Answer, Correction, Sender
from wegweiser.editing.corrections.plan import Rejected
from wegweiser.editing.imports import read_files
from wegweiser.editing.imports.rejected import COLUMNS, write_rejected
from wegweiser.editing.sheets import table
from wegweiser.editing.sheets.recipients import recipients
from wegweiser.editing.sheets.workbook import make_workbook

DAY = dt.date(2026, 12, 1)
SENDER = Sender("Leitung des Familienzentrums", DAY, own=True)
Change = Callable[[Any], object]


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    content, _ = catalog.load(write_data(tmp_path_factory.mktemp("data")))
    assert content
    return make_workbook(recipients(content, ["sonnenblume"])[0], "Familienwegweiser", DAY)


def row_of(sheet: Any, field: str) -> int:
    return next(row for row in range(6, 60) if str(sheet.cell(row, 8).value).endswith(f"#{field}"))


def filled(blank: bytes, change: Change = lambda sheet: None) -> bytes:
    """The sheet with the name confirmed and the phone told, then changed."""
    book = load_workbook(io.BytesIO(blank))
    sheet = book[table.SHEET]
    sheet["C2"], sheet["C3"] = SENDER.function, "01.12.2026"
    sheet.cell(row_of(sheet, "name"), 4).value = "stimmt"
    phone = row_of(sheet, "channels.+.phone")
    sheet.cell(phone, 4).value, sheet.cell(phone, 5).value = "falsch", "030 23125002"
    change(sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def told(found: list[Correction]) -> list[tuple[str, str, str]]:
    return [(one.field, one.answer.value, one.right) for one in found]


GOOD = [("name", "stimmt", ""), ("channels.+.phone", "falsch", "030 23125002")]


def test_a_sheet_is_read_with_its_places(blank: bytes) -> None:
    found, faults = read_files({"bogen.xlsx": filled(blank)})
    assert faults == []
    assert told(found) == GOOD
    assert [one.sender for one in found] == [SENDER, SENDER]
    assert found[0].before == "Familienzentrum Sonnenblume"
    assert found[0].where == "bogen.xlsx, Zeile 6, Spalte D (Stimmt das?)"
    assert found[1].where == "bogen.xlsx, Zeile 11, Spalte E (Richtig ist)"


def test_a_sheet_that_libreoffice_saved_is_read() -> None:
    """Filled in and saved by LibreOffice 7.4 of Debian 12."""
    found, faults = read_files({"libreoffice.xlsx": pack(LIBREOFFICE)})
    assert faults == []
    assert [one for one in told(found) if one[1] == "falsch"] == [
        ("channels.+.phone", "falsch", "030/23125 002"),
        ("opening_hours.hours", "falsch", "Montag bis Donnerstag 7.30 bis 16.30 Uhr, Freitag 7.30 bis 14 Uhr"),
        ("places.value", "falsch", "74"),
        ("languages", "falsch", "Deutsch, Türkisch"),
    ]
    assert {one.sender for one in found} == {SENDER}


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: sheet.move_range("A1:H60", cols=2),
        lambda sheet: sheet.insert_rows(5, 2),
        lambda sheet: sheet.delete_cols(6, 2),
        lambda sheet: setattr(sheet, "title", "Sheet1"),
        lambda sheet: sheet["D6"].__setattr__("value", " Stimmt. "),
        lambda sheet: sheet.cell(11, 4).__setattr__("value", None),
    ],
    ids="moved rows-inserted columns-of-no-matter-deleted renamed capitals right-without-answer".split(),
)
def test_what_does_no_harm_is_read(blank: bytes, change: Change) -> None:
    found, faults = read_files({"bogen.xlsx": filled(blank, change)})
    assert faults == []
    assert told(found) == GOOD


def put(place: str, value: object, number_format: str | None = None) -> Change:
    def change(sheet: Any) -> None:
        sheet[place].value = value
        if number_format:
            sheet[place].number_format = number_format

    return change


def both(*changes: Change) -> Change:
    return lambda sheet: [change(sheet) for change in changes]


BAD_CELLS: list[tuple[str, Change, str]] = [
    (
        "formula",
        put("E11", '=CONCATENATE("030","1")'),
        "Zeile 11, Spalte E (Richtig ist): Das ist eine Formel. Bitte den Wert",
    ),
    (
        "date",
        put("E11", dt.datetime(2026, 12, 1), "DD.MM.YYYY"),
        "Zeile 11, Spalte E (Richtig ist): Das ist als Datum gespeichert.",
    ),
    (
        "number",
        put("E11", 3023125002),
        "Zeile 11, Spalte E (Richtig ist): Das ist als Zahl gespeichert, Nullen am Anfang",
    ),
    (
        "day as date",
        put("C3", dt.datetime(2026, 12, 1), "DD.MM.YYYY"),
        "Zeile 3, Spalte C (Ausgefüllt am (TT.MM.JJJJ)): Das ist als Datum",
    ),
    ("day as number", put("C3", 46357), "Zeile 3, Spalte C (Ausgefüllt am (TT.MM.JJJJ)): Das ist als Zahl gespeichert"),
    (
        "day unclear",
        put("C3", "12/1/26"),
        "Zeile 3, Spalte C (Ausgefüllt am (TT.MM.JJJJ)): '12/1/26' ist kein Datum. Bitte so",
    ),
    ("no such day", put("C3", "30.02.2026"), "'30.02.2026' ist kein Datum"),
    ("no day", put("C3", None), "Das Datum fehlt. Bitte so schreiben: 01.12.2026."),
    ("no function", put("C2", None), "Die Funktion fehlt. Bitte eintragen, zum Beispiel: Leitung der Einrichtung."),
    ("true", put("D6", True), "Zeile 6, Spalte D (Stimmt das?): Das ist WAHR oder FALSCH statt Text. Bitte stimmt"),
    (
        "english",
        put("D6", "correct"),
        "Zeile 6, Spalte D (Stimmt das?): 'correct' kenne ich nicht. Bitte wählen: stimmt, falsch",
    ),
    ("error", put("D6", "#NAME?"), "Zeile 6, Spalte D (Stimmt das?): Das ist eine Fehlermeldung der Tabelle."),
    ("both", put("E6", "Haus"), "Zeile 6, Spalte E (Richtig ist): Dort steht ein neuer Wert, daneben aber 'stimmt'."),
    (
        "key",
        put("H6", "centre:sonnenblume"),
        "Zeile 6, Spalte H (Kennung (bitte nicht ändern)): Die Kennung 'centre:sonnenblume' ist",
    ),
    (
        "merged",
        lambda sheet: sheet.merge_cells("D6:D8"),
        "Zeile 6, Spalte D: Die Zellen D6:D8 sind verbunden. Bitte die Verbindung",
    ),
    (
        "column gone",
        lambda sheet: sheet.delete_cols(8),
        "Zeile 5: Es fehlt die Spalte 'Kennung (bitte nicht ändern)'. Bitte einen neuen",
    ),
    (
        "two columns gone",
        lambda sheet: sheet.delete_cols(3, 2),
        "Es fehlt die Spalte 'Das steht heute bei uns', 'Stimmt das?'.",
    ),
    ("head gone", lambda sheet: sheet.delete_rows(5), "bogen.xlsx: Darin steht keine Tabelle mit den Spalten"),
    (
        "rows above gone",
        lambda sheet: sheet.delete_rows(2, 2),
        "über der Tabelle: Die Zeile 'Ihre Funktion (kein Name)' fehlt.",
    ),
    ("endless", put("A6000", "x"), "Das Blatt hat 6000 Zeilen. Bitte die leeren unter der Tabelle löschen."),
]


@pytest.mark.parametrize(("change", "fault"), [case[1:] for case in BAD_CELLS], ids=[case[0] for case in BAD_CELLS])
def test_a_broken_sheet_is_refused_with_row_and_column(blank: bytes, change: Change, fault: str) -> None:
    _, faults = read_files({"bogen.xlsx": filled(blank, change)})
    assert any(fault in str(one) for one in faults), faults
    assert all(str(one).startswith("bogen.xlsx") for one in faults)


def test_all_faults_are_told_together(blank: bytes) -> None:
    _, faults = read_files({"a.xlsx": filled(blank, both(put("D6", "ok"), put("E11", 5))), "b.xlsx": b"<html></html>"})
    assert [one.where.partition(",")[0] for one in faults] == ["a.xlsx", "a.xlsx", "b.xlsx"]


def package(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


BAD_FILES: list[tuple[str, str, bytes, str]] = [
    (
        "html",
        "bogen.xlsx",
        b"\n<!DOCTYPE html><table><tr><td>x</td></tr></table>",
        "Das ist eine HTML-Seite, kein Bogen. Bitte in Excel",
    ),
    (
        "macros",
        "bogen.xlsx",
        package(xl__workbook_xml="<x/>", xl__vbaProject_bin="x"),
        "Die Datei enthält Makros, solche öffnen wir nicht.",
    ),
    (
        "macro name",
        "bogen.xlsm",
        package(xl__workbook_xml="<x/>"),
        "Die Datei enthält Makros, solche öffnen wir nicht.",
    ),
    (
        "large",
        "bogen.xlsx",
        bytes(50_000_000),
        "Die Datei ist mit 50 MB zu groß, erlaubt sind 5 MB. Bitte den Bogen ohne Bilder",
    ),
    ("bomb", "bogen.xlsx", package(xl__workbook_xml=" " * 31_000_000), "Die Tabelle ist ausgepackt zu groß."),
    (
        "old",
        "bogen.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "Das ist eine alte oder geschützte Excel-Datei. Bitte in Excel",
    ),
    ("pdf", "bogen.pdf", b"%PDF-1.7", "Das ist ein PDF. Bitte die Antworten in den Bogen als Excel-Datei übertragen."),
    ("word", "bogen.docx", package(word__document_xml="<x/>"), "Das ist keine Excel-Datei."),
    ("cut", "bogen.xlsx", b"PK\x03\x04" + bytes(99), "Die Datei ist beschädigt."),
    (
        "hollow",
        "bogen.xlsx",
        package(xl__workbook_xml="<x/>"),
        "Die Datei lässt sich nicht lesen. Bitte einen neuen Bogen",
    ),
    ("picture", "bogen.png", b"\x89PNG\r\n\x1a\n\x00\x00", "Das ist weder Tabelle noch Text."),
    ("empty", "bogen.csv", b" \n", "Die Datei ist leer. Bitte den ausgefüllten Bogen noch einmal speichern."),
    ("mail", "mail.txt", b"Die Nummer stimmt nicht mehr.", "Darin steht kein Block mit Korrekturen. Bitte die E-Mail"),
    ("csv", "bogen.csv", b"Haus;Nummer\nA;1\n", "bogen.csv, Zeile 1: Es fehlt die Spalte 'Das steht heute bei uns', "),
]


@pytest.mark.parametrize(
    ("name", "content", "fault"), [case[1:] for case in BAD_FILES], ids=[case[0] for case in BAD_FILES]
)
def test_what_is_no_sheet_is_refused(name: str, content: bytes, fault: str) -> None:
    found, faults = read_files({name: content})
    assert found == []
    assert len(faults) == 1
    assert fault in str(faults[0])


def as_csv(delimiter: str, encoding: str, phone: str = "030 23125002") -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow([table.KEY, table.TODAY, table.ANSWER, table.RIGHT, table.FUNCTION, table.DAY])
    writer.writerow(["centre:sonnenblume#name", "Haus", "stimmt", "", SENDER.function, "2026-12-01"])
    writer.writerow(
        ["centre:sonnenblume#channels.+.phone", "nicht bekannt", "falsch", phone, SENDER.function, "1.12.2026"]
    )
    writer.writerow(
        ["centre:sonnenblume#places.value", "nicht bekannt", "weiß ich nicht", "", SENDER.function, "1.12.2026"]
    )
    return buffer.getvalue().encode(encoding)


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8-sig"), (",", "utf-8"), ("\t", "utf-16"), (";", "cp1252")]
)
def test_csv_of_any_program_is_read(delimiter: str, encoding: str) -> None:
    found, faults = read_files({"bogen.csv": as_csv(delimiter, encoding)})
    assert faults == []
    assert told(found) == [*GOOD, ("places.value", "weiß ich nicht", "")]


@pytest.mark.parametrize(("written", "right"), [("'+49 30 23125002", "+49 30 23125002"), ("+49 30 23125002",) * 2])
def test_an_apostrophe_before_a_number_is_dropped(written: str, right: str) -> None:
    found, _ = read_files({"bogen.csv": as_csv(";", "utf-8", written)})
    assert found[1].right == right


def test_a_formula_in_csv_is_refused() -> None:
    _, faults = read_files({"bogen.csv": as_csv(";", "utf-8", '=HYPERLINK("x")')})
    assert [str(one) for one in faults] == [
        "bogen.csv, Zeile 3, Spalte 'Richtig ist': Das ist eine Formel. Bitte den Wert selbst hinschreiben."
    ]


ANSWER = Correction("centre:sonnenblume", "channels.+.phone", Answer.WRONG, SENDER, "nicht bekannt", "+49 30 23125002")


def test_a_mail_is_read_as_text_and_as_message() -> None:
    block = write_block([ANSWER])
    head = "Subject: Korrektur\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    for name, text in (("mail.txt", f"Hallo\n{block}"), ("mail.eml", f"{head}Hallo\n{block}")):
        found, faults = read_files({name: text.encode()})
        assert faults == []
        assert [(one.field, one.right, one.sender) for one in found] == [(ANSWER.field, ANSWER.right, SENDER)]


def test_a_message_without_text_and_a_broken_block_are_refused() -> None:
    html = b"Content-Type: text/html\n\n<p>[Wegweiser-Korrektur 1]</p>"
    broken = write_block([ANSWER]).replace("5002", "5003").encode()
    _, faults = read_files({"mail.eml": html, "mail.txt": broken})
    assert "mail.eml: Diese E-Mail hat keinen reinen Text." in str(faults[0])
    assert "mail.txt: Der Block ist unterwegs verändert worden" in str(faults[1])


def test_what_was_not_taken_can_be_amended_and_imported_again() -> None:
    content = write_rejected([Rejected(ANSWER, "Bitte nachfragen.")])
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[0].split(";") == list(COLUMNS)
    assert "'+49 30 23125002" in lines[1]
    found, faults = read_files({"nicht-uebernommen.csv": content})
    assert faults == []
    assert [(one.field, one.before, one.right, one.sender) for one in found] == [
        (ANSWER.field, ANSWER.before, ANSWER.right, SENDER)
    ]
