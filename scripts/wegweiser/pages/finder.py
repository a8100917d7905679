"""The overview of contacts: for educators by house, town and topic, then everybody by town."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.edition import Edition
from wegweiser.pages.contacts import FOLDER
from wegweiser.pages.page import Page
from wegweiser.schema import Centre, Contact, Municipality
from wegweiser.schema.codes import OrganizationKind
from wegweiser.values.text import fold
from wegweiser.view.callable_line import CallableLine, contact_line, organization_line
from wegweiser.view.centre_lines import member_houses, name_in_lists
from wegweiser.view.contact import ContactCard, contact_card, public_contacts
from wegweiser.view.responsibility.chain import chain_of

SCRIPTS = ("finder.js",)
"""With the buttons that copy in it."""
FEW_TOWNS = 4
"""A contact for no more towns than these stands under each of them."""


@dataclass(frozen=True, slots=True)
class CentreEntry:
    """A house in a list, with its contact in the Jobcenter where one is known."""

    address: str
    """Of the place on its page where the contact stands."""
    name: str
    district: str | None
    town: str
    contact: ContactCard | None
    part_of: str = ""
    """The Verbund that a house belongs to, where it has no page of its own."""


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """An office in the list of all contacts, with what it does."""

    name: str
    address: str
    line: CallableLine | None
    contacts: list[ContactCard]


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    yield overview(edition)


def overview(edition: Edition) -> Page:
    """Without a script a well ordered list, with one an answer on the spot."""
    towns = list(edition.catalog.municipalities.values())
    houses = [(town, centre_entries(edition, town)) for town in towns]
    return Page(
        address=FOLDER,
        template="contacts.html",
        title="Kontakte",
        description=f"Ämter und Beratungsstellen für Familien {edition.catalog.region.record.in_region}.",
        context={
            "towns": towns,
            "topics": list(edition.catalog.topics.values()),
            "houses": [(town, lines) for town, lines in houses if lines],
            "known": [line for _, lines in houses for line in lines if line.contact and not line.part_of],
            "groups": contacts_by_place(edition),
        },
        section=FOLDER,
        scripts=SCRIPTS,
    )


def centre_entries(edition: Edition, town: Entry[Municipality]) -> list[CentreEntry]:
    """The houses of a town in the order of their names."""
    lines = [_line(edition, entry, town) for entry in edition.relations.centres_in.get(town.id, [])]
    for entry, house in member_houses(edition, town.id):
        whole = _line(edition, entry, town)
        name = name_in_lists(edition, house.name, town.record.name)
        lines.append(replace(whole, name=name, district=house.district, part_of=entry.record.name))
    return sorted(lines, key=lambda line: fold(line.name))


def _line(edition: Edition, entry: Entry[Centre], town: Entry[Municipality]) -> CentreEntry:
    return CentreEntry(
        address=f"{link(entry)}#kontakt",
        name=name_in_lists(edition, entry.record.name, town.record.name),
        district=entry.record.district,
        town=town.record.name,
        contact=chain_of(edition, entry.id).contact,
    )


def contacts_by_place(edition: Edition) -> list[tuple[str, list[OfficeEntry]]]:
    """All contacts under the towns that they are for, then those for the whole region, then those for everybody.

    A contact for a few towns stands under each of them.
    """
    towns: dict[str, list[Entry[Contact]]] = {id_: [] for id_ in edition.catalog.municipalities}
    region: list[Entry[Contact]] = []
    nationwide: list[Entry[Contact]] = []
    for entry in public_contacts(edition):
        served = entry.record.serves.municipalities
        kind = edition.catalog.organizations[entry.record.organization].record.kind
        if kind is OrganizationKind.NATIONWIDE:
            nationwide.append(entry)
        elif 0 < len(served) <= FEW_TOWNS:
            for town in served:
                towns[town].append(entry)
        else:
            region.append(entry)
    groups = [(edition.catalog.municipalities[id_].record.name, entries) for id_, entries in towns.items()]
    groups += [(edition.catalog.region.record.name, region), ("Bundesweit", nationwide)]
    return [(name, office_entries(edition, entries)) for name, entries in groups if entries]


def office_entries(edition: Edition, contacts: list[Entry[Contact]]) -> list[OfficeEntry]:
    """Each office with its contacts: one entry for a town hall, whatever it does."""
    by_office: dict[str, list[ContactCard]] = {}
    for entry in contacts:
        by_office.setdefault(entry.record.organization, []).append(contact_card(edition, entry.id))
    entries = []
    for id_, cards in by_office.items():
        office = edition.catalog.organizations[id_]
        cards.sort(key=lambda card: fold(card.title))
        line = organization_line(edition, id_) if len(cards) > 1 else contact_line(edition, cards[0].id)
        entries.append(OfficeEntry(office.record.name, link(office), line, cards))
    return sorted(entries, key=lambda one: fold(one.name if len(one.contacts) > 1 else one.contacts[0].title))
