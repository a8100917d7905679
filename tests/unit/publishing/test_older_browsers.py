"""What the style sheet needs, and what Chrome 90, Firefox 102 and Safari 15 make of it.

One selector that a browser does not know makes it drop the whole rule, and with it every selector beside it. So what is
new stands in a rule of its own, and the page must do without that rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from wegweiser.publishing import style

PARTS = sorted((Path(__file__).parents[3] / "overrides" / "style").glob("*.css"))
ALONE = {":has(": "Chrome 105, Firefox 121, Safari 15.4", "::details-content": "Chrome 131, Firefox 143, Safari 18.4"}
"""Selectors with the first browsers that know them."""
NEEDED: dict[str, str] = {
    r"(?:^|[;{])(?:rotate|scale|translate):": "Chrome 104; 'transform' is known to all",
    r"(?:^|[;{}])&|\{[^{}@]*\{": "nesting: Chrome 112, Firefox 117, Safari 16.5",
    r"@layer|@container|@scope|@starting-style": "at-rules of 2022 and later",
    r"color-mix\(|oklch\(|light-dark\(|lab\(": "colours of 2023 and later",
    r"\d(?:d|s|l)v[hwib]\b": "units of the small screen: Chrome 108, Firefox 101, Safari 15.4",
    r"\bsubgrid\b|:popover-open|::backdrop": "grids and layers of 2022 and later",
    r"@media \((?:width|height) ?[<>]": "ranges: Chrome 104, Firefox 63, Safari 16.4",
}
"""Pattern → why the pages do not use it."""


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Each selector list with its declarations, also inside of @media."""
    for found in re.finditer(r"([^{}]+)\{([^{}]*)\}", sheet):
        yield found[1].strip(), found[2]


def top_level(selectors: str) -> list[str]:
    """The selectors of a list; commas within brackets separate nothing."""
    return re.split(r",(?![^()]*(?:\([^()]*\)[^()]*)*\))", selectors)


def unknown(sheet: str) -> list[str]:
    """What an older browser would drop together with something that it knows, or has no other value for."""
    flat = re.sub(r"@(?:media|keyframes)[^{]*\{((?:[^{}]*\{[^{}]*\})*)\}", r"\1", sheet)
    found = [
        found[0]
        for pattern in NEEDED
        for found in re.finditer(pattern, flat if "nesting" in NEEDED[pattern] else sheet)
    ]
    for selectors, declarations in rules(sheet):
        if any(new in selectors for new in ALONE) and len(top_level(selectors)) > 1:
            found.append(selectors)
        if re.search(r'content:"[^"]*" /', declarations) and not re.search(r'content:"[^"]*";', declarations):
            found.append(declarations)
    return found


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.name)
def test_what_is_new_takes_nothing_else_with_it(path: Path) -> None:
    assert unknown(style.join([path.read_text("utf-8")]).decode()) == []


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("a:has(b){top:0}", []),
        ("nav,a:has(b){top:0}", ["nav,a:has(b)"]),
        ("@media print{nav,:is(a,b)::details-content{top:0}}", [None]),
        ("a:is(b,c),d{top:0}", []),
        ('a::before{content:"x" / ""}', ['content:"x" / ""']),
        ('a::before{content:"x";content:"x" / ""}', []),
        ("a{rotate:45deg}", ["{rotate:"]),
        ("a{transform:rotate(45deg)}", []),
        ("a{top:0;b{top:0}}", [None]),
        ("@media (min-width:46rem){a{top:0}}", []),
        ("@media (width >= 46rem){a{top:0}}", ["@media (width >"]),
        ("a{block-size:100svh}", ["0svh"]),
    ],
)
def test_it_would_be_noticed(sheet: str, expected: list[str | None]) -> None:
    found = unknown(sheet)
    assert len(found) == len(expected)
    assert [one for one, wanted in zip(found, expected, strict=True) if wanted is not None] == [
        wanted for wanted in expected if wanted is not None
    ]


def test_nothing_essential_hangs_on_what_is_new() -> None:
    """Rules with the new selectors move, colour or print; none of them shows or hides anything on the screen."""
    screen = re.sub(
        r"@media print\{(?:[^{}]*\{[^{}]*\})*\}", "", style.join([p.read_text("utf-8") for p in PARTS]).decode()
    )
    hiding = [
        s for s, d in rules(screen) if any(new in s for new in ALONE) and re.search(r"display:none|visibility:", d)
    ]
    assert hiding == []
