"""Every question ends at one contact that can be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wegweiser.catalog import Catalog
from wegweiser.problems import Problem
from wegweiser.responsibility import Responsibility
from wegweiser.schema import Contact


def check(catalog: Catalog) -> Iterator[Problem]:
    """Totality, freedom of conflict, and contacts that can be reached."""
    if catalog.lacks("offer", "municipality", "status", "responsibilities"):
        return  # what cannot be read now has been reported already
    responsibility = Responsibility(catalog)
    yield from _gaps(catalog, responsibility)
    yield from _conflicts(catalog, responsibility)
    yield from _unreachable(catalog, responsibility)


def _gaps(catalog: Catalog, responsibility: Responsibility) -> Iterator[Problem]:
    open_: dict[tuple[str, str], list[str]] = defaultdict(list)
    for offer in catalog.offers:
        for status in catalog.statuses:
            for municipality in catalog.municipalities:
                if (municipality, status, offer) not in responsibility.table:
                    open_[offer, status].append(municipality)
    for (offer, status), municipalities in open_.items():
        everywhere = len(municipalities) == len(catalog.municipalities)
        where = "an keinem Ort" if everywhere else f"nicht in {', '.join(municipalities)}"
        message = f"Für das Angebot '{offer}' mit dem Bezug '{status}' passt {where} eine Regel. Bitte eine ergänzen."
        yield catalog.responsibilities.problem(("rules",), message)


def _conflicts(catalog: Catalog, responsibility: Responsibility) -> Iterator[Problem]:
    for (municipality, status, offer), first, other in responsibility.conflicts():
        message = (
            f"Widerspruch zur Regel {first.rule + 1}: Für {municipality}, {status}, {offer} nennt sie "
            f"'{first.contact}', diese hier '{other.contact}'. Beide sind gleich genau; bitte eine genauer fassen."
        )
        yield catalog.responsibilities.problem(("rules", other.rule), message)


def _unreachable(catalog: Catalog, responsibility: Responsibility) -> Iterator[Problem]:
    for id_ in dict.fromkeys(answer.contact for answer in responsibility.table.values()):
        entry = catalog.contacts.get(id_)  # one that does not exist is a reference that leads nowhere
        if entry and not is_reachable(catalog, entry.record):
            message = f"'{id_}' ist zuständig, aber nicht zu erreichen. Bitte einen Weg oder eine Website eintragen."
            yield entry.problem(("channels",), message)


def is_reachable(catalog: Catalog, contact: Contact) -> bool:
    """Whether there is any way to a contact: its own, or a website of its office, the office above it, or its town."""
    if contact.channels:
        return True
    organization = catalog.organizations.get(contact.organization)
    seen = set()
    while organization and organization.id not in seen:
        seen.add(organization.id)
        if organization.record.website or organization.record.channels:
            return True
        organization = catalog.organizations.get(organization.record.parent or "")
    towns = (catalog.municipalities.get(id_) for id_ in contact.serves.municipalities)
    return any(town and town.record.website for town in towns)
