"""Whom a house turns to in the Jobcenter: its fixed contact, the deputy, and who helps when it goes no further."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import is_internal
from wegweiser.edition import Edition, remembered
from wegweiser.rules.responsibility import Answer
from wegweiser.schema import Centre
from wegweiser.schema.codes import OrganizationKind
from wegweiser.view.contact import ContactCard, contact_card, remarks
from wegweiser.view.figures import year_text
from wegweiser.view.responsibility.addressees import addressees

STATUS = "sgb2"
"""Those who receive it are the people of the Jobcenter."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The contacts of a house in the order in which it asks them; None where nobody is known."""

    contact: ContactCard | None
    origin: str
    """Why we take it for the contact where nobody named it as the fixed one; else empty."""
    deputy: ContactCard | None
    escalation: ContactCard | None
    office: ContactCard | None
    """The Jobcenter of the town, for houses without a fixed contact."""
    remarks: tuple[str, ...]
    """What has to be said with the office."""
    parts: tuple[ContactCard, ...] = ()
    """Where the office divides its work: everybody in it, each with its limits."""


@remembered
def chain_of(edition: Edition, house: str) -> Chain:
    """The chain of a house (id). Where a contact names nobody above it, the Jobcenter of the town is next."""
    entry = edition.catalog.centres[house]
    contact, origin = _fixed_contact(edition, entry)
    answer = town_office(edition, entry.record.municipality)
    found = [one.contact for one in addressees(edition, answer)] if answer else []
    office = next((card for card in found if answer and card.id == answer.contact), None)
    said = remarks(answer) if answer else ()
    if contact is None:
        return Chain(None, "", None, None, office, said, tuple(found) if len(found) > 1 else ())
    record = edition.catalog.contacts[contact].record
    named = contact_card(edition, record.escalation) if record.escalation else None
    deputy = contact_card(edition, record.deputy) if record.deputy else None
    above = named or (office if office and not office.limits and office.id not in (contact, record.deputy) else None)
    return Chain(contact_card(edition, contact), origin, deputy, above, None, ())


def _fixed_contact(edition: Edition, entry: Entry[Centre]) -> tuple[str | None, str]:
    """The contact that the house names, or that names the house, or that a cooperation with the house names."""
    if entry.record.contact:
        return entry.record.contact, ""
    for contact in edition.relations.contacts.get(entry.id, ()):
        if not is_internal(contact):
            return contact.id, ""
    for agreement in edition.relations.agreements.get(entry.id, ()):
        if agreement.record.contact_office:
            year = year_text(agreement.record.as_of)
            known = "Aus der Zusammenarbeit mit dem Haus bekannt"
            return agreement.record.contact_office, f"{known} ({year})." if year else f"{known}."
    return None, ""


@remembered
def town_office(edition: Edition, town: str) -> Answer | None:
    """The answer that names the Jobcenter of a town: the one that most offers lead to."""
    answers = (edition.responsibility.answer(town, STATUS, offer) for offer in edition.catalog.offers)
    known = [answer for answer in answers if answer and not answer.fallback]
    counts = Counter(answer for answer in known if is_job_centre(edition, answer.contact))
    return counts.most_common(1)[0][0] if counts else None


def is_job_centre(edition: Edition, contact: str) -> bool:
    """Whether a contact (id) belongs to a Jobcenter."""
    organization = edition.catalog.organizations[edition.catalog.contacts[contact].record.organization]
    return organization.record.kind is OrganizationKind.JOB_CENTRE
