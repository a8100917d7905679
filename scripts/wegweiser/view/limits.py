"""For whom alone a contact is there: a district, letters of a surname."""

from __future__ import annotations

from wegweiser.edition import Edition, remembered
from wegweiser.rules.parts import Part
from wegweiser.wording.parts import limits


def own_limits(edition: Edition, contact_id: str) -> str:
    """What a contact says itself, else what every rule says that names it."""
    serves = edition.catalog.contacts[contact_id].record.serves
    if own := limits(serves.districts, serves.surnames, serves.surname_of):
        return own
    found = _limits_in_rules(edition, "").get(contact_id, frozenset())
    return next(iter(found)) if len(found) == 1 else ""


@remembered
def _limits_in_rules(edition: Edition, _: str) -> dict[str, frozenset[str]]:
    """Contact → the limits that rules give it; an empty text where some rule gives none."""
    found: dict[str, set[str]] = {}
    for answer in set(edition.responsibility.table.values()):
        for part in answer.everybody:
            found.setdefault(part.contact, set()).add("" if part.others else limits_of(part))
    return {contact: frozenset(texts) for contact, texts in found.items()}


def limits_of(part: Part) -> str:
    """For whom a part of an answer is there, in words; empty where it is there for everybody."""
    return limits(part.districts, part.surnames, part.surname_of, part.others)
