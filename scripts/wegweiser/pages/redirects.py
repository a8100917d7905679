"""Pages that moved or were archived: an address once published keeps its answer."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.pages.site import Guide, Page


def pages(guide: Guide) -> Iterator[Page]:
    """One page for each old address."""
    for redirect in guide.catalog.redirects.record.redirects:
        target = redirect.new.lstrip("/") if redirect.new is not None else None
        yield Page(
            address=redirect.old.lstrip("/"),
            template="moved.html",
            title=f"{'Diese Seite ist umgezogen' if target is not None else 'Archiviert'}: {redirect.old}",
            description="Diese Adresse gab es früher.",
            context={"target": target, "target_title": redirect.new, "archived": redirect.archived},
            indexed=False,
        )
