"""What the guide answers with in the browser: one file with the towns and offers, one with the answers of each town,
and one for each offer with what to do first. Only those that a visitor asks for are loaded.
"""

from __future__ import annotations

from typing import Any

from wegweiser.browser.bundles import ChunkedBundle, make_folder
from wegweiser.browser.records import describe_contact, describe_town, folders
from wegweiser.edition import Edition
from wegweiser.schema import Offer
from wegweiser.view.contact import ContactCard, contact_card
from wegweiser.view.responsibility.addressees import addressees


def answers(edition: Edition) -> ChunkedBundle:
    """All files; the first one names the folder of the others."""
    towns = {f"orte/{id_}": town_answers(edition, id_) for id_ in edition.catalog.municipalities}
    steps = {f"angebote/{entry.id}": first_step(entry.record) for entry in edition.catalog.offers.values()}
    later = make_folder("zustaendig", {**towns, **steps})
    return ChunkedBundle({**questions(edition), "folder": later[0].folder}, later)


def questions(edition: Edition) -> dict[str, Any]:
    """What can be asked: towns, statuses, topics, offers; and whom to ask where a town is not known."""
    catalog = edition.catalog
    topics = list(catalog.topics)
    offers = [(entry.id, entry.record) for entry in catalog.offers.values()]
    return {
        "towns": [describe_town(entry) for entry in catalog.municipalities.values()],
        "statuses": [[status.id, status.short] for status in catalog.statuses.values()],
        "topics": topics,
        "offers": [[id_, offer.everyday_title, topics.index(offer.topic)] for id_, offer in offers],
        "folders": folders("centre", "contact", "offer"),
        "region": describe_contact(contact_card(edition, catalog.region.record.fallback_contact)),
    }


def town_answers(edition: Edition, town: str) -> dict[str, Any]:
    """All answers of one town. Contacts and remarks are numbered in the order of their first use.

    A contact is the card of somebody with its limits; numbers beyond them stand for `divided`: the numbers of contacts
    and remarks of all parts of an office.
    `answers` has a row for each offer: contact and remarks for the first status, for the second, and so on; or just
    once where the status makes no difference.
    """
    contacts: dict[ContactCard, int] = {}
    said: dict[tuple[str, ...], int] = {}
    divided: dict[tuple[tuple[int, int], ...], int] = {}
    rows: list[list[tuple[int, int]]] = []
    for offer in edition.catalog.offers:
        pairs = []
        for status in edition.catalog.statuses:
            if answer := edition.responsibility.answer(town, status, offer):
                parts = tuple(
                    (contacts.setdefault(one.contact, len(contacts)), said.setdefault(one.remarks, len(said)))
                    for one in addressees(edition, answer)
                )
                pairs.append(parts[0] if len(parts) == 1 else (-1 - divided.setdefault(parts, len(divided)), 0))
        rows.append(pairs[:1] if len(set(pairs)) == 1 else pairs)
    return {
        "answers": [
            [
                number
                for contact, remark in row
                for number in (len(contacts) - 1 - contact if contact < 0 else contact, remark)
            ]
            for row in rows
        ],
        "contacts": [describe_contact(card) for card in contacts],
        "remarks": [list(texts) for texts in said],
        **({"divided": [[number for part in parts for number in part] for parts in divided]} if divided else {}),
    }


def first_step(offer: Offer) -> list[Any]:
    """The first step and the papers it needs."""
    return [offer.steps[0], list(offer.documents)]
