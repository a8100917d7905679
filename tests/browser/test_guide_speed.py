"""How much the guide adds to its page, and that nothing moves when it takes over."""

from __future__ import annotations

import gzip
import re

import pytest
from chromium import NewPage
from listening import Log, settle, until
from sites import Site

pytestmark = [pytest.mark.this_district, pytest.mark.takes(15)]

KILOBYTE = 1000
LARGEST = 15 * KILOBYTE
"""Scripts and data of one question, as sent (gzip)."""


def test_scripts_and_data_of_a_question_are_small(new_page: NewPage, real_site: Site, real_url: str) -> None:
    """Everything that is loaded on the way to the heaviest offer of the heaviest town, but page and style sheet."""
    folder = next((real_site.folder / "assets").glob("zustaendig.*/"))
    town, offer = (
        max((folder / kind).iterdir(), key=lambda path: sent(path.read_bytes())).stem for kind in ("orte", "angebote")
    )
    page = new_page()
    log = Log(page)
    page.goto(f"{real_url}zustaendig/#ort={town}&bezug=none&anliegen={offer}")
    page.locator("[data-steps] h3").first.wait_for()
    settle(page)
    asked = [url.removeprefix(real_url).partition("?")[0] for url in log.requests]
    added = [path for path in asked if path.endswith((".js", ".json"))]
    assert len(added) > 3
    assert {path for path in asked if path not in added} == {"zustaendig/", "assets/site.css"}
    sizes = {path: sent((real_site.folder / path).read_bytes()) for path in added}
    assert sum(sizes.values()) <= LARGEST, sizes


def sent(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


def test_nothing_moves_when_the_script_takes_over(new_page: NewPage, real_url: str) -> None:
    """Cumulative layout shift; the field's place is kept free."""
    for size in ({"width": 360, "height": 740}, {"width": 1280, "height": 800}):
        page = new_page(viewport=size)
        page.add_init_script(
            """window.shifts = [];
            new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => entry.value)))
                .observe({ type: "layout-shift", buffered: true });"""
        )
        page.goto(f"{real_url}zustaendig/")
        page.locator("[data-live]:not([hidden])").first.wait_for(state="attached")
        settle(page)
        before = page.evaluate("shifts.reduce((sum, shift) => sum + shift, 0)")
        assert before < 0.05, (size, before)
        page.evaluate("document.querySelector('h1').insertAdjacentHTML('beforebegin', '<p>Das schiebt alles weg.</p>')")
        until(page, "shifts.length > 0")  # such a move would have been seen


def test_the_data_file_is_named_by_its_content(real_site: Site) -> None:
    source = real_site.documents["zustaendig/"].source
    named = re.search(r'data-answers="(assets/zustaendig\.[0-9a-f]{10}\.json)"', source)
    assert named
    assert (real_site.folder / named[1]).is_file()
