"""Whom a house asks: its fixed contact, the deputy, the one above; the Jobcenter of the town where nobody is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import DAY, HOUSE, PROOF, TOWN, Changes, Fields, files, read, source

from wegweiser.edition import Edition
from wegweiser.view.responsibility.chain import Chain, chain_of, town_office
from wegweiser.wording.certainty import DERIVED

OFFICE = "contacts/jobcenter"
HOUSE_FILE = f"centres/{HOUSE}"
COOPERATION: Fields = {
    "centres": [HOUSE],
    "office": "jobcenter",
    "evidence": "cooperation",
    "as_of": "2025",
    "summary": "Das Haus und das Jobcenter arbeiten zusammen.",
    "contact_office": "team",
    **PROOF,
}


def contact(**fields: object) -> Fields:
    """A second contact in the Jobcenter."""
    return {**files()[OFFICE], "title": "Team für Familien", **fields}


def chain(folder: Path, changes: Changes | None = None) -> Chain:
    guide = Edition.on(read(folder, {"agreements/" + HOUSE: None, **(changes or {})}), DAY)
    return chain_of(guide, HOUSE)


def ids(found: Chain) -> tuple[str | None, ...]:
    return tuple(card and card.id for card in (found.contact, found.deputy, found.escalation, found.office))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("jobcenter", None, None, None)),
        (
            {OFFICE: {"deputy": "team", "escalation": "kreis"}, "contacts/team": contact()},
            ("jobcenter", "team", "kreis", None),
        ),
        # nobody above: the Jobcenter of the town, unless it is the contact or its deputy already
        ({HOUSE_FILE: {"contact": "team"}, "contacts/team": contact()}, ("team", None, "jobcenter", None)),
        (
            {HOUSE_FILE: {"contact": "team"}, "contacts/team": contact(deputy="jobcenter")},
            ("team", "jobcenter", None, None),
        ),
        # the contact names the house
        (
            {HOUSE_FILE: {"contact": None}, "contacts/team": contact(serves={"centres": [HOUSE]})},
            ("team", None, "jobcenter", None),
        ),
        # a cooperation names the contact
        (
            {HOUSE_FILE: {"contact": None}, "contacts/team": contact(), "agreements/neu": COOPERATION},
            ("team", None, "jobcenter", None),
        ),
        ({HOUSE_FILE: {"contact": None}}, (None, None, None, "jobcenter")),
    ],
)
def test_whom_a_house_asks(tmp_path: Path, changes: Changes, expected: tuple[str | None, ...]) -> None:
    assert ids(chain(tmp_path, changes)) == expected


def test_the_named_contact_wins_over_the_others(tmp_path: Path) -> None:
    changes: Changes = {
        "contacts/team": contact(serves={"centres": [HOUSE]}),
        "agreements/neu": {**COOPERATION, "contact_office": "kreis"},
    }
    assert ids(chain(tmp_path / "a", changes))[0] == "jobcenter"
    assert ids(chain(tmp_path / "b", {**changes, HOUSE_FILE: {"contact": None}}))[0] == "team"


def test_an_internal_contact_is_nobodys_fixed_contact(tmp_path: Path) -> None:
    changes: Changes = {
        HOUSE_FILE: {"contact": None},
        "contacts/team": contact(serves={"centres": [HOUSE]}, visibility="internal"),
    }
    assert ids(chain(tmp_path, changes)) == (None, None, None, "jobcenter")


@pytest.mark.parametrize(
    ("as_of", "origin"),
    [
        ("2025", "Aus der Zusammenarbeit mit dem Haus bekannt (2025)."),
        (
            "2019",
            "Aus der Zusammenarbeit mit dem Haus bekannt (2019).",
        ),
        (
            "unknown",
            "Aus der Zusammenarbeit mit dem Haus bekannt.",
        ),
    ],
)
def test_a_contact_known_from_a_cooperation_says_so(tmp_path: Path, as_of: str, origin: str) -> None:
    changes: Changes = {
        HOUSE_FILE: {"contact": None},
        "contacts/team": contact(),
        "agreements/neu": {**COOPERATION, "as_of": as_of},
    }
    assert chain(tmp_path, changes).origin == origin


def test_the_newest_cooperation_names_the_contact(tmp_path: Path) -> None:
    newer = {**COOPERATION, "as_of": "2026"}
    changes: Changes = {
        HOUSE_FILE: {"contact": None},
        "contacts/team": contact(),
        "agreements/alt": {**COOPERATION, "as_of": "2013", "contact_office": "kreis"},
        "agreements/irgendwann": {**COOPERATION, "as_of": "unknown", "contact_office": "kreis"},
        "agreements/neu": COOPERATION,
        "agreements/ohne": {name: value for name, value in newer.items() if name != "contact_office"},
    }
    assert ids(chain(tmp_path, changes))[0] == "team"


def test_the_jobcenter_of_a_town_comes_with_what_is_said_of_the_answer(tmp_path: Path) -> None:
    rules = [
        {"contact": "jobcenter", "derived": "ja", "note": "Bitte nachfragen.", "sources": [source()]},
        {"offers": ["wohngeld"], "contact": "team", "sources": [source()]},
    ]
    changes: Changes = {
        "responsibilities": {"rules": rules},
        "contacts/team": contact(),
        HOUSE_FILE: {"contact": None},
    }
    found = chain(tmp_path, changes)
    assert (ids(found)[3], found.remarks) == ("jobcenter", (DERIVED, "Bitte nachfragen."))


def test_a_town_without_a_jobcenter_names_none(tmp_path: Path) -> None:
    rules = [{"contact": "jobcenter", "fallback": "ja", "sources": [source()]}]
    guide = Edition.on(read(tmp_path, {"responsibilities": {"rules": rules}}), DAY)
    assert town_office(guide, TOWN) is None
