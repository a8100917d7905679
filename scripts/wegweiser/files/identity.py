"""What files call a record for ever, so that programs know it again: no random numbers, the same in each build."""

from __future__ import annotations

import uuid

from wegweiser.edition import Edition


def stable_id(edition: Edition, name: str) -> uuid.UUID:
    """The id of a record (`kind:id`) or of something in it: RFC 9562, version 5, from the region's key and the name."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{edition.catalog.region.record.ags}/{name}")
