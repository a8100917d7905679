"""The style sheet as it is written and as it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegweiser.publishing import style

PARTS = sorted((Path(__file__).parents[3] / "overrides" / "style").glob("*.css"))
LONGEST = 400
"""Lines of a part, so that a person can still read through it."""


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], b""),
        (["a {\n  color: red;\n}\n"], b"a{color:red}"),
        (["a {\n  margin:\n    1rem\n    2rem;\n}\n"], b"a{margin:1rem 2rem}"),
        (
            ["a,\nb { color: red }\n@media (width: 1rem) {\n  a { top: 0 }\n}"],
            b"a,b{color:red}@media (width:1rem){a{top:0}}",
        ),
        (["/* one\n   two */\na { top: 0 }\n", "\n\nb { top: 0 } /* why */\n"], b"a{top:0}b{top:0}"),
        (['a::before {\n  content: "\u203a" / "";\n}'], 'a::before{content:"\u203a" / ""}'.encode()),
        # what only looks like spaces for readers
        (
            ['a::after {\n  content: "Ort:  /* kein Kommentar */ { ";\n}'],
            b'a::after{content:"Ort:  /* kein Kommentar */ { "}',
        ),
        (["a {\n  width: calc(1rem + 2px - 1%);\n}"], b"a{width:calc(1rem + 2px - 1%)}"),
        (["main :is(a, b) > p {\n  top: 0;\n}"], b"main :is(a,b)>p{top:0}"),
    ],
)
def test_parts_become_one_file(parts: list[str], expected: bytes) -> None:
    assert style.join(parts) == expected


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.name)
def test_a_part_is_whole_and_short(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") <= LONGEST
    published = style.join([source]).decode()
    assert published.count("{") == published.count("}") > 0
    assert "!important" not in published


def test_the_order_of_the_parts_is_in_their_names() -> None:
    numbers = [path.name[:2] for path in PARTS]
    assert len(set(numbers)) == len(numbers) > 5
    assert all(number.isdecimal() for number in numbers)
    assert "properties" in PARTS[0].name
    assert "print" in PARTS[-1].name
