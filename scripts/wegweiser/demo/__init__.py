"""An invented region of any size, for tests, benchmarks and for showing what a complete region looks like.

Every name is made up, mail and web addresses use example.org (RFC 2606), phone numbers come from the block
+49 30 23125 xxx that the Bundesnetzagentur keeps free for fiction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from wegweiser.demo.examples import Examples, examples
from wegweiser.demo.region import Region
from wegweiser.demo.words import OFFERS

__all__ = ["OFFERS", "Examples", "FolderNotEmptyError", "Region", "as_editors_write", "examples", "write"]


class FolderNotEmptyError(Exception):
    """The folder holds files already; the demo writes over nothing."""


def write(folder: Path, centres: int, today: dt.date, seed: int = 1) -> int:
    """Write a region with so many centres into an empty folder; return the number of files."""
    if folder.exists() and any(folder.iterdir()):
        raise FolderNotEmptyError(folder)
    count = 0
    for name, record in Region(centres, today, seed).files():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=110)
        path.write_text(f"# Erfunden: Namen, Nummern und Adressen gibt es nicht.\n{text}", "utf-8")
        count += 1
    return count


class _Plain(yaml.SafeDumper):
    """YAML as our reader takes it: everything is text, so that nothing needs quotes for looking like a number."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - as PyYAML declares it

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def as_editors_write(record: Mapping[str, Any]) -> str:
    """A record as an editor would write it by hand."""
    text: str = yaml.dump(dict(record), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)
    return text
