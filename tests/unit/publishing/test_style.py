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
        (["a {\n  color: red;\n}\n"], b"a {color:red;}\n"),
        (["a {\n  margin:\n    1rem\n    2rem;\n}\n"], b"a {margin: 1rem 2rem;}\n"),
        (["a,\nb {}\n@media (width: 1rem) {\n  a {}\n}"], b"a,b {}\n@media (width:1rem) {a {}\n}\n"),
        (["/* one\n   two */\na {}\n", "\n\nb {} /* why */\n"], b"a {}\nb {}\n"),
        (['a::before {\n  content: "\u203a" / "";\n}'], 'a::before {content:"\u203a" / "";}\n'.encode()),
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
