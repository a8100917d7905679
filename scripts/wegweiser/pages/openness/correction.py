"""The page on which visitors say what is wrong; which record it is about stands behind # in its address."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog.addresses import CORRECTION
from wegweiser.edition import Edition
from wegweiser.pages.page import Page
from wegweiser.wording.correction import ROLES


def pages(edition: Edition) -> Iterator[Page]:
    """One page, the same in every edition."""
    del edition
    yield Page(
        address=CORRECTION,
        template="correction.html",
        title="Angabe korrigieren",
        description="Sagen Sie uns, was stimmt und was nicht. Ohne Anmeldung; diese Seite sendet nichts.",
        context={"roles": ROLES},
        section=CORRECTION,
        scripts=("correct.js",),
    )
