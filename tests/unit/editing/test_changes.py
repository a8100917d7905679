"""What a change of the data changes on the site: read from pages, told once, in words."""

from __future__ import annotations

import pytest

from wegweiser.editing.changes import PageText, as_markdown, as_text, compare, read_page


@pytest.mark.parametrize(
    ("main", "lines"),
    [
        ("<p>Ein Satz.</p>", ["Ein Satz."]),
        ("<p>Ein <strong>ganzer</strong> <a href='x'>Satz</a>.</p>", ["Ein ganzer Satz."]),
        ("<p>Eins.</p><p>Zwei.</p>", ["Eins.", "Zwei."]),
        ("<p>Haus<br>Weg 1</p>", ["Haus", "Weg 1"]),
        ("<ul><li>Eins</li>\n<li>Zwei</li></ul>", ["Eins", "Zwei"]),
        ("<p>Ein\n   Satz</p>", ["Ein Satz"]),
        ("<p>Brot &amp; Salz</p>", ["Brot & Salz"]),
        ("<p>Seen<wbr>platte</p>", ["Seenplatte"]),
        ("<svg><title>Telefon</title></svg><p>Nummer</p><script>weg()</script>", ["Nummer"]),
        ("", []),
    ],
)
def test_a_page_is_read_as_a_visitor_reads_it(main: str, lines: list[str]) -> None:
    around = "<html><head><title>Name der Website</title></head><body><nav>Menü</nav><main>{}</main>Fuß</body></html>"
    assert list(read_page(around.format(main)).lines) == lines


def test_a_page_is_named_by_its_heading() -> None:
    assert read_page("<main><h1>Haus <em>am</em>\nWeg</h1><p>Text</p></main>").title == "Haus am Weg"


BEFORE = {
    "haus/": PageText("Haus", ("Haus", "Telefon 030 23125001", "Weg 1")),
    "amt/": PageText("Amt", ("Amt", "Telefon 030 23125001")),
    "alt/": PageText("Alt", ("Alt",)),
}


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ({}, "Auf der Website ändert sich nichts.\n"),
        (
            {
                "haus/": PageText("Haus", ("Haus", "Telefon 030 23125002", "Weg 1")),
                "amt/": PageText("Amt", ("Amt", "Telefon 030 23125002")),
            },
            "Amt (/amt/), Haus (/haus/)\n  alt: Telefon 030 23125001\n  neu: Telefon 030 23125002\n",
        ),
        (
            {"haus/": PageText("Haus", ("Haus", "Telefon 030 23125001", "Weg 1", "Hinten rechts"))},
            "Haus (/haus/)\n  neu: Hinten rechts\n",
        ),
        (
            {"haus/": PageText("Haus", ("Haus", "Weg 1"))},
            "Haus (/haus/)\n  alt: Telefon 030 23125001\n",
        ),
        (
            {"neu/": PageText("Neu", ("Neu",)), "alt/": None},
            "Neue Seiten: 1\n  Neu (/neu/)\n\nSeiten, die es nicht mehr gibt: 1\n  Alt (/alt/)\n",
        ),
        (
            {"haus/": PageText("Haus", tuple(map(str, range(20))))},
            "Haus (/haus/)\n  alt: Haus\n  alt: Telefon 030 23125001\n  alt: Weg 1\n  neu: 0\n  neu: 1\n  neu: 2\n"
            "  neu: 3\n  neu: 4\n  neu: 5\n  neu: 6\n  neu: 7\n  … und 12 weitere Zeilen\n",
        ),
    ],
)
def test_what_differs_is_told(after: dict[str, PageText | None], told: str) -> None:
    now = {address: text for address, text in {**BEFORE, **after}.items() if text is not None}
    assert as_text(compare(BEFORE, now)) == told


def test_many_pages_are_counted_and_come_first() -> None:
    before = {f"seite-{number}/": PageText(f"Seite {number}", ("alt",)) for number in range(5)}
    after = {address: PageText(text.title, ("neu",)) for address, text in before.items()}
    told = as_text(compare({**BEFORE, **before}, {**BEFORE, **after, "haus/": PageText("Haus", ("Haus",))}))
    first, second = told.split("\n\n")
    assert first.splitlines()[0] == ("Auf 5 Seiten, etwa Seite 0 (/seite-0/), Seite 1 (/seite-1/), Seite 2 (/seite-2/)")
    assert second.startswith("Haus (/haus/)\n")


def test_nothing_in_a_text_means_anything_to_markdown() -> None:
    before = {"a/": PageText("A", ("alt",))}
    after = {"a/": PageText("A", ("<b> *fett* [x](y) @alle #1",))}
    told = as_markdown(compare(before, after))
    assert told == (
        "## Was sich auf der Website ändert\n\n### A (/a/)\n\n"
        "- alt: alt\n- neu: \\<b\\> \\*fett\\* \\[x\\](y) @alle \\#1\n"
    )
