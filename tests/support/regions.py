"""A small invented region for the tests of rules: the demo with three houses and few offers, changed file by file.

A test says what it changes, and gets what that makes wrong.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wegweiser import catalog, checks
from wegweiser.catalog import Catalog
from wegweiser.demo import Region
from wegweiser.values.problems import Problem

Fields = dict[str, Any]
Changes = Mapping[str, Fields | str | bytes | None]
"""File (without .yml) → fields that replace those of the demo (None: without it); text as it is; None: no file."""

DAY = dt.date(2026, 6, 1)
"""The day on which the region was made; unchanged, nothing in it needs attention then."""

TOWN, SECOND_TOWN, THIRD_TOWN = "dornmoor", "quellenbruch", "weidenmoor"
HOUSE = "abenteuerland-1-dornmoor"
SECOND_HOUSE = "bienenkorb-1-quellenbruch"
THIRD_HOUSE = "drachennest-1-weidenmoor"
OFFERS = ("wohngeld", "but-antrag", "kita-platz", "elterncafe")
"""One for each topic; what the houses name as well."""


def source(**changes: str | None) -> Fields:
    """One source, read on the day of the region."""
    fields = {"title": "Erfundene Quelle", "kind": "own", "published": "2026-01", "accessed": "2026-06-01", **changes}
    return {name: value for name, value in fields.items() if value is not None}


PROOF: Fields = {"sources": [source()]}
"""What every record needs."""


@cache
def files() -> dict[str, Fields]:
    """The unchanged region: file (without .yml) → content."""
    houses = (HOUSE, SECOND_HOUSE, THIRD_HOUSE)
    demo = dict(Region(3, DAY).files())
    offers = {f"offers/{offer}" for house in houses for offer in demo[f"centres/{house}"]["offers"]}
    offers |= {f"offers/{offer}" for offer in OFFERS}
    return {name: record for name, record in demo.items() if not name.startswith("offers/") or name in offers}


@cache
def _unchanged() -> dict[str, bytes]:
    return {name: as_yaml(record) for name, record in files().items()}


class _Dumper(yaml.SafeDumper):
    """Writes everything out; our reader refuses anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def as_yaml(record: Fields) -> bytes:
    """The record as an editor would write it."""
    return yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000).encode()


def write(folder: Path, changes: Changes | None = None) -> Path:
    """Write the region with these changes."""
    content = {**_unchanged(), **{name: _changed(name, change) for name, change in (changes or {}).items()}}
    for name, written in content.items():
        if written is not None:
            path = folder / f"{name}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written)
    return folder


def _changed(name: str, change: Fields | str | bytes | None) -> bytes | None:
    if isinstance(change, dict):
        fields = {**files().get(name, {}), **change}
        return as_yaml({field: value for field, value in fields.items() if value is not None})
    return change.encode() if isinstance(change, str) else change


def redirects(*written: Fields) -> Changes:
    """The changed addresses of the region."""
    return {"redirects": {"redirects": list(written)}}


def read(folder: Path, changes: Changes | None = None) -> Catalog:
    """The region with changes that are no fault of a single file."""
    content, problems = catalog.load(write(folder, changes))
    assert problems == []
    assert content is not None
    return content


def problems(folder: Path, changes: Changes | None = None, today: dt.date = DAY) -> list[Problem]:
    """Everything that is wrong with the changed region, in the order of places."""
    content, found = catalog.load(write(folder, changes))
    return sorted(found + checks.check(content, today) if content else found)


def findings(folder: Path, changes: Changes | None = None, today: dt.date = DAY) -> list[str]:
    """The same as `file | what stands at the place | level: message`."""
    return [_shown(folder, problem) for problem in problems(folder, changes, today)]


def _shown(folder: Path, problem: Problem) -> str:
    path = Path(problem.path)
    text = path.read_text("utf-8") if path.is_file() else ""
    pointed = "".join(text.split("\n")[problem.line - 1 : problem.line])[problem.column - 1 :]
    return f"{path.relative_to(folder)} | {_unquoted(pointed)} | {problem.level}: {problem.message}"


def _unquoted(written: str) -> str:
    return written[1:-1] if written.startswith("'") and written.endswith("'") else written
