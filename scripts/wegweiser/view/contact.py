"""Contacts as cards, and what has to be said with them: what pages of every kind show of 'who is responsible'."""

from __future__ import annotations

from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.edition import Edition, remembered
from wegweiser.rules.closures import is_closed
from wegweiser.rules.parts import Part
from wegweiser.rules.responsibility import Answer
from wegweiser.schema import Contact, Location, OpeningHours, Organization
from wegweiser.schema.codes import Audience, Visibility
from wegweiser.schema.ways import Way
from wegweiser.values.hours import ALL_APPOINTMENTS
from wegweiser.values.languages import language_name
from wegweiser.view.callable_line import CallableLine, contact_line, staff_line
from wegweiser.view.limits import own_limits
from wegweiser.view.opening import show_closing, show_hours
from wegweiser.view.reach import (
    Reach,
    ShownAddress,
    ShownChannel,
    for_audience,
    show_address,
    show_channels,
    ways_to_ask,
)
from wegweiser.view.schedule import schedule_at
from wegweiser.wording.certainty import certainty
from wegweiser.wording.parts import divides


@dataclass(frozen=True, slots=True, eq=False)
class ContactCard:
    """A contact with everything that is needed to reach it; an edition has one card for a contact and its limits."""

    id: str
    address: str
    title: str
    purpose: str
    organization: str
    organization_address: str
    reach: Reach
    website: str | None
    languages: str
    """In words; empty where nothing is known."""
    line: CallableLine | None
    """The number that parents call; None where not even the district has one."""
    staff_line: CallableLine | None
    """The number that educators call."""
    limits: str = ""
    """For whom alone it is there: `Nachname A bis K`; empty where it is there for everybody."""
    is_closed: bool = False
    """Whether nobody is there any more."""

    @property
    def parents(self) -> Reach:
        """How parents reach it."""
        return self.reach.of(Audience.PARENTS)

    @property
    def educators(self) -> Reach:
        """How educators reach it."""
        return self.reach.of(Audience.EDUCATORS)

    @property
    def other_website(self) -> str | None:
        """The website of its office or town, where it has no page of its own to show."""
        return None if any(channel.way is Way.WEB for channel in self.parents.channels) else self.website

    @property
    def staff_channels(self) -> list[ShownChannel]:
        """Channels that are for educators alone."""
        return [channel for channel in self.reach.channels if channel.audience is Audience.EDUCATORS]

    @property
    def named(self) -> tuple[ShownChannel, ...]:
        """What to name where there is room for one; where each number is for other people, all of them."""
        direct = [channel for channel in self.parents.channels if channel.way.is_direct and channel.value]
        alike = [channel for channel in direct if divides(channel.label) and channel.way == direct[0].way]
        return tuple(alike if direct and divides(direct[0].label) else direct[:1])


@remembered
def contact_card(edition: Edition, contact_id: str) -> ContactCard:
    """The card of a contact that exists."""
    entry = edition.catalog.contacts[contact_id]
    contact, organization = entry.record, edition.catalog.organizations[entry.record.organization]
    reach = _reach(edition, contact, organization)
    parents, staff = contact_line(edition, contact_id), staff_line(edition, contact_id)
    return ContactCard(
        id=contact_id,
        address=link(entry),
        title=contact.title,
        purpose=contact.purpose,
        organization=organization.record.name,
        organization_address=link(organization),
        reach=reach,
        website=website_of(edition, contact),
        languages=write_languages(contact),
        line=parents and parents.within(reach),
        staff_line=staff and staff.within(reach),
        limits=own_limits(edition, contact_id),
        is_closed=is_closed(contact, edition.today),
    )


def _reach(edition: Edition, contact: Contact, organization: Entry[Organization]) -> Reach:
    """How a contact is reached; a closed one in no way at all."""
    if is_closed(contact, edition.today):
        return Reach((), None, None)
    location = location_of(contact, organization)
    closed = (*contact.closing_days, *(location.closing_days if location else ()))
    schedule = schedule_at(edition, _town_of(contact, location), closed)
    channels = tuple(show_channels(contact.channels, contact, edition.today, schedule))
    asking = ways_to_ask(for_audience(channels, Audience.PARENTS))
    own = contact.opening_hours or _by_booking(contact)
    hours = own or (location.opening_hours if location else None)
    return Reach(
        channels,
        location_address(edition, location, organization),
        show_hours(hours, contact if own else organization.record, schedule, asking),
        show_closing(closed, edition.today),
    )


def _town_of(contact: Contact, location: Location | None) -> str | None:
    """Where it sits, as far as that is known: its location, else the only town it is there for."""
    if location and location.municipality:
        return location.municipality
    return contact.serves.municipalities[0] if len(contact.serves.municipalities) == 1 else None


def _by_booking(contact: Contact) -> OpeningHours | None:
    """Who can be reached by booking alone sees nobody without an appointment, whenever the building is open."""
    booking = next((channel for channel in contact.channels if channel.is_booking), None)
    if booking is None or any(channel.way.is_direct for channel in contact.channels):
        return None
    return OpeningHours(by_appointment=ALL_APPOINTMENTS, checked=booking.checked, sources=booking.sources)


def write_languages(contact: Contact) -> str:
    """`Deutsch, Englisch. Fragen Sie nach weiteren.`"""
    names = ", ".join(map(language_name, contact.languages))
    return ". ".join(filter(None, (names, contact.languages_note)))


def location_of(contact: Contact, organization: Entry[Organization]) -> Location | None:
    """Where the contact sits; the only location of an organization needs no naming."""
    locations = organization.record.locations
    if contact.location is None:
        return locations[0] if len(locations) == 1 else None
    return next((place for place in locations if place.id == contact.location), None)


def location_address(
    edition: Edition, location: Location | None, organization: Entry[Organization]
) -> ShownAddress | None:
    """The address of a location in lines."""
    if location is None:
        return None
    town = edition.catalog.municipalities.get(location.municipality or "")
    return show_address(location.address, town.record.name if town else "", organization.record, edition.today)


def website_of(edition: Edition, contact: Contact) -> str | None:
    """Where somebody can look for what we do not know: the contact's own page, its office's, its town's."""
    own = next((channel.web for channel in contact.channels if channel.web), None)
    if own:
        return own
    organization = edition.catalog.organizations.get(contact.organization)
    while organization and not organization.record.website:
        parent = organization.record.parent
        organization = edition.catalog.organizations.get(parent) if parent else None
    if organization and organization.record.website:
        return organization.record.website
    towns = [edition.catalog.municipalities.get(id_) for id_ in contact.serves.municipalities]
    return next((town.record.website for town in towns if town and town.record.website), None)


def remarks(answer: Answer | Part) -> tuple[str, ...]:
    """What has to be said with an answer."""
    return tuple(filter(None, (certainty(fallback=answer.fallback, derived=answer.derived), answer.note)))


def public_contacts(edition: Edition) -> list[Entry[Contact]]:
    """The contacts that have a page."""
    return [entry for entry in edition.catalog.contacts.values() if entry.record.visibility is Visibility.PUBLIC]
