"""How a house can be reached, and where it is: its page, the lists and its card for address books agree."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wegweiser.edition import Edition, remembered
from wegweiser.rules.closures import is_closed
from wegweiser.rules.freshness import as_record
from wegweiser.schema import Centre, House
from wegweiser.view.opening import show_closing, show_hours
from wegweiser.view.reach import Reach, show_address, show_channels, ways_to_ask
from wegweiser.view.schedule import schedule_at


def place_of(edition: Edition, centre: Centre) -> str:
    """The town with the district: `Soest-Ampen`."""
    town = edition.catalog.municipalities[centre.municipality].record.name
    return f"{town}-{centre.district}" if centre.district else town


@remembered
def centre_reach(edition: Edition, centre_id: str) -> Reach:
    """How a house itself can be reached; a closed one in no way at all."""
    centre = edition.catalog.centres[centre_id].record
    if is_closed(centre, edition.today):
        return Reach((), None, None)
    schedule = schedule_at(edition, centre.municipality, centre.closing_days)
    channels = tuple(show_channels(centre.channels, centre, edition.today, schedule))
    town = edition.catalog.municipalities[centre.municipality].record.name
    return Reach(
        channels,
        show_address(centre.address, town, centre, edition.today),
        show_hours(centre.opening_hours, centre, schedule, ways_to_ask(channels)),
        show_closing(centre.closing_days, edition.today),
    )


@dataclass(frozen=True, slots=True)
class MemberHouse:
    """One house of a Verbund."""

    name: str
    anchor: str
    """Of its place on the page of the Verbund."""
    town: str
    """Id."""
    place: str
    """`Soest-Ampen`"""
    district: str | None
    reach: Reach
    website: str | None

    @property
    def is_name_alone(self) -> bool:
        """Whether nothing else is known."""
        return not (self.reach.channels or self.reach.place or self.reach.hours or self.website or self.district)


@remembered
def members_of(edition: Edition, centre_id: str) -> tuple[MemberHouse, ...]:
    """The houses of a Verbund in the order of the file; none for a house that stands alone."""
    centre = edition.catalog.centres[centre_id].record
    return tuple(_member(edition, centre, house, number) for number, house in enumerate(centre.members, 1))


def saved_reach(edition: Edition, centre_id: str) -> Reach:
    """How a house is reached, for an address book: a Verbund with the numbers of all its houses, each by its name."""
    reach = centre_reach(edition, centre_id)
    if is_closed(edition.catalog.centres[centre_id].record, edition.today):
        return reach
    members = [
        replace(channel, label=house.name)
        for house in members_of(edition, centre_id)
        for channel in house.reach.channels
        if channel.value not in {own.value for own in reach.channels}
    ]
    return replace(reach, channels=(*reach.channels, *members))


def _member(edition: Edition, centre: Centre, house: House, number: int) -> MemberHouse:
    id_ = house.municipality or centre.municipality
    town = edition.catalog.municipalities[id_].record.name
    record, schedule = as_record(house, centre), schedule_at(edition, id_)
    channels = tuple(show_channels(house.channels, record, edition.today, schedule))
    return MemberHouse(
        name=house.name,
        anchor=f"haus-{number}",
        town=id_,
        place=f"{town}-{house.district}" if house.district else town,
        district=house.district,
        reach=Reach(
            channels,
            show_address(house.address, town, record, edition.today),
            show_hours(house.opening_hours, record, schedule, ways_to_ask(channels)),
        ),
        website=house.website,
    )
