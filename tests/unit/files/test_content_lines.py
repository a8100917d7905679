"""Content lines of vCards and calendars: escaped, folded between characters, ended as the formats ask."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vobject.base import getLogicalLines

from wegweiser.files.content_lines import LONGEST, escape, fold, write


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Haus", "Haus"),
        ("Kita, Hort; OGS", r"Kita\, Hort\; OGS"),
        ("eins\nzwei", r"eins\nzwei"),
        ("eins\r\nzwei", r"eins\nzwei"),
        (r"C:\Neu", r"C:\\Neu"),
        (r"\n", r"\\n"),
        ("8:30", "8:30"),
        ("„Straße“", "„Straße“"),
        ("", ""),
    ],
)
def test_escaping(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("a" * 75, ["a" * 75]),
        ("a" * 76, ["a" * 75, "a"]),
        ("a" * 150, ["a" * 75, "a" * 74, "a"]),
        ("a" * 74 + "ü", ["a" * 74, "ü"]),
        ("a" * 73 + "ü", ["a" * 73 + "ü"]),
        ("a" * 73 + "€", ["a" * 73, "€"]),
        ("a" * 72 + "😀b", ["a" * 72, "😀b"]),
        ("ü" * 38, ["ü" * 37, "ü"]),
        ("", [""]),
    ],
)
def test_folding(line: str, pieces: list[str]) -> None:
    assert fold(line.encode()) == b"\r\n ".join(piece.encode() for piece in pieces)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=400))
def test_a_folded_line_is_read_as_it_was(text: str) -> None:
    written = write([f"NOTE:{escape(text)}"])
    assert all(len(line) <= LONGEST for line in written.split(b"\r\n"))
    assert [line for line, _ in getLogicalLines(StringIO(written.decode(), ""))] == [f"NOTE:{escape(text)}"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u0085"])
def test_no_value_begins_a_line_of_its_own(end: str) -> None:
    written = write([f"URL:https://www.example.org/{end}TEL:110"]).decode()
    assert re.findall("^[A-Z]+", written, re.MULTILINE) == ["URL"]
    assert written.endswith("110\r\n")
