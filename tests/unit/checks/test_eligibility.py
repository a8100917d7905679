"""Every offer can be found by what a family says, every rule cites its law, and nobody is left without help."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from regions import OFFERS, Fields, files, findings

RULE: Fields = {"reason": "Das kann passen.", "legal_basis": "§ 1 Mustergesetz"}
ALL = ["sgb2", "wohngeld", "kinderzuschlag", "sgb12", "asylblg", "none"]
LAWS = [{"law": "SGB II", "section": "§ 28"}, {"law": "BKGG", "section": "§ 6b"}]


def found(folder: Path, *rules: Fields, **offer: Any) -> list[str]:
    """What the check says of the offer 'wohngeld' with these rules."""
    said = findings(folder, {"offers/wohngeld": {"eligibility": [{**RULE, **rule} for rule in rules] or None, **offer}})
    assert all(line.startswith("offers/wohngeld.yml | ") for line in said), said
    return [line.removeprefix("offers/wohngeld.yml | ") for line in said]


def test_an_offer_that_no_family_is_led_to_is_named(tmp_path: Path) -> None:
    assert found(tmp_path) == [
        "title: 'Amtlich: Wohngeld' | Warnung: Auf der Seite „Was steht mir zu?“ fehlt dieses Angebot. "
        "Bitte 'eligibility' ergänzen."
    ]


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ({"receives": ["sgb2"], "without": ["sgb2"]}, True),
        ({"receives": ["sgb2", "none"], "without": ["none", "sgb2", "wohngeld"]}, True),
        ({"without": ALL}, True),
        ({"receives": ["sgb2", "none"], "without": ["sgb2"]}, False),
        ({"without": ALL[:-1]}, False),
        ({"receives": ALL}, False),
    ],
)
def test_a_rule_that_no_family_meets_is_wrong(tmp_path: Path, rule: Fields, wrong: bool) -> None:
    said = [line.partition(" | ")[2] for line in found(tmp_path, rule)]
    message = "Fehler: Diese Regel passt nie: 'without' schließt alles aus, was 'receives' verlangt. Bitte eins ändern."
    assert said == [message] * wrong


@pytest.mark.parametrize(
    ("cited", "laws", "refused"),
    [
        ("§ 28 Abs. 7 SGB II", LAWS, None),
        ("§ 28 Abs. 7 SGB II; § 6b BKGG", LAWS, None),
        ("§§ 28, 29 SGB II", LAWS, None),
        ("Anlage zu § 28 SGB II", LAWS, None),
        ("§ 28 SGB XII", LAWS, "§ 28 SGB XII"),
        ("§ 28 SGB II; § 34 SGB XII", LAWS, "§ 34 SGB XII"),
        ("§ 28 XSGB II", LAWS, "§ 28 XSGB II"),
        ("SGB II", LAWS, "SGB II"),
        ("§ 28 SGB II, § 6b", LAWS, "§ 28 SGB II, § 6b"),
        ("siehe unten", LAWS, "siehe unten"),
        ("ohne Gesetz: Angebot der Stadt", LAWS, "ohne Gesetz: Angebot der Stadt"),
        ("ohne Gesetz: Angebot der Stadt", None, None),
    ],
)
def test_a_rule_cites_a_law_of_its_offer(
    tmp_path: Path, cited: str, laws: list[Fields] | None, refused: str | None
) -> None:
    written = found(tmp_path, {"legal_basis": cited}, legal_basis=laws)
    assert [line.partition("Fehler: ")[2] for line in written] == (
        [f"'{refused}' ist keine Stelle aus einem Gesetz des Angebots. Die Gesetze des Angebots sind: SGB II, BKGG."]
        if refused
        else []
    )


def test_without_a_law_the_rule_says_so(tmp_path: Path) -> None:
    [written] = found(tmp_path, {"legal_basis": "§ 1 WoGG"}, legal_basis=None)
    assert written.endswith("Das Angebot nennt kein Gesetz; dann bitte mit 'ohne Gesetz:' beginnen.")


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        (["august", "februar"], None),
        (["august", "mai"], "mai] | Fehler: Der Betrag 'mai' fehlt. Es gibt: august, februar."),
    ],
)
def test_an_amount_of_a_rule_is_one_of_the_offer(tmp_path: Path, amounts: list[str], said: str | None) -> None:
    written = found(tmp_path, {"amounts": amounts})
    assert [line.replace("mai |", "mai] |") for line in written] == ([said] if said else [])


@pytest.mark.parametrize(
    ("condition", "nobody"),
    [
        ({}, None),
        ({"without": ["none"]}, "Noch nichts oder unklar"),
        ({"alone": "ja"}, "zu zweit"),
        ({"housing": ["rent", "own"]}, "Bei anderen, Unterkunft"),
        ({"work": ["some", "starting", "none"]}, "Ausbildung, Schule, Studium"),
        ({"child_age": {"minimum_age": "0", "maximum_age": "24"}}, "ein Kind ist unterwegs"),
        ({"child_age": {"minimum_age": "0", "maximum_age": "17"}}, "18 bis 24 Jahre"),
        ({"needs": ["money"]}, "unter 1 Jahr"),
        ({"new_in_germany": "ja"}, "unter 1 Jahr"),
        ({"municipalities": ["dornmoor"]}, "quellenbruch"),
    ],
)
def test_no_family_finds_nothing(tmp_path: Path, condition: Fields, nobody: str | None) -> None:
    """All offers with one rule: some family has an answer that it does not fit."""
    names = [name for name in files() if name.startswith("offers/")]
    assert len(names) >= len(OFFERS)
    said = findings(tmp_path, {name: {"eligibility": [{**RULE, **condition}]} for name in names})
    if nobody is None:
        assert said == []
    else:
        [line] = said
        assert line.startswith("region.yml | ")
        assert "Warnung: Auf der Seite „Was steht mir zu?“ findet eine Familie nichts: " in line
        assert nobody in line
        assert line.endswith(". Bitte bei einem Angebot eine Regel ergänzen, die für sie gilt.")


def test_families_that_receive_everything_are_thought_of(tmp_path: Path) -> None:
    """Whoever lacks a status has a rule; nobody has one who lacks none."""
    rules = [{**RULE, "without": [status]} for status in ALL]
    changes = {name: {"eligibility": rules} for name in files() if name.startswith("offers/")}
    [line] = findings(tmp_path, changes)
    assert all(part in line for part in ("findet eine Familie nichts: ", "unter 1 Jahr; allein; ")), line
    assert line.count(";") >= len(ALL) + 2, "every status is named"
