"""Houses in the towns around a town: whoever finds no place at home looks next door. Nobody is located."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wegweiser.edition import Edition, remembered
from wegweiser.schema import Municipality
from wegweiser.view.centre_lines import CentreLine, centre_lines
from wegweiser.view.map.district import KM_PER_DEGREE

NEAREST = 3
"""Towns that are named."""
MOST = 12
"""Houses of a town that are listed; where there are more, a link leads to their list."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A town nearby that has houses."""

    id: str
    name: str
    km: int
    """As the crow flies from middle to middle, rounded; at least 1."""
    count: int
    lines: tuple[CentreLine, ...]
    """Its houses; empty where they are too many for a list beside another one."""


@remembered
def neighbours_of(edition: Edition, town: str) -> list[Neighbour]:
    """The nearest towns with houses, the nearest first; empty where the data have no coordinates for this town."""
    here, houses = edition.catalog.municipalities[town].record, edition.relations.centres_in
    ways = [
        (way, entry)
        for id_, entry in edition.catalog.municipalities.items()
        if id_ != town and houses.get(id_) and (way := kilometres(here, entry.record)) is not None
    ]
    nearest = sorted(ways, key=lambda found: (found[0], found[1].id))[:NEAREST]
    return [
        Neighbour(
            entry.id,
            entry.record.name,
            max(round(way), 1),
            len(houses[entry.id]),
            tuple(centre_lines(edition, houses[entry.id])) if len(houses[entry.id]) <= MOST else (),
        )
        for way, entry in nearest
    ]


def kilometres(one: Municipality, other: Municipality) -> float | None:
    """How far two towns are apart as the crow flies, true enough for a district; None where coordinates are missing."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    (north, east), (north2, east2) = (
        (float(place.latitude or 0), float(place.longitude or 0)) for place in (one, other)
    )
    shrink = math.cos(math.radians((north + north2) / 2))
    return math.hypot((north - north2) * KM_PER_DEGREE, (east - east2) * KM_PER_DEGREE * shrink)
