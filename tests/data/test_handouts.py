"""The sheets of the real data: none runs over, none loses what matters, and none tells why somebody has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from papers import Paper
from sites import REAL_DAY, ROOT, URL

from wegweiser import catalog
from wegweiser.edition import Edition
from wegweiser.paper import typesetting as press
from wegweiser.paper.posters import posters
from wegweiser.paper.sheets import Sheet, sheets
from wegweiser.view.printed.handouts import FILE

pytestmark = pytest.mark.takes(14)

MOST_SHORTENED = 0.3
"""Share of the longest A4 sheets that may leave out later steps."""
REASONS = re.compile(
    r"\b(Geld|arm|Not|weh|SGB|Asyl\w*|Hartz)\b|Beihilfe|Zuschuss|Zuschl[aä]g|Grundsicherung|Bürgergeld|Sozialhilfe|Wohngeld"
    r"|Armut|\bwenig\b|knapp|reicht|Schulden|Mahnung|Gewalt|Krise|Behinderung|Tafel|Unterhaltsvorschuss|bedürftig|abgestellt"
    r"|gekündigt|bezahlt",
    re.IGNORECASE,
)
"""Words that tell whoever sees the sheet lying about why it is there; the office itself may be named."""


@pytest.fixture(scope="module")
def all_sheets() -> list[Sheet]:
    content, problems = catalog.load(ROOT / "data")
    assert content is not None, problems
    return list(sheets(Edition.on(content, REAL_DAY), URL))


@pytest.mark.this_district
def test_no_heading_tells_why(all_sheets: list[Sheet]) -> None:
    said = {f"{sheet.address}: {column.title} | {column.text}" for sheet in all_sheets for column in sheet.columns}
    told = sorted(line for line in said if REASONS.search(line.partition(": ")[2]))
    assert told == [], "bitte handout_title und handout_text ergänzen"


@pytest.mark.parametrize("title", ["Hilfe bei Schulden", "Essen und Kleidung, wenn das Geld nicht reicht", "Wohngeld"])
def test_a_heading_that_tells_is_found(title: str) -> None:
    assert REASONS.search(title)


@pytest.mark.parametrize("title", ["Kindergeld", "Elterngeld", "Notizen", "Rund um die Miete", "Schulsachen"])
def test_a_heading_that_does_not_tell_is_not_found(title: str) -> None:
    assert not REASONS.search(title)


@pytest.mark.this_district
def test_what_must_not_be_found_holds_numbers_alone(all_sheets: list[Sheet]) -> None:
    discreet = [sheet for sheet in all_sheets if "gewalt" in sheet.address]
    assert len(discreet) >= 2
    for sheet in discreet:
        [column] = sheet.columns
        assert {fact.kind for fact in column.facts} == {"number"}
        assert (column.text, column.office, column.next) == ("", "", "")
        assert (column.later, column.bring, column.plan) == ((), (), ())
        assert "gewalt" not in sheet.title.lower()


# The files


@dataclass
class Made:
    sheet: Sheet
    paper: str
    read: str
    pages: int


@pytest.fixture(scope="module")
def made(all_sheets: list[Sheet]) -> list[Made]:
    """The longest sheet of each offer and of each contact, and those of all cases."""
    longest: dict[str, Sheet] = {}
    for sheet in sorted(all_sheets, key=lambda sheet: len(press.write_payload(sheet, "a4"))):
        folder, _, name = sheet.address.rpartition("/")
        longest |= {folder: sheet, name: sheet} if name != FILE else {folder: sheet}
    chosen = list({sheet.address: sheet for sheet in longest.values()}.values())
    wanted = [(sheet, paper) for sheet in chosen for _, paper in press.SHEET.papers]
    payloads = [press.write_payload(sheet, paper) for sheet, paper in wanted]
    papers = map(Paper, press.make_all(ROOT / "overrides" / "handouts", press.SHEET.template, payloads, workers=2))
    return [
        Made(sheet, size, paper.tree.text, paper.pages) for (sheet, size), paper in zip(wanted, papers, strict=True)
    ]


@pytest.mark.slow
def test_every_sheet_is_one_page(made: list[Made]) -> None:
    assert len(made) > 200
    assert [one.sheet.address for one in made if one.pages != 1] == []


@pytest.mark.slow
def test_every_sheet_says_what_matters(made: list[Made]) -> None:
    assert [f"{one.sheet.address} {one.paper}: {text}" for one in made for text in missing(one)] == []


def missing(one: Made) -> Iterator[str]:
    """What stands on every sheet, of any size; on A4 also everything to bring and to plan."""
    [column] = one.sheet.columns
    essential = [line for fact in column.facts if fact.essential for line in (*fact.lines, fact.note)]
    everywhere = (
        column.title,
        column.office,
        *essential,
        *column.remarks,
        column.next,
        column.more,
        column.notes_heading,
    )
    on_a4 = (
        column.text,
        column.towns,
        *column.bring,
        *(part for item in column.plan for part in (item.text, item.note)),
    )
    for text in (*everywhere, *(on_a4 if one.paper == "a4" else column.bring[:1])):
        if text not in one.read:
            yield text


@pytest.mark.slow
def test_every_poster_is_one_page_with_its_number_and_without_a_reason() -> None:
    content, problems = catalog.load(ROOT / "data")
    assert content is not None, problems
    hung = list(posters(Edition.on(content, REAL_DAY), URL))
    payloads = [press.write_payload(poster, "a4") for poster in hung]
    made = press.make_all(ROOT / "overrides" / "handouts", press.POSTER.template, payloads, workers=2)
    for poster, paper in zip(hung, map(Paper, made), strict=True):
        assert paper.pages == 1, poster.address
        assert poster.numbers[0].value in paper.tree.text, poster.address
        assert poster.name in paper.tree.text, poster.address
        assert not REASONS.search(poster.strip), poster.address


@pytest.mark.this_district
@pytest.mark.slow
def test_few_sheets_leave_out_later_steps(made: list[Made]) -> None:
    large = [one for one in made if one.paper == "a4"]
    shortened = [one.sheet.address for one in large if any(step not in one.read for step in one.sheet.columns[0].later)]
    assert len(shortened) <= MOST_SHORTENED * len(large), shortened
