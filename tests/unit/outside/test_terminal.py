"""A finding in the terminal: the sentence, the place, the line with a mark under the fault, colours where wanted."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from wegweiser.terminal import AROUND, HIDDEN, show
from wegweiser.values.problems import Level, Problem


def shown(path: Path, line: int, column: int, level: Level = Level.ERROR, **settings: object) -> list[str]:
    """What is printed of a finding, by lines."""
    written = io.StringIO()
    console = Console(file=written, force_terminal=True, width=80, highlight=False, **settings)  # type: ignore[arg-type]
    show(console, [Problem(str(path), line, column, "So geht es nicht.", level)])
    return written.getvalue().splitlines()


def plain(path: Path, line: int, column: int) -> list[str]:
    return shown(path, line, column, color_system=None)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "haus.yml"
    path.write_text("name: Haus\nphone: 123\n", "utf-8")
    return path


def test_the_mark_stands_under_the_fault(file: Path) -> None:
    assert plain(file, 2, 8) == [
        "Fehler: So geht es nicht.",
        f"  --> {file}:2:8",
        "2 | phone: 123",
        "  |        ^",
        "",
    ]


@pytest.mark.parametrize(
    ("content", "line", "column", "excerpt", "mark"),
    [
        (b"a: b\r\nc: d\r\n", 2, 4, "2 | c: d", "  |    ^"),
        ("\ufeffname: Ä\n".encode(), 1, 7, "1 | name: Ä", "  |       ^"),
        (b"name: x\n", 1, 99, "1 | name: x", "  |        ^"),
        (b"a: \x1b[31mrot\n", 1, 4, f"1 | a: {HIDDEN}[31mrot", "  |    ^"),
        ("a: Latin-1 ü\n".encode("latin-1"), 1, 12, f"1 | a: Latin-1 {HIDDEN}", "  |            ^"),
        (b"a: [bold]x\n", 1, 4, "1 | a: [bold]x", "  |    ^"),
        (
            b"a: " + b"x" * 500,
            1,
            300,
            "1 | " + "x" * (2 * AROUND),
            "  | " + " " * AROUND + "^",
        ),
    ],
    ids=["CRLF", "BOM", "behind the end", "escape sequence", "not UTF-8", "mark-up of rich", "long line"],
)
def test_any_line_is_shown_harmlessly(
    tmp_path: Path, content: bytes, line: int, column: int, excerpt: str, mark: str
) -> None:
    path = tmp_path / "haus.yml"
    path.write_bytes(content)
    assert plain(path, line, column)[2:4] == [excerpt, mark]


@pytest.mark.parametrize(("name", "line"), [("haus.yml", 9), ("haus.yml", 0), ("fehlt.yml", 1), (".", 1)])
def test_without_such_a_line_the_place_is_enough(file: Path, name: str, line: int) -> None:
    path = file.parent / name
    assert plain(path, line, 1) == ["Fehler: So geht es nicht.", f"  --> {path}:{line}:1", ""]


@pytest.mark.parametrize(("level", "colour"), [(Level.ERROR, "\x1b[1;31m"), (Level.WARNING, "\x1b[33m")])
def test_colours_tell_how_grave_it_is(file: Path, monkeypatch: pytest.MonkeyPatch, level: Level, colour: str) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert shown(file, 2, 8, level, color_system="standard")[0].startswith(f"{colour}{level}: ")


def test_no_color_is_honoured(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not any("\x1b[31m" in line or "\x1b[33m" in line or ";31m" in line for line in shown(file, 2, 8))
