"""The number that somebody answers: every page that names an office or a house ends at one, called what it is.

The contact's own number; else that of its deputy, of who helps when it goes no further, of the organization, of the
town hall, of the district. An educator asks the way for staff first. What is withheld is no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import is_internal, link
from wegweiser.edition import Edition, remembered
from wegweiser.rules.closures import is_closed
from wegweiser.rules.freshness import as_record
from wegweiser.schema import Centre, Channel, House, Organization, Record
from wegweiser.schema.codes import Audience
from wegweiser.view.reach import Reach, ShownChannel, for_audience, show_channels


class Origin(StrEnum):
    """Whose number it is, seen from the one who is looked for."""

    OWN = "own"
    DEPUTY = "deputy"
    ESCALATION = "escalation"
    ORGANIZATION = "organization"
    TOWN_HALL = "town-hall"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class CallableLine:
    """A number with the name of who answers there."""

    channel: ShownChannel
    origin: Origin
    who: str
    """`Zentrale, Jobcenter AHA`; for a number of one's own what it is for, which may be empty."""
    address: str
    """The page of who answers, from the root of the site."""

    @property
    def is_own(self) -> bool:
        """Whether it belongs to the one who is looked for."""
        return self.origin is Origin.OWN

    @property
    def is_near(self) -> bool:
        """Whether it tells one entry of a list from the next; the district's number stands once, below the list."""
        return self.origin is not Origin.DISTRICT

    def within(self, reach: Reach) -> CallableLine:
        """The same with the times at which it is answered, as they are known where it belongs."""
        known = (channel for channel in reach.channels if channel.value == self.channel.value)
        return replace(self, channel=next(known, self.channel))


@remembered
def contact_line(edition: Edition, contact_id: str) -> CallableLine | None:
    """The number to call for a contact; None where not even the district has one."""
    return next(_lines_of_contact(edition, contact_id, Audience.PARENTS), None)


@remembered
def staff_line(edition: Edition, contact_id: str) -> CallableLine | None:
    """The number that educators call for a contact: the one for staff first."""
    return next(_lines_of_contact(edition, contact_id, Audience.EDUCATORS), None)


@remembered
def centre_line(edition: Edition, centre_id: str) -> CallableLine | None:
    """The number to call for a house: its own, its provider's, that of the town hall or the district."""
    entry = edition.catalog.centres[centre_id]
    centre = entry.record
    lines = _own(edition, centre.channels, centre, link(entry), Audience.PARENTS)
    provider = edition.catalog.organizations.get(centre.provider or "")
    members = (line for house in centre.members for line in _of_member(edition, house, centre, link(entry)))
    return (
        next(lines, None)
        or next(members, None)
        or next(_of_organization(edition, provider), None)
        or town_line(edition, centre.municipality)
    )


@remembered
def organization_line(edition: Edition, organization_id: str) -> CallableLine | None:
    """The main number of an organization or of the one it belongs to; else of its only town, else of the district."""
    entry = edition.catalog.organizations[organization_id]
    lines = _own(edition, entry.record.channels, entry.record, link(entry), Audience.PARENTS)
    parent = edition.catalog.organizations.get(entry.record.parent or "")
    return next(lines, None) or next(_of_organization(edition, parent), None) or _of_towns(edition, entry.record.serves)


@remembered
def town_line(edition: Edition, town: str) -> CallableLine | None:
    """The number of a town hall, else of the district."""
    hall = edition.catalog.organizations.get(edition.catalog.municipalities[town].record.town_hall or "")
    return next(_of_organization(edition, hall, Origin.TOWN_HALL), None) or district_line(edition)


def district_line(edition: Edition) -> CallableLine | None:
    """The number of the contact that the region names for everything that nobody else answers."""
    contact = edition.catalog.region.record.fallback_contact
    return next(_of_contact(edition, contact, Origin.DISTRICT, Audience.PARENTS), None)


def _lines_of_contact(edition: Edition, contact_id: str, audience: Audience) -> Iterator[CallableLine]:
    """Every number in the order in which they are tried."""
    contact = edition.catalog.contacts[contact_id].record
    yield from _of_contact(edition, contact_id, Origin.OWN, audience)
    if contact.deputy:
        yield from _of_contact(edition, contact.deputy, Origin.DEPUTY, audience)
    if contact.escalation:
        yield from _of_contact(edition, contact.escalation, Origin.ESCALATION, audience)
    yield from _of_organization(edition, edition.catalog.organizations[contact.organization])
    if line := _of_towns(edition, contact.serves.municipalities):
        yield line


def _of_contact(edition: Edition, contact_id: str, origin: Origin, audience: Audience) -> Iterator[CallableLine]:
    entry = edition.catalog.contacts[contact_id]
    if is_internal(entry) or is_closed(entry.record, edition.today):
        return
    if origin is not Origin.OWN and contact_id == edition.catalog.region.record.fallback_contact:
        origin = Origin.DISTRICT
    for channel in _numbers(edition, entry.record.channels, entry.record, audience):
        who = (channel.label or "") if origin is Origin.OWN else entry.record.title
        yield CallableLine(channel, origin, who, link(entry))


def _own(
    edition: Edition, channels: Iterable[Channel], record: Record, address: str, audience: Audience
) -> Iterator[CallableLine]:
    for channel in _numbers(edition, channels, record, audience):
        yield CallableLine(channel, Origin.OWN, channel.label or "", address)


def _of_member(edition: Edition, house: House, centre: Centre, address: str) -> Iterator[CallableLine]:
    """The number of one house of a Verbund, by its name."""
    for channel in _numbers(edition, house.channels, as_record(house, centre), Audience.PARENTS):
        yield CallableLine(channel, Origin.OWN, house.name, address)


def _of_organization(
    edition: Edition, entry: Entry[Organization] | None, origin: Origin = Origin.ORGANIZATION
) -> Iterator[CallableLine]:
    """The numbers of an organization, then of those it belongs to."""
    while entry:
        for channel in _numbers(edition, entry.record.channels, entry.record, Audience.PARENTS):
            name = entry.record.short_name or entry.record.name
            yield CallableLine(channel, origin, ", ".join(filter(None, (channel.label, name))), link(entry))
        entry = edition.catalog.organizations.get(entry.record.parent or "")


def _of_towns(edition: Edition, towns: tuple[str, ...]) -> CallableLine | None:
    """The town hall where there is just one town, else the district."""
    return town_line(edition, towns[0]) if len(towns) == 1 else district_line(edition)


def _numbers(
    edition: Edition, channels: Iterable[Channel], record: Record, audience: Audience
) -> Iterable[ShownChannel]:
    """What can be dialled and is shown; for educators what is for them alone comes first."""
    shown = for_audience(show_channels(channels, record, edition.today), audience)
    dialled = [channel for channel in shown if channel.way.is_dialled and channel.value]
    return sorted(dialled, key=lambda channel: channel.audience is not Audience.EDUCATORS)
