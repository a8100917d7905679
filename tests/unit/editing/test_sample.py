"""Calls that show how many numbers are right: drawn by the quarter, counted by what people wrote."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
from regions import DAY, Changes, read

from wegweiser.editing import sample
from wegweiser.editing.sample import HEAD, Counted, draw, read_answers, write_calls

NUMBERS = {
    f"contacts/{id_}": {"channels": [{"phone": f"+49 30 2312500{digit}", "label": "Auskunft"}]}
    for digit, id_ in enumerate(("kreis", "jobcenter", "jugendamt"), 1)
}


def drawn(folder: Path, changes: Changes | None = None, day: dt.date = DAY, count: int = 100) -> list[str]:
    return [one.number for one in draw(read(folder, {**NUMBERS, **(changes or {})}), day, count)]


def test_numbers_that_pages_show_are_drawn_once(tmp_path: Path) -> None:
    found = drawn(tmp_path)
    assert len(found) == len(set(found))
    assert {"030 23125001", "030 23125002", "030 23125003"} <= set(found)


@pytest.mark.parametrize(
    "change",
    [
        {"visibility": "internal"},
        {"closed": {"since": "2026-01-01"}},
        {"channels": [{"email": "kreis@example.org"}]},
        {
            "checked": None,
            "sources": [{"title": "Alt", "kind": "press", "published": "2015", "accessed": "2015-01-01"}],
        },
    ],
    ids=["internal", "closed", "no number", "withheld"],
)
def test_numbers_that_no_page_shows_are_not_drawn(tmp_path: Path, change: dict[str, object]) -> None:
    fields = {**NUMBERS["contacts/kreis"], **change}
    assert "030 23125001" not in drawn(tmp_path, {"contacts/kreis": fields})


def test_all_through_a_quarter_the_same_are_drawn_and_then_others(tmp_path: Path) -> None:
    april, june, july = (drawn(tmp_path, day=dt.date(2026, month, 1)) for month in (4, 6, 7))
    assert april == june
    assert april != july
    assert sorted(april) == sorted(july)
    assert drawn(tmp_path, count=2) == june[:2]


def filled(answers: list[str], delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow(HEAD)
    writer.writerows(
        [f"030 2312500{number}", "Stelle", "", "/kontakte/x/", answer, ""] for number, answer in enumerate(answers)
    )
    return buffer.getvalue().encode(encoding)


@pytest.mark.parametrize(
    ("answers", "counted"),
    [
        (["ja", "ja", "nein"], Counted(3, 2)),
        (["JA", " Nein ", "nicht  erreicht", ""], Counted(2, 1)),
        (["nein"], Counted(1, 0)),
    ],
)
@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8-sig"), (",", "utf-8"), (";", "cp1252"), ("\t", "utf-16")]
)
def test_answers_are_counted(answers: list[str], counted: Counted, delimiter: str, encoding: str) -> None:
    assert read_answers("liste.csv", filled(answers, delimiter, encoding)) == (counted, [])


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (
            filled(["ja", "vielleicht", "x"]),
            ["Zeile 3, Spalte 'Stimmt sie?': 'vielleicht' ist", "Zeile 4, Spalte 'Stimmt sie?': 'x' ist"],
        ),
        (filled(["", ""]), ["In der Liste steht noch keine Antwort."]),
        (b"Nummer;Name\n1;2\n", ["Zeile 1: Das ist keine Liste zum Anrufen."]),
        (b"", ["Zeile 1: Das ist keine Liste zum Anrufen."]),
        (b"PK\x03\x04 a workbook", ["Zeile 1: Das ist keine Liste zum Anrufen."]),
    ],
)
def test_what_cannot_be_counted_is_told_with_its_place(content: bytes, faults: list[str]) -> None:
    _, found = read_answers("liste.csv", content)
    assert len(found) == len(faults)
    for fault, told in zip(map(str, found), faults, strict=True):
        assert fault.startswith("liste.csv")
        assert told in fault


def test_the_list_keeps_the_zero_of_a_number(tmp_path: Path) -> None:
    table = write_calls(draw(read(tmp_path, NUMBERS), DAY, 3)).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(table), delimiter=";")
    assert tuple(head) == HEAD
    assert all(row[0].startswith("0") and " " in row[0] for row in rows)
    assert all(row[3].startswith("/") for row in rows)


def test_what_is_told_of_the_calls() -> None:
    edit = sample.edit_of(Counted(30, 27), DAY)
    assert (edit.path, edit.value) == (("call_samples", "+"), {"as_of": "2026-06", "called": "30", "right": "27"})
