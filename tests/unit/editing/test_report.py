"""The report: what it counts, and that each format can be read by the program it is made for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from regions import HOUSE, PROOF, SECOND_HOUSE, THIRD_HOUSE, TOWN, Changes, Fields, files, read

from wegweiser.editing import report
from wegweiser.editing.report import HEADINGS, Row
from wegweiser.values.problems import Level, Problem


def told(folder: Path, heading: str, changes: Changes | None = None) -> dict[str, str]:
    return {row.where: row.what for row in report.rows(read(folder, changes), []) if row.kind == heading}


def test_the_overview_counts(tmp_path: Path) -> None:
    rules = [
        {"contact": "kreis", "fallback": "ja", **PROOF},
        {"contact": "jobcenter", "statuses": ["sgb2"], "derived": "ja", **PROOF},
        {"contact": "jugendamt", "offers": ["kita-platz"], **PROOF},
    ]
    changes = {
        "responsibilities": {"rules": rules},
        f"centres/{HOUSE}": {"checked": None},
        "contacts/kreis": {"checked": None},
    }
    records = sum("/" in name for name in files())
    assert told(tmp_path, "Überblick", changes) == {
        "Einträge": f"{records}",
        "von der Stelle selbst bestätigt": f"{records - 2} von {records}",
        "Häuser": "3",
        "Angebote": "6",
        "Fragen nach der Zuständigkeit": "108",  # 3 towns, 6 statuses, 6 offers
        "davon nur Auffang-Kontakt": "75",  # 5 offers, 5 statuses
        "davon nur abgeleitet": "15",
    }


def window(id_: str, start: str, **end: str) -> dict[str, str]:
    return {"id": id_, "label": "Satz", "value": "15", "per": "month", "valid_from": start, **end}


def test_what_to_look_at_in_which_month(tmp_path: Path) -> None:
    amounts = [
        window("alt", "2025-01-01", valid_to="2025-12-31"),  # the next one is there
        window("alt", "2026-01-01", valid_to="2026-12-31"),
        window("auch", "2026-01-01", valid_to="2026-12-31"),
        window("offen", "2026-01-01", review_on="2027-01-15"),
    ]
    person = {"name": "Erika Muster", "basis": "consent", "source": "Schreiben vom Mai", "until": "2026-12-05"}
    changes: Changes = {"offers/wohngeld": {"amounts": amounts}, "contacts/kreis": {"person": person}}
    rows = [row for row in report.rows(read(tmp_path, changes), []) if row.kind == "Was wann anzusehen ist"]
    named = [(row.where, row.what) for row in rows if ":" in row.what and "Einträge" not in row.what]
    assert [pair for pair in named if "wohngeld" in pair[1] or "kreis" in pair[1]] == [
        ("Dezember 2026", "contact:kreis: der Name verschwindet nach dem 5. Dezember 2026"),
        (
            "Dezember 2026",
            "offer:wohngeld: bis dahin den nächsten Betrag eintragen (31. Dezember 2026): alt, auch",
        ),
        ("Januar 2027", "offer:wohngeld: prüfen, ob der Betrag noch stimmt (15. Januar 2027): offen"),
    ]
    assert ("Juni 2027", "Häuser: 3 Einträge ansehen") in [(row.where, row.what) for row in rows]


ALL_THERE = dict.fromkeys(
    ["Anschrift", "Telefonnummer", "E-Mail-Adresse", "Öffnungszeiten", "Träger", "Alter der Kinder", "Zahl der Plätze"],
    "0 von 3",
)


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ({}, []),
        ({"address": None}, ["Anschrift"]),
        ({"address": {"postal_code": "00100"}}, ["Anschrift"]),  # nobody finds a house by its postcode
        ({"channels": None}, ["Telefonnummer", "E-Mail-Adresse"]),
        ({"channels": [{"phone": "+49 30 23125001"}]}, ["E-Mail-Adresse"]),
        ({"channels": [{"web": "https://www.example.org"}, {"email": "haus@example.org"}]}, ["Telefonnummer"]),
        ({"opening_hours": None}, ["Öffnungszeiten"]),
        ({"provider": None}, ["Träger"]),
        ({"ages": None}, ["Alter der Kinder"]),
        ({"places": None}, ["Zahl der Plätze"]),
        ({"places": {"value": "0", "as_of": "2026"}}, []),
    ],
)
def test_what_houses_lack(tmp_path: Path, fields: Fields, lacking: list[str]) -> None:
    found = told(tmp_path, "Fehlende Angaben der Häuser", {f"centres/{HOUSE}": fields})
    assert found == {**ALL_THERE, **dict.fromkeys(lacking, "1 von 3")}


def test_what_no_house_has(tmp_path: Path) -> None:
    nothing = {f"centres/{house}": {"places": None} for house in (HOUSE, SECOND_HOUSE, THIRD_HOUSE)}
    assert told(tmp_path, "Fehlende Angaben der Häuser", nothing)["Zahl der Plätze"] == "3 von 3"


def test_offers_without_an_office_of_their_own_are_listed_with_the_worst_first(tmp_path: Path) -> None:
    rules = [
        {"contact": "kreis", **PROOF},
        {"contact": "kreis", "offers": ["wohngeld"], "municipalities": [TOWN], "fallback": "ja", **PROOF},
        {"contact": "kreis", "offers": ["kita-platz"], "fallback": "ja", **PROOF},
    ]
    found = told(tmp_path, "Hilfen ohne genaue Stelle", {"responsibilities": {"rules": rules}})
    assert list(found.items()) == [("kita-platz", "18 Fragen"), ("wohngeld", "6 Fragen")]


def test_what_is_missing_and_why(tmp_path: Path) -> None:
    missing = [
        {"fields": ["phone", "email"], "reason": "not-found"},
        {"fields": ["house-number"], "reason": "contradicted", "note": "19 gehört zum Altbau"},
    ]
    rows = report.rows(read(tmp_path, {f"centres/{HOUSE}": {"missing": missing}}), [])
    assert [(row.where, row.what) for row in rows if row.kind == "Was fehlt und warum"] == [
        (f"centre:{HOUSE}", "Telefonnummer, E-Mail-Adresse: in keiner Quelle gefunden"),
        (f"centre:{HOUSE}", "Hausnummer: die Quellen widersprechen sich. 19 gehört zum Altbau"),
    ]


def test_places_whose_name_is_a_word_as_well(tmp_path: Path) -> None:
    town = files()[f"municipalities/{TOWN}"]
    changes: Changes = {
        "search": {"ambiguous_places": ["Berge"], "concepts": [{"words": ["Essen", "Warmes Mittag"]}]},
        f"municipalities/{TOWN}": {"districts": [{"name": name} for name in ("Berge", "Essen", "Mittag", "Horn")]},
    }
    assert town["name"] not in told(tmp_path, "Orte, die auch Wörter sind", changes)
    todo = "ist auch ein Wort in data/search.yml. Bitte in search.yml unter ambiguous_places eintragen."
    assert told(tmp_path / "again", "Orte, die auch Wörter sind", changes) == {
        "Berge": "steht in search.yml unter ambiguous_places",
        "Essen": todo,
        "Mittag": todo,
    }


def test_messages_stand_in_the_order_of_places(tmp_path: Path) -> None:
    problems = [
        Problem("b.yml", 1, 1, "Zweitens.", Level.WARNING),
        Problem("a.yml", 10, 1, "Auch.", Level.ERROR),
        Problem("a.yml", 9, 1, "Erstens.", Level.ERROR),
    ]
    rows = [row for row in report.rows(read(tmp_path), problems) if row.kind == "Meldungen"]
    assert [(row.where, row.what) for row in rows] == [
        ("a.yml:9", "Fehler: Erstens."),
        ("a.yml:10", "Fehler: Auch."),
        ("b.yml:1", "Warnung: Zweitens."),
    ]


def test_rows_come_in_the_order_of_their_headings(tmp_path: Path) -> None:
    changes: Changes = {
        f"centres/{HOUSE}": {"missing": [{"fields": ["phone"], "reason": "not-asked"}]},
        "search": {"ambiguous_places": [files()[f"municipalities/{TOWN}"]["name"]]},
        "offers/wohngeld": {"summary": "Die Höhe ist nicht belegt."},
    }
    rows = report.rows(read(tmp_path, changes), [Problem("a.yml", 1, 1, "Etwas.")])
    assert list(dict.fromkeys(row.kind for row in rows)) == list(HEADINGS)


# Formats

ROWS = [
    Row("Überblick", "Häuser", "3"),
    Row("Was fehlt und warum", "centre:haus", 'Öffnungszeiten; "laut" Träger | unbekannt'),
    Row("Meldungen", "data/<b>.yml:1", "Fehler: das Zeichen < ist & bleibt verboten."),
]


def test_text() -> None:
    assert report.as_text(ROWS) == (
        "Überblick\n---------\nHäuser: 3\n\n"
        "Was wann anzusehen ist\n----------------------\nnichts\n\n"
        "Fehlende Angaben der Häuser\n---------------------------\nnichts\n\n"
        "Hilfen ohne genaue Stelle\n-------------------------\nnichts\n\n"
        'Was fehlt und warum\n-------------------\ncentre:haus: Öffnungszeiten; "laut" Träger | unbekannt\n\n'
        "Orte, die auch Wörter sind\n--------------------------\nnichts\n\n"
        "Sprache\n-------\nnichts\n\n"
        "Lesbarkeit\n----------\nnichts\n\n"
        "Meldungen\n---------\ndata/<b>.yml:1: Fehler: das Zeichen < ist & bleibt verboten.\n"
    )


def table(content: str) -> list[list[str]]:
    """As a spreadsheet in Germany opens it: with a mark for UTF-8 and semicolons."""
    assert content.startswith("\ufeff")
    return list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True))


def test_csv() -> None:
    content = report.as_csv(ROWS)
    assert table(content) == [["Bereich", "Wo", "Was"], *([row.kind, row.where, row.what] for row in ROWS)]
    assert content.count("\r\n") == content.count("\n") == 4


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('=HYPERLINK("https://example.org")', '\'=HYPERLINK("https://example.org")'),
        ("=1+1", "'=1+1"),
        ("+49 30 23125001", "'+49 30 23125001"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "'\r=1+1"),
        ("1+1=2", "1+1=2"),
        ("E-Mail", "E-Mail"),
        ("", ""),
    ],
)
def test_no_cell_of_the_csv_is_a_formula(cell: str, shown: str) -> None:
    for row in (Row(cell, "", ""), Row("", cell, ""), Row("", "", cell)):
        [_, written] = table(report.as_csv([row]))
        assert written == [shown if value else "" for value in (row.kind, row.where, row.what)]


class Cells(HTMLParser):
    """The texts of a page with the element that holds them."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data))


def test_html() -> None:
    content = report.as_html(ROWS)
    page = Cells(content)
    assert content.startswith('<!doctype html>\n<html lang="de"><head><meta charset="utf-8">')
    assert page.open == []
    assert [text for tag, text in page.texts if tag == "h2"] == list(HEADINGS)
    assert [text for tag, text in page.texts if tag == "td"] == [text for row in ROWS for text in (row.where, row.what)]
    assert {tag for tag, _ in page.texts} == {"title", "h1", "h2", "th", "td"}


def test_markdown() -> None:
    lines = report.as_markdown(ROWS).splitlines()
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == list(HEADINGS)
    assert '| centre:haus | Öffnungszeiten; "laut" Träger \\| unbekannt |' in lines
    assert lines.count("| --- | --- |") == len(HEADINGS)


@pytest.mark.parametrize("make", report.FORMATS.values(), ids=report.FORMATS)
def test_every_format_tells_everything(make: Callable[[list[Row]], str], tmp_path: Path) -> None:
    rows = report.rows(read(tmp_path), [Problem("a.yml", 1, 1, "Etwas.")])
    content = make(rows)
    assert [row for row in rows if row.where not in content or row.what not in content] == []
