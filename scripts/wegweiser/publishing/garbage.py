"""Tune the garbage collector for short runs."""

from __future__ import annotations

import atexit
import gc

OBJECTS = 1_000_000
"""Made since the last look. Python's own figure is 700."""


def relax_garbage_collection() -> None:
    """Nearly all objects of a run live to its end; looking through them as often as usual took a fifth of the time.

    What is still there at the end goes with the process, without another look.
    """
    gc.set_threshold(OBJECTS, 20, 20)
    atexit.register(gc.freeze)
