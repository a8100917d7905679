"""Data that scripts of the site load, named by its content so that an old page never meets new data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wegweiser.pages.site import Guide

Maker = Callable[["Guide"], object]
"""Makes something that JSON can hold."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One file: its name without ending, and its bytes."""

    name: str
    content: bytes

    @property
    def path(self) -> str:
        """Where it is published, from the root of the site: `assets/zustaendig.0a1b2c3d4e.json`."""
        return f"assets/{self.name}.{hashlib.sha256(self.content).hexdigest()[:10]}.json"


def make_bundles(guide: Guide, makers: dict[str, Maker]) -> dict[str, Bundle]:
    """All bundles of an edition by name."""
    return {name: Bundle(name, _write(maker(guide))) for name, maker in makers.items()}


def _write(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
