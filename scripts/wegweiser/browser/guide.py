"""What the guide answers with in the browser: one file with the towns and offers, one with the answers of each town,
and one for each offer with what to do first. Only those that a visitor asks for are loaded.
"""

from __future__ import annotations

from typing import Any

from wegweiser.browser.bundles import ChunkedBundle, make_folder
from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.schema import Municipality, Offer
from wegweiser.schema.ways import Way
from wegweiser.values.text import fold
from wegweiser.view.contact import ContactCard, contact_card, remarks
from wegweiser.view.reach import ShownChannel, ShownFact


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
        "region": describe_contact(contact_card(edition, catalog.region.record.fallback_contact)),
    }


def describe_town(entry: Entry[Municipality]) -> list[Any]:
    """Id, name, postcodes, districts, other names; a district with postcodes of its own comes with them."""
    town = entry.record
    own = {fold(name) for name in (town.name, *town.aliases)}
    districts = [
        [district.name, list(district.postal_codes)] if district.postal_codes else district.name
        for district in town.districts
        if fold(district.name) not in own
    ]
    return [entry.id, town.name, list(town.postal_codes), districts, list(town.aliases)]


def town_answers(edition: Edition, town: str) -> dict[str, Any]:
    """All answers of one town. Contacts and remarks are numbered in the order of their first use.

    `answers` has a row for each offer: contact and remarks for the first status, for the second, and so on; or just
    once where the status makes no difference.
    """
    contacts: dict[str, int] = {}
    said: dict[tuple[str, ...], int] = {}
    rows = []
    for offer in edition.catalog.offers:
        pairs = []
        for status in edition.catalog.statuses:
            if answer := edition.responsibility.answer(town, status, offer):
                contact = contacts.setdefault(answer.contact, len(contacts))
                pairs.append((contact, said.setdefault(remarks(answer), len(said))))
        rows.append([number for pair in (pairs[:1] if len(set(pairs)) == 1 else pairs) for number in pair])
    return {
        "answers": rows,
        "contacts": [describe_contact(contact_card(edition, id_)) for id_ in contacts],
        "remarks": [list(texts) for texts in said],
    }


def first_step(offer: Offer) -> list[Any]:
    """The first step and the papers it needs."""
    return [offer.steps[0], list(offer.documents)]


def describe_contact(card: ContactCard) -> dict[str, Any]:
    """A contact as parents reach it; a date that all of it shares stands once, as on its own page."""
    reach = card.parents
    shared = reach.shared
    place = reach.place if reach.place and not reach.place.withheld else None
    fields: dict[str, Any] = {
        "id": card.id,
        "title": card.title,
        "ways": [describe_way(channel, dated=not shared) for channel in reach.channels if not channel.withheld],
        "place": list(place.lines) if place else None,
        "placeStand": describe_stand(place) if place and not shared else None,
        "stand": describe_stand(shared) if shared else None,
        "site": None if any(channel.way is Way.WEB for channel in reach.channels) else card.website,
    }
    return {name: value for name, value in fields.items() if value}


def describe_way(channel: ShownChannel, *, dated: bool) -> list[Any]:
    """Kind, what is shown, its label, its date."""
    stand = describe_stand(channel) if dated and channel.way.is_dated else None
    fields: list[Any] = [channel.way, channel.value, channel.label, stand]
    while fields[-1] is None:
        fields.pop()
    return fields


def describe_stand(fact: ShownFact) -> list[Any]:
    """The date in words and as ISO day, and whether visitors are to ask."""
    return [fact.as_of_text[0].upper() + fact.as_of_text[1:], fact.day, *([1] if fact.marked else [])]
