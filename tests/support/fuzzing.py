"""How many inputs of chance are tried: some at each push, many in the night, very many each week."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings

FUZZ = int(os.environ.get("WEGWEISER_FUZZ", "500"))
"""Inputs for each test that takes any bytes, any text, any content."""


def by_chance(test: Callable[..., Any]) -> Callable[..., Any]:
    """A test of Hypothesis with that many inputs; `-m chance` finds it."""
    return pytest.mark.chance(settings(max_examples=FUZZ)(test))
