"""What files call a record for ever, so that programs know it again: no random numbers, the same in each build."""

from __future__ import annotations

import hashlib
import uuid

from wegweiser.edition import Edition

_NAMESPACE = uuid.NAMESPACE_URL.bytes


def stable_id(edition: Edition, name: str) -> str:
    """The UUID of a record (`kind:id`) or of something in it, made from the region's key and the name.

    RFC 9562, version 5, as `uuid.uuid5` gives it; written out here since a directory needs tens of thousands.
    """
    written = f"{edition.catalog.region.record.ags}/{name}".encode()
    digest = hashlib.sha1(_NAMESPACE + written, usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digest[16], 16) & 3]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"
