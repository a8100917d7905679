"""What is set by the typesetter: hand-over sheets, and pictures for shared links."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from wegweiser.edition import sharing
from wegweiser.edition.site import Site
from wegweiser.edition.site_file import SiteFile
from wegweiser.paper.pictures import draw_picture

__all__ = ["picture_files"]


def picture_files(site: Site, overrides: Path) -> Iterator[SiteFile]:
    """One picture for each kind of page; none where nobody knows where the site is published."""
    for kind in sharing.KINDS if site.url else ():
        yield SiteFile(sharing.picture_path(kind), partial(_draw, overrides, kind, site.name))


def _draw(overrides: Path, kind: str, name: str) -> bytes:
    template = (overrides / "sharing" / "bild.typ").read_bytes()
    return draw_picture(kind, template, overrides / "handouts" / "fonts", name)
