"""All files of the invented region, in the order in which they are made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from wegweiser.demo.happenings import happenings
from wegweiser.demo.houses import house
from wegweiser.demo.offers import offer
from wegweiser.demo.offices import offices
from wegweiser.demo.supply import Supply
from wegweiser.demo.vocabularies import vocabularies
from wegweiser.demo.words import OFFERS, Record


class Region:
    """The records of an invented region; the same arguments give the same region."""

    def __init__(self, centres: int, today: dt.date, seed: int = 1) -> None:
        self._centres = centres
        self._supply = Supply(centres, today, seed)
        self.towns = self._supply.towns

    def files(self) -> Iterator[tuple[str, Record]]:
        """Every file as (path without ending, content)."""
        yield from vocabularies(self._supply)
        yield from offices(self._supply)
        for topic, ids in OFFERS.items():
            yield from ((f"offers/{id_}", offer(self._supply, id_, topic)) for id_ in ids)
        for number in range(self._centres):
            yield from house(self._supply, number)
        yield from happenings(self._supply)
