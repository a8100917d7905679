"""The pictures that others see when somebody shares a link: one for each kind of page, drawn by the typesetter."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import typst

from wegweiser.edition.sharing import KINDS

SIZE = (800, 420)
"""Pixels."""
UNITS = 1200
"""Width of the drawing in points; see overrides/sharing/bild.typ."""


@cache
def _compiler(fonts: Path) -> typst.Compiler:
    found = typst.Fonts(include_system_fonts=False, font_paths=[str(fonts)])
    return typst.Compiler(font_paths=found, ignore_system_fonts=True)


def draw_picture(kind: str, template: bytes, fonts: Path, name: str) -> bytes:
    """The PNG of a kind; `name` is the name of the site."""
    given = json.dumps({"name": name, "words": KINDS[kind]}, ensure_ascii=False)
    made = _compiler(fonts).compile(
        template, format="png", ppi=72 * SIZE[0] / UNITS, sys_inputs={"picture": given}, timestamp=0
    )
    return made if isinstance(made, bytes) else b""
