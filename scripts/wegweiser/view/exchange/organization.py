"""An office with its places, as its page and files show it."""

from __future__ import annotations

from wegweiser.catalog import Entry
from wegweiser.edition import Edition, remembered
from wegweiser.rules.closures import is_closed
from wegweiser.schema import Location, Organization
from wegweiser.view.contact import location_address
from wegweiser.view.opening import show_closing, show_hours
from wegweiser.view.reach import Reach, ShownChannel, show_channels
from wegweiser.view.schedule import schedule_at


@remembered
def organization_channels(edition: Edition, organization_id: str) -> tuple[ShownChannel, ...]:
    """How an office itself is reached, whatever its contacts have."""
    record = edition.catalog.organizations[organization_id].record
    return tuple(show_channels(record.channels, record, edition.today, schedule_at(edition, None)))


@remembered
def organization_places(edition: Edition, organization_id: str) -> tuple[tuple[Location, Reach], ...]:
    """The places of an office with address, hours and closing days."""
    entry = edition.catalog.organizations[organization_id]
    return tuple((place, _reach(edition, entry, place)) for place in entry.record.locations)


def _reach(edition: Edition, entry: Entry[Organization], place: Location) -> Reach:
    schedule = schedule_at(edition, place.municipality, place.closing_days)
    hours = show_hours(place.opening_hours, entry.record, schedule)
    address = location_address(edition, place, entry)
    return Reach((), address, hours, show_closing(place.closing_days, edition.today))


def open_organizations(edition: Edition) -> list[Entry[Organization]]:
    """The offices that have not closed."""
    return [entry for entry in edition.catalog.organizations.values() if not is_closed(entry.record, edition.today)]
