"""The reader: text in, text out, the place of everything, and no exception but its own (bytes, syntax, no guessing)."""

from __future__ import annotations

import re
import time
import tracemalloc
from typing import Any

import pytest
import yaml
from examples import REGION, as_yaml
from fuzzing import by_chance
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wegweiser.reading import events
from wegweiser.reading.events import Place, ReadError
from wegweiser.reading.reader import locate, name_path, read

pytestmark = pytest.mark.takes(12)

MAX_BYTES = 128 * 1024
NOT_UTF8 = "Das Zeichen ist nicht in UTF-8 gespeichert."
TAB = "Hier steht ein Tabulator."
FIELDS_HERE = "Hier müssen Felder stehen"
TOO_DEEP = "Mehr als 8 Ebenen."
NO_ANCHORS = "Anker (&) und Verweise (*) sind nicht erlaubt."
NO_TAGS = "Typangaben (!) sind nicht erlaubt."
NO_DIRECTIVES = "Angaben mit % am Anfang sind nicht erlaubt."
TWICE = "Das Feld 'a' steht zweimal in der Datei."
NAME_IS_TEXT = "Ein Feldname muss Text sein"
LOST = "Der Text nach # ginge verloren."
EMPTY_FIELD = "Das Feld ist leer. Bitte die Zeile löschen oder ausfüllen."
BRACKET = "Die Klammer, die hier beginnt, hat kein Ende"
INDENTATION = "Die Einrückung oder das Anführungszeichen passt nicht"


def refusal(content: bytes | str) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(content if isinstance(content, bytes) else content.encode())
    return caught.value


# No guessing: every value is the text that was written.

AS_WRITTEN = [
    *("no", "NO", "yes", "on", "off", "Off", "y", "n", "null", "~", "Null", "true", "False", "nein", "ja"),
    *("01067", "09111", "08056", "59494", "02771234", "+492921123", "05754004", "1_000", "0x1F", "0o10", "5.", "1.10"),
    *(
        "12:30",
        "16:05",
        "8:00",
        "24:00",
        "08:00-12:00",
        "190:20:30",
        "1e3",
        ".inf",
        ".nan",
        "-0",
        "2026-03-01",
        "2026-02-30",
    ),
    *(
        "=",
        "2026-03-01T14:30",
        "Haus#3",
        "a:b",
        "x & y",
        "100 %",
        "50 % der Kosten",
        "„Haus“",
        "Straße ß ẞ",
        "č ł Ж ع",
        "🌻",
    ),
]


@pytest.mark.parametrize("written", AS_WRITTEN)
def test_a_value_stays_the_text_that_was_written(written: str) -> None:
    assert read(f"feld: {written}".encode()) == {"feld": written}


@pytest.mark.parametrize("written", AS_WRITTEN)
def test_a_list_item_stays_the_text_that_was_written(written: str) -> None:
    assert read(f"feld:\n  - {written}".encode()) == {"feld": [written]}


@pytest.mark.parametrize("written", [written for written in AS_WRITTEN if not written.startswith("=")])
def test_a_field_name_stays_the_text_that_was_written(written: str) -> None:
    assert read(f"{written}: x".encode()) == {written: "x"}


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("[DE, NO, AT]", ["DE", "NO", "AT"]),
        ("{on: off, 1: 2}", {"on": "off", "1": "2"}),
        ("[a, b, ]", ["a", "b"]),
        ("[]", []),
        ("{}", {}),
        ("''", ""),
        ("' x '", " x "),
        ('"a: b # c"', "a: b # c"),
        ("'Karls ''Haus'''", "Karls 'Haus'"),
        (r'"\x41 \u00e4"', "A ä"),
        ("|\n  a\n  b # kein Kommentar\n", "a\nb # kein Kommentar\n"),
        ("|-\n  a\n\n  b\n", "a\n\nb"),
        (">\n  a\n  b\n\n  c\n", "a b\nc\n"),
        ("a\n  b", "a b"),
        ("a   ", "a"),
        ("'a'  # Kommentar hinter Anführungszeichen", "a"),
        ("[a, b]  # Kommentar hinter einer Liste", ["a", "b"]),
    ],
)
def test_written_forms(written: str, becomes: object) -> None:
    assert read(f"feld: {written}".encode()) == {"feld": becomes}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"a: b\nc:\n  - d\n", id="line feeds"),
        pytest.param(b"\xef\xbb\xbfa: b\nc:\n  - d\n", id="byte order mark"),
        pytest.param(b"a: b\r\nc:\r\n  - d\r\n", id="Windows"),
        pytest.param(b"a: b\rc:\r  - d\r", id="old Mac"),
        pytest.param(b"a: b\nc:\n  - d", id="no line end at the end"),
        pytest.param(b"# x\n\na: b\n# y\nc:\n  # z\n  - d\n", id="comments and empty lines"),
        pytest.param(b"---\na: b\nc:\n- d\n...\n", id="marks of the document"),
        pytest.param(b"{a: b, c: [d]}", id="flow style"),
        pytest.param(b"'a': \"b\"\n? c\n: - d\n", id="quoted names"),
    ],
)
def test_forms_that_mean_the_same(content: bytes) -> None:
    assert read(content) == {"a": "b", "c": ["d"]}


# What is refused, where, and with which words.

REFUSED: list[tuple[str | bytes, int, int, str]] = [
    # A1: nothing there
    ("", 1, 1, "Die Datei ist leer."),
    ("# nur ein Kommentar\n", 1, 1, "Die Datei ist leer."),
    ("---\n", 1, 1, "Die Datei ist leer."),
    ("\n\n", 1, 1, "Die Datei ist leer."),
    ("''", 1, 1, "Die Datei ist leer."),
    # A2: no fields
    ("- a\n- b\n", 1, 1, FIELDS_HERE),
    ("Wort", 1, 1, FIELDS_HERE),
    ("5", 1, 1, FIELDS_HERE),
    ("~", 1, 1, FIELDS_HERE),
    ("name:Haus", 1, 1, FIELDS_HERE),
    # A3: syntax
    ("\ta: b", 1, 1, TAB),
    ("a:\n\tb: c", 2, 1, TAB),
    ("a: b\n\tc: d", 2, 1, TAB),
    ("a: |\n\tb", 2, 1, TAB),
    ("a: b: c", 1, 5, "Ein Doppelpunkt mit Leerzeichen steht mitten im Text."),
    ("a: b\nc: d\n  e: f", 3, 4, "Ein Doppelpunkt mit Leerzeichen steht mitten im Text."),
    ('name: "Haus" Warstein', 1, 14, INDENTATION),
    ("a:\n   b: c\n  d: e", 3, 3, INDENTATION),
    ("a: b\n]", 2, 1, INDENTATION),
    ("a: b\nc: 'Haus\nd: e", 2, 4, "Das Anführungszeichen, das hier beginnt, hat kein Ende."),
    ('a: "Haus', 1, 4, "Das Anführungszeichen, das hier beginnt, hat kein Ende."),
    ("a: @x", 1, 4, "Dieses Zeichen darf hier nicht am Anfang stehen."),
    ("a: %x", 1, 4, "Dieses Zeichen darf hier nicht am Anfang stehen."),
    ("a: `x`", 1, 4, "Dieses Zeichen darf hier nicht am Anfang stehen."),
    ("a: > 5 Jahre", 1, 6, "Das Zeichen > oder | darf hier nicht am Anfang stehen."),
    ("a: ? b", 1, 4, "Ein Fragezeichen mit Leerzeichen darf hier nicht am Anfang stehen."),
    ("a: - b", 1, 4, "Eine Liste beginnt in einer neuen Zeile"),
    ("x:\n  - a\n  b: c", 3, 3, "In einer Liste beginnt jede Angabe mit '- '"),
    ("a: ,b", 1, 4, "Hier fehlt ein Wert, oder ein Zeichen steht zu viel."),
    ("name: Haus\nprovider\nkind: x", 2, 1, "Hinter dem Feldnamen fehlt der Doppelpunkt."),
    ("a: [b\nc: d", 1, 4, BRACKET),
    ("a: {b: c\nd: e", 1, 4, BRACKET),
    (r'a: "\q"', 1, 5, "Der Rückstrich (\\) ist hier nicht erlaubt."),
    ("a: b\n... c", 2, 5, "Nach dem Ende mit ... darf nichts mehr stehen."),
    ("a: |0\n b", 1, 5, "Die Schreibweise ist kein gültiges YAML (englischer Grund: "),
    # A4: the second of two equal names
    ("a: b\na: c", 2, 1, TWICE),
    ("x:\n  a: b\n  a: c", 3, 3, TWICE),
    ("x: {a: b, a: c}", 1, 11, TWICE),
    ('a: b\n"a": c', 2, 1, TWICE),
    ("a: b\n'a' : c", 2, 1, TWICE),
    # A5: anchors and aliases
    ("a: &a [*a]", 1, 4, NO_ANCHORS),
    ("a: &x b", 1, 4, NO_ANCHORS),
    ("a: &x\nb: c", 1, 4, NO_ANCHORS),
    ("&x a: b", 1, 1, NO_ANCHORS),
    ("a: *x", 1, 4, NO_ANCHORS),
    ("<<: *x", 1, 5, NO_ANCHORS),
    ("a: * wichtig", 1, 5, NO_ANCHORS),
    # A10: tags
    ("a: !x b", 1, 4, NO_TAGS),
    ("a: !!python/object/apply:os.system [id]", 1, 4, NO_TAGS),
    ("a: !!binary aGF1cw==", 1, 4, NO_TAGS),
    ("a: !!set {b}", 1, 4, NO_TAGS),
    ("a: ! b", 1, 4, NO_TAGS),
    ("a: !w!x b", 1, 4, NO_TAGS),
    ("!x a: b", 1, 1, NO_TAGS),
    # A11: documents and directives
    ("a: b\n---\nc: d", 2, 1, "Die Datei enthält ein zweites Dokument (---)."),
    ("a: b\n...\n---\nc: d", 3, 1, "Die Datei enthält ein zweites Dokument (---)."),
    ("%YAML 2.0\n---\na: b", 1, 1, NO_DIRECTIVES),
    ("%YAML 1.1\n---\na: b", 1, 1, NO_DIRECTIVES),
    ("%TAG ! x\n---\na: b", 1, 1, NO_DIRECTIVES),
    ("%UNBEKANNT\n---\na: b", 1, 11, NO_DIRECTIVES),
    # A12: names that are no text
    ("? [1]\n: b", 1, 3, NAME_IS_TEXT),
    ("[a]: b", 1, 1, NAME_IS_TEXT),
    ("x:\n  {a: b}: c", 2, 3, NAME_IS_TEXT),
    ("a: {{ b }}", 1, 5, NAME_IS_TEXT),
    ("*a : b", 1, 1, NAME_IS_TEXT),
    # A14: other encodings
    (b"a: b\nc: Gie\xdfen", 2, 7, NOT_UTF8),
    (b"\xc3\xa4: b\r\nc: \x84Haus\x93", 2, 4, NOT_UTF8),
    (b"a: \xc3\xa4\xe4", 1, 5, NOT_UTF8),
    (b"a: b\nc: \xc3", 2, 4, NOT_UTF8),
    (b"a: \xed\xa0\xbd", 1, 4, NOT_UTF8),
    ("a: b".encode("utf-16"), 1, 1, NOT_UTF8),
    ("a: b".encode("utf-16-le"), 1, 2, "Das Steuerzeichen U+0000 ist nicht erlaubt."),
    # A15: characters nobody sees
    ("a: b\nc: d\0", 2, 5, "Das Steuerzeichen U+0000 ist nicht erlaubt."),
    ("a: \x07", 1, 4, "Das Steuerzeichen U+0007 ist nicht erlaubt."),
    ("\n\na: \x07", 3, 4, "Das Steuerzeichen U+0007 ist nicht erlaubt."),
    ("\n\x07", 2, 1, "Das Steuerzeichen U+0007 ist nicht erlaubt."),
    ("#" + "x" * MAX_BYTES, 1, 1, "Die Datei ist zu groß (mehr als 128 KiB)."),
    ("a: \x7f", 1, 4, "Das Steuerzeichen U+007F ist nicht erlaubt."),
    ("a: b\x85c", 1, 5, "Das Steuerzeichen U+0085 ist nicht erlaubt."),
    ("a: b\u2028c", 1, 5, "Das Steuerzeichen U+2028 ist nicht erlaubt."),
    ("a: \ufffe", 1, 4, "Das Steuerzeichen U+FFFE ist nicht erlaubt."),
    ("a: b\ufeff", 1, 5, "Das Steuerzeichen U+FEFF ist nicht erlaubt."),
    (r'a: "\ud83d"', 1, 7, "Dieses Zeichen gibt es nicht."),
    (r'a: "\U00110000"', 1, 7, "Dieses Zeichen gibt es nicht."),
    (r'a: "\UFFFFFFFF"', 1, 7, "Dieses Zeichen gibt es nicht."),
    # A16: what a comment would swallow
    ("name: Haus #3", 1, 7, LOST),
    ("telefon: 1 # neu", 1, 10, LOST),
    ("a:\n  - b\n  - c # d", 3, 5, LOST),
    ("a: [b, c # d\n  ]", 1, 8, LOST),
    ("a: b\n  c # d", 1, 4, LOST),
    ("🌻: b # c", 1, 4, LOST),
    # nothing where something should be
    ("telefon:", 1, 9, EMPTY_FIELD),
    ("telefon:\nname: x", 1, 9, EMPTY_FIELD),
    ("telefon: # folgt", 1, 9, EMPTY_FIELD),
    ("a:\n  -\n  - b", 2, 4, EMPTY_FIELD),
    ("a: {b}", 1, 6, EMPTY_FIELD),
]


@pytest.mark.parametrize(("content", "line", "column", "message"), REFUSED)
def test_refused_with_place_and_reason(content: str | bytes, line: int, column: int, message: str) -> None:
    error = refusal(content)
    assert (error.place, error.message[: len(message)]) == ((line, column), message)


@pytest.mark.parametrize(("content", "line", "column", "message"), REFUSED)
def test_a_refusal_is_a_sentence_that_says_what_to_do(
    content: str | bytes, line: int, column: int, message: str
) -> None:
    written = refusal(content).message
    assert written.endswith((".", ")."))
    assert any(word in written for word in ("Bitte ", "zum Beispiel", "hier beginnt", "fehlt", "beginnt jede", "Grund"))


def test_the_escape_of_a_control_character_is_left_to_the_rule_for_text() -> None:
    assert read(rb'a: "\0\a\x85"') == {"a": "\0\a\x85"}


# Places.


def test_places_of_values_and_of_field_names() -> None:
    places = locate("# Kommentar\nname: Haus\nämter:\n  - {id: a, b: c}\n  - d\n".encode())
    assert places[()] == Place(2, 1)
    assert places[("name",)] == Place(2, 7)
    assert places[("ämter", 0, "b")] == Place(4, 16)
    assert places[("ämter", 1)] == Place(5, 5)
    assert places[name_path(("name",))] == Place(2, 1)
    assert places[name_path(("ämter",))] == Place(3, 1)
    assert places[name_path(("ämter", 0, "b"))] == Place(4, 13)


def test_a_field_called_question_mark_keeps_its_place() -> None:
    assert locate(b"'?': a\nb: c\n")[("?",)] == Place(1, 6)


# Attacks: refused fast, in little memory, and the process is alive.

LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30)
)
MERGES = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 20))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(LAUGHS, NO_ANCHORS, id="billion laughs"),
        pytest.param(MERGES, NO_ANCHORS, id="merge keys"),
        pytest.param("[" * 60_000, FIELDS_HERE, id="brackets"),
        pytest.param("a: " + "[" * 60_000, TOO_DEEP, id="brackets in a field"),
        pytest.param("{a: " * 15_000, TOO_DEEP, id="braces"),
        pytest.param("a:\n" + "".join(" " * n + "- \n" for n in range(1, 300)), TOO_DEEP, id="lists"),
        pytest.param("".join(" " * n + "a:\n" for n in range(300)), TOO_DEEP, id="mappings"),
        pytest.param("a: " + "x" * MAX_BYTES, "Die Datei ist zu groß (mehr als 128 KiB).", id="size"),
        pytest.param("a: '" + "x" * 60_000, "Das Anführungszeichen, das hier beginnt", id="one long line"),
        pytest.param("? " * 30_000, NAME_IS_TEXT, id="question marks"),
        pytest.param("a: " + "!" * 60_000, NO_TAGS, id="exclamation marks"),
    ],
)
def test_an_attack_is_refused_at_once(content: str, message: str) -> None:
    tracemalloc.start()
    start = time.process_time()
    error = refusal(content)
    took = time.process_time() - start
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert error.message.startswith(message)
    assert took < 0.5  # about 0.01 when nothing else runs
    assert most < 5 * 2**20


@pytest.mark.parametrize(
    ("levels", "good"),
    [(7, True), (8, True), (9, False)],
)
def test_eight_levels_and_no_more(levels: int, good: bool) -> None:
    content = "".join("  " * n + "a:\n" for n in range(levels - 1)) + "  " * (levels - 1) + "a: b\n"
    if good:
        assert len(locate(content.encode())) == 2 * levels + 1
    else:
        assert refusal(content).message.startswith(TOO_DEEP)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        pytest.param("a: " + "x" * (MAX_BYTES - 3), 1, id="exactly 128 KiB"),
        pytest.param("a:\n" + "- x\n" * 10_000, 10_000, id="10,000 items"),
        pytest.param("a: [" + "x," * 30_000 + "]", 30_000, id="30,000 items in one line"),
    ],
)
def test_large_files_within_the_limit_are_read_in_time(content: str, size: int) -> None:
    start = time.process_time()
    found = read(content.encode())["a"]
    assert time.process_time() - start < 1
    assert not isinstance(found, list) or len(found) == size


# Fuzzing: whatever comes, it is a document of text, or our own exception with a place in the file.

PIECES = [
    *(
        "a",
        "b: ",
        ": ",
        ":",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "-",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ",",
        " ",
        "  ",
        "\t",
        "\r",
        "\r\n",
    ),
    *(
        "&x ",
        "*x",
        "<<: ",
        "!",
        "!!str ",
        "!x!y ",
        "!<z> ",
        "'",
        '"',
        "#",
        " # c",
        "|",
        ">",
        "|2-\n",
        ">+\n",
        "%YAML 1.1\n",
    ),
    *(
        "%TAG ! x\n",
        "%",
        "---",
        "\n---\n",
        "\n...\n",
        "@",
        "`",
        "\\",
        r"\ud83d",
        r"\x",
        r"\UFFFFFFFF",
        "=",
        "~",
        "no",
        "12:30",
    ),
    *("ä", "ß", "🌻", "\ufeff", "\0", "\x07", "\x85", "\u2028", "\u202e", "x" * 1100, "[" * 30, "name: Haus\n"),
]
VALID = [as_yaml(content) for content in REGION.values()]


@st.composite
def nearly_valid(draw: st.DrawFn) -> bytes:
    """A valid file with pieces put in and parts taken out."""
    text = draw(st.sampled_from(VALID))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + draw(st.sampled_from(PIECES)) + text[end:]
    return text.encode("utf-8", "surrogatepass")


BYTES = st.binary(max_size=300)
TEXTS = st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
SHAPES = st.lists(st.sampled_from(PIECES), max_size=40).map(lambda pieces: "".join(pieces).encode())
INPUTS = st.one_of(BYTES, TEXTS, SHAPES, nearly_valid())


def assert_read_or_refused(content: bytes) -> None:
    try:
        data = read(content)
    except ReadError as error:
        places, message = [error.place], error.message
    else:
        found = locate(content)
        places, message = list(found.values()), "gelesen"
        assert_only_text(found, data, ())
    assert message
    for place in places:
        assert_place(place, content)


def assert_place(place: Place, content: bytes) -> None:
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    assert 1 <= place.line <= len(lines) + 1
    assert 1 <= place.column <= max(map(len, lines)) + 1


def assert_only_text(places: dict[object, Place], value: object, path: tuple[str | int, ...]) -> None:
    assert path in places
    match value:
        case dict():
            for name, item in value.items():
                assert type(name) is str
                assert name_path((*path, name)) in places
                assert_only_text(places, item, (*path, name))
        case list():
            for index, item in enumerate(value):
                assert_only_text(places, item, (*path, index))
        case _:
            assert type(value) is str


@by_chance
@given(INPUTS)
@example(b"a: |\n\n\t")
@example(b"a: '\n\n\n")
def test_any_input_is_read_or_refused(content: bytes) -> None:
    assert_read_or_refused(content)


@pytest.mark.parametrize("content", [rb'a: "\U00110000"', rb'a: "\UFFFFFFFF"'])
def test_characters_that_do_not_exist_are_refused_without_libyaml_too(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the parser raises ValueError and OverflowError."""
    monkeypatch.setattr(events, "_LOADER", yaml.SafeLoader)
    error = refusal(content)
    assert error.message.startswith("Die Datei enthält ein Zeichen, das es nicht gibt.")
    assert error.place == (1, 1)


@given(INPUTS)
@settings(max_examples=300)
def test_any_input_is_read_or_refused_without_libyaml_too(content: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "_LOADER", yaml.SafeLoader)
        assert_read_or_refused(content)


LINES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"), max_size=30
).filter(lambda line: not re.match("[ -]*[\u200b\u2060]|[ -]*[^\\S ]", line))
"""Without the strange spaces that no line may begin with."""
WRITTEN: st.SearchStrategy[Any] = st.recursive(
    LINES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LINES, inner, max_size=3),
    max_leaves=8,
)


def depth(value: object) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0)


@given(st.dictionaries(LINES, WRITTEN, min_size=1, max_size=4).filter(lambda data: depth(data) <= 8))
@settings(max_examples=300)
def test_what_was_written_is_what_is_read(data: dict[str, Any]) -> None:
    assert read(yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()) == data
