"""Only the touched lines of a data file change."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from wegweiser import schema
from wegweiser.editing.corrections.patch import Content, Edit, PatchError, patch, path_of

DATA = Path(__file__).resolve().parents[4] / "data"
HOUSE = """\
# Das Haus am See
name: 'Haus am See'   # so am Schild
family_centre: yes
municipality: beispielstadt

address:
  street: "Seeweg 3"
  postal_code: 09998
channels:
  - phone: +49 30 23125001
  - web: https://www.example.org
places: {value: 74, as_of: 2026}
offers: [kita, elterncafe]
description: |
  Ein Haus.

  Mit Garten.
# wird noch erfragt
missing:
  - fields: [email, languages]
    reason: not-asked
sources:
  - title: Seite
    kind: own
    published: 2026-01
    accessed: 2026-11-01
"""
CHECKED: dict[str, Content] = {"on": "2026-12-01", "by": "Leitung"}


def changed(before: str, edits: list[Edit]) -> list[str]:
    after = patch(before.encode(), edits, schema.Centre).decode()
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


@pytest.mark.parametrize(
    ("field", "value", "lines"),
    [
        ("name", "Haus", ["-name: 'Haus am See'   # so am Schild", "+name: 'Haus'          # so am Schild"]),
        ("address.street", "Seeweg 4", ['-  street: "Seeweg 3"', '+  street: "Seeweg 4"']),
        ("address.postal_code", "01067", ["-  postal_code: 09998", "+  postal_code: 01067"]),
        (
            "channels.0.phone",
            "+49 30 23125002",
            [
                "-  - phone: +49 30 23125001",
                "+  - phone: +49 30 23125002",
            ],
        ),
        ("channels.1", None, ["-  - web: https://www.example.org"]),
        (
            "channels.+",
            {"email": "a@example.org", "checked": CHECKED},
            [
                "+  - email: a@example.org",
                "+    checked:",
                "+      on: 2026-12-01",
                "+      by: Leitung",
            ],
        ),
        (
            "places.value",
            "80",
            [
                "-places: {value: 74, as_of: 2026}",
                "+places: {value: 80, as_of: 2026}",
            ],
        ),
        ("offers", ["kita"], ["-offers: [kita, elterncafe]", "+offers: [kita]"]),
        ("languages", ["de", "tr"], ["+languages: [de, tr]"]),
        ("district", "Ampen", ["+district: Ampen"]),
        ("opening_hours.hours", "Mo 08:00-12:00", ["+opening_hours:", "+  hours: Mo 08:00-12:00"]),
        ("address.checked", CHECKED, ["+  checked:", "+    on: 2026-12-01", "+    by: Leitung"]),
        ("website", "https://www.example.org/#a", ["+website: https://www.example.org/#a"]),
        ("address.note", "Eingang: hinten # links", ["+  note: 'Eingang: hinten # links'"]),
        ("description", "Nur ein Haus.", ["-  Ein Haus.", "-", "-  Mit Garten.", "+  Nur ein Haus."]),
    ],
)
def test_an_edit_touches_its_own_lines(field: str, value: Content | None, lines: list[str]) -> None:
    assert sorted(changed(HOUSE, [Edit(path_of(field), value)])) == sorted(lines)


def test_without_an_edit_nothing_changes() -> None:
    assert patch(HOUSE.encode(), [], schema.Centre).decode() == HOUSE


def test_what_is_laid_out_unusually_elsewhere_stays() -> None:
    odd = HOUSE.replace("offers: [kita, elterncafe]", "offers:\n    [\n    kita,  elterncafe ]")
    assert changed(odd, [Edit(("name",), "Haus")])[1:] == ["+name: 'Haus'          # so am Schild"]
    with pytest.raises(PatchError):
        patch(odd.encode(), [Edit(("offers",), ["kita"])], schema.Centre)


FILES = sorted(path for folder in ("centres", "contacts", "organizations") for path in (DATA / folder).glob("*.yml"))


def _check(path: Path) -> None:
    model = {name: model for name, (_, model) in schema.FOLDERS.items()}[path.parent.name]
    content = path.read_bytes()
    assert patch(content, [], model) == content
    name = "title" if path.parent.name == "contacts" else "name"
    after = patch(content, [Edit((name,), "Beispiel")], model)
    before, now = content.decode().splitlines(), after.decode().splitlines()
    assert [line for line in now if line not in before] == [line for line in now if line.startswith(f"{name}:")][:1]
    assert len(before) == len(now)


@pytest.mark.parametrize("path", FILES[::12], ids=lambda path: path.stem)
def test_a_file_of_the_real_data_changes_in_one_line(path: Path) -> None:
    _check(path)


@pytest.mark.nightly
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_of_the_real_data_changes_in_one_line(path: Path) -> None:
    _check(path)
