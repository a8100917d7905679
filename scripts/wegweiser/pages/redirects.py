"""Pages that moved or were archived: an address once published keeps its answer, and the name of what was there."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.edition import Edition
from wegweiser.pages.page import Page
from wegweiser.schema import Redirect
from wegweiser.view.centre_lines import centre_lines, member_houses
from wegweiser.view.moved import describe_moved, target_title


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each old address."""
    for redirect in edition.catalog.redirects.record.redirects:
        yield moved_page(edition, redirect)


def moved_page(edition: Edition, redirect: Redirect) -> Page:
    """What was there, what became of it, and in its place the houses of the town where it was a house."""
    moved = describe_moved(edition, redirect)
    target = redirect.new.lstrip("/") if redirect.new is not None else None
    named = f"{moved.name} in {moved.town.record.name}" if moved.town else moved.name
    is_house = moved.kind == "centre" and moved.town is not None
    houses = edition.relations.centres_in.get(moved.town.id, []) if moved.town and is_house else []
    members = member_houses(edition, moved.town.id) if moved.town and is_house else []
    return Page(
        address=redirect.old.lstrip("/"),
        template="moved.html",
        title=f"{named} ({'umgezogen' if target is not None else 'nicht mehr da'})",
        description="Diese Adresse gab es früher.",
        context={
            "heading": named,
            "target": target,
            "target_title": target_title(edition, redirect),
            "archived": redirect.archived,
            "town": moved.town,
            "is_house": is_house,
            "houses": centre_lines(edition, houses, members),
        },
        indexed=False,
    )
