"""What we say about a record, fact by fact in words: what check sheets, letters and /korrigieren/ ask about."""

from __future__ import annotations

from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.catalog.addresses import title_of
from wegweiser.view.statements.records import TELLERS
from wegweiser.view.statements.statement import NEW, UNKNOWN, Choice, Form, Statement

__all__ = ["KINDS", "NEW", "UNKNOWN", "Choice", "Form", "Statement", "heading_of", "statements_of"]

KINDS = tuple(TELLERS)
"""The kinds of records about which there are statements."""


def statements_of(catalog: Catalog, entry: Entry[Any]) -> tuple[Statement, ...]:
    """All statements about a record in the order of a sheet; none of another kind, or of what has closed."""
    tell = TELLERS.get(entry.kind)
    if tell is None or getattr(entry.record, "closed", None):
        return ()
    return tuple(tell(catalog, entry))


def heading_of(catalog: Catalog, entry: Entry[Any]) -> str:
    """What stands above the statements about a record: its title, or with whom an agreement is."""
    if entry.kind != "agreement":
        return title_of(entry)
    office = catalog.organizations.get(entry.record.office)
    return f"{entry.record.evidence.label}: {title_of(office) if office else entry.record.office}"
