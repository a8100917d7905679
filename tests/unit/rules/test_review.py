"""When somebody shall look at a record again, and who can say whether it is right."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import HOUSE, Changes, Fields, read, source

from wegweiser.rules.review import office_of, reviews


def due(folder: Path, changes: Changes) -> dict[str, dt.date]:
    return {entry.ref: day for day, entry in reviews(read(folder, changes))}


LOOKED = {"checked": {"on": "2026-05-31", "by": "Leitung"}, "sources": [source(accessed="2026-05-01")]}


@pytest.mark.parametrize(
    ("fields", "months"),
    [({}, 24), ({"review_months": "3"}, 3), ({"review_months": "60"}, 60)],
    ids=["its kind", "often", "seldom"],
)
def test_the_rhythm_of_a_record_or_of_its_kind(tmp_path: Path, fields: Fields, months: int) -> None:
    periods = {"contacts": "6", "centres": "24", "offers": "12"}
    found = due(tmp_path, {"region": {"review_periods": periods}, f"centres/{HOUSE}": {**LOOKED, **fields}})
    assert found[f"centre:{HOUSE}"] == dt.date(2026 + (4 + months) // 12, (4 + months) % 12 + 1, 31)


def test_a_closed_house_is_left_in_peace(tmp_path: Path) -> None:
    closed = {"since": "2026-01-01"}
    assert f"centre:{HOUSE}" not in due(tmp_path, {f"centres/{HOUSE}": {"closed": closed}})


def test_who_can_say_whether_a_record_is_right(tmp_path: Path) -> None:
    catalog = read(tmp_path)
    offices = {}
    for _, entry in reviews(catalog):
        office = office_of(catalog, entry)
        offices[entry.ref] = office.id if office else ""
    contact = catalog.contacts["kreis"]
    assert offices["contact:kreis"] == contact.record.organization
    assert offices[f"organization:{contact.record.organization}"] == contact.record.organization
    assert offices["offer:wohngeld"] == ""
