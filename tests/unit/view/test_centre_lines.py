"""By what lists of houses can be narrowed: what some house is known to have, features first, then languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import DAY, HOUSE, SECOND_HOUSE, THIRD_HOUSE, Fields, read

from wegweiser.edition import Edition
from wegweiser.schema.codes import Accessibility
from wegweiser.view.centre_lines import centre_lines, choices_of

ROOT = Path(__file__).resolve().parents[3]


def access(*features: str) -> Fields:
    return {"features": list(features)}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, []),
        ({"accessibility": access("not-accessible")}, {"languages": ["de"]}, []),
        (
            {"accessibility": access("lift", "step-free"), "languages": ["de", "tr", "ar"]},
            {"accessibility": access("step-free"), "languages": ["tr"]},
            [
                ("step-free", "stufenloser Zugang", 2),
                ("lift", "Aufzug", 1),
                ("lang-ar", "Arabisch", 1),
                ("lang-tr", "Türkisch", 2),
            ],
        ),
    ],
    ids=["nothing known", "nothing to choose", "features before languages"],
)
def test_choices_are_what_some_house_has(
    tmp_path: Path, first: Fields, second: Fields, expected: list[tuple[str, str, int]]
) -> None:
    nothing: Fields = {"accessibility": None, "languages": None}
    changes = {
        f"centres/{HOUSE}": {**nothing, **first},
        f"centres/{SECOND_HOUSE}": {**nothing, **second},
        f"centres/{THIRD_HOUSE}": nothing,
    }
    edition = Edition.on(read(tmp_path, changes), DAY)
    assert choices_of(centre_lines(edition, edition.houses.values())) == expected


def test_each_feature_has_its_picture() -> None:
    pictures = {path.stem for path in (ROOT / "overrides" / "pages" / "icons").glob("access-*.svg")}
    assert pictures == {f"access-{feature.value}" for feature in Accessibility}
