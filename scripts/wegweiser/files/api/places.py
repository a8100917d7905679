"""Houses and towns as objects of the interface."""

from __future__ import annotations

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import CALENDAR, link
from wegweiser.files.api import objects, shapes
from wegweiser.files.api.links import Links, address, channels, hours
from wegweiser.rules.closures import is_closed
from wegweiser.schema import Centre, Municipality
from wegweiser.view.agreements import agreements_of
from wegweiser.view.centre import centre_reach, members_of
from wegweiser.view.figures import show_ages


def centre(links: Links, entry: Entry[Centre]) -> objects.Centre:
    """A house."""
    record, edition = entry.record, links.edition
    reach, ages = centre_reach(edition, entry.id), show_ages(record.ages)
    place = address(reach.place)
    members = zip(record.members, members_of(edition, entry.id), strict=True)
    return objects.Centre(
        **links.common(entry),
        kind=record.family_centre.label,
        municipality=links.to(edition.catalog.municipalities[record.municipality]),
        district=record.district,
        closed_since=record.closed.since if record.closed and is_closed(record, edition.today) else None,
        description=record.description,
        channels=channels(reach.channels),
        address=place,
        hours=hours(reach.hours, record.opening_hours),
        members=[
            shapes.Place(
                house.name,
                address(shown.reach.place),
                hours(shown.reach.hours, house.opening_hours),
                channels(shown.reach.channels),
            )
            for house, shown in members
        ],
        website=record.website,
        provider=links.to_id("organization", record.provider),
        ages=" ".join(filter(None, (ages[0], f"({ages[1]})" if ages[1] else ""))) if ages else None,
        languages=list(record.languages),
        contact=links.to_id("contact", record.contact),
        agreements=[
            shapes.Agreement(
                known.title,
                known.summary,
                links.to(edition.catalog.organizations[known.entry.record.office]),
                known.year or None,
            )
            for known in agreements_of(edition, entry.id)
        ],
        offers=links.to_ids("offer", record.offers),
        events=links.to_all(edition.relations.events.get(entry.id, [])),
        calendar=links.page(f"{link(entry)}{CALENDAR}"),
        latitude=float(record.latitude) if record.latitude and place else None,
        longitude=float(record.longitude) if record.longitude and place else None,
    )


def municipality(links: Links, entry: Entry[Municipality]) -> objects.Municipality:
    """A town, with what lies there and who is there for it alone or among others."""
    town, edition = entry.record, links.edition
    contacts = edition.catalog.contacts.values()
    return objects.Municipality(
        **links.common(entry),
        ags=town.ags,
        postal_codes=list(town.postal_codes),
        districts=[district.name for district in town.districts],
        website=town.website,
        youth_office=links.to(edition.catalog.organizations[town.youth_office]),
        centres=links.to_all(edition.relations.centres_in.get(entry.id, [])),
        contacts=links.to_all(one for one in contacts if entry.id in one.record.serves.municipalities),
        events=links.to_all(one for one in edition.catalog.events.values() if one.record.municipality == entry.id),
        calendar=links.page(f"{link(entry)}{CALENDAR}"),
    )
