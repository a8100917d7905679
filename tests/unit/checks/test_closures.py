"""Who is closed and still named: a warning, since only time causes it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import DAY, HOUSE, SECOND_HOUSE, findings

SINCE = "2026-05-01"


def told(folder: Path, changes: dict[str, object], day: dt.date = DAY) -> list[str]:
    return [line for line in findings(folder, changes, day) if "geschlossen" in line]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("successor", "remedy"), [(None, "Bitte eine andere Stelle nennen."), ("kreis", "Bitte 'kreis' eintragen.")]
)
def test_rules_and_records_that_name_a_closed_contact(tmp_path: Path, successor: str | None, remedy: str) -> None:
    closed = {"since": SINCE, **({"successor": successor} if successor else {})}
    found = told(tmp_path, {"contacts/jugendamt": {"closed": closed}, "contacts/jobcenter": {"deputy": "jugendamt"}})
    fault = f"Warnung: 'jugendamt' ist seit 01.05.2026 geschlossen. {remedy}"
    assert f"contacts/jobcenter.yml | jugendamt | {fault}" in found
    assert any(line.startswith("responsibilities.yml | ") and line.endswith(fault) for line in found)
    assert all(" | Warnung: " in line for line in found)


def test_a_contact_that_stays_fixed_for_a_closed_house(tmp_path: Path) -> None:
    changes = {f"centres/{HOUSE}": {"closed": {"since": SINCE}}, "contacts/kreis": {"serves": {"centres": [HOUSE]}}}
    assert len(told(tmp_path, changes)) == 1


def test_before_the_day_and_for_successors_nothing_is_said(tmp_path: Path) -> None:
    announced = {f"centres/{HOUSE}": {"closed": {"since": "2026-08-01", "successor": SECOND_HOUSE}}}
    assert told(tmp_path / "announced", announced) == []
    both = {
        f"centres/{HOUSE}": {"closed": {"since": SINCE, "successor": SECOND_HOUSE}},
        f"centres/{SECOND_HOUSE}": {"closed": {"since": "2026-05-20"}},
    }
    assert told(tmp_path / "both", both) == []
