"""The page of quality: every open house and public contact counts, by town and by office."""

from __future__ import annotations

from pathlib import Path

from regions import DAY, HOUSE, TOWN, read

from wegweiser.edition import Edition
from wegweiser.pages.openness import quality, scores
from wegweiser.rules.quality import Criterion


def test_every_open_house_and_public_contact_counts_once(tmp_path: Path) -> None:
    changes = {f"centres/{HOUSE}": {"closed": {"since": "2026-01-01"}}, "contacts/kreis": {"visibility": "internal"}}
    edition = Edition.on(read(tmp_path, changes), DAY)
    counted = [record.entry.ref for record in scores.scored(edition)]
    catalog = edition.catalog
    expected = {*(f"centre:{id_}" for id_ in catalog.centres), *(f"contact:{id_}" for id_ in catalog.contacts)}
    assert sorted(counted) == sorted(expected - {f"centre:{HOUSE}", "contact:kreis"})


def test_towns_and_offices_share_the_same_records(tmp_path: Path) -> None:
    edition = Edition.on(read(tmp_path), DAY)
    records = scores.scored(edition)
    towns, offices = scores.by_town(edition, records), scores.by_office(edition, records)
    assert sum(group.count for group in offices) == len(records)
    assert towns[0].address == f"orte/{TOWN}/"
    assert all(0 <= group.per_cent <= 100 for group in (*towns, *offices))
    weighed = sum(group.per_cent * group.count for group in offices) / len(records)
    assert abs(weighed - scores.per_cent(records)) <= 1  # each is rounded down


def test_what_helps_adds_up_to_all_that_is_missing(tmp_path: Path) -> None:
    records = scores.scored(Edition.on(read(tmp_path), DAY))
    missing = 100 - 100 * sum(record.score.total for record in records) / len(records)
    helps = scores.helps(records)
    assert abs(sum(help_.points for help_ in helps) - missing) < 0.1 * len(Criterion)
    assert [help_.points for help_ in helps] == sorted((help_.points for help_ in helps), reverse=True)


def test_a_state_lists_the_largest_offices(tmp_path: Path) -> None:
    groups = [scores.Group(f"Stelle {number}", "", number, 50, "") for number in range(400)]
    shown = scores.largest(groups)
    assert shown == groups[-scores.GROUPS_SHOWN :]
    assert scores.largest(groups[:3]) == groups[:3]


def test_the_page_tells_how_calls_went(tmp_path: Path) -> None:
    sample = {"as_of": "2026-05", "called": "30", "right": "27"}
    edition = Edition.on(read(tmp_path, {"region": {"call_samples": [sample]}}), DAY)
    [page] = quality.pages(edition)
    [told] = page.context["samples"]
    assert (told.right, told.called) == (27, 30)
