"""What every page loads: the style sheet and the scripts, and what lies in docs/ beside the pages written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from wegweiser.edition.site_file import SiteFile
from wegweiser.publishing import style

HANDBOOK_SCRIPT = "handbook.js"


def files(overrides: Path) -> Iterator[SiteFile]:
    """The style sheet from its parts in `overrides/style/`, and the scripts as scripts/pack.py packed them."""
    yield SiteFile("assets/site.css", partial(_join_style, overrides / "style"))
    for path in sorted((overrides / "script" / "packed").glob("*.js")):
        if path.name != HANDBOOK_SCRIPT:
            yield SiteFile(f"assets/{path.name}", path.read_bytes)


def handbook_files(overrides: Path) -> Iterator[SiteFile]:
    """The style sheet and the script that pages of the handbook alone load."""
    yield SiteFile("assets/handbook.css", partial(_join_style, overrides / "handbook"))
    yield SiteFile(f"assets/{HANDBOOK_SCRIPT}", (overrides / "script" / "packed" / HANDBOOK_SCRIPT).read_bytes)


def static_files(docs: Path) -> Iterator[SiteFile]:
    """Pictures and schemas of a folder with pages written by hand."""
    for path in sorted(docs.rglob("*.*")):
        name = path.relative_to(docs).as_posix()
        if path.suffix != ".md" and not name.startswith("assets/readme/"):
            yield SiteFile(name, path.read_bytes)


def _join_style(folder: Path) -> bytes:
    return style.join(path.read_text("utf-8") for path in sorted(folder.glob("*.css")))
