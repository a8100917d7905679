"""Who is closed on a day, and who stands in its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import DAY, HOUSE, PROOF, SECOND_HOUSE, SECOND_TOWN, TOWN, Changes, read

from wegweiser.edition import Edition
from wegweiser.rules.closures import is_closed, on_day

DAY_BEFORE = DAY - dt.timedelta(days=1)


def closed(successor: str | None = None, since: dt.date = DAY) -> dict[str, str]:
    return {"since": since.isoformat(), **({"successor": successor} if successor else {})}


def edition(folder: Path, changes: Changes, day: dt.date = DAY) -> Edition:
    return Edition.on(read(folder, changes), day)


def test_a_closing_that_is_only_announced_changes_nothing(tmp_path: Path) -> None:
    content = read(
        tmp_path, {f"centres/{HOUSE}": {"closed": closed()}, "contacts/kreis": {"closed": closed("jugendamt")}}
    )
    assert not is_closed(content.centres[HOUSE].record, DAY_BEFORE)
    assert is_closed(content.centres[HOUSE].record, DAY)
    assert on_day(content, DAY_BEFORE) is content
    assert HOUSE in Edition.on(content, DAY_BEFORE).houses


def test_a_closed_house_is_in_no_list_and_keeps_its_record(tmp_path: Path) -> None:
    made = edition(tmp_path, {f"centres/{HOUSE}": {"closed": closed(SECOND_HOUSE)}})
    assert HOUSE not in made.houses
    assert HOUSE in made.catalog.centres
    assert TOWN not in made.relations.centres_in
    assert SECOND_TOWN in made.relations.centres_in


def test_rules_and_chains_lead_to_the_last_successor(tmp_path: Path) -> None:
    made = edition(
        tmp_path,
        {
            "contacts/jobcenter": {"closed": closed("jugendamt"), "deputy": "kreis"},
            "contacts/jugendamt": {"closed": closed("kreis"), "escalation": "jobcenter"},
            "contacts/kreis": {"deputy": "jobcenter", "escalation": None},
        },
    )
    answer = made.responsibility.answer(TOWN, "sgb2", "wohngeld")
    assert answer is not None
    assert answer.contact == "kreis"
    assert made.catalog.centres[HOUSE].record.contact == "kreis"
    assert made.catalog.agreements[HOUSE].record.contact_office == "kreis"
    assert made.catalog.contacts["kreis"].record.deputy is None  # nobody stands in for itself


def test_parts_of_a_rule_lead_to_the_successor_too(tmp_path: Path) -> None:
    divided = [{"contact": "jugendamt", "surnames": ["A-K"]}, {"contact": "kreis", "surnames": ["L-Z"]}]
    made = edition(
        tmp_path,
        {
            "contacts/jugendamt": {"closed": closed("jobcenter")},
            "responsibilities": {"rules": [{"parts": divided, **PROOF}]},
        },
    )
    answer = made.responsibility.answer(TOWN, "none", "wohngeld")
    assert answer is not None
    assert answer.contacts == ("jobcenter", "kreis")


@pytest.mark.parametrize("successor", [None, "kreis"])
def test_without_a_successor_the_contact_stays(tmp_path: Path, successor: str | None) -> None:
    made = edition(tmp_path, {"contacts/jobcenter": {"closed": closed(successor)}})
    answer = made.responsibility.answer(TOWN, "sgb2", "wohngeld")
    assert answer is not None
    assert answer.contact == (successor or "jobcenter")
