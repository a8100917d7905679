"""The map of the region: drawn from coordinates, true to scale, with names that can be read."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import pytest
from sites import DAY, ROOT, edition, write_demo

from wegweiser.edition import Edition
from wegweiser.view.centre_lines import centre_lines, member_houses
from wegweiser.view.map.district import BELOW, DistrictMap, draw_map
from wegweiser.view.map.labels import RADIUS, Label, place_labels


@pytest.fixture(scope="module")
def real() -> Edition:
    return edition(ROOT / "data")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition(write_demo(tmp_path_factory.mktemp("map") / "data", 30))


def drawn(guide: Edition) -> DistrictMap:
    found = draw_map(guide)
    assert found is not None
    return found


def without_coordinates(guide: Edition, kept: int) -> Edition:
    """The same edition with coordinates for the first towns only."""
    towns = {
        id_: entry
        if number < kept
        else replace(entry, record=entry.record.model_copy(update={"latitude": None, "longitude": None}))
        for number, (id_, entry) in enumerate(guide.catalog.municipalities.items())
    }
    return Edition.on(replace(guide.catalog, municipalities=towns), DAY)


@pytest.mark.parametrize("name", ["real", "demo"])
def test_every_town_is_inside_with_its_whole_name(name: str, request: pytest.FixtureRequest) -> None:
    found = drawn(request.getfixturevalue(name))
    for town in found.towns:
        left, top, right, bottom = town.label.box
        assert RADIUS <= town.x <= found.width - RADIUS, town
        assert RADIUS <= town.y <= found.height - BELOW - RADIUS, town
        assert 0 <= left < right <= found.width, town
        assert 0 <= top < bottom <= found.height, town


def test_no_name_covers_a_town_or_another_name(real: Edition) -> None:
    for one, other in combinations(drawn(real).towns, 2):
        (left, top, right, bottom), (left2, top2, right2, bottom2) = one.label.box, other.label.box
        assert right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top, (one.name, other.name)
        assert math.dist((one.x, one.y), (other.x, other.y)) > 2 * RADIUS, (one.name, other.name)


@pytest.mark.this_district
def test_it_is_true_to_scale_and_north_is_up(real: Edition) -> None:
    found = drawn(real)
    towns = {town.id: town for town in found.towns}
    records = real.catalog.municipalities
    assert towns["lippetal"].y < towns["moehnesee"].y
    assert towns["werl"].x < towns["geseke"].x
    units_per_km = found.scale_width / found.scale_km
    for one, other in combinations(["werl", "lippstadt", "warstein"], 2):
        start, end = records[one].record, records[other].record
        north = float(end.latitude - start.latitude) * 111.2
        east = float(end.longitude - start.longitude) * 111.2 * math.cos(math.radians(51.55))
        apart = math.dist((towns[one].x, towns[one].y), (towns[other].x, towns[other].y))
        assert apart / units_per_km == pytest.approx(math.hypot(north, east), rel=0.01), (one, other)


def test_it_counts_the_houses_that_the_list_shows(real: Edition) -> None:
    listed = centre_lines(real, real.houses.values(), member_houses(real))
    assert sum(town.houses for town in drawn(real).towns) == len(listed)


@pytest.mark.this_district
def test_who_gave_the_coordinates_is_named(real: Edition) -> None:
    assert any("GeoNames" in credit for credit in drawn(real).credits)


@pytest.mark.this_district
def test_a_town_without_coordinates_is_left_out(real: Edition) -> None:
    assert len(drawn(without_coordinates(real, 5)).towns) == 5
    assert draw_map(without_coordinates(real, 1)) is None


def test_towns_at_one_place_make_no_fault(real: Edition) -> None:
    two = dict(list(real.catalog.municipalities.items())[:2])
    first = next(iter(two.values())).record
    same = {"latitude": first.latitude, "longitude": first.longitude}
    towns = {id_: replace(entry, record=entry.record.model_copy(update=same)) for id_, entry in two.items()}
    rest = without_coordinates(real, 0).catalog.municipalities
    found = drawn(Edition.on(replace(real.catalog, municipalities={**rest, **towns}), DAY))
    assert [town.x for town in found.towns] == [210.0, 210.0]
    assert found.height > 0


@pytest.mark.this_district
def test_an_office_apart_from_the_towns_is_a_dot_and_one_in_town_is_not(real: Edition) -> None:
    office = real.catalog.organizations["kreis-soest"]
    assert drawn(real).dots == ()
    place = office.record.locations[0].model_copy(update={"latitude": "51.6200", "longitude": "8.2500"})
    moved = replace(office, record=office.record.model_copy(update={"locations": (place,)}))
    changed = replace(real.catalog, organizations={**real.catalog.organizations, "kreis-soest": moved})
    found = drawn(Edition.on(changed, DAY))
    assert [(dot.kind, dot.name) for dot in found.dots] == [("office", office.record.name)]
    assert found.kinds == {"office"}


# --- names ---------------------------------------------------------------------------------------------------------

SIZE = (200.0, 100.0)


def place(*places: tuple[tuple[float, float], str]) -> list[Label]:
    return place_labels(places, SIZE)


@pytest.mark.parametrize(
    ("point", "anchor"),
    [((20, 50), "start"), ((180, 50), "end"), ((80, 50), "start")],
    ids=["left edge", "right edge", "middle"],
)
def test_a_name_stays_inside(point: tuple[float, float], anchor: str) -> None:
    assert place((point, "Musterort"))[0].anchor == anchor


def test_a_name_gives_way_to_a_neighbour() -> None:
    first, second = place(((60, 50), "Ort"), ((90, 50), "Dorf"))
    assert first.anchor != "start"
    assert second.anchor == "start"


def test_a_long_name_is_cut() -> None:
    text = place(((20, 50), "Sankt Johannes am langen Walde"))[0].text
    assert len(text) == 20
    assert text.endswith("…")
