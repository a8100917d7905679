"""Scripts as they are written and as they are published."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegweiser.publishing import script

ROOT = Path(__file__).parents[3]
PARTS = sorted((ROOT / "overrides" / "script").glob("*.js"))
OTHERS = sorted(path for path in (ROOT / "docs" / "assets").rglob("*.js") if ".min" not in path.suffixes)
MOST_BYTES = 2_000
"""Every page loads it."""


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], b""),
        (["// why\nlet a = 1;\n\n"], b"let a = 1;\n"),
        (['const url = "//x";\n'], b'const url = "//x";\n'),
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


@pytest.mark.parametrize("path", [*PARTS, *OTHERS], ids=lambda path: path.name)
def test_no_text_goes_over_several_lines(path: Path) -> None:
    """Inside of one, indentation and // would be text; block comments are not taken out."""
    for line in path.read_text("utf-8").splitlines():
        assert line.count("`") % 2 == 0, line
        assert "/*" not in line, line
