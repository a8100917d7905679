"""Which hand-over sheets there are: one for each offer and contact that answers for it, and one for each case."""

from __future__ import annotations

from dataclasses import dataclass

from wegweiser.edition import Edition
from wegweiser.rules.parts import Part
from wegweiser.view.contact import ContactCard, contact_card
from wegweiser.view.limits import limits_of

FILE = "zettel"
"""Name of a case's sheet beside its page, without size and ending."""


def offer_file(contact: str) -> str:
    """Name of the sheet for those whom a contact (id) answers, beside the offer's page, without size and ending."""
    return f"{FILE}-{contact}"


@dataclass(frozen=True, slots=True)
class OfferHandout:
    """A sheet on an offer for everybody whom the same contact answers."""

    offer: str
    contact: ContactCard
    towns: tuple[str, ...]
    """Ids of the towns, in the order of the region."""
    fallback: bool
    """Nobody in particular is entered for at least one of the towns and statuses."""
    derived: bool
    """Concluded by the editors for at least one of them."""
    limits: str = ""
    """For whom alone the contact is there; empty where it is there for everybody in some town."""

    @property
    def file(self) -> str:
        """Name beside the offer's page, without size and ending."""
        return offer_file(self.contact.id)


def handouts_of_offer(edition: Edition, offer: str) -> list[OfferHandout]:
    """The sheets of an offer: towns and statuses with the same contact share one."""
    answers: dict[str, list[tuple[str, Part]]] = {}
    for town in edition.catalog.municipalities:
        for status in edition.catalog.statuses:
            if answer := edition.responsibility.answer(town, status, offer):
                for part in answer.everybody:
                    answers.setdefault(part.contact, []).append((town, part))
    return [
        OfferHandout(
            offer,
            contact_card(edition, contact),
            tuple(dict.fromkeys(town for town, _ in given)),
            fallback=any(part.fallback for _, part in given),
            derived=any(part.derived for _, part in given),
            limits=_shared_limits([part for _, part in given]),
        )
        for contact, given in answers.items()
    ]


def _shared_limits(parts: list[Part]) -> str:
    """`Ortsteil Nord; Nachname A bis K`: every limit once; empty where one of them is there for everybody."""
    texts = dict.fromkeys(map(limits_of, parts))
    return "" if "" in texts else "; ".join(texts)
