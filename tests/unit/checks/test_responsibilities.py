"""Every question ends at one contact that can be reached, and no two rules disagree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from regions import PROOF, SECOND_TOWN, THIRD_TOWN, TOWN, Changes, Fields, files, findings, problems

from wegweiser.values.problems import Level


def rule(contact: str | None = None, **fields: Any) -> Fields:
    return {**({"contact": contact} if contact else {}), **fields, **PROOF}


def rules(*written: Fields) -> Changes:
    return {"responsibilities": {"rules": list(written)}}


def found(folder: Path, changes: Changes) -> list[str]:
    """Only what is wrong with the answers."""
    about_answers = ("Regel für", "Widerspruch", "zu erreichen")
    return [line for line in findings(folder, changes) if any(part in line for part in about_answers)]


EVERYBODY = rule("kreis")
NOT_CARE = rule("kreis", topics=["geld", "schule", "beratung"])
STATUSES = ("asylblg", "kinderzuschlag", "none", "sgb12", "sgb2", "wohngeld")
RECEIVING = [status for status in STATUSES if status != "none"]
OFFERS = ("but-antrag", "but-ausflug", "but-ueberblick", "elterncafe", "kita-platz", "wohngeld")


# Totality


ALL_OFFERS = "but-antrag, but-ausflug, but-ueberblick, elterncafe, kita-platz, wohngeld"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ([EVERYBODY], []),
        ([rule("kreis", topics=["geld", "schule", "betreuung", "beratung"])], []),
        ([NOT_CARE], ["An keinem Ort passt eine Regel für kita-platz."]),
        (
            [NOT_CARE, rule("jugendamt", offers=["kita-platz"], municipalities=[TOWN])],
            [f"In {SECOND_TOWN}, {THIRD_TOWN} passt keine Regel für kita-platz."],
        ),
        (
            [rule("kreis", statuses=RECEIVING)],
            [f"An keinem Ort passt eine Regel für {ALL_OFFERS} (nur mit none)."],
        ),
        (
            [rule("kreis", statuses=RECEIVING), rule("kreis", topics=["betreuung", "beratung"], statuses=["none"])],
            ["An keinem Ort passt eine Regel für but-antrag, but-ausflug, but-ueberblick, wohngeld (nur mit none)."],
        ),
        (
            [
                rule("kreis", statuses=RECEIVING),
                rule("kreis", topics=["schule", "betreuung", "beratung"]),
                rule(contacts={TOWN: "kreis", THIRD_TOWN: "jugendamt"}),
            ],
            [f"In {SECOND_TOWN} passt keine Regel für wohngeld (nur mit none)."],
        ),
        (
            [
                rule("kreis", topics=["schule", "beratung"]),
                rule("kreis", topics=["betreuung"], statuses=["sgb2", "none"]),
                rule(contacts={TOWN: "kreis"}),
            ],
            [
                f"In {SECOND_TOWN}, {THIRD_TOWN} passt keine Regel für kita-platz "
                "(nur mit wohngeld, kinderzuschlag, sgb12, asylblg); wohngeld.",
            ],
        ),
    ],
)
def test_gaps(tmp_path: Path, written: list[Fields], told: list[str]) -> None:
    lines = [line.partition(" Fehler: ")[2] for line in found(tmp_path, rules(*written))]
    assert [line.removesuffix(" Bitte eine ergänzen.") for line in lines] == told


def test_a_gap_points_at_the_rules(tmp_path: Path) -> None:
    [line] = found(tmp_path, rules(NOT_CARE))
    assert line.startswith("responsibilities.yml | - contact: kreis | Fehler: ")


def test_a_new_offer_or_town_without_a_rule_is_noticed(tmp_path: Path) -> None:
    town = {**files()["municipalities/dornmoor"], "name": "Neustadt", "ags": "00000999"}
    told = found(tmp_path, {"municipalities/neustadt": town})
    # The demo has rules for its towns; the others are for all.
    assert len(told) == 1
    assert "In neustadt passt keine Regel für " in told[0]


# Contradictions


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ([EVERYBODY, rule("jobcenter", statuses=["sgb2"])], None),
        ([EVERYBODY, rule("kreis")], None),
        (
            [EVERYBODY, rule("jobcenter")],
            "Widerspruch zur Regel 1: Für dornmoor, sgb2, but-antrag nennt sie 'kreis', diese hier 'jobcenter'.",
        ),
        (
            [EVERYBODY, rule("kreis", offers=["wohngeld"]), rule("jobcenter", offers=["elterncafe", "wohngeld"])],
            "Widerspruch zur Regel 2: Für dornmoor, sgb2, wohngeld nennt sie 'kreis', diese hier 'jobcenter'.",
        ),
        (
            [EVERYBODY, rule(contacts={THIRD_TOWN: "jugendamt"}), rule("jobcenter", municipalities=[THIRD_TOWN])],
            "Widerspruch zur Regel 2: Für weidenmoor, sgb2, but-antrag nennt sie 'jugendamt', diese hier 'jobcenter'.",
        ),
    ],
)
def test_two_rules_of_one_rank_that_disagree(tmp_path: Path, written: list[Fields], fault: str | None) -> None:
    told = found(tmp_path, rules(*written))
    remedy = "Beide sind gleich genau; bitte eine genauer fassen."
    where = "contact: jobcenter"
    assert told == ([f"responsibilities.yml | {where} | Fehler: {fault} {remedy}"] if fault else [])


# Reachability: the contact, its office, the office above, or the town


CONTACT = {"channels": None, "serves": None}
BARE = {"website": None, "channels": None}
UNREACHABLE = "Fehler: 'kreis' ist zuständig, aber nicht zu erreichen. Bitte einen Weg oder eine Website eintragen."


@pytest.mark.parametrize(
    ("contact", "office", "above", "town", "reachable"),
    [
        ({"channels": [{"phone": "+49 30 23125001"}]}, {}, {}, {}, True),
        ({"channels": [{"post": "Postfach 1, Dornmoor"}]}, {}, {}, {}, True),
        ({}, {"website": "https://www.example.org"}, {}, {}, True),
        ({}, {"channels": [{"email": "amt@example.org"}]}, {}, {}, True),
        ({}, {"parent": "traeger"}, {"website": "https://www.example.org"}, {}, True),
        ({}, {"parent": "traeger"}, {"channels": [{"email": "amt@example.org"}]}, {}, True),
        ({"serves": {"municipalities": [TOWN]}}, {}, {}, {"website": "https://www.example.org"}, True),
        ({"serves": {"municipalities": [SECOND_TOWN, TOWN]}}, {}, {}, {"website": "https://www.example.org"}, True),
        ({}, {}, {}, {}, False),
        ({}, {}, {"website": "https://www.example.org"}, {"website": "https://www.example.org"}, False),
        ({}, {"parent": "traeger"}, {}, {}, False),
        ({"serves": {"municipalities": [SECOND_TOWN]}}, {}, {}, {"website": "https://www.example.org"}, False),
    ],
)
def test_who_is_responsible_can_be_reached(
    tmp_path: Path, contact: Fields, office: Fields, above: Fields, town: Fields, reachable: bool
) -> None:
    changes = {
        **rules(EVERYBODY),
        "contacts/kreis": {**CONTACT, **contact},
        "organizations/kreis": {**BARE, **office},
        "organizations/traeger": {**BARE, **above},
        f"municipalities/{TOWN}": {"website": None, **town},
        f"municipalities/{SECOND_TOWN}": {"website": None},
    }
    told = [line.rpartition(" | ")[2] for line in found(tmp_path, changes)]
    assert told == ([] if reachable else [UNREACHABLE])


def test_whom_nobody_is_sent_to_may_be_out_of_reach(tmp_path: Path) -> None:
    changes = {
        **rules(EVERYBODY),
        "contacts/jugendamt": CONTACT,
        "organizations/jugendamt": {**BARE, "locations": None},
    }
    assert found(tmp_path, changes) == []


def test_offices_that_belong_to_each_other_do_not_go_round_for_ever(tmp_path: Path) -> None:
    circle = {
        "organizations/kreis": {**BARE, "parent": "traeger"},
        "organizations/traeger": {**BARE, "parent": "kreis"},
    }
    assert UNREACHABLE in str(found(tmp_path, {**rules(EVERYBODY), "contacts/kreis": CONTACT, **circle}))


# Broken files


@pytest.mark.parametrize("file", ["offers/wohngeld", "municipalities/dornmoor"])
def test_while_an_offer_or_a_town_cannot_be_read_no_answers_are_checked(tmp_path: Path, file: str) -> None:
    told = problems(tmp_path, {file: "title: 1\n", **rules(rule("kreis", offers=["elterncafe"]))})
    assert [problem.message for problem in told if "passt" in problem.message] == []
    assert {problem.level for problem in told} == {Level.ERROR}


def test_a_broken_contact_does_not_hide_a_gap(tmp_path: Path) -> None:
    changes = {"contacts/jugendamt": "title: 1\n", **rules(rule("kreis", topics=["geld", "schule", "beratung"]))}
    assert len(found(tmp_path, changes)) == 1


# An office that divides its work


DIVIDED = ("Lücke", "Doppelt", "verschiedenen Nachnamen", "teilen mehrere Regeln", "schickt auch")
WOHNGELD = {"offers": ["wohngeld"], "municipalities": [TOWN]}


def told(folder: Path, changes: Changes) -> list[str]:
    """Only what is wrong with the parts of an office."""
    return [line for line in findings(folder, changes) if any(part in line for part in DIVIDED)]


def listing(*districts: str) -> Changes:
    return {f"municipalities/{TOWN}": {"districts": [{"name": name} for name in districts]}}


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        (
            [rule("jugendamt", **WOHNGELD, surnames=["A-K"]), rule("jobcenter", **WOHNGELD, surnames=["L-Z"])],
            None,
        ),
        (
            [rule("jugendamt", **WOHNGELD, surnames=["A-K"]), rule("jobcenter", **WOHNGELD, surnames=["M-Z"])],
            "Lücke: Für Nachnamen L (dornmoor, sgb2, wohngeld) nennt keine Regel eine Stelle. "
            "Bitte bei einem Teil ergänzen.",
        ),
        (
            [rule("jugendamt", **WOHNGELD, surnames=["A-R", "Sch"]), rule("jobcenter", **WOHNGELD, surnames=["S-Z"])],
            "Doppelt: Für Nachnamen Sch (dornmoor, sgb2, wohngeld) nennt Regel 2 "
            "'jugendamt', hier steht 'jobcenter'. Bitte eine der beiden Angaben kürzen.",
        ),
        (
            [rule("jugendamt", **WOHNGELD, districts=["Nord"]), rule("jobcenter", **WOHNGELD, districts=["Nord"])],
            "Doppelt: Für Ortsteil Nord (dornmoor, sgb2, wohngeld) nennt Regel 2 'jugendamt', hier steht 'jobcenter'. "
            "Bitte eine der beiden Angaben kürzen.",
        ),
        (
            [rule(**WOHNGELD, parts=[{"contact": "jugendamt", "districts": ["Nord"]}])],
            None,  # the rule for everybody takes the rest
        ),
        (
            [
                rule("jugendamt", **WOHNGELD, surnames=["A-K"], surname_of="child"),
                rule("jobcenter", **WOHNGELD, surnames=["L-Z"], surname_of="parent"),
            ],
            "Widerspruch zur Regel 2: Die Teile richten sich nach verschiedenen Nachnamen. "
            "Bitte bei allen Teilen dasselbe 'surname_of' schreiben.",
        ),
    ],
)
def test_parts_are_total_and_free_of_conflict(tmp_path: Path, written: list[Fields], fault: str | None) -> None:
    found = told(tmp_path, {**listing("Nord", "Mitte"), **rules(EVERYBODY, *written)})
    assert [line.partition(" | Fehler: ")[2] for line in found if "Fehler" in line] == ([fault] if fault else [])


def test_missing_districts_are_named(tmp_path: Path) -> None:
    others = [rule("kreis", municipalities=[SECOND_TOWN, THIRD_TOWN])]
    part = rule(municipalities=[TOWN], parts=[{"contact": "jugendamt", "districts": ["Nord"]}])
    [found] = told(tmp_path / "listed", {**listing("Nord", "Mitte", "Süd"), **rules(*others, part)})
    assert "Lücke: Für Ortsteile Mitte und Süd (dornmoor, sgb2, " in found
    [found] = told(tmp_path / "unlisted", rules(*others, part))
    assert found.endswith("Bitte bei Dornmoor alle Ortsteile eintragen oder einen Teil für alle anderen ergänzen.")
    assert "Lücke: Für alle anderen Ortsteile (dornmoor, " in found


def test_districts_that_several_rules_leave_out_are_asked_for(tmp_path: Path) -> None:
    written = [rule("jugendamt", **WOHNGELD, districts=["Nord"]), rule("jobcenter", **WOHNGELD, districts=["Süd"])]
    [found] = told(tmp_path, {**listing("Nord", "Mitte", "Süd"), **rules(EVERYBODY, *written)})
    assert found.endswith(
        "Warnung: In dornmoor teilen mehrere Regeln die Ortsteile auf, aber nicht Mitte: Dort gilt Regel 1 ('kreis'). "
        "Bitte prüfen, ob das so sein soll."
    )


def test_a_rule_sends_nobody_to_a_contact_that_is_not_there_for_them(tmp_path: Path) -> None:
    written = [rule("jugendamt", **WOHNGELD, surnames=["A-M"]), rule("jobcenter", **WOHNGELD, surnames=["N-Z"])]
    changes = {**rules(EVERYBODY, *written), "contacts/jugendamt": {"serves": {"surnames": ["A-K"]}}}
    [found] = told(tmp_path, changes)
    assert found.endswith(
        "Fehler: Die Regel schickt auch Nachnamen L bis M zu 'jugendamt'. Dort steht in 'serves' nur A bis K. "
        "Bitte eine Angabe ändern."
    )
