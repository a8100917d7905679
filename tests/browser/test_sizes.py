"""How far it is to a number and how long pages are, on a phone and on paper: the aims of `make heights`, each held."""

from __future__ import annotations

import heights
import pytest
from chromium import NewPage
from listening import settle
from papers import Paper, bare

pytestmark = [pytest.mark.this_district, pytest.mark.takes(12)]


@pytest.mark.parametrize("address", heights.PAGES)
def test_a_page_keeps_to_its_aims(new_page: NewPage, real_url: str, address: str) -> None:
    figures = heights.measure(new_page(viewport=heights.SCREEN), real_url + address)
    aims = heights.PAGES[address]
    found = {aim.figure: figures[aim.figure] for aim in aims}
    missed = [aim for aim in aims if (now := found[aim.figure]) is None or now > aim.most]
    assert missed == []


@pytest.mark.parametrize(
    ("town", "office", "not_there"),
    [
        ("", "", "Stadt Lippstadt: Sozialamt"),
        ("soest", "Jugendamt der Stadt Soest", "Jugendamt der Stadt Lippstadt"),
        ("lippstadt", "Jugendamt der Stadt Lippstadt", "Jugendamt der Stadt Soest"),
    ],
)
def test_a_printed_case_keeps_to_three_sheets(
    new_page: NewPage, real_url: str, town: str, office: str, not_there: str
) -> None:
    """With a town its offices alone stand there; without one there is no choice on paper."""
    page = new_page()
    page.goto(f"{real_url}faelle/arbeit-ab-montag/{f'#ort={town}' if town else ''}")
    settle(page)
    paper = Paper(page.pdf(format="A4"))
    assert paper.pages <= 3
    assert bare(office) in paper.letters
    assert bare(not_there) not in paper.letters
