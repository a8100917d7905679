"""Which contacts people mean by the everyday word for an office."""

from __future__ import annotations

from wegweiser.edition import Edition, remembered
from wegweiser.schema.vocabulary import OfficeWords


@remembered
def contacts_meant(edition: Edition, office: OfficeWords) -> frozenset[str]:
    """The contacts (ids) that answer for the office's offer anywhere, fallbacks left out."""
    statuses = [office.status] if office.status else list(edition.catalog.statuses)
    answers = (
        edition.responsibility.answer(town, status, office.offer)
        for town in edition.catalog.municipalities
        for status in statuses
    )
    return frozenset(part.contact for answer in answers if answer for part in answer.everybody if not part.fallback)
