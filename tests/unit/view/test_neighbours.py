"""Houses in the towns around a town: the nearest first, from coordinates, and never from a guess."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sites import DAY, ROOT, edition, write_demo

from wegweiser.edition import Edition
from wegweiser.view.map.neighbours import MOST, NEAREST, kilometres, neighbours_of


@pytest.fixture(scope="module")
def real() -> Edition:
    return edition(ROOT / "data")


def moved(guide: Edition, town: str, **place: object) -> Edition:
    """The same edition with a town somewhere else."""
    entry = guide.catalog.municipalities[town]
    changed = replace(entry, record=entry.record.model_copy(update=place))
    return Edition.on(replace(guide.catalog, municipalities={**guide.catalog.municipalities, town: changed}), DAY)


def test_the_nearest_towns_with_houses_come_first(real: Edition) -> None:
    towns = real.catalog.municipalities
    for id_, entry in towns.items():
        found = neighbours_of(real, id_)
        assert len(found) == NEAREST
        distances = [kilometres(entry.record, towns[near.id].record) for near in found]
        assert distances == sorted(distances, key=lambda km: km or 0)
        named = {near.id for near in found} | {id_}
        others = [kilometres(entry.record, town.record) for other, town in towns.items() if other not in named]
        assert max(km or 0 for km in distances) <= min(km or 0 for km in others)
        assert all(near.count == len(near.lines) == len(real.relations.centres_in[near.id]) > 0 for near in found)


@pytest.mark.parametrize(
    ("one", "other", "km"), [("soest", "bad-sassendorf", 4), ("soest", "lippstadt", 19), ("werl", "geseke", 42)]
)
def test_distances_are_those_of_a_map(real: Edition, one: str, other: str, km: int) -> None:
    towns = real.catalog.municipalities
    there, back = (kilometres(towns[a].record, towns[b].record) for a, b in ((one, other), (other, one)))
    assert there == back
    assert there == pytest.approx(km, abs=2)


def test_a_town_next_door_is_at_least_one_kilometre_away(real: Edition) -> None:
    soest = real.catalog.municipalities["soest"].record
    [first, *_] = neighbours_of(moved(real, "werl", latitude=soest.latitude, longitude=soest.longitude), "soest")
    assert (first.id, first.km) == ("werl", 1)


def test_without_coordinates_nothing_is_guessed(real: Edition) -> None:
    lost = moved(real, "soest", latitude=None)
    assert neighbours_of(lost, "soest") == []
    assert "soest" not in {near.id for near in neighbours_of(lost, "bad-sassendorf")}


def test_many_houses_are_not_listed_beside_another_list(tmp_path: Path) -> None:
    guide = edition(write_demo(tmp_path, 200))
    found = [near for town in guide.catalog.municipalities for near in neighbours_of(guide, town)]
    assert {len(near.lines) for near in found if near.count > MOST} == {0}
    assert all(len(near.lines) == near.count for near in found if near.count <= MOST)
