"""Pages that moved or were archived, by the name of what was there and not by their address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import FOLDER_OF, link, title_of
from wegweiser.edition import Edition
from wegweiser.schema import Municipality, Redirect

_SMALL = frozenset("am an auf bei das der die für im in und unter vom von zum zur".split())
_UMLAUTS = (("(?<![aeq])ue", "ü"), ("oe", "ö"), ("ae", "ä"))


@dataclass(frozen=True, slots=True)
class Moved:
    """What was at an old address."""

    name: str
    town: Entry[Municipality] | None
    target: Entry[Any] | None
    """What is there in its place; None where nothing is, or a page that is no record's."""
    kind: str
    """Empty where no record was there."""


def describe_moved(edition: Edition, redirect: Redirect) -> Moved:
    """Name and town as the redirect says them, else as its address does."""
    folder, id_ = _parted(redirect.old)
    kind = next((kind for kind, own in FOLDER_OF.items() if own == folder), "")
    towns = edition.catalog.municipalities
    in_address = max((town for town in towns if id_.endswith(f"-{town}")), key=len, default="")
    town = towns.get(redirect.municipality or in_address)
    target = next((entry for entry in edition.catalog.records() if redirect.new == f"/{link(entry)}"), None)
    return Moved(redirect.title or in_words(id_.removesuffix(f"-{in_address}")), town, target, kind)


def target_title(edition: Edition, redirect: Redirect) -> str:
    """What a link to the new address says."""
    moved = describe_moved(edition, redirect)
    if moved.target is not None:
        return title_of(moved.target)
    return in_words(_parted(redirect.new or "")[1]) if redirect.new else ""


def _parted(address: str) -> tuple[str, str]:
    """Folder and the last part of an address."""
    folder, _, id_ = address.strip("/").rpartition("/")
    return f"{folder}/", id_


def in_words(id_: str) -> str:
    """The words of an id: `haus-am-muehlenteich` → `Haus am Mühlenteich`."""
    for letters, umlaut in _UMLAUTS:
        id_ = re.sub(letters, umlaut, id_)
    words = [word if word in _SMALL else word.capitalize() for word in id_.split("-")]
    text = " ".join(words)
    return text[:1].upper() + text[1:] if text else "Startseite"
