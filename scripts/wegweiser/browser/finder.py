"""What the finder for educators answers with: houses with their chain of contacts, and every contact with all its ways.

Who is responsible for what stands in the guide's own files (`guide`), which the finder reads as well.
"""

from __future__ import annotations

from typing import Any

from wegweiser.browser.records import describe_for_educators
from wegweiser.edition import Edition
from wegweiser.values.text import fold
from wegweiser.view.centre_lines import member_houses
from wegweiser.view.contact import contact_card, public_contacts
from wegweiser.view.responsibility.chain import Chain, chain_of


def finder(edition: Edition) -> dict[str, Any]:
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
        "contacts": {
            entry.id: describe_for_educators(contact_card(edition, entry.id)) for entry in public_contacts(edition)
        },
        "topics": [topic.label for topic in edition.catalog.topics.values()],
    }


def describe_chain(chain: Chain) -> tuple[Any, ...]:
    """Contact, deputy, the one above, Jobcenter of the town (ids, empty where nobody is known); what has to be said.

    A Jobcenter that divides its work is a list of pairs: id, and for whom alone it is there.
    """
    contacts = (chain.contact, chain.deputy, chain.escalation)
    office = chain.office.id if chain.office else ""
    parts = tuple((card.id, card.limits) for card in chain.parts)
    said = (chain.origin,) if chain.origin else chain.remarks
    return (*(card.id if card else "" for card in contacts), parts or office, *said)
