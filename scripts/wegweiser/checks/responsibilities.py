"""Every question ends at one contact that can be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from wegweiser.catalog import Catalog
from wegweiser.rules.responsibility import Responsibility
from wegweiser.schema import Contact
from wegweiser.values.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Totality, freedom of conflict, and contacts that can be reached."""
    if catalog.lacks("offer", "municipality", "status", "responsibilities"):
        return  # what cannot be read now has been reported already
    responsibility = Responsibility(catalog)
    yield from _gaps(catalog, responsibility)
    yield from _conflicts(catalog, responsibility)
    yield from _unreachable(catalog, responsibility)


def _gaps(catalog: Catalog, responsibility: Responsibility) -> Iterator[Problem]:
    """One problem for each set of towns: a new town lacks an answer to many questions, and one line may mend them."""
    open_: dict[tuple[str, ...], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for offer, status in product(catalog.offers, catalog.statuses):
        towns = tuple(town for town in catalog.municipalities if (town, status, offer) not in responsibility.table)
        if towns:
            open_[towns][offer].append(status)
    for towns, offers in open_.items():
        everywhere = len(towns) == len(catalog.municipalities)
        where = "An keinem Ort passt eine" if everywhere else f"In {', '.join(towns)} passt keine"
        message = f"{where} Regel für {_asked(offers, len(catalog.statuses))}. Bitte eine ergänzen."
        yield catalog.responsibilities.problem(("rules",), message)


def _asked(offers: Mapping[str, list[str]], of_statuses: int) -> str:
    """`wohngeld, kita-platz (nur mit sgb2, none); tafel`: offers with the same statuses together."""
    by_statuses: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for offer, statuses in offers.items():
        by_statuses[tuple(statuses)].append(offer)
    return "; ".join(
        ", ".join(named) + ("" if len(statuses) == of_statuses else f" (nur mit {', '.join(statuses)})")
        for statuses, named in by_statuses.items()
    )


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
