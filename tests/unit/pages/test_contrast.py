"""Colours that stand on each other can be told apart (WCAG 2.2, 1.4.3 and 1.4.11), light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLE = Path(__file__).parents[3] / "overrides" / "style"
PROPERTIES = (STYLE / "10-properties.css").read_text("utf-8")
TEXT, EDGE = 4.5, 3.0
GROUNDS = ("paper", "surface", "soft", "warm")
PAIRS = [
    *((colour, ground, TEXT) for colour in ("ink", "muted", "heading", "link", "accent") for ground in GROUNDS),
    ("brand-ink", "brand", TEXT),
    ("brand-ink", "deep", TEXT),
    ("deep-ink", "deep", TEXT),
    ("notice-ink", "notice", TEXT),
    ("ok-ink", "ok", TEXT),
    ("paper", "accent", TEXT),
    *((colour, ground, EDGE) for colour in ("edge", "focus") for ground in GROUNDS),
    *(("brand", ground, EDGE) for ground in ("paper", "surface")),
    ("focus-deep", "deep", EDGE),
    ("focus-deep", "brand", EDGE),
]
"""(colour, ground, least contrast): text needs 4.5, edges of fields and the focus need 3."""


def palettes() -> dict[str, dict[str, str]]:
    """The hexadecimal colours of each scheme; dark ones that are not named are the light ones."""
    light, dark = PROPERTIES.split("@media (prefers-color-scheme: dark)")
    found = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part)) for part in (light, dark)]
    return {"light": found[0], "dark": found[0] | found[1]}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("colour", "ground", "least"), PAIRS, ids=lambda value: str(value))
def test_colours_can_be_told_apart(scheme: str, colour: str, ground: str, least: float) -> None:
    palette = palettes()[scheme]
    assert contrast(palette[colour], palette[ground]) >= least


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_measured_as_the_guideline_says(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)


def test_dark_names_every_colour_that_light_names() -> None:
    light, dark = PROPERTIES.split("@media (prefers-color-scheme: dark)")
    named = [set(re.findall(r"--([a-z-]+): #", part)) for part in (light, dark)]
    assert named[0] == named[1]


def test_every_property_that_is_used_is_defined() -> None:
    parts = {path.name: path.read_text("utf-8") for path in sorted(STYLE.glob("*.css"))}
    defined = set(re.findall(r"(--[a-z-]+):", "".join(parts.values())))
    assert {name: set(re.findall(r"var\((--[a-z-]+)", part)) - defined for name, part in parts.items()} == {
        name: set() for name in parts
    }
    assert {prop for prop in defined if f"var({prop})" not in "".join(parts.values())} == set()


def test_what_colours_text_is_measured_as_text() -> None:
    # The numbers of a list are text too, which no tool that looks at a page measures.
    named = {
        colour
        for path in STYLE.glob("*.css")
        for colour in re.findall(r"(?<![a-z-])color: var\(--([a-z-]+)\)", path.read_text("utf-8"))
    }
    assert named - {colour for colour, _, least in PAIRS if least == TEXT} == set()


def test_the_decision_shows_what_is_measured() -> None:
    decision = (STYLE.parents[1] / "docs" / "decisions" / "0012-design-language.md").read_text("utf-8")
    light, dark = palettes().values()
    for colour, ground, _ in PAIRS:
        figures = [f"{contrast(palette[colour], palette[ground]):.1f}" for palette in (light, dark)]
        assert f"| {colour} | {ground} | {figures[0]} | {figures[1]} |" in decision
