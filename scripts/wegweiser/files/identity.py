"""What files call a record for ever, so that programs know it again: no random numbers, the same in each build."""

from __future__ import annotations

import hashlib
import uuid
from functools import lru_cache

from wegweiser.edition import Edition

_NAMESPACE = uuid.NAMESPACE_URL.bytes


def stable_id(edition: Edition, name: str) -> str:
    """The UUID of a record (`kind:id`) or of something in it, made from the region's key and the name.

    RFC 9562, version 5, as `uuid.uuid5` gives it; written out here since a directory needs tens of thousands.
    """
    return _uuid(f"{edition.catalog.region.record.ags}/{name}")


@lru_cache(maxsize=200_000)
def _uuid(written: str) -> str:
    """Nested and tabular files name the same things, each of them several times."""
    digest = hashlib.sha1(_NAMESPACE + written.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digest[16], 16) & 3]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"
