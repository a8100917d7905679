"""Pages that moved or were archived: an address once published keeps its answer."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.edition import Edition
from wegweiser.pages.page import Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each old address."""
    for redirect in edition.catalog.redirects.record.redirects:
        target = redirect.new.lstrip("/") if redirect.new is not None else None
        yield Page(
            address=redirect.old.lstrip("/"),
            template="moved.html",
            title=f"{'Diese Seite ist umgezogen' if target is not None else 'Archiviert'}: {redirect.old}",
            description="Diese Adresse gab es früher.",
            context={"target": target, "target_title": redirect.new, "archived": redirect.archived},
            indexed=False,
        )
