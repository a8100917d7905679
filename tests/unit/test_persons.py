"""Whoever is named leaves the site on the day after, with the number and mailbox that are theirs (G4)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import DAY, read

from wegweiser.bundles import make_bundles
from wegweiser.handouts.sheets import sheets
from wegweiser.pages import BUNDLES, Guide, Renderer, all_pages, vcards
from wegweiser.persons import on_day

ROOT = Path(__file__).resolve().parents[2]
NAME, MOBILE, MAILBOX = "Erika Muster", "+49 1522 8817386", "erika.muster@example.org"
OFFICE = "+49 30 23125999"
UNTIL = DAY + dt.timedelta(days=30)
PERSON = {
    "person": {"name": NAME, "basis": "consent", "source": "Schreiben vom Mai", "until": UNTIL.isoformat()},
    "channels": [{"phone": MOBILE}, {"email": MAILBOX}, {"phone": OFFICE}],
}


def shown(folder: Path, day: dt.date) -> str:
    """Everything that is published of the region: pages, cards to save, exports, sheets."""
    guide = Guide.on(read(folder, {"contacts/jobcenter": PERSON}), day)
    bundles = make_bundles(guide, BUNDLES)
    renderer = Renderer(guide, ROOT / "overrides" / "pages", "https://www.example.org/", bundles)
    pages = [renderer.render(page) for page in all_pages(guide)]
    pages += [bundle.content.decode() for bundle in bundles.values()]
    cards = [make().decode() for _, make in vcards.files(guide, "https://www.example.org/")]
    return "\n".join([*pages, *cards, repr(guide.catalog), *map(repr, sheets(guide, "https://www.example.org/"))])


@pytest.mark.parametrize(("after", "there"), [(0, True), (1, False), (400, False)])
def test_a_name_leaves_with_its_number(tmp_path: Path, after: int, there: bool) -> None:
    text = shown(tmp_path, UNTIL + dt.timedelta(days=after))
    # What is private stands on a page only beside its person; what the office has stays.
    assert [word in text for word in (NAME, MAILBOX, MOBILE)] == [there] * 3
    assert OFFICE in text


def test_nobody_else_changes(tmp_path: Path) -> None:
    catalog = read(tmp_path)
    assert on_day(catalog, dt.date(2099, 12, 31)) == catalog
