"""Names by which houses are looked for beside the one of their page: houses of a Verbund, old names, closed houses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wegweiser.edition import Edition
from wegweiser.view.centre_lines import member_houses
from wegweiser.view.moved import describe_moved

CLOSED = "geschlossen"


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name, and the page where it leads."""

    id: str
    """The last part of the address, below the folder of houses."""
    name: str
    town: str
    """Id; empty where nobody knows it."""
    note: str
    """What has to be said: `heißt jetzt: Villa Kunterbunt`."""
    anchor: str = ""
    """A place on that page."""


def other_names(edition: Edition) -> Iterator[OtherName]:
    """All of them; a house of a Verbund stands in its own town."""
    for entry, house in member_houses(edition):
        yield OtherName(entry.id, house.name, house.town, f"im Verbund: {entry.record.name}", house.anchor)
    for id_, entry in edition.catalog.centres.items():
        is_open = id_ in edition.houses
        if not is_open:
            yield OtherName(id_, entry.record.name, entry.record.municipality, CLOSED)
        for name in entry.record.former_names:
            note = f"heißt jetzt: {entry.record.name}" if is_open else CLOSED
            yield OtherName(id_, name, entry.record.municipality, note)
    yield from _moved(edition)


def _moved(edition: Edition) -> Iterator[OtherName]:
    for redirect in edition.catalog.redirects.record.redirects:
        moved = describe_moved(edition, redirect)
        if moved.kind != "centre":
            continue
        town = moved.town.id if moved.town else ""
        if moved.target is not None and moved.target.kind == "centre":
            yield OtherName(moved.target.id, moved.name, town, f"heißt jetzt: {moved.target.record.name}")
        elif redirect.new is None:
            yield OtherName(redirect.old.strip("/").rpartition("/")[2], moved.name, town, CLOSED)
