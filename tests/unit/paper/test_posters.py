"""Posters as PDFs: one page in both sizes, read aloud in their order, and strips for the eye alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from papers import Paper, bare

from wegweiser.paper import typesetting as press
from wegweiser.paper.posters import LEAD, WITHOUT_NUMBER, Date, Number, Poster
from wegweiser.values.qr import qr_svg

pytestmark = pytest.mark.takes(8)

TEMPLATES = Path(__file__).resolve().parents[3] / "overrides" / "handouts"
URL = "https://familien.example.org/wegweiser/"
SIZES = [("a4", (210, 297)), ("a3", (297, 420))]

POSTER = Poster(
    address="familienzentren/regenbogen/aushang",
    town="musterdorf",
    title="Aushang: Familienzentrum Regenbogen",
    brand="Familienwegweiser Musterkreis",
    name="Familienzentrum Regenbogen",
    place="Musterdorf",
    lead=LEAD,
    numbers=(
        Number("", "030 23125001", "tel:+493023125001", "Büro"),
        Number("Jobcenter Muster", "030 23125002", "tel:+493023125002", "Stand 2025"),
        Number("Jugendamt Muster", "030 23125003", "tel:+493023125003"),
    ),
    dates=(Date("Dienstag, 1. Dezember 2026, 14.30 Uhr", "Elterncafé"),),
    strip="Familienzentrum Regenbogen",
    as_of="Stand: Dezember 2026",
    code=qr_svg(URL),
    home=URL,
    home_shown="familien.example.org/wegweiser",
)
BARE = replace(POSTER, place="", lead=WITHOUT_NUMBER, numbers=(), dates=(), code="", home="", home_shown="")
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsfamilienzentrum und Kindertagesstätte "
HOSTILE = '#panic() $x$ *fett* [https://example.org] \\ @label <h1> "'
CASES = {
    "usual": POSTER,
    "nothing known": BARE,
    "no address of the site": replace(POSTER, code="", home="", home_shown=""),
    "longest names": replace(
        POSTER,
        name=LONG * 3,
        place=LONG,
        strip=LONG * 3,
        numbers=tuple(replace(number, name=LONG * 2, note=LONG * 2) for number in POSTER.numbers * 2)[:5],
        dates=(Date("Donnerstag, 31. Dezember 2026, 23.59 Uhr", LONG * 2),) * 3,
    ),
    "one word": replace(POSTER, name="x" * 200, strip="x" * 200),
    "mark-up": replace(POSTER, name=HOSTILE, place=HOSTILE, strip=HOSTILE, brand=HOSTILE),
}


@pytest.fixture(scope="module")
def printer() -> press.Press:
    return press.Press(TEMPLATES, press.POSTER.template)


def printed(printer: press.Press, poster: Poster, paper: str = "a4") -> Paper:
    return Paper(printer.make(press.write_payload(poster, paper)))


@pytest.mark.parametrize(("paper", "size"), SIZES)
@pytest.mark.parametrize("poster", CASES.values(), ids=CASES)
def test_every_poster_is_one_page_of_its_size(
    printer: press.Press, poster: Poster, paper: str, size: tuple[int, int]
) -> None:
    made = printed(printer, poster, paper)
    assert made.pages == 1
    box = [float(Decimal(str(value))) * 25.4 / 72 for value in made.pdf.pages[0].MediaBox]
    assert [round(value) for value in box] == [0, 0, *size]


def test_reading_aloud_gives_everything_once(printer: press.Press) -> None:
    numbers = [part for number in POSTER.numbers for part in (number.name, number.note, number.value)]
    first = ["030 23125001", "Büro"]
    [date] = POSTER.dates
    said = [POSTER.brand, POSTER.as_of, POSTER.name, POSTER.place, *POSTER.lead, *first, *filter(None, numbers[3:])]
    said += [POSTER.dates_heading, f"{date.when} : {date.what}", POSTER.more, POSTER.home_shown]
    assert printed(printer, POSTER).tree.text == " ".join(said)


def test_numbers_and_the_start_page_are_links(printer: press.Press) -> None:
    tree = printed(printer, POSTER).tree
    assert [link.text for link in tree.below("Link")] == [
        "030 23125001",
        "030 23125002",
        "030 23125003",
        "familien.example.org/wegweiser",
    ]
    assert [tag.text for tag in tree.below("H1", "H2")] == [POSTER.name, POSTER.dates_heading]
    assert [figure.properties["Alt"] for figure in tree.below("Figure")] == ["QR-Code zur Startseite"]


@pytest.mark.parametrize(("poster", "strips"), [(POSTER, 8), (BARE, 0)], ids=["with a number", "without"])
def test_strips_are_for_the_eye_alone(printer: press.Press, poster: Poster, strips: int) -> None:
    """Name, number and address of the site, turned by a quarter; whoever has it read aloud has heard the number."""
    turned = turned_lines(printed(printer, poster))
    assert turned == ["/Artifact"] * len(turned)
    assert len(turned) >= 3 * strips
    assert len(turned) % 8 == 0
    assert bool(turned) is bool(strips)


def turned_lines(paper: Paper) -> list[str]:
    """For each line of text that is turned by a quarter: the tag around it."""
    [page] = paper.pdf.pages
    tags, found = [""], []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                tags.append(str(operands[0]))
            case "EMC":
                tags.pop()
            case "cm" if abs(float(operands[0])) < 1e-9:
                found.append(tags[-1])
    return found


def test_poster_says_what_it_is(printer: press.Press) -> None:
    paper = printed(printer, POSTER)
    assert (paper.title, str(paper.root.Lang)) == ("Aushang: Familienzentrum Regenbogen", "de")
    with paper.pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_mark_up_stays_text(printer: press.Press) -> None:
    assert bare(HOSTILE) in bare(printed(printer, CASES["mark-up"]).tree.text)


def test_of_too_much_the_first_number_stays(printer: press.Press) -> None:
    assert "030 23125001" in printed(printer, CASES["longest names"]).tree.text


def test_template_holds_no_words() -> None:
    """Whatever a poster says comes with its data, so that it can be said in another language."""
    source = (TEMPLATES / press.POSTER.template).read_text("utf-8")
    lines = [line.partition("//")[0] for line in source.splitlines()]
    assert [line for line in lines if any(word in line for word in ("Stand", "Termin", "Telefon", "Internet"))] == []
