"""Offers and topics as objects of the interface."""

from __future__ import annotations

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import address
from wegweiser.edition import Edition, remembered
from wegweiser.files.api import objects, shapes
from wegweiser.files.api.links import Links
from wegweiser.schema import Offer
from wegweiser.view.amounts import show_amounts
from wegweiser.view.offers import offers_of


def offer(links: Links, entry: Entry[Offer]) -> objects.Offer:
    """A benefit or a service."""
    record, edition = entry.record, links.edition
    return objects.Offer(
        **links.common(entry),
        official_title=record.title,
        summary=record.summary,
        topic=links.to_topic(record.topic),
        audience=record.audience.value,
        minimum_age=record.ages.minimum_age if record.ages else None,
        maximum_age=record.ages.maximum_age if record.ages else None,
        statuses=list(record.statuses),
        conditions=list(record.conditions),
        amounts=[
            shapes.Amount(one.label, one.text, one.valid_from, one.valid_to, one.legal_basis)
            for one in show_amounts(record, edition.today)
        ],
        cost=record.cost,
        steps=list(record.steps),
        documents=list(record.documents),
        deadlines=[shapes.Deadline(one.text, one.yearly_on) for one in record.deadlines],
        forms=[shapes.Form(one.title, one.url) for one in record.forms],
        legal_basis=[f"{law.section} {law.law}" for law in record.legal_basis],
        leika=record.leika,
        contacts=links.to_ids("contact", _contacts(edition, "").get(entry.id, ())),
        related=links.to_ids("offer", record.related),
    )


@remembered
def _contacts(edition: Edition, _: str) -> dict[str, dict[str, None]]:
    """Offer → the contacts that are responsible for it somewhere, in the order of the towns."""
    found: dict[str, dict[str, None]] = {}
    for (_town, _status, offer_id), answer in edition.responsibility.table.items():
        found.setdefault(offer_id, {}).update(dict.fromkeys(answer.contacts))
    return found


def topic(links: Links, id_: str) -> objects.Topic:
    """A topic with its offers."""
    known, where = links.edition.catalog.topics[id_], links.to_topic(id_)
    return objects.Topic(
        record=where.record,
        title=known.label,
        self=where.href,
        page=links.page(address("topic", id_)),
        summary=known.summary,
        offers=links.to_all(offers_of(links.edition, id_)),
    )
