"""The files and pages of a small invented region, as an outlet makes them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from regions import DAY, Changes, read

from wegweiser import files
from wegweiser.edition import Edition
from wegweiser.edition.site import Site, describe_site
from wegweiser.publishing.prepare import Build

URL = "https://familien.example.org/wegweiser/"


def edition_of(folder: Path, changes: Changes | None = None, today: dt.date = DAY) -> tuple[Edition, Site]:
    """The changed region on a day, and what is said of its site."""
    edition = Edition.on(read(folder, changes), today)
    return edition, describe_site(edition, URL)


def rendered(build: Build, address: str) -> str:
    """The page of this address as HTML."""
    return next(build.renderer.render(page) for page in build.pages if page.address == address)


def made(edition: Edition, site: Site, path: str) -> bytes:
    """One file for other programs."""
    [file] = [file for file in files.files(edition, site, ()) if file.path == path]
    return file.make()
