"""The one form in which every outlet hands over a file of the site."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class SiteFile(NamedTuple):
    """A file of the site. It is made only when it is written, so that thousands of pages never wait in memory."""

    path: str
    """From the root of the site, without a slash in front: `angebote/kindergeld/index.html`."""
    make: Callable[[], bytes]
