"""Offices and houses as organizations of HSDS, each with its places, numbers and contacts."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link, title_of
from wegweiser.files.hsds.parts import Object, Parts, filled
from wegweiser.rules.closures import is_closed
from wegweiser.schema import Centre, Contact, House, Location, OpeningHours, Organization
from wegweiser.view.centre import centre_reach, members_of, place_of
from wegweiser.view.contact import contact_card, public_contacts
from wegweiser.view.exchange.organization import open_organizations, organization_channels, organization_places
from wegweiser.view.reach import Reach


def organizations(parts: Parts) -> Iterator[Object]:
    """Offices, then houses; what closed is left out."""
    contacts: dict[str, list[Entry[Contact]]] = {}
    for contact in public_contacts(parts.edition):
        if not is_closed(contact.record, parts.edition.today):
            contacts.setdefault(contact.record.organization, []).append(contact)
    open_ = {entry.id for entry in open_organizations(parts.edition)}
    for entry in open_organizations(parts.edition):
        yield _office(parts, entry, contacts.get(entry.id, []), open_)
    for house in parts.edition.houses.values():
        yield _house(parts, house, open_)


def location_name(organization: str, place: str) -> str:
    """What the id of a place of an office is made from."""
    return f"organization:{organization}/location/{place}"


def _office(parts: Parts, entry: Entry[Organization], contacts: list[Entry[Contact]], known: set[str]) -> Object:
    record, channels = entry.record, organization_channels(parts.edition, entry.id)
    mail = parts.email(entry.ref, channels)
    places = organization_places(parts.edition, entry.id)
    return filled(
        {
            "id": parts.id(entry.ref),
            "name": record.name,
            "alternate_name": record.short_name,
            "description": record.description or record.kind.label,
            "email": mail.get("email"),
            "website": record.website,
            "parent_organization_id": _parent(parts, record.parent, known),
            "phones": parts.phones(entry.ref, channels),
            "locations": [_location(parts, entry.id, place, reach) for place, reach in places],
            "contacts": [_contact(parts, contact) for contact in contacts],
            "uri": parts.page(link(entry)),
            "attributes": [
                parts.check(entry.ref, record),
                parts.attribute(entry.ref, "kind", record.kind.label),
                *mail.get("attributes", []),
            ],
        }
    )


def _parent(parts: Parts, organization: str | None, known: set[str]) -> str | None:
    return parts.id(f"organization:{organization}") if organization in known else None


def _location(parts: Parts, organization: str, place: Location, reach: Reach) -> Object:
    name = location_name(organization, place.id)
    shown = reach.place is None or not reach.place.withheld
    return filled(
        {
            "id": parts.id(name),
            "location_type": "physical",
            "name": place.name,
            "latitude": float(place.latitude) if place.latitude and shown else None,
            "longitude": float(place.longitude) if place.longitude and shown else None,
            "addresses": parts.addresses(name, reach.place),
            "accessibility": parts.accessibility(name, place.accessibility),
            "schedules": parts.schedules(name, place.opening_hours, reach.hours),
        }
    )


def _contact(parts: Parts, entry: Entry[Contact]) -> Object:
    card, record = contact_card(parts.edition, entry.id), entry.record
    mail = parts.email(entry.ref, card.reach.channels)
    return filled(
        {
            "id": parts.id(entry.ref),
            "title": record.title,
            "location_id": parts.id(location_name(record.organization, record.location)) if record.location else None,
            "email": mail.get("email"),
            "phones": parts.phones(entry.ref, card.reach.channels),
            "attributes": [
                parts.check(entry.ref, record),
                parts.attribute(entry.ref, "page", parts.page(link(entry))),
                parts.attribute(entry.ref, "purpose", record.purpose),
                *mail.get("attributes", []),
            ],
        }
    )


def _house(parts: Parts, entry: Entry[Centre], known: set[str]) -> Object:
    centre, reach = entry.record, centre_reach(parts.edition, entry.id)
    mail = parts.email(entry.ref, reach.channels)
    place = place_of(parts.edition, centre)
    offers = [title_of(parts.edition.catalog.offers[offer]) for offer in centre.offers]
    return filled(
        {
            "id": parts.id(entry.ref),
            "name": centre.name,
            "description": centre.description or f"{centre.family_centre.label} in {place}",
            "email": mail.get("email"),
            "website": centre.website,
            "parent_organization_id": _parent(parts, centre.provider, known),
            "phones": parts.phones(entry.ref, reach.channels),
            "locations": [_place(parts, entry, reach), *_members(parts, entry)],
            "uri": parts.page(link(entry)),
            "attributes": [
                parts.check(entry.ref, centre),
                parts.attribute(entry.ref, "kind", centre.family_centre.label),
                *([parts.attribute(entry.ref, "held-here", "; ".join(offers))] if offers else []),
                *mail.get("attributes", []),
            ],
        }
    )


def _place(parts: Parts, entry: Entry[Centre], reach: Reach) -> Object:
    centre, name = entry.record, f"{entry.ref}/location"
    shown = reach.place is not None and not reach.place.withheld
    known = filled(
        {
            "latitude": float(centre.latitude) if centre.latitude and shown else None,
            "longitude": float(centre.longitude) if centre.longitude and shown else None,
            "languages": parts.languages(name, centre.languages),
            "accessibility": parts.accessibility(name, centre.accessibility),
        }
    )
    return {**_located(parts, name, centre.name, centre.opening_hours, reach), **known}


def _members(parts: Parts, entry: Entry[Centre]) -> Iterator[Object]:
    """The houses of a Verbund."""
    shown = members_of(parts.edition, entry.id)
    houses: tuple[House, ...] = entry.record.members
    for house, member in zip(houses, shown, strict=True):
        name = f"{entry.ref}/location/{member.anchor}"
        located = _located(parts, name, house.name, house.opening_hours, member.reach)
        yield filled({**located, "phones": parts.phones(name, member.reach.channels)})


def _located(parts: Parts, name: str, title: str, hours: OpeningHours | None, reach: Reach) -> Object:
    made = {"id": parts.id(name), "location_type": "physical", "name": title}
    addresses, schedules = parts.addresses(name, reach.place), parts.schedules(name, hours, reach.hours)
    return filled({**made, "addresses": addresses, "schedules": schedules})
