"""A state has hundreds of towns: a page about one of them leads to their list, and does not hold it."""

from __future__ import annotations

from pathlib import Path

import pytest
from outlets import rendered
from regions import DAY, SECOND_TOWN, TOWN, read

from wegweiser.edition import FEW_TOWNS
from wegweiser.publishing.prepare import plan

ROOT = Path(__file__).resolve().parents[3]
MAP = '<figure class="district">'


def page_of(folder: Path, address: str) -> str:
    return rendered(plan(read(folder), DAY, ROOT / "overrides"), address)


@pytest.mark.parametrize(("few", "named"), [(FEW_TOWNS, True), (2, False)])
def test_a_page_names_all_towns_only_where_they_are_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int, named: bool
) -> None:
    monkeypatch.setattr("wegweiser.edition.edition.FEW_TOWNS", few)
    answers = page_of(tmp_path / "answers", f"zustaendig/sgb2/{TOWN}/")
    assert (f'href="../../../zustaendig/sgb2/{SECOND_TOWN}/"' in answers) is named
    assert ('href="../../../zustaendig/#ort"' in answers) is not named
    town = page_of(tmp_path / "town", f"orte/{TOWN}/")
    assert (MAP in town) is named
    assert ('<a href="../../orte/">Alle Städte und Gemeinden</a>' in town) is not named


def test_the_list_of_towns_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wegweiser.edition.edition.FEW_TOWNS", 1)
    assert f'href="../orte/{SECOND_TOWN}/"' in page_of(tmp_path, "orte/")
