"""Who stands at a step of a case: by reason, by town, and nobody who is not there for the town."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from regions import DAY, SECOND_TOWN, TOWN, files, read

from wegweiser.edition import Edition
from wegweiser.schema import Step
from wegweiser.view.responsibility.steps import Group, StepContacts, statuses_text, step_contacts, step_line
from wegweiser.wording.certainty import FALLBACK

GELD, SCHULE, KITA, TREFFEN = "wohngeld", "but-antrag", "kita-platz", "elterncafe"
OWN = {
    "sozialamt-dornmoor": "Dornmoor",
    "sozialamt-quellenbruch": "Quellenbruch",
    "sozialamt-weidenmoor": "Weidenmoor",
}


def guide_of(folder: Path, changes: dict[str, Any] | None = None) -> Edition:
    return Edition.on(read(folder, changes), DAY)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return guide_of(tmp_path_factory.mktemp("region"))


def contacts(guide: Edition, *offers: str, named: tuple[str, ...] = ()) -> StepContacts:
    step = Step(title="Anrufen", who="Sie", what="Rufen Sie an.", by_when="heute", offers=offers, contacts=named)
    return step_contacts(guide, step)


def shown(groups: tuple[Group, ...]) -> list[tuple[tuple[str, ...], dict[str, str]]]:
    """Reasons, then contact → towns."""
    return [(group.reasons, {spot.contact.id: ", ".join(spot.towns) for spot in group.contacts}) for group in groups]


def test_one_answer_for_all_needs_no_reason_and_no_town(guide: Edition) -> None:
    found = contacts(guide, KITA)
    assert shown(found.always) == [((), {"jugendamt": ""})]
    assert found.by_town == ()
    assert [group.remarks for group in found.always] == [()]


def test_statuses_and_towns_are_told_apart(guide: Edition) -> None:
    found = contacts(guide, GELD)
    assert found.always == ()
    assert shown(found.by_town) == [
        (("Mit: Grundsicherungsgeld",), {"jobcenter": ""}),
        (("Ohne: Grundsicherungsgeld",), OWN),
    ]


def test_offers_are_named_only_where_they_differ(guide: Edition) -> None:
    found = contacts(guide, GELD, SCHULE, KITA)
    assert shown(found.by_town) == [
        (("Für „Wohngeld“, „But Antrag“ · Mit: Grundsicherungsgeld",), {"jobcenter": ""}),
        (("Für „Wohngeld“, „But Antrag“ · Ohne: Grundsicherungsgeld",), OWN),
        (("Für „Kita Platz“",), {"jugendamt": ""}),
    ]


def test_one_contact_may_have_several_reasons(tmp_path: Path) -> None:
    rules = files()["responsibilities"]["rules"]
    rule = {"offers": [KITA], "contact": "jobcenter", "sources": rules[0]["sources"]}
    found = contacts(guide_of(tmp_path, {"responsibilities": {"rules": [*rules, rule]}}), GELD, KITA)
    assert shown(found.by_town)[0] == (
        ("Für „Wohngeld“ · Mit: Grundsicherungsgeld", "Für „Kita Platz“"),
        {"jobcenter": ""},
    )


def test_named_contacts_stand_where_they_serve(tmp_path: Path) -> None:
    changes = {
        "contacts/jobcenter": {"serves": {"municipalities": [TOWN, SECOND_TOWN]}},
        "contacts/sozialamt-dornmoor": {"visibility": "internal"},
        "responsibilities": {"rules": [files()["responsibilities"]["rules"][3] | {"topics": None, "contact": "kreis"}]},
    }
    changes["responsibilities"]["rules"][0].pop("topics")
    guide = guide_of(tmp_path, changes)
    found = contacts(guide, named=("jobcenter", "kreis", "sozialamt-dornmoor"))
    assert shown(found.always) == []
    assert shown(found.by_town) == [((), {"jobcenter": "Dornmoor, Quellenbruch", "kreis": ""})]


def test_a_named_contact_that_answers_anyway_stands_once(guide: Edition) -> None:
    found = contacts(guide, KITA, named=("jugendamt", "kreis"))
    assert shown(found.always) == [((), {"jugendamt": "", "kreis": ""})]


def test_what_must_be_said_of_a_group_stands_with_it(guide: Edition) -> None:
    assert [group.remarks for group in contacts(guide, TREFFEN).always] == [(FALLBACK,)]


def test_that_nobody_confirmed_it_is_left_to_the_note_of_the_page(tmp_path: Path) -> None:
    rules = files()["responsibilities"]["rules"]
    rule = {"offers": [KITA], "contact": "jobcenter", "derived": "ja", "sources": rules[0]["sources"]}
    found = contacts(guide_of(tmp_path, {"responsibilities": {"rules": [*rules, rule]}}), KITA)
    assert [group.remarks for group in found.always] == [()]


def test_a_step_without_contacts_shows_none(guide: Edition) -> None:
    found = contacts(guide)
    assert found == StepContacts((), ())


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ("sgb2 wohngeld kinderzuschlag sgb12 asylblg none", ""),
        ("sgb2", "Mit: Grundsicherungsgeld"),
        ("wohngeld kinderzuschlag sgb12 asylblg none", "Ohne: Grundsicherungsgeld"),
        ("sgb12 asylblg none kinderzuschlag", "Ohne: Grundsicherungsgeld, Wohngeld"),
        ("sgb2 wohngeld kinderzuschlag", "Mit: Grundsicherungsgeld, Wohngeld, Kinderzuschlag"),
        (
            "sgb2 wohngeld kinderzuschlag sgb12 asylblg",
            "Mit: Grundsicherungsgeld, Wohngeld, Kinderzuschlag, Sozialhilfe, Asylbewerberleistungen",
        ),
        ("none", "Mit: Noch nichts oder unklar"),
    ],
)
def test_statuses_in_words(guide: Edition, statuses: str, text: str) -> None:
    """The shorter way round; but nobody is 'without nothing'."""
    assert statuses_text(guide, tuple(statuses.split())) == text


# --- the number of a step while nobody has said where --------------------------------------------------------------


def line(guide: Edition, *offers: str, named: tuple[str, ...] = ()) -> tuple[str, str] | None:
    step = Step(title="Anrufen", who="Sie", what="Rufen Sie an.", by_when="heute", offers=offers, contacts=named)
    found = step_line(guide, step, step_contacts(guide, step))
    return found and (found.channel.value, found.who)


@pytest.mark.parametrize(
    ("offers", "named", "expected"),
    [
        ((), (), None),  # it leads to nobody
        ((KITA,), (), None),  # one office for all towns, whose number stands there already
        ((SCHULE,), (), "+49 30 23125006"),  # each town has another: the number of the district
        ((SCHULE,), ("jobcenter",), "+49 30 23125003"),  # the one it names, by the way for staff
    ],
)
def test_a_step_has_one_number_or_that_of_the_district(
    guide: Edition, offers: tuple[str, ...], named: tuple[str, ...], expected: str | None
) -> None:
    found = line(guide, *offers, named=named)
    assert (found and found[0]) == expected


def test_a_step_calls_what_its_named_contacts_have_in_common(tmp_path: Path) -> None:
    """Two teams of an office, each for a town, without numbers of their own: the office's main number."""
    team = {**files()["contacts/jobcenter"], "channels": None}
    changes = {
        "organizations/jobcenter": {"channels": [{"phone": "+49 30 23125900", "label": "Zentrale"}]},
        "contacts/team-a": {**team, "title": "Team A", "serves": {"municipalities": [TOWN]}},
        "contacts/team-b": {**team, "title": "Team B", "serves": {"municipalities": [SECOND_TOWN]}},
    }
    changed = {name: {k: v for k, v in fields.items() if v is not None} for name, fields in changes.items()}
    found = line(guide_of(tmp_path, changed), named=("team-a", "team-b"))
    assert found is not None
    assert found[0] == "+49 30 23125900"
    assert found[1].startswith("Zentrale")
