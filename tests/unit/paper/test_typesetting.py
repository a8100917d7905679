"""Sheets as PDFs: tagged, readable in order, on one page, the same bytes every time, and never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path

import pikepdf
import pytest
from nightly import mostly_nightly
from papers import Paper

from wegweiser.paper import typesetting as press
from wegweiser.paper.facts import Fact
from wegweiser.paper.sheets import Column, Item, Sheet
from wegweiser.values.qr import qr_svg

pytestmark = pytest.mark.takes(14)

ROOT = Path(__file__).resolve().parents[3]
TEMPLATE = ROOT / "overrides" / "handouts"
URL = "https://familien.example.org/wegweiser/"
PAPERS = [("a4", (210, 297)), ("a5", (148, 210))]

GERMAN = Column(
    "Rund um die Miete",
    text="Es geht um einen Antrag.",
    office_heading="Hier sind Sie richtig",
    office="Gemeinde Musterdorf: Wohngeldstelle",
    towns="Zuständig für Ense, Werl und Welver",
    facts=(
        Fact("Telefon", ("+49 30 23125001",), "tel:+493023125001", "Zentrale", "number"),
        Fact("Anschrift", ("Musterweg 1, 00100 Musterdorf",), note="Eingang im Hof"),
        Fact("Zeiten", ("Montag bis Freitag: 8 bis 12 Uhr", "An Feiertagen: geschlossen")),
        Fact("Internet", ("example.org",), "https://www.example.org", essential=False),
    ),
    remarks=("Stand 2025. Bitte fragen Sie nach, ob alles noch stimmt.",),
    next="Rufen Sie an.",
    bring=("Mietvertrag", "Ausweise aller Personen", "Lohnabrechnungen"),
    later=("Geben Sie den Antrag ab.", "Warten Sie auf den Bescheid."),
)
ENGLISH = replace(
    GERMAN,
    language="en",
    title="About your rent",
    text="This is about an application.",
    office_heading="You are right here",
    towns="For Ense, Werl and Welver",
    facts=(
        replace(GERMAN.facts[0], label="Phone", note="Switchboard"),
        replace(GERMAN.facts[1], label="Address", note="Entrance in the yard"),
        replace(GERMAN.facts[2], label="Hours", lines=("Monday to Friday: 8 to 12", "Public holidays: closed")),
        replace(GERMAN.facts[3], label="Web"),
    ),
    remarks=("As of 2025. Please ask whether it is still right.",),
    next_heading="Your next step",
    next="Give them a call.",
    bring_heading="What to bring",
    bring=("Lease", "Identity cards", "Pay slips"),
    later_heading="After that",
    later=("Hand in the application.", "Wait for the answer."),
    notes_heading="Notes",
    date_label="Date",
    more="Everything else is on the website. Open it with the camera of your phone.",
)
CASE = Column(
    "Kita und Arbeit", plan=(Item("Anrufen", "Leitung: heute", "Kontakt:"), Item("Schreiben", "Eltern: morgen"))
)


def sheet(*columns: Column, code: bool = True) -> Sheet:
    return Sheet(
        address="angebote/wohngeld/zettel-wohngeld",
        title=f"{columns[0].title} – {columns[0].office}",
        brand="Familienwegweiser Musterkreis",
        columns=columns,
        code=qr_svg(f"{URL}angebote/wohngeld/") if code else "",
        home=URL if code else "",
        home_shown="familien.example.org/wegweiser" if code else "",
    )


@pytest.fixture(scope="module")
def printer() -> press.Press:
    return press.Press(TEMPLATE, press.SHEET.template)


def printed(printer: press.Press, sheet: Sheet, paper: str = "a4") -> Paper:
    return Paper(printer.make(press.write_payload(sheet, paper)))


def said(column: Column) -> list[str]:
    """Everything that a complete sheet of one column says, in the order of reading."""
    facts = [part for fact in column.facts for part in (fact.label, *fact.lines, fact.note)]
    office = [column.office_heading, column.office, column.towns, *facts, *column.remarks]
    steps = [column.next_heading, column.next] if column.next else []
    bring = [column.bring_heading, *column.bring] if column.bring else []
    later = [column.later_heading] if column.later else []
    for number, step in enumerate(column.later, start=2):
        later += [f"{number}.", step]
    plan = [column.plan_heading] if column.plan else []
    for item in column.plan:
        plan += [item.text, item.note, item.blank]
    top = ["Familienwegweiser Musterkreis", column.date_label, column.title, column.text]
    foot = [column.notes_heading, column.more, "familien.example.org/wegweiser"]
    return [text for text in (*top, *office, *steps, *bring, *later, *plan, *foot) if text]


# What assistive technology gets


@pytest.mark.parametrize("column", [GERMAN, CASE], ids=["offer", "case"])
def test_reading_aloud_gives_the_content_in_its_order(printer: press.Press, column: Column) -> None:
    assert printed(printer, sheet(column)).tree.text == " ".join(said(column))


def test_structure_has_headings_lists_links_and_a_described_picture(printer: press.Press) -> None:
    tree = printed(printer, sheet(GERMAN)).tree
    outline = [(tag.role, tag.text) for tag in tree.below("H1", "H2")]
    assert outline == [
        ("H1", GERMAN.title),
        ("H2", GERMAN.office),
        ("H2", "Ihr nächster Schritt"),
        ("H2", "Das bringen Sie mit"),
        ("H2", "Danach"),
        ("H2", "Notizen"),
    ]
    assert [[item.text for item in list_.below("LBody")] for list_ in tree.below("L")] == [
        list(GERMAN.bring),
        list(GERMAN.later),
    ]
    assert [link.text for link in tree.below("Link")] == [
        "+49 30 23125001",
        "example.org",
        "familien.example.org/wegweiser",
    ]
    assert [figure.properties["Alt"] for figure in tree.below("Figure")] == [GERMAN.code_alt]


def test_document_says_what_it_is(printer: press.Press) -> None:
    paper = printed(printer, sheet(GERMAN))
    assert paper.title == "Rund um die Miete – Gemeinde Musterdorf: Wohngeldstelle"
    assert str(paper.root.Lang) == "de"
    assert bool(paper.root.MarkInfo.Marked)
    assert bool(paper.root.ViewerPreferences.DisplayDocTitle)
    with paper.pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == paper.title


def test_every_piece_of_a_page_is_tagged_or_decoration(printer: press.Press) -> None:
    """PDF/UA allows nothing in between."""
    depth = 0
    for _, operator in printed(printer, sheet(GERMAN)).drawn():
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
        if operator in ("Tj", "TJ", "Do", "f", "S", "f*", "B"):
            assert depth > 0, operator


def test_links_lead_where_they_should_and_say_what_they_are(printer: press.Press) -> None:
    paper = printed(printer, sheet(GERMAN))
    notes = paper.pdf.pages[0].Annots
    assert [str(note.A.URI) for note in notes] == ["tel:+493023125001", "https://www.example.org", URL]
    assert all(str(note.Contents) for note in notes)


# How it looks


@pytest.mark.parametrize(("paper", "size"), PAPERS)
def test_one_page_of_the_right_size(printer: press.Press, paper: str, size: tuple[int, int]) -> None:
    made = printed(printer, sheet(GERMAN), paper)
    assert (made.pages, made.size) == (1, size)


@pytest.mark.parametrize(("paper", "size"), PAPERS)
def test_nothing_is_printed_below_twelve_points(printer: press.Press, paper: str, size: tuple[int, int]) -> None:
    sizes = set(letter_sizes(printed(printer, sheet(GERMAN), paper)))
    assert min(sizes) >= 12
    assert max(sizes) >= 18


def letter_sizes(paper: Paper) -> Iterator[float]:
    """The height of each piece of text in points: font size times the scale of its matrix."""
    size, scale = 0.0, 1.0
    for operands, operator in paper.drawn():
        if operator == "Tf":
            size = float(operands[1])
        elif operator == "Tm":
            scale = abs(float(operands[3]))
        elif operator in ("Tj", "TJ"):
            yield size * scale


def test_there_are_lines_to_write_on_down_to_the_code(printer: press.Press) -> None:
    assert sum(operator == "S" for _, operator in printed(printer, sheet(GERMAN)).drawn()) > 5


@pytest.mark.parametrize("column", [GERMAN, CASE], ids=["offer", "case"])
def test_a_printer_without_colours_loses_nothing(printer: press.Press, column: Column) -> None:
    assert colours(printed(printer, sheet(column))) == []


def test_a_colour_would_be_found(printer: press.Press) -> None:
    red = replace(sheet(GERMAN), code=sheet(GERMAN).code.replace("#000", "#f00"))
    assert colours(printed(printer, red)) != []


def colours(paper: Paper) -> list[str]:
    """Every operator that sets a colour which is no grey."""
    found = []
    for operands, operator in paper.drawn():
        levels = {float(value) for value in operands if isinstance(value, int | float | Decimal)}
        if operator in ("rg", "RG", "k", "K", "sc", "SC", "scn", "SCN") and len(levels) > 1:
            found.append(f"{operator} {levels}")
    return found


def test_fonts_are_ours_and_inside(printer: press.Press) -> None:
    paper = printed(printer, sheet(GERMAN))
    fonts = paper.pdf.pages[0].resources.Font
    names = {str(font.BaseFont).partition("+")[2] for font in fonts.values()}
    assert {name.partition("-")[0] for name in names} == {"AtkinsonHyperlegibleNext"}
    assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts.values())


# The same bytes


def test_the_same_words_give_the_same_bytes(printer: press.Press, monkeypatch: pytest.MonkeyPatch) -> None:
    payload = press.write_payload(sheet(GERMAN), "a4")
    first = printer.make(payload)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LANG", "tr_TR.UTF-8")
    assert press.Press(TEMPLATE, press.SHEET.template).make(payload) == first
    assert b"CreationDate" not in first or b"1970" in first


def test_processes_give_the_same_bytes_in_the_same_order(printer: press.Press) -> None:
    payloads = [press.write_payload(sheet(replace(GERMAN, title=f"Blatt {n}")), "a5") for n in range(press.BATCH + 3)]
    assert list(press.make_all(TEMPLATE, press.SHEET.template, payloads, workers=2)) == [
        printer.make(payload) for payload in payloads
    ]


def test_key_changes_with_anything_that_changes_the_file(tmp_path: Path) -> None:
    for name in ("fonts/a.ttf", "zettel.typ"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("eins")
    before = press.template_fingerprint(tmp_path, "zettel.typ")
    assert press.template_fingerprint(tmp_path, "zettel.typ") == before
    payload = press.write_payload(sheet(GERMAN), "a4")
    keys = {press.key(before, payload), press.key(before, press.write_payload(sheet(GERMAN), "a5"))}
    for name in ("fonts/a.ttf", "zettel.typ"):
        (tmp_path / name).write_text("zwei")
        keys.add(press.key(press.template_fingerprint(tmp_path, "zettel.typ"), payload))
    assert len(keys) == 4
    moved = replace(sheet(GERMAN), address="angebote/anderes/zettel-anderes")
    assert press.key(before, press.write_payload(moved, "a4")) == press.key(before, payload), (
        "where it lies is no content"
    )


# Whatever editors write

ATTACKS = [
    "#panic()",
    '#read("/etc/passwd")',
    "#sys.inputs",
    "*fett* _schräg_ `roh`",
    "[eckig] ]offen[ {geschweift}",
    "\\#panic() \\u{41} \\",
    "$x^2$ $",
    "@verweis <marke> <a",
    "// Kommentar",
    "/* Kommentar */",
    "= Überschrift",
    "- Punkt",
    "+ Punkt",
    "1. Punkt",
    "/ Wort: Erklärung",
    "~ -- --- ... -?",
    "\"gerade\" 'Anführungen'",
    "https://example.org/#teil?a=1&b=2",
    "Zeile mit Ende \\",
    "{{ jinja }} ${js} %TEX",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_text_is_never_markup(printer: press.Press, attack: str) -> None:
    column = replace(
        GERMAN,
        title=attack,
        text=attack,
        office=attack,
        facts=(Fact(attack, (attack,), "https://www.example.org", attack),),
        remarks=(attack,),
        next=attack,
        bring=(attack, attack),
        later=(attack,),
        plan=(Item(attack, attack, attack),),
    )
    paper = printed(printer, replace(sheet(column), title=attack, brand=attack, home_shown=attack))
    assert paper.title == attack
    read = paper.tree.text
    assert read.count(attack) == 16
    assert [tag.text for tag in paper.tree.below("H1")] == [attack]


LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


LONG_TEXTS = {
    "a word": LONG_WORD,
    "narrow letters": "x" * 300,
    "words": "Wort " * 60,
    "wide letters": "WWWW" * 75,
    "an address": "https://example.org/" + "a/" * 100,
}
FULL_SHEETS = list(product(LONG_TEXTS, ("a4", "a5"), (1, 2)))
AT_EACH_PUSH = {f"{name}-a5-2" for name in LONG_TEXTS} | {"words-a4-1", "words-a4-2", "words-a5-1"}
"""The tightest sheets, and one of each size."""


@pytest.mark.parametrize(
    "case",
    mostly_nightly(FULL_SHEETS, lambda case: f"{case[0]}-{case[1]}-{case[2]}", AT_EACH_PUSH),
)
def test_too_much_is_left_out_and_nothing_runs_over(printer: press.Press, case: tuple[str, str, int]) -> None:
    name, paper, languages = case
    text = LONG_TEXTS[name].strip()
    column = Column(
        text,
        text=text,
        office_heading="Hier",
        office=text,
        towns=text,
        facts=tuple(Fact("Telefon", (text,), "tel:110", text, "number") for _ in range(6)),
        remarks=(text,),
        next=text,
        bring=(text,) * 12,
        later=(text,) * 12,
        plan=(Item(text, text, "Kontakt:"),) * 12,
    )
    made = printed(printer, sheet(*[column, replace(column, language="en")][:languages]), paper)
    assert made.pages == 1
    assert all(inside(made, note) for note in made.pdf.pages[0].Annots), "a link lies outside of the page"


def inside(paper: Paper, note: pikepdf.Object) -> bool:
    left, bottom, right, top = (float(value) for value in note.Rect)
    _, _, width, height = (float(value) for value in paper.pdf.pages[0].mediabox)
    return 0 <= left <= right <= width and 0 <= bottom <= top <= height


def test_what_does_not_fit_goes_in_the_order_of_its_weight(printer: press.Press) -> None:
    """First the later steps, then the sentence; the office, its first number and the next step stay."""
    long = replace(
        GERMAN, bring=tuple(f"Unterlage Nummer {number}" for number in range(1, 9)), later=("Danach. " * 20,) * 6
    )
    read = printed(printer, sheet(long), "a5").tree.text
    assert "Danach." not in read
    for kept in (long.title, long.office, "+49 30 23125001", "Musterweg 1", long.next, "Unterlage Nummer 8", long.more):
        assert kept in read


def test_a_list_that_goes_on_says_so(printer: press.Press) -> None:
    long = replace(GERMAN, bring=tuple(f"Unterlage Nummer {number}, mit Kopie " * 3 for number in range(1, 20)))
    read = printed(printer, sheet(long), "a5").tree.text
    assert "Unterlage Nummer 19" not in read
    assert long.shortened in read


def test_a_short_list_does_not_say_so(printer: press.Press) -> None:
    assert GERMAN.shortened not in printed(printer, sheet(GERMAN), "a5").tree.text


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("Fest 🎉 im Haus", "Fest im Haus"),
        ("漢字 und Text", "und Text"),
        ("Şükrü Łukasz Čapek Ğ", "Şükrü Łukasz Čapek Ğ"),
        ("Привіт, Ελλάδα", "Привіт, Ελλάδα"),
        ("„so“ – ‚so‘ … 5 € ½ §", "„so“ – ‚so‘ … 5 € ½ §"),
        ("bis zu 297\u202fEuro", "bis zu 297 Euro"),
    ],
)
def test_letters_that_no_font_has_are_left_out(printer: press.Press, written: str, drawn: str) -> None:
    """PDF/UA would refuse the file, and with it the whole site."""
    [heading] = printed(printer, sheet(replace(GERMAN, title=written))).tree.below("H1")
    assert heading.text.replace("\u202f", " ") == drawn


def test_every_letter_that_is_let_through_can_be_drawn(printer: press.Press) -> None:
    letters = [chr(code) for code in range(0x21, 0x2100) if press._is_drawable(chr(code)) and chr(code).isprintable()]
    assert len(letters) > 1000
    for start in range(0, len(letters), 300):
        printer.make(press.write_payload(sheet(replace(GERMAN, next=" ".join(letters[start : start + 300]))), "a4"))


def test_faulty_sheet_is_reported(printer: press.Press) -> None:
    with pytest.raises(press.SheetError, match="code"):
        printer.make(press.write_payload(replace(sheet(GERMAN), code="<svg"), "a4").replace('"code"', '"kode"'))


def test_sheet_without_an_address_of_the_site_has_no_code(printer: press.Press) -> None:
    tree = printed(printer, sheet(GERMAN, code=False)).tree
    assert list(tree.below("Figure")) == []
    assert GERMAN.more not in tree.text


# A second language


def test_second_language_stands_beside_the_first(printer: press.Press) -> None:
    paper = printed(printer, sheet(GERMAN, ENGLISH))
    read = paper.tree.text
    for german, english in (
        (GERMAN.title, ENGLISH.title),
        (GERMAN.next, ENGLISH.next),
        (GERMAN.bring[0], ENGLISH.bring[0]),
        ("Datum", "Date"),
        ("Telefon", "Phone"),
        (GERMAN.facts[2].lines[0], ENGLISH.facts[2].lines[0]),
    ):
        assert 0 <= read.index(german) < read.index(english)
    assert read.count("+49 30 23125001") == 1, "what is the same stands once"
    assert read.count(GERMAN.office) == 1
    assert str(paper.root.Lang) == "de"


def test_every_language_is_marked_as_such(printer: press.Press) -> None:
    """So that a screen reader pronounces each side in its own way."""
    tree = printed(printer, sheet(GERMAN, ENGLISH)).tree
    for column, other in ((GERMAN, ENGLISH), (ENGLISH, GERMAN)):
        own = [text for text in said(column) if text not in said(other)]
        assert len(own) > 10
        assert [text for text in own if text not in tree.text_in(column.language)] == []
    assert ENGLISH.title not in tree.text_in("de")


def test_template_names_no_words_of_its_own() -> None:
    """All words come from the sheet, so that a translation can replace them all."""
    source = re.sub("//.*", "", (TEMPLATE / "zettel.typ").read_text("utf-8"))
    assert re.findall(r"\[[^\]]*[A-Za-zÄÖÜäöüß]{2,}[^\]]*\]", source) == []
