"""How many inputs of chance are tried: a few at each push, more in the night, very many each week."""

from __future__ import annotations

import os

FUZZ = int(os.environ.get("WEGWEISER_FUZZ", "2000"))
"""Inputs for each test that takes any bytes or any text."""
