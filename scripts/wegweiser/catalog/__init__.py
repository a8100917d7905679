"""The records of a data folder by id, with the place of everything they say."""

from __future__ import annotations

from wegweiser.catalog.folder import RESERVED_IDS, load
from wegweiser.catalog.records import TOP, Catalog, Entries, Entry, nearest_place

__all__ = ["RESERVED_IDS", "TOP", "Catalog", "Entries", "Entry", "load", "nearest_place"]
