"""The one note of a page: who confirmed it, or that nobody did, or that it was long ago, without any script."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import DAY, HOUSE, Changes, read, source

from wegweiser.edition import Edition
from wegweiser.pages.record_note import note_of, note_of_answers
from wegweiser.publishing.prepare import plan
from wegweiser.wording.confirmation import ASK_AGAIN

ROOT = Path(__file__).resolve().parents[3]
FILE = f"centres/{HOUSE}"
LONG_AGO = "vom Haus vor über einem Jahr bestätigt, bitte nachfragen"


def confirmed(day: str) -> Changes:
    return {FILE: {"checked": {"on": day, "by": "Leitung"}}}


@pytest.mark.parametrize(
    ("on", "by", "until", "doubt"),
    [
        ("2026-06-01", "Leitung", "2027-06-01", ""),
        ("2025-06-01", "Leitung", "2026-06-01", ""),  # the last day
        ("2025-05-31", "", "", LONG_AGO),
        ("2024-06-01", "", "", LONG_AGO),
        ("2020-01-01", "", "", LONG_AGO),
    ],
)
def test_a_confirmation_counts_for_a_year(tmp_path: Path, on: str, by: str, until: str, doubt: str) -> None:
    edition = Edition.on(read(tmp_path, confirmed(on)), DAY)
    note = note_of(edition.catalog.centres[HOUSE], DAY)
    assert (note.day, note.checked_by, note.fresh_until, note.doubt) == (dt.date.fromisoformat(on), by, until, doubt)


def test_what_nobody_confirmed_is_of_the_day_on_which_it_was_read(tmp_path: Path) -> None:
    sources = [source(accessed="2026-05-02"), source(accessed="2026-05-30"), source(accessed="2025-01-01")]
    edition = Edition.on(read(tmp_path, {FILE: {"checked": None, "sources": sources}}), DAY)
    note = note_of(edition.catalog.centres[HOUSE], DAY)
    assert (note.day, note.doubt) == (dt.date(2026, 5, 30), "vom Haus noch nicht bestätigt")


def test_what_is_missing_is_told_once(tmp_path: Path) -> None:
    missing = [
        {"fields": ["opening-hours", "email"], "reason": "not-asked"},
        {"fields": ["opening-hours", "email"], "reason": "not-asked"},
    ]
    edition = Edition.on(read(tmp_path, {FILE: {"missing": missing}}), DAY)
    assert len(note_of(edition.catalog.centres[HOUSE], DAY).missing) == 1


def test_answers_are_of_the_day_on_which_their_rules_were_read(tmp_path: Path) -> None:
    note = note_of_answers(Edition.on(read(tmp_path), DAY))
    assert (note.day, note.checked_by, note.doubt) == (DAY, "", "vom Amt noch nicht bestätigt")


@pytest.mark.parametrize(("on", "badge", "asks"), [("2026-01-01", True, False), ("2025-01-01", False, True)])
def test_the_built_page_says_so_without_a_script(tmp_path: Path, on: str, badge: bool, asks: bool) -> None:
    """More than a year ago: no green badge, and the visitor is asked to make sure of the number."""
    changes = {
        FILE: {
            "checked": {"on": on, "by": "Leitung"},
            "channels": [{"phone": "+49 30 23125014"}],
            "sources": [source(published="2023")],
        }
    }
    build = plan(read(tmp_path, changes), DAY, ROOT / "overrides", "https://stadt.example.org/")
    page = dict(build.files([]))[f"familienzentren/{HOUSE}/index.html"]().decode()
    article = page.partition("<article")[2].partition("</article>")[0]
    head = article.partition("<section")[0]
    assert ("badge-ok" in head, LONG_AGO in head) == (badge, asks)
    assert (f'<strong class="aged">{ASK_AGAIN}</strong>' in head) is asks
    assert "030 23125014" in head
