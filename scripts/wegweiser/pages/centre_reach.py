"""How a house can be reached, and where it is: its page, the lists and its card for address books agree."""

from __future__ import annotations

from wegweiser.pages.shown import Reach, show_address, show_channels, show_hours
from wegweiser.pages.site import Guide, remembered
from wegweiser.schema import Centre


def place_of(guide: Guide, centre: Centre) -> str:
    """The town with the district: `Soest-Ampen`."""
    town = guide.catalog.municipalities[centre.municipality].record.name
    return f"{town}-{centre.district}" if centre.district else town


@remembered
def centre_reach(guide: Guide, centre_id: str) -> Reach:
    """How a house itself can be reached."""
    centre, region = guide.catalog.centres[centre_id].record, guide.catalog.region.record
    town = guide.catalog.municipalities[centre.municipality].record.name
    return Reach(
        tuple(show_channels(centre.channels, centre, guide.today)),
        show_address(centre.address, town, centre, guide.today),
        show_hours(centre.opening_hours, centre.closing_days, centre, region.state, guide.horizon),
    )
