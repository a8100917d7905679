"""The file format of the editor in the browser: a changed field is a changed line, and all else of a file stays."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

import editor
import npm
import pytest
from sites import ROOT

from wegweiser.schema.ways import Way

Change = tuple[list[str | int], Any]
RECORDS = sorted(path for path in (ROOT / "data").glob("*/*.yml"))


@pytest.fixture(scope="module")
def workshop() -> Iterator[Path]:
    """The sources with their packages. The pipeline has to have what that needs; elsewhere the reason is told."""
    if reason := npm.missing(editor.SOURCES, editor.NAME):
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with editor.workshop() as folder:
        shutil.copy(ROOT / "tests" / "scripts" / "editor.mjs", folder)
        yield folder


def write(workshop: Path, files: list[tuple[str | None, list[Change]]]) -> list[str]:
    """Files as the editor writes them after some changes in its form."""
    asked = json.dumps({"ways": list(Way), "files": files})
    done = subprocess.run(
        ["node", "editor.mjs"], cwd=workshop, input=asked, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    written: list[str] = json.loads(done.stdout)
    return written


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that differ, with - and +."""
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and not line.startswith(("---", "+++"))]


def test_every_record_passes_through_byte_for_byte(workshop: Path) -> None:
    texts = [path.read_text("utf-8") for path in RECORDS]
    assert len(texts) > 300
    written = write(workshop, [(text, []) for text in texts])
    assert [path.name for path, old, new in zip(RECORDS, texts, written, strict=True) if old != new] == []


def test_one_changed_field_is_one_changed_line_in_every_record(workshop: Path) -> None:
    """The title of each record; what stands around it is everything else that records hold."""
    texts = {path: path.read_text("utf-8") for path in RECORDS}
    field = {
        path: next(name for name in ("everyday_title", "title", "name", "summary") if f"\n{name}:" in f"\n{text}")
        for path, text in texts.items()
    }
    written = write(workshop, [(texts[path], [([field[path]], "Ein neuer Titel")]) for path in RECORDS])
    for path, new in zip(RECORDS, written, strict=True):
        removed = [line for line in changed_lines(texts[path], new) if line.startswith("-")]
        added = [line for line in changed_lines(texts[path], new) if line.startswith("+")]
        assert len(added) == 1, path.name
        assert added[0].startswith(f"+{field[path]}: "), path.name
        assert removed[0].startswith(f"-{field[path]}: "), path.name
        assert len(removed) == 1, path.name


FILE = """\
# Ein Haus zum Üben
name: "Haus: am Weg"   # mit Doppelpunkt
family_centre: ja
district: Feld
ags: 05974040

channels:
  # die Leitung
  - phone: '+49 30 23125001'   # vormittags
    label: Leitung
  - email: haus@example.org
languages: [de, 'uk']
members:
  - Haus Eins
  - name: Haus Zwei
    phone: +49 30 23125002
closing_days: []
description: |
  Ein Absatz.

  Noch einer.
sources:
  - title: Eigene Seite
    accessed: 2026-06-01
"""


CHANGED: list[tuple[list[Change], list[str]]] = [
    ([], []),
    ([(["district"], "Dorf")], ["-district: Feld", "+district: Dorf"]),
    (
        [(["name"], "Haus am Weg")],
        ['-name: "Haus: am Weg"   # mit Doppelpunkt', '+name: "Haus am Weg" # mit Doppelpunkt'],
    ),
    (
        [(["channels", 0, "phone"], "+49 30 23125009")],
        ["-  - phone: '+49 30 23125001'   # vormittags", "+  - phone: '+49 30 23125009' # vormittags"],
    ),
    ([(["channels", 2], {"weg__": "web", "web": "https://example.org/"})], ["+  - web: https://example.org/"]),
    ([(["channels", 1], None)], ["-  - email: haus@example.org"]),
    ([(["district"], "")], ["-district: Feld"]),
    ([(["provider"], "traeger")], ["+provider: traeger"]),
    ([(["languages", 2], "ar")], ["-languages: [de, 'uk']", "+languages: [de, 'uk', ar]"]),
    (
        [(["members", 1, "phone"], "+49 30 23125003")],
        ["-    phone: +49 30 23125002", "+    phone: +49 30 23125003"],
    ),
    ([(["members", 0, "district"], "Feld")], ["-  - Haus Eins", "+  - name: Haus Eins", "+    district: Feld"]),
    ([(["description"], "Ein Absatz.\n\nUnd noch einer.")], ["-  Noch einer.", "+  Und noch einer."]),
    ([(["sources", 0, "accessed"], "2026-12-01")], ["-    accessed: 2026-06-01", "+    accessed: 2026-12-01"]),
    ([(["family_centre"], "nein")], ["-family_centre: ja", "+family_centre: nein"]),
]


def test_a_change_in_the_form_changes_its_lines(workshop: Path, subtests: pytest.Subtests) -> None:
    made = write(workshop, [(FILE, changes) for changes, _ in CHANGED])
    for (changes, lines), written in zip(CHANGED, made, strict=True):
        with subtests.test(str(changes)):
            assert changed_lines(FILE, written) == lines


def test_a_new_record_is_written_as_people_write_it(workshop: Path) -> None:
    changes: list[Change] = [
        (["name"], "Haus am Weg"),
        (["ags"], "05974040"),
        (["website"], ""),
        (["channels"], [{"weg__": "phone", "phone": "+49 30 23125001", "label": ""}]),
        (["description"], "Eins.\n\nZwei."),
    ]
    assert write(workshop, [(None, changes)]) == [
        "name: Haus am Weg\nags: 05974040\nchannels:\n  - phone: +49 30 23125001\ndescription: |\n  Eins.\n\n  Zwei.\n"
    ]
