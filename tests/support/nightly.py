"""Tests with many like cases: a handful run at every push, all of them each night."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import pytest
from _pytest.mark.structures import ParameterSet

Case = TypeVar("Case")


def mostly_nightly(cases: Iterable[Case], name: Callable[[Case], str], at_each_push: set[str]) -> list[ParameterSet]:
    """The cases as parameters of a test, by their names; those not named wait for the night.

    The same rules are tested with every case elsewhere, without a browser.
    """
    listed = list(cases)
    assert at_each_push <= set(map(name, listed)), at_each_push - set(map(name, listed))
    return list(_parameters(listed, name, at_each_push))


def _parameters(cases: list[Case], name: Callable[[Case], str], at_each_push: set[str]) -> Iterator[ParameterSet]:
    for case in cases:
        marks = () if name(case) in at_each_push else (pytest.mark.nightly,)
        yield pytest.param(case, id=name(case), marks=marks)
