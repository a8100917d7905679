"""Houses that seem to stand in two files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.values.problems import Level, Problem
from wegweiser.values.text import fold


def check(catalog: Catalog) -> Iterator[Problem]:
    """Houses that seem to stand in two files; what a Verbund shares, and what a closed house had, is no sign."""
    by_feature: dict[tuple[str, str], list[Entry[Any]]] = defaultdict(list)
    for entry in catalog.centres.values():
        for feature in dict.fromkeys(_features(entry.record)) if not entry.record.closed else ():
            by_feature[feature].append(entry)
    together = _together(catalog)
    for (what, _), (first, *others) in by_feature.items():
        for other in others:
            names = {fold(entry.record.name) for entry in (first, other)}
            if any(names <= verbund for verbund in together):
                continue
            message = f"Vermutlich doppelt: '{first.id}' hat {what}. Bitte prüfen und einen Eintrag löschen."
            yield other.problem((), message, Level.WARNING)


def _together(catalog: Catalog) -> list[set[str]]:
    """For each Verbund its name and those of its houses, folded."""
    found = (entry.record for entry in catalog.centres.values() if entry.record.members)
    return [{fold(name) for name in (centre.name, *(house.name for house in centre.members))} for centre in found]


def _features(centre: Any) -> Iterator[tuple[str, str]]:
    yield "denselben Namen am selben Ort", fold(f"{centre.name} {centre.municipality}")
    for channel in (*centre.channels, *(channel for house in centre.members for channel in house.channels)):
        if channel.phone and "+49 30 23125" not in channel.phone:
            yield "dieselbe Telefonnummer", channel.phone
    for address, town in (
        (centre.address, centre.municipality),
        *((h.address, h.municipality) for h in centre.members),
    ):
        if address and address.street and any(c.isdigit() for c in address.street):
            yield "dieselbe Anschrift", fold(f"{address.street} {town or centre.municipality}")
