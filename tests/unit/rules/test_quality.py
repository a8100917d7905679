"""How good the facts about a house or a contact are, and how that fades with their age."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import HOUSE, PROOF, Changes, Fields, read

from wegweiser.rules.quality import Criterion, Score, freshness, score_centre, score_contact
from wegweiser.schema import Agreement

DAY = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("day", "worth"),
    [
        (dt.date(2027, 1, 1), 1),
        (dt.date(2026, 6, 1), 1),
        (dt.date(2025, 12, 2), 1),
        (dt.date(2025, 8, 31), 0.83),
        (dt.date(2025, 3, 1), 0.5),
        (dt.date(2024, 6, 1), 0),
        (dt.date(1999, 1, 1), 0),
        (None, 0),
    ],
)
def test_evidence_fades_by_the_month(day: dt.date | None, worth: float) -> None:
    assert freshness(day, DAY) == pytest.approx(worth, abs=0.01)


def source(published: str, accessed: str = "2026-05-01") -> Fields:
    return {"sources": [{**PROOF["sources"][0], "published": published, "accessed": accessed, "kind": "official"}]}


BARE: Fields = {
    **source("2020", "2020-05-01"),
    **{"checked": None, "channels": None, "opening_hours": None, "address": None, "languages": None},
    **{"accessibility": None, "contact": None, "offers": None, "activities": None},
}
CHECKED = {"checked": {"on": "2026-05-01", "by": "Leitung der Einrichtung"}}
FULL: Fields = {
    **CHECKED,
    **source("2026-05-01"),
    "channels": [{"phone": "+49 30 23125001"}],
    "opening_hours": {"hours": "Mo-Fr 08:00-12:00"},
    "address": {"street": "Weg 1", "postal_code": "99001"},
    "languages": ["de"],
    "accessibility": {"features": ["step-free"]},
    "contact": "jobcenter",
    "offers": ["wohngeld"],
}
AGREEMENT = Agreement.model_construct(as_of="2026-05")


def score_of(folder: Path, fields: Fields, agreements: tuple[Agreement, ...] = ()) -> Score:
    changes: Changes = {f"centres/{HOUSE}": fields}
    return score_centre(read(folder, changes).centres[HOUSE].record, agreements, DAY)


def test_a_house_of_which_all_is_known_reaches_everything(tmp_path: Path) -> None:
    score = score_of(tmp_path, FULL, (AGREEMENT,))
    assert set(score.reached) == set(Criterion)
    assert score.total == 1
    assert {score.gain(criterion) for criterion in Criterion} == {0}


def test_a_house_of_which_nothing_is_known_reaches_nothing(tmp_path: Path) -> None:
    score = score_of(tmp_path, BARE)
    assert score.total == 0
    assert {score.gain(criterion) for criterion in Criterion} == {0.1}


@pytest.mark.parametrize(
    ("fields", "criterion", "reached"),
    [
        ({**FULL, "channels": None}, Criterion.NUMBER, 0),
        ({**FULL, "channels": [{"email": "haus@example.org"}]}, Criterion.NUMBER, 0),
        ({**BARE, **source("2023"), "channels": [{"phone": "+49 30 23125001"}]}, Criterion.NUMBER, 0.5),
        ({**BARE, "channels": [{"phone": "+49 30 23125001"}]}, Criterion.NUMBER, 0.5),
        (
            {**FULL, "checked": {"on": "2025-03-01", "by": "Leitung"}, **source("2020", "2020-01-01")},
            Criterion.CHECK,
            0.5,
        ),
        ({**FULL, "address": {"postal_code": "99001"}}, Criterion.ADDRESS, 0),
        ({**FULL, "address": {"street": "Weg 1", "contradicted": "ja"}}, Criterion.ADDRESS, 0),
        ({**FULL, "contact": None}, Criterion.RESPONSIBILITY, 0),
        ({**FULL, "opening_hours": None}, Criterion.HOURS, 0),
    ],
)
def test_what_counts_for_a_house(tmp_path: Path, fields: Fields, criterion: Criterion, reached: float) -> None:
    assert score_of(tmp_path, fields).reached[criterion] == pytest.approx(reached, abs=0.01)


@pytest.mark.parametrize(
    ("as_of", "reached"), [((), 0), (("2020",), 0.5), (("2026-05",), 1), (("2020", "2026-05"), 1), (("unknown",), 0.5)]
)
def test_the_newest_agreement_counts(tmp_path: Path, as_of: tuple[str, ...], reached: float) -> None:
    agreements = tuple(Agreement.model_construct(as_of=date) for date in as_of)
    assert score_of(tmp_path, FULL, agreements).reached[Criterion.AGREEMENT] == reached


def test_what_cannot_apply_to_a_contact_does_not_count(tmp_path: Path) -> None:
    contact = read(tmp_path).contacts["kreis"].record
    alone = score_contact(contact, None, None, DAY)
    assert set(Criterion) - set(alone.reached) == {
        *(Criterion.ADDRESS, Criterion.ACCESS, Criterion.RESPONSIBILITY, Criterion.AGREEMENT)
    }
    assert score_contact(contact, None, 0.25, DAY).reached[Criterion.RESPONSIBILITY] == 0.25
