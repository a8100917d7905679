"""The script of every page as it is written and as it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegweiser.pages import script

PARTS = sorted((Path(__file__).parents[2] / "overrides" / "script").glob("*.js"))
MOST_BYTES = 2_000
"""Every page loads it."""


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], b""),
        (["// why\nlet a = 1;\n\n"], b"let a = 1;\n"),
        (["{\n  a();\n}\n", "b(); // kept\n"], b"{\na();\n}\nb(); // kept\n"),
    ],
)
def test_parts_become_one_file(parts: list[str], expected: bytes) -> None:
    assert script.join(parts) == expected


def test_it_is_small_and_keeps_its_names_to_itself() -> None:
    """A plain script, since modules are refused to a copy on a stick: what it declares would belong to the window."""
    published = script.join(path.read_text("utf-8") for path in PARTS)
    assert len(published) <= MOST_BYTES
    for path in PARTS:
        first, *_ = script.join([path.read_text("utf-8")]).decode().splitlines()
        assert first.startswith(("(() => {", "addEventListener(")), path.name
        assert "`\n" not in path.read_text("utf-8"), "the lines of a text over several lines would change"
