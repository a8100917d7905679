"""Data that scripts of the site load, named by its content so that an old page never meets new data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wegweiser.edition import Edition

Maker = Callable[["Edition"], object]
"""Makes something that JSON can hold, or `ChunkedBundle`."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One file: its name without ending, and its bytes."""

    name: str
    content: bytes
    folder: str = ""
    """Name of the folder that holds files of one content; empty where the file carries its own hash."""

    @property
    def path(self) -> str:
        """Where it is published, from the root of the site: `assets/zustaendig.0a1b2c3d4e.json`."""
        if self.folder:
            return f"assets/{self.folder}/{self.name}.json"
        return f"assets/{self.name}.{fingerprint(self.content)}.json"


@dataclass(frozen=True, slots=True)
class ChunkedBundle:
    """A bundle of several files: the index that pages name, and the chunks that scripts load later."""

    index: object
    chunks: tuple[Bundle, ...]


def make_folder(name: str, values: Mapping[str, object]) -> tuple[Bundle, ...]:
    """Files that share one hash, so that whoever knows the folder knows the address of each."""
    contents = {file: write(value) for file, value in values.items()}
    folder = f"{name}.{fingerprint(b''.join(contents.values()))}"
    return tuple(Bundle(file, content, folder) for file, content in contents.items())


def make_bundles(edition: Edition, makers: Mapping[str, Maker]) -> dict[str, Bundle]:
    """All bundles of an edition by name; files that are loaded later are named `maker/file`."""
    bundles: dict[str, Bundle] = {}
    for name, maker in makers.items():
        made = maker(edition)
        chunked = made if isinstance(made, ChunkedBundle) else ChunkedBundle(made, ())
        bundles[name] = Bundle(name, write(chunked.index))
        bundles |= {f"{name}/{bundle.name}": bundle for bundle in chunked.chunks}
    return bundles


def fingerprint(content: bytes) -> str:
    """The first ten digits of the SHA-256."""
    return hashlib.sha256(content).hexdigest()[:10]


def write(value: object) -> bytes:
    """JSON without spaces, as UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
