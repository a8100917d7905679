"""What others see when somebody shares a link: neutral words, and one picture for each kind of page (Open Graph).

The pictures say what kind of page it is, never what it is about. They are made only where the address of the site is
known, since whoever shows one needs its whole address.
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = {
    "familie": "Hilfe für Familien",
    "angebote": "Hilfen für Familien",
    "anspruch": "Was steht mir zu?",
    "familienzentren": "Familienzentren",
    "kontakte": "Kontakte",
    "orte": "In Ihrem Ort",
    "zustaendig": "Wer ist zuständig?",
    "faelle": "Für Fachkräfte",
}
"""Name of the picture, which is the first part of the addresses that it stands for → its words. The first is for all
other pages."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What the head of a page says about itself to those who show its link."""

    title: str
    description: str
    url: str
    picture: str
    """The whole address of the picture."""


def shared(site_url: str, title: str, description: str, address: str) -> Shared:
    """The words and the picture of the page at an address, counted from the root of the site."""
    return Shared(title, description, site_url + address, site_url + picture_path(_kind(address)))


def _kind(address: str) -> str:
    first = address.partition("/")[0]
    return first if first in KINDS else next(iter(KINDS))


def picture_path(kind: str) -> str:
    """Where a picture is published, from the root of the site."""
    return f"assets/teilen/{kind}.png"
