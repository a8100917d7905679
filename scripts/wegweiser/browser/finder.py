"""What the finder for educators answers with: houses with their chain of contacts, and every contact with all its ways.

Who is responsible for what stands in the guide's own files (`guide`), which the finder reads as well.
"""

from __future__ import annotations

from typing import Any

from wegweiser.browser.bundles import ChunkedBundle, make_folder
from wegweiser.browser.records import describe_for_educators
from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.schema import Contact, Offer
from wegweiser.values.text import fold
from wegweiser.view.centre_lines import member_houses
from wegweiser.view.contact import contact_card, public_contacts
from wegweiser.view.responsibility.chain import Chain, chain_of


def finder(edition: Edition) -> ChunkedBundle:
    """What fills the lists; and, once somebody chooses or types, the contacts and by what else offers are called."""
    details = {
        "contacts": {entry.id: describe_named(edition, entry) for entry in public_contacts(edition)},
        "words": [words_of(entry.record) for entry in edition.catalog.offers.values()],
    }
    later = make_folder("kontakte", {"details": details})
    return ChunkedBundle({**choices(edition), "folder": later[0].folder}, later)


def choices(edition: Edition) -> dict[str, Any]:
    """Houses as id, name, number of the town, number of the chain, district; chains that many share stand once.

    `members` are the houses of a Verbund as its id, their name, number of the town, district.
    """
    towns = list(edition.catalog.municipalities)
    chains: dict[tuple[Any, ...], int] = {}
    houses = []
    for entry in sorted(edition.houses.values(), key=lambda entry: fold(entry.record.name)):
        number = chains.setdefault(describe_chain(chain_of(edition, entry.id)), len(chains))
        district = [entry.record.district] if entry.record.district else []
        houses.append([entry.id, entry.record.name, towns.index(entry.record.municipality), number, *district])
    return {
        "houses": houses,
        "members": [
            [entry.id, house.name, towns.index(house.town), *([house.district] if house.district else [])]
            for entry, house in member_houses(edition)
        ],
        "chains": [list(chain) for chain in chains],
        "topics": [topic.label for topic in edition.catalog.topics.values()],
    }


def words_of(offer: Offer) -> str:
    """By what an offer is called beside its title: its official name and single everyday words."""
    single = (word for word in offer.keywords if " " not in word)
    return " ".join(dict.fromkeys([*offer.title.split(), *single]))


def describe_named(edition: Edition, entry: Entry[Contact]) -> dict[str, Any]:
    """A contact for educators, with `words`, by what else it is called, and `towns`, the numbers of those it is for.

    Both are left out where they are empty: a contact without towns is for all.
    """
    organization = edition.catalog.organizations[entry.record.organization].record
    numbers = {id_: number for number, id_ in enumerate(edition.catalog.municipalities)}
    named = {
        "words": " ".join(filter(None, (organization.short_name, organization.name))),
        "towns": [numbers[id_] for id_ in entry.record.serves.municipalities],
    }
    described = describe_for_educators(contact_card(edition, entry.id))
    return {**described, **{name: value for name, value in named.items() if value}}


def describe_chain(chain: Chain) -> tuple[Any, ...]:
    """Contact, deputy, the one above, Jobcenter of the town (ids, empty where nobody is known); what has to be said.

    A Jobcenter that divides its work is a list of pairs: id, and for whom alone it is there.
    """
    contacts = (chain.contact, chain.deputy, chain.escalation)
    office = chain.office.id if chain.office else ""
    parts = tuple((card.id, card.limits) for card in chain.parts)
    said = (chain.origin,) if chain.origin else chain.remarks
    return (*(card.id if card else "" for card in contacts), parts or office, *said)
