"""A map of the region, drawn from the coordinates that the data give: towns, and houses and offices beside them.

Nothing on it is guessed: no borders, no roads, and what has no coordinates is not on the map. The list on the same page
says everything that the map says.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wegweiser.edition import Edition, remembered
from wegweiser.schema import Source
from wegweiser.view.centre import members_of
from wegweiser.view.map.labels import RADIUS, Label, place_labels

WIDTH, TALLEST, MARGIN, BELOW = 420.0, 330.0, 30.0, 22.0
"""Size of the picture in its own units, the space around the outermost towns, and the strip below for the scale."""
KM_PER_DEGREE = 111.2
"""Of latitude; a degree of longitude is shorter by the cosine of the latitude."""
LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200)
"""Kilometres that the scale may show."""
LICENCES = ("CC BY", "ODbL", "OpenStreetMap")
"""Words in the title of a source whose licence wants it to be named wherever its data are shown."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town on the map."""

    id: str
    name: str
    x: float
    y: float
    houses: int
    label: Label


@dataclass(frozen=True, slots=True)
class Dot:
    """A house or an office that lies apart from the points of the towns; `kind` is `house` or `office`."""

    kind: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DistrictMap:
    """The finished picture."""

    height: float
    towns: tuple[Town, ...]
    dots: tuple[Dot, ...]
    scale_km: int
    scale_width: float
    credits: tuple[str, ...]
    width: float = WIDTH

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of dots that the key has to explain."""
        return frozenset(dot.kind for dot in self.dots)


@dataclass(frozen=True, slots=True)
class Place:
    """Something with coordinates in degrees."""

    name: str
    latitude: float
    longitude: float


def draw_map(edition: Edition) -> DistrictMap | None:
    """The map of an edition; every town shows the same one.

    None where fewer than two towns have coordinates, or more towns than anybody could tell apart on it.
    """
    return _draw(edition, "map")


@remembered
def _draw(edition: Edition, _: str) -> DistrictMap | None:
    towns = {
        id_: Place(entry.record.name, float(entry.record.latitude), float(entry.record.longitude))
        for id_, entry in edition.catalog.municipalities.items()
        if entry.record.latitude is not None and entry.record.longitude is not None
    }
    if len(towns) < 2 or not edition.has_few_towns:
        return None
    projection = _Projection.around(towns.values())
    points = {id_: projection.point(place) for id_, place in towns.items()}
    labels = place_labels([(points[id_], place.name) for id_, place in towns.items()], (WIDTH, projection.height))
    houses = Counter(centre.record.municipality for centre in edition.houses.values())
    houses.update(house.town for centre in edition.houses for house in members_of(edition, centre))
    length = max((km for km in LENGTHS if km * projection.scale <= WIDTH / 4), default=LENGTHS[0])
    return DistrictMap(
        height=projection.height + BELOW,
        towns=tuple(
            Town(id_, place.name, *points[id_], houses[id_], label)
            for (id_, place), label in zip(towns.items(), labels, strict=True)
        ),
        dots=tuple(_dots(edition, projection, list(points.values()))),
        scale_km=length,
        scale_width=round(length * projection.scale, 1),
        credits=_credits(edition, towns),
    )


@dataclass(frozen=True, slots=True)
class _Projection:
    """Kilometres east and north of the middle, north being up: true enough for a district."""

    latitude: float
    longitude: float
    scale: float
    """Units of the picture per kilometre."""
    height: float

    @classmethod
    def around(cls, places: Iterable[Place]) -> _Projection:
        """The largest scale at which all places fit."""
        latitudes, longitudes = zip(*((place.latitude, place.longitude) for place in places), strict=True)
        middle = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
        tall = (max(latitudes) - min(latitudes)) * KM_PER_DEGREE
        wide = (max(longitudes) - min(longitudes)) * KM_PER_DEGREE * math.cos(math.radians(middle[0]))
        across = (WIDTH - 2 * MARGIN) / max(wide, 0.1)
        scale = min(across, (TALLEST - 2 * MARGIN) / max(tall, 0.1))
        return cls(*middle, scale, round(tall * scale + 2 * MARGIN, 1))

    def point(self, place: Place) -> tuple[float, float]:
        """Where a place lies in the picture."""
        shrink = math.cos(math.radians(self.latitude))
        x = WIDTH / 2 + (place.longitude - self.longitude) * KM_PER_DEGREE * shrink * self.scale
        y = self.height / 2 - (place.latitude - self.latitude) * KM_PER_DEGREE * self.scale
        return round(x, 1), round(y, 1)


def _dots(edition: Edition, projection: _Projection, towns: list[tuple[float, float]]) -> Iterator[Dot]:
    for kind, place in _places(edition):
        x, y = projection.point(place)
        inside = 0 <= x <= WIDTH and 0 <= y <= projection.height
        if inside and all(math.dist((x, y), town) > RADIUS + 4 for town in towns):
            yield Dot(kind, place.name, x, y)


def _places(edition: Edition) -> Iterator[tuple[str, Place]]:
    for organization in edition.catalog.organizations.values():
        for location in organization.record.locations:
            if location.latitude is not None and location.longitude is not None:
                name = organization.record.name
                yield "office", Place(name, float(location.latitude), float(location.longitude))
    for centre in edition.houses.values():
        if centre.record.latitude is not None and centre.record.longitude is not None:
            yield "house", Place(centre.record.name, float(centre.record.latitude), float(centre.record.longitude))


def _credits(edition: Edition, towns: Iterable[str]) -> tuple[str, ...]:
    sources: list[Source] = [source for id_ in towns for source in edition.catalog.municipalities[id_].record.sources]
    named = (source.title for source in sources if any(licence in source.title for licence in LICENCES))
    return tuple(dict.fromkeys(named))
