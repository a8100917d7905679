"""Contacts and offices as objects of the interface."""

from __future__ import annotations

from wegweiser.catalog import Entry
from wegweiser.files.api import objects, shapes
from wegweiser.files.api.links import Links, address, channels, hours
from wegweiser.rules.closures import is_closed
from wegweiser.schema import Contact, Organization
from wegweiser.view.contact import contact_card, location_of
from wegweiser.view.exchange.organization import organization_channels, organization_places


def contact(links: Links, entry: Entry[Contact]) -> objects.Contact:
    """A function that somebody can reach."""
    record, edition = entry.record, links.edition
    card, office = contact_card(edition, entry.id), edition.catalog.organizations[entry.record.organization]
    place = location_of(record, office)
    opening = record.opening_hours or (place.opening_hours if place else None)
    return objects.Contact(
        **links.common(entry),
        purpose=record.purpose,
        organization=links.to(office),
        closed_since=record.closed.since if record.closed and is_closed(record, edition.today) else None,
        municipalities=links.to_ids("municipality", record.serves.municipalities),
        limits=card.limits or None,
        channels=channels(card.reach.channels),
        address=address(card.reach.place),
        hours=hours(card.reach.hours, opening),
        languages=list(record.languages),
        deputy=links.to_id("contact", record.deputy),
        responsible_for=links.to_ids("offer", edition.responsibility.offers_of(entry.id)),
    )


def organization(links: Links, entry: Entry[Organization]) -> objects.Organization:
    """An office, a provider or an advice service."""
    record, edition = entry.record, links.edition
    contacts = edition.catalog.contacts.values()
    return objects.Organization(
        **links.common(entry),
        kind=record.kind.label,
        closed_since=record.closed.since if record.closed and is_closed(record, edition.today) else None,
        description=record.description,
        parent=links.to_id("organization", record.parent),
        website=record.website,
        channels=channels(organization_channels(edition, entry.id)),
        locations=[
            shapes.Place(
                place.name,
                address(reach.place),
                hours(reach.hours, place.opening_hours),
            )
            for place, reach in organization_places(edition, entry.id)
        ],
        contacts=links.to_all(one for one in contacts if one.record.organization == entry.id),
        centres=links.to_all(edition.relations.centres_of.get(entry.id, [])),
    )
