"""How a house can be reached, and where it is: its page, the lists and its card for address books agree."""

from __future__ import annotations

from wegweiser.edition import Edition, remembered
from wegweiser.schema import Centre
from wegweiser.view.opening import show_closing, show_hours
from wegweiser.view.reach import Reach, show_address, show_channels, ways_to_ask
from wegweiser.view.schedule import schedule_at


def place_of(edition: Edition, centre: Centre) -> str:
    """The town with the district: `Soest-Ampen`."""
    town = edition.catalog.municipalities[centre.municipality].record.name
    return f"{town}-{centre.district}" if centre.district else town


@remembered
def centre_reach(edition: Edition, centre_id: str) -> Reach:
    """How a house itself can be reached."""
    centre = edition.catalog.centres[centre_id].record
    schedule = schedule_at(edition, centre.municipality, centre.closing_days)
    channels = tuple(show_channels(centre.channels, centre, edition.today, schedule))
    town = edition.catalog.municipalities[centre.municipality].record.name
    return Reach(
        channels,
        show_address(centre.address, town, centre, edition.today),
        show_hours(centre.opening_hours, centre, schedule, ways_to_ask(channels)),
        show_closing(centre.closing_days, edition.today),
    )
