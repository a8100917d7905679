"""Frames for other websites: light, without script, dated, and every link opens outside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import Document
from outlets import edition_of
from regions import HOUSE, PROOF, TOWN, Changes, source
from sites import ROOT

from wegweiser.files import describe
from wegweiser.pages import all_pages
from wegweiser.pages.render import Renderer

TOWN_FRAME, HOUSE_FRAME = f"einbetten/{TOWN}/", f"einbetten/{TOWN}/{HOUSE}/"
OLD = {"sources": [source(kind="press", published="2015")]}


def rendered(folder: Path, address: str, changes: Changes | None = None) -> Document:
    edition, site = edition_of(folder, changes)
    renderer = Renderer(edition, site, ROOT / "overrides" / "pages", {"suche": "suche.json"})
    [page] = [page for page in all_pages(edition, describe()) if page.address == address]
    return Document(address, renderer.render(page))


@pytest.mark.parametrize("address", [TOWN_FRAME, HOUSE_FRAME])
def test_a_frame_is_small_and_every_link_opens_outside(tmp_path: Path, address: str) -> None:
    frame = rendered(tmp_path, address)
    assert frame.faults == []
    assert list(frame.root.below("script", "iframe", "form", "header", "footer")) == []
    assert len(frame.source.encode()) < 8000
    assert [link.get("content") for link in frame.root.below("meta") if link.get("name") == "robots"] == ["noindex"]
    for link in frame.main.below("a"):
        if not re.match("tel:|mailto:", link["href"]):
            assert (link.get("target"), link.get("rel")) == ("_blank", "noopener"), link
    assert list(frame.main.below("time"))


def test_a_house_shows_its_next_consultation_hour(tmp_path: Path) -> None:
    event = {"title": "Sprechstunde", "summary": "Fragen.", "audience": "parents", "centre": HOUSE, **PROOF}
    frame = rendered(tmp_path, HOUSE_FRAME, {"events/dated": {**event, "start": "2026-06-09T14:30"}})
    assert "Nächste Sprechstunde: Dienstag, 9. Juni 2026, 14.30 Uhr" in frame.main.text


def test_what_pages_withhold_frames_withhold(tmp_path: Path) -> None:
    channels = [{"phone": "+49 30 23125777", **OLD}]
    frame = rendered(tmp_path, HOUSE_FRAME, {f"centres/{HOUSE}": {"channels": channels}})
    assert "23125777" not in frame.source


def test_a_house_that_closed_has_no_frame(tmp_path: Path) -> None:
    edition, _ = edition_of(tmp_path, {f"centres/{HOUSE}": {"closed": {"since": "2026-01-01"}}})
    assert HOUSE_FRAME not in {page.address for page in all_pages(edition, describe())}


def test_what_is_copied_is_whole(tmp_path: Path) -> None:
    page = rendered(tmp_path, "einbetten/")
    snippets = [code.text for code in page.main.below("code") if code.text.startswith("<iframe")]
    assert len(snippets) == 2
    for snippet in snippets:
        assert re.search('src="https://familien.example.org/wegweiser/einbetten/[a-z0-9/-]+/"', snippet)
        for needed in ('title="', 'loading="lazy"', 'referrerpolicy="no-referrer"', "</iframe>"):
            assert needed in snippet
