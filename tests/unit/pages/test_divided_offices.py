"""An office that divides its work: wherever it is shown, all parts stand there with their districts or letters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from outlets import rendered
from regions import DAY, PROOF, TOWN, Changes, Fields, files, read

from wegweiser.paper.sheets import sheets
from wegweiser.publishing.prepare import Build, plan
from wegweiser.wording.parts import divides

ROOT = Path(__file__).resolve().parents[3]
LETTERS = ("Nachname des Kindes: A bis K", "Nachname des Kindes: S ohne Sch, Sch, L bis R, T bis Z")
DISTRICTS = ("Ortsteil Nord", "alle anderen Ortsteile")
RULES = files()["responsibilities"]["rules"]
HERE = {"offers": ["wohngeld"], "municipalities": [TOWN], **PROOF}
CASES: Mapping[str, Changes] = {
    "letters": {
        "contacts/jugendamt": {"serves": {"surnames": ["A-K"], "surname_of": "child"}},
        "responsibilities": {
            "rules": [
                *[rule for rule in RULES if "betreuung" not in rule.get("topics", [])],
                {"topics": ["betreuung"], "contact": "kreis", **PROOF},
                {
                    "parts": [
                        {"contact": "jugendamt"},
                        {"contact": "kreis", "surnames": ["S ohne Sch", "Sch", "L-R", "T-Z"]},
                    ],
                    "surname_of": "child",
                    **HERE,
                },
            ]
        },
    },
    "districts": {
        f"municipalities/{TOWN}": {"districts": [{"name": "Nord"}, {"name": "Mitte"}]},
        "responsibilities": {"rules": [*RULES, {"contact": "jugendamt", "districts": ["Nord"], **HERE}]},
    },
}
CASE: Fields = {
    "cases/arbeit-ab-montag": {
        "steps": [
            {"title": "Anrufen", "who": "Sie", "what": "Rufen Sie an.", "by_when": "heute", "offers": ["wohngeld"]}
        ]
    }
}


@pytest.fixture(scope="module", params=["letters", "districts"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Build, tuple[str, str]]:
    content = read(tmp_path_factory.mktemp("region"), {**CASES[request.param], **CASE})
    return plan(content, DAY, ROOT / "overrides"), LETTERS if request.param == "letters" else DISTRICTS


@pytest.mark.parametrize(
    "address",
    ["angebote/wohngeld/", f"zustaendig/wohngeld/{TOWN}/", f"orte/{TOWN}/", "faelle/arbeit-ab-montag/"],
)
def test_every_page_names_all_parts(case: tuple[Build, tuple[str, str]], address: str) -> None:
    build, limits = case
    page = rendered(build, address)
    for text in limits:
        assert f"<strong data-limits>{text}</strong>" in page


def test_the_export_has_one_row_with_its_parts(case: tuple[Build, tuple[str, str]]) -> None:
    build, limits = case
    [file] = [file for file in build.files([]) if file.path == "daten/zustaendigkeiten.json"]
    rows = json.loads(file.make())
    [row] = [row for row in rows if (row["municipality"], row["status"], row["offer"]) == (TOWN, "none", "wohngeld")]
    if limits == LETTERS:
        assert row["contact"] == "jugendamt"
        assert row["parts"] == [
            {"contact": "jugendamt", "surnames": ["A-K"], "surname_of": "child"},
            {"contact": "kreis", "surnames": ["S ohne Sch", "Sch", "L-R", "T-Z"], "surname_of": "child"},
        ]
    else:
        assert row["contact"] == "sozialamt-dornmoor"
        assert row["parts"] == [
            {"contact": "jugendamt", "districts": ["Nord"]},
            {"contact": "sozialamt-dornmoor", "districts": ["Mitte"], "others": "districts"},
        ]


def test_guide_and_search_have_all_parts(case: tuple[Build, tuple[str, str]]) -> None:
    build, limits = case
    guide = next(
        json.loads(bundle.content)
        for bundle in build.bundles
        if "/zustaendig" in bundle.path and "/orte/dornmoor" in bundle.path
    )
    assert {contact.get("limits") for contact in guide["contacts"]} >= set(limits)
    numbers = guide["divided"][0][::2]
    assert [guide["contacts"][number]["limits"] for number in numbers] == list(limits)
    search = next(
        json.loads(bundle.content)
        for bundle in build.bundles
        if "/suche" in bundle.path and "/orte/dornmoor" in bundle.path
    )
    assert {text for rows in search["different"] for _, _, _, *texts in rows for text in texts} == set(limits)


def test_each_part_has_a_sheet_that_says_for_whom(case: tuple[Build, tuple[str, str]]) -> None:
    build, limits = case
    found = [sheet.columns[0].limits for sheet in sheets(build.edition, "") if "angebote/wohngeld/" in sheet.address]
    assert f"Für: {limits[0]}" in found


def test_a_contact_says_for_whom_it_is_there_on_its_page_and_in_the_address_book(tmp_path: Path) -> None:
    build = plan(read(tmp_path, CASES["letters"]), DAY, ROOT / "overrides")
    assert f"<strong data-limits>{LETTERS[0]}</strong>" in rendered(build, "kontakte/jugendamt/")
    assert f"<strong data-limits>{LETTERS[0]}</strong>" in rendered(build, "kontakte/")
    [card] = [file for file in build.files([]) if file.path == "kontakte/jugendamt/kontakt.vcf"]
    assert f"Für: {LETTERS[0]}" in card.make().decode().replace("\r\n ", "")


def test_numbers_that_have_labels_are_named_together(tmp_path: Path) -> None:
    channels = [
        {"phone": "+49 30 23125101", "label": "Nachname A bis K"},
        {"phone": "+49 30 23125102", "label": "Nachname L bis Z"},
        {"email": "amt@example.org"},
    ]
    build = plan(read(tmp_path, {"contacts/sozialamt-dornmoor": {"channels": channels}}), DAY, ROOT / "overrides")
    for address in ("angebote/wohngeld/", "kontakte/", f"zustaendig/wohngeld/{TOWN}/"):
        page = rendered(build, address)
        for channel in channels[:2]:
            assert page.count(channel["phone"].replace("+49 ", "0")) > 0
            assert channel["label"] in page


@pytest.mark.parametrize(
    ("label", "is_divided"),
    [
        ("Nachname A bis K", True),
        ("A-K", True),
        ("Ro–Rz", True),
        ("Ortsteile Nord und Süd", True),
        ("Wohngeld", False),
        ("Zentrale", False),
        ("E-Mail für alle", False),
        (None, False),
    ],
)
def test_labels_that_say_for_which_people_a_number_is(label: str | None, is_divided: bool) -> None:
    assert divides(label) is is_divided
