"""Which characters text may contain: what could run, hide or mislead is refused, everything people write is not."""

from __future__ import annotations

import re
import unicodedata

import pytest
from fuzzing import by_chance
from hypothesis import given
from hypothesis import strategies as st

from wegweiser.values.text import (
    FORBIDDEN,
    INVISIBLE,
    check_line,
    check_paragraphs,
    check_quotes,
    fold,
    nearest,
    printable,
)

PAYLOADS = {
    "<": [
        "<script>window.PWN=1</script>",
        "<img src=x onerror=alert(1)>",
        "</title><img src=x onerror=alert(1)>",
        "</article>",
        '--8<-- "mkdocs.yml"',
        "<!-- weg",
        "<https://example.org>",
    ],
    ">": ["]]>", '"><svg onload=alert(1)>', "-->", "> Zitat"],
    "{": ["{{ 7*7 }}", "{% raw %}", "{onclick=alert(1)}", "${x}", "{# weg #}"],
    "}": ["7*7 }}"],
    "`": ["`code`", "```"],
    "\\": ["\\x3c", "a\\nb", "\\u003cscript\\u003e"],
}
"""What is refused for the character that makes it dangerous."""
HARMLESS = [
    "&lt;b&gt;",
    "' onmouseover=alert(1)",
    "[a](javascript:alert(1))",
    "![a](x)",
    "!!! note",
    "# Überschrift",
    "- Liste",
    ":material-home:",
    "%0d%0aSet-Cookie: a=b",
    "../../x",
    "=1+1",
    "@summe",
    "*fett* und __fett__",
    "| a | b |",
]
"""Payloads of plain signs: they reach the page as text, since data never passes through Markdown."""
GOOD = [
    "Grüße aus der Straße, GROẞ",
    "Familienzentrum „Kleeblatt“ – für alle",
    "‚einfach‘ und ’s",
    "Čapek, Łukasz, Şahin, Nuñez, Åse, Đorđe",
    "مركز الأسرة",
    "Семейный центр",
    "Οικογένεια",
    "家庭中心",
    "🌻 Sonnenblume ❤️ 👶🏽",
    "1 & 2, 100 %, 3 € · § 28 Abs. 3 SGB II",
    "Kinder (0–6 Jahre): 25/35/45 Stunden; fragen!",
    "a|b~c^d_e=f+g*h#i$j@k[l]",
    "x",
]


@pytest.mark.parametrize("text", GOOD + HARMLESS)
def test_what_people_write_is_accepted_unchanged(text: str) -> None:
    assert check_line(text) == text
    assert check_paragraphs(f"{text}\n\n{text}\n") == f"{text}\n\n{text}"


@pytest.mark.parametrize(("sign", "text"), [(sign, text) for sign, texts in PAYLOADS.items() for text in texts])
def test_what_could_run_is_refused_with_the_character_named(sign: str, text: str) -> None:
    expected = re.escape(f"enthält das Zeichen {sign} (U+{ord(sign):04X}), das nicht erlaubt ist; bitte weglassen")
    with pytest.raises(ValueError, match=f"^{expected}$"):
        check_line(text)
    with pytest.raises(ValueError, match=f"^{expected}$"):
        check_paragraphs(f"Gut.\n{text}")


@pytest.mark.parametrize(
    "code",
    [
        *(0x00, 0x07, 0x08, 0x09, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9F),  # controls
        *(0xAD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF),  # no width, or a direction
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *(0x2028, 0x2029),  # line and paragraph separators
        *(0xD800, 0xDFFF),  # halves of characters
        *(0xE000, 0xF8FF, 0xF0000, 0x10FFFF),  # private use, and no character at all
        *(0x0378, 0xFFFE, 0xFFFF),
        *(0xE0001, 0xE0041, 0xE007F),  # tags, which can carry a hidden message
    ],
)
def test_what_nobody_sees_is_refused(code: int) -> None:
    expected = f"^enthält das unsichtbare Zeichen U\\+{code:04X}; bitte löschen$"
    for text in (f"Haus{chr(code)}Garten", f"{chr(code)}Haus", f"Haus{chr(code)}", chr(code)):
        with pytest.raises(ValueError, match=expected):
            check_line(text)
        with pytest.raises(ValueError, match=expected):
            check_paragraphs(f"Gut.\n{text}")


@pytest.mark.parametrize("code", [0xA0, 0x1680, 0x2000, 0x2003, 0x2009, 0x202F, 0x205F, 0x3000])
def test_other_spaces_than_the_usual_one_are_refused(code: int) -> None:
    with pytest.raises(ValueError, match=f"^enthält das besondere Leerzeichen U\\+{code:04X}; bitte neu tippen$"):
        check_line(f"10{chr(code)}Uhr")


def test_emoji_that_are_joined_by_an_invisible_character_are_refused() -> None:
    with pytest.raises(ValueError, match=r"U\+200D"):
        check_line("👨\u200d👩\u200d👧")


@pytest.mark.parametrize("text", ["Ma\u0308rz", "Stra\u00dfe u\u0308ber", "e\u0301", "\u212b"])
def test_umlauts_of_two_characters_are_refused(text: str) -> None:
    assert unicodedata.normalize("NFC", text) != text
    with pytest.raises(ValueError, match=r"^enthält einen Buchstaben aus zwei Zeichen"):
        check_line(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ist leer"),
        (" ", "hat Leerzeichen am Rand oder zwei hintereinander"),
        (" Haus", "hat Leerzeichen am Rand oder zwei hintereinander"),
        ("Haus ", "hat Leerzeichen am Rand oder zwei hintereinander"),
        ("Haus  Garten", "hat Leerzeichen am Rand oder zwei hintereinander"),
        ("Haus\nGarten", "darf nur eine Zeile haben"),
        ("Haus\n", "darf nur eine Zeile haben"),
        ("Haus\rGarten", "darf nur eine Zeile haben"),
    ],
)
def test_a_line_is_one_line_without_stray_spaces(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        check_line(text)


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Ein Satz.", "Ein Satz."),
        ("Ein Satz.\n", "Ein Satz."),
        ("Ein Satz.\n\n\n", "Ein Satz."),
        ("Eins.\nZwei.\n", "Eins.\nZwei."),
        ("Eins.\n\nZwei.", "Eins.\n\nZwei."),
    ],
)
def test_paragraphs_lose_only_the_line_ends_at_the_end(text: str, becomes: str) -> None:
    assert check_paragraphs(text) == becomes


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ist leer"),
        ("\n\n", "ist leer"),
        ("Eins.\n  Zwei.", "hat Leerzeichen am Rand oder zwei hintereinander"),
        ("Eins. \nZwei.", "hat Leerzeichen am Rand oder zwei hintereinander"),
        ("Eins.\n \nZwei.", "hat Leerzeichen am Rand oder zwei hintereinander"),
        ("Eins.\r\nZwei.", "enthält das unsichtbare Zeichen U\\+000D; bitte löschen"),
    ],
)
def test_paragraphs_that_are_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        check_paragraphs(text)


@by_chance
@given(st.text(max_size=40))
def test_accepted_text_holds_nothing_that_could_run_or_hide(text: str) -> None:
    try:
        accepted = check_line(text)
    except ValueError:
        return
    assert accepted == text == text.strip()
    assert not FORBIDDEN & set(text)
    assert not {unicodedata.category(character) for character in text} & INVISIBLE
    assert unicodedata.is_normalized("NFC", text)


@by_chance
@given(st.text(st.characters(codec="latin-1"), max_size=40))
def test_the_fast_way_out_accepts_only_what_the_slow_way_does(text: str) -> None:
    """`_PLAIN` lets most sentences pass unseen; it must not know a character that is refused."""
    sentence = f"{text}č"  # not plain, so that every character is looked at
    assert accepts(text) == accepts(sentence) or not text or text != text.strip()


def accepts(text: str) -> bool:
    try:
        check_line(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Überörtliche Größe", "uberortliche grosse"),
        ("Möhnesee", "mohnesee"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Café Łódź", "cafe łodz"),
        ("ﬁnden ²", "finden 2"),
        ("İstanbul", "istanbul"),
        ("", ""),
    ],
)
def test_fold_for_sorting_and_comparing(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Haus „Löwe“ 🌻", "Haus „Löwe“ 🌻"),
        ("eins\nzwei", "eins�zwei"),
        ("\x1b[31mrot", "�[31mrot"),
        ("\udce4.yml", "�.yml"),
        ("a\u202eb\u00adc", "a�b�c"),
    ],
)
def test_printable_keeps_a_message_on_its_line(value: str, shown: str) -> None:
    assert printable(value) == shown
    printable(value).encode()


@pytest.mark.parametrize(
    "text", ["„Haus am See“", "“Haus am See”", "»Haus am See«", "«Haus»", "‚Haus‘", "„Haus am ‚See‘“"]
)
def test_quotes_around_a_whole_value_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^steht ganz in den Zeichen {text[0]} und {text[-1]}, "):
        check_quotes(text)


@pytest.mark.parametrize(
    "text", ["Haus „Löwe“", "„Löwe“ und „Bär“", "»Löwe« und »Bär«", "Haus am See", "", "„", "’s Haus"]
)
def test_quotes_inside_a_value_are_its_own(text: str) -> None:
    check_quotes(text)


NAMES = ("Ampen", "Hattrop", "haus-am-wald", "Soest")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ampen", "Ampen"),
        ("HATTROP", "Hattrop"),
        ("Hatrop", "Hattrop"),
        ("Ampem", "Ampen"),  # short: four of five letters are enough
        ("Sost", "Soest"),
        ("Hatxop", "Hattrop"),  # six letters are short as well
        ("haus-am-wlad", "haus-am-wald"),
        ("haus-am-see", None),
        ("Hattenbr", None),  # long: alike is not near
        ("Dortmund", None),
        ("", None),
    ],
)
def test_the_nearest_known_name(typed: str, meant: str | None) -> None:
    assert nearest(typed, NAMES) == meant
