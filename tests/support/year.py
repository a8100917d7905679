"""A leap year, day by day in one process: what is the same on every day is worked out once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import jinja2
import pytest
from jinja2.bccache import Bucket

from wegweiser.catalog import records
from wegweiser.checks import content
from wegweiser.pages import render

YEAR = [dt.date(2028, 1, 1) + dt.timedelta(days=number) for number in range(366)]


class _Compiled(jinja2.BytecodeCache):
    """Keeps compiled templates in memory, for all environments of a test."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


@contextmanager
def many_days() -> Iterator[pytest.MonkeyPatch]:
    """While it is open, places are looked up, words folded and templates compiled once each; results are the same."""
    compiled = _Compiled()
    make = render.environment

    def environment(folder: Path) -> jinja2.Environment:
        made = make(folder)
        made.bytecode_cache = compiled
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "locate", cache(records.locate))
        patch.setattr(content, "fold", cache(content.fold))
        patch.setattr(render, "environment", environment)
        yield patch
