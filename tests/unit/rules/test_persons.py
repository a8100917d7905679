"""Whoever is named leaves the site on the day after, with the number and mailbox that are theirs (G4)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from regions import DAY, HOUSE, read

from wegweiser.paper.sheets import sheets
from wegweiser.publishing.prepare import plan
from wegweiser.rules.persons import on_day

ROOT = Path(__file__).resolve().parents[3]
NAME, MOBILE, MAILBOX = "Erika Muster", "+49 1522 8817386", "erika.muster@example.org"
OFFICE = "+49 30 23125999"
UNTIL = DAY + dt.timedelta(days=30)
PERSON = {
    "person": {"name": NAME, "basis": "consent", "source": "Schreiben vom Mai", "until": UNTIL.isoformat()},
    "channels": [{"phone": MOBILE}, {"email": MAILBOX}, {"phone": OFFICE}],
}


URL = "https://www.example.org/"


def published_on(folder: Path, day: dt.date) -> dict[str, bytes]:
    """Every file that is made of the region: pages, cards to save, exports, data for scripts, sheets."""
    build = plan(read(folder, {"contacts/jobcenter": PERSON}), day, ROOT / "overrides", URL)
    printed = {sheet.address: repr(sheet).encode() for sheet in sheets(build.edition, URL)}
    return {path: make() for path, make in build.files([]) if not path.endswith(".png")} | printed


@pytest.mark.parametrize(("after", "there"), [(0, True), (1, False), (400, False)])
def test_a_name_leaves_with_its_number(tmp_path: Path, after: int, there: bool) -> None:
    """What is private stands only beside its person; what the office has stays."""
    files = published_on(tmp_path, UNTIL + dt.timedelta(days=after))
    for word in (NAME, MAILBOX, MOBILE):
        assert any(word.encode() in content for content in files.values()) == there, word
    assert any(OFFICE.encode() in content for content in files.values())


def test_a_name_stands_on_its_own_page_only(tmp_path: Path) -> None:
    """Not in the search, the data for others, or cards that people save and keep (G7)."""
    files = published_on(tmp_path, UNTIL)
    assert len(files) > 80
    assert [path for path, content in files.items() if NAME.encode() in content] == ["kontakte/jobcenter/index.html"]


def test_nobody_else_changes(tmp_path: Path) -> None:
    catalog = read(tmp_path)
    later = on_day(catalog, dt.date(2099, 12, 31))
    for field in dataclasses.fields(catalog):
        assert getattr(later, field.name) == getattr(catalog, field.name), field.name


def test_what_only_looks_private_is_shown_when_somebody_says_whose_it_is(tmp_path: Path) -> None:
    mailbox = {"email": "fruehe.hilfen@example.org"}
    stated = {**mailbox, "of_office": "ja"}
    for file in ("contacts/kreis", f"centres/{HOUSE}", "organizations/kreis"):
        folder = tmp_path / file
        for channel, shown in ((mailbox, False), (stated, True)):
            build = plan(read(folder / str(shown), {file: {"channels": [channel]}}), DAY, ROOT / "overrides", URL)
            pages = [make() for path, make in build.files([]) if path.endswith(".html")]
            assert any(b"fruehe.hilfen@example.org" in page for page in pages) == shown, file
