"""All who may be meant by an answer, each with its limits and what has to be said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wegweiser.edition import Edition, remembered
from wegweiser.rules.responsibility import Answer
from wegweiser.view.contact import ContactCard, contact_card, remarks
from wegweiser.view.limits import limits_of


@remembered
def _limited_card(edition: Edition, named: tuple[str, str]) -> ContactCard:
    """The card of a contact (id) with the limits (words) that one answer gives it."""
    return replace(contact_card(edition, named[0]), limits=named[1])


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody to turn to, and what has to be said with that."""

    contact: ContactCard
    remarks: tuple[str, ...]


def addressees(edition: Edition, answer: Answer) -> tuple[Addressee, ...]:
    """All who may be meant by an answer: one, or the parts of an office, each with its limits."""
    if not answer.parts:
        return (Addressee(contact_card(edition, answer.contact), remarks(answer)),)
    return tuple(
        Addressee(_limited_card(edition, (part.contact, limits_of(part))), remarks(part)) for part in answer.everybody
    )
