"""The overview of contacts: for educators by house, town and topic, then everybody by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.edition import Edition
from wegweiser.pages.contacts import FOLDER
from wegweiser.pages.page import Page
from wegweiser.schema import Centre, Municipality
from wegweiser.values.text import fold
from wegweiser.view.centre_lines import member_houses
from wegweiser.view.contact import ContactCard, contact_card, public_contacts
from wegweiser.view.responsibility.chain import chain_of

SCRIPTS = ("finder.js", "copy.js")


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
            "groups": contacts_by_kind(edition),
        },
        section=FOLDER,
        scripts=SCRIPTS,
    )


def centre_entries(edition: Edition, town: Entry[Municipality]) -> list[CentreEntry]:
    """The houses of a town in the order of their names."""
    lines = [_line(edition, entry, town) for entry in edition.relations.centres_in.get(town.id, [])]
    for entry, house in member_houses(edition, town.id):
        whole = _line(edition, entry, town)
        lines.append(replace(whole, name=house.name, district=house.district, part_of=entry.record.name))
    return sorted(lines, key=lambda line: fold(line.name))


def _line(edition: Edition, entry: Entry[Centre], town: Entry[Municipality]) -> CentreEntry:
    return CentreEntry(
        address=f"{link(entry)}#kontakt",
        name=entry.record.name,
        district=entry.record.district,
        town=town.record.name,
        contact=chain_of(edition, entry.id).contact,
    )


def contacts_by_kind(edition: Edition) -> list[tuple[str, list[ContactCard]]]:
    """All contacts by the kind of their organization."""
    groups: dict[str, list[ContactCard]] = {}
    for entry in public_contacts(edition):
        kind = edition.catalog.organizations[entry.record.organization].record.kind.label
        groups.setdefault(kind, []).append(contact_card(edition, entry.id))
    ordered = [(kind, sorted(cards, key=lambda card: fold(card.title))) for kind, cards in groups.items()]
    return sorted(ordered, key=lambda group: fold(group[0]))
