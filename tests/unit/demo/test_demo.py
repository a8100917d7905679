"""The invented region: valid in any size and on any day, always the same, and nobody's real number."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest

from wegweiser import catalog, checks, demo
from wegweiser.demo import FolderNotEmptyError, Region
from wegweiser.rules.responsibility import Responsibility
from wegweiser.values import problems

pytestmark = pytest.mark.takes(12)

DAY = dt.date(2026, 6, 1)
LEAP_DAY, LAST_DAY = dt.date(2028, 2, 29), dt.date(2099, 12, 31)


@pytest.mark.parametrize(
    ("centres", "day"),
    [
        (1, DAY),
        (3, DAY),
        (3, LEAP_DAY),
        (3, LAST_DAY),
        (3, dt.date(2026, 12, 31)),
        (3, dt.date(2027, 1, 1)),
        (18, LEAP_DAY),  # one more than there are names of houses
        (100, LAST_DAY),
    ],
)
def test_the_region_is_valid(tmp_path: Path, centres: int, day: dt.date) -> None:
    count = demo.write(tmp_path, centres, day)
    content, found = catalog.load(tmp_path)
    assert content is not None
    assert problems.errors(found + checks.check(content, day)) == []
    assert len(content.centres) == centres
    assert count == len(list(tmp_path.rglob("*.yml"))) == len(list(content.records())) + 5


@pytest.mark.parametrize(("centres", "towns"), [(1, 3), (3, 3), (99, 3), (100, 4), (1000, 40), (100_000, 432)])
def test_towns_grow_with_the_houses(centres: int, towns: int) -> None:
    region = Region(centres, DAY)
    assert len(region.towns) == len(set(region.towns)) == towns


def test_a_year_later_the_region_is_still_without_an_error(tmp_path: Path) -> None:
    demo.write(tmp_path, 3, DAY)
    content, _ = catalog.load(tmp_path)
    assert content is not None
    assert problems.errors(checks.check(content, DAY + dt.timedelta(days=400))) == []


def test_the_region_answers_every_question(tmp_path: Path) -> None:
    demo.write(tmp_path, 3, DAY)
    content, _ = catalog.load(tmp_path)
    assert content is not None
    responsibility = Responsibility(content)
    assert list(content.statuses) == ["sgb2", "wohngeld", "kinderzuschlag", "sgb12", "asylblg", "none"]
    assert len(content.offers) == sum(map(len, demo.OFFERS.values())) == 57
    assert len(responsibility.table) == 3 * 6 * 57
    assert Counter(answer.fallback for answer in responsibility.table.values())[True] > 0


def test_the_same_arguments_give_the_same_region() -> None:
    first = list(Region(20, DAY).files())
    assert first == list(Region(20, DAY).files())
    assert first != list(Region(20, DAY, seed=2).files())
    assert first != list(Region(20, LEAP_DAY).files())
    assert len(dict(first)) == len(first)  # no file is written twice


def test_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        demo.write(tmp_path / name, 20, DAY)
    a, b = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.yml")} for folder in tmp_path.iterdir()
    )
    assert a == b
    assert all(
        content.startswith(b"# Erfunden: Namen, Nummern und Adressen gibt es nicht.\n") for content in a.values()
    )


# Nothing in it is anybody's


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("demo")
    demo.write(folder, 60, DAY)
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.yml")))


def test_numbers_are_kept_free_for_fiction(words: str) -> None:
    numbers = re.findall(r"\+[0-9 ]+", words)
    assert len(numbers) > 60
    assert [number for number in numbers if not re.fullmatch(r"\+49 30 23125[0-9]{3}", number.strip())] == []


def test_addresses_of_the_net_are_examples(words: str) -> None:
    hosts = re.findall(r"(?:https?://|@)([^/\s'\"]+)", words)
    assert len(hosts) > 100
    assert [host for host in hosts if host != "example.org" and not host.endswith(".example.org")] == []


def test_postcodes_are_nowhere(words: str) -> None:
    codes = re.findall(r"(?<![0-9])[0-9]{5}(?![0-9])", words)
    assert len(codes) > 60
    assert [code for code in codes if not code.startswith("00")] == []


# It writes over nothing


@pytest.mark.parametrize("there", ["centres", "notizen.txt", ".gitkeep"])
def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, there: str) -> None:
    (tmp_path / there).mkdir() if there == "centres" else (tmp_path / there).write_text("Wichtig.")
    with pytest.raises(FolderNotEmptyError):
        demo.write(tmp_path, 3, DAY)
    assert [path.name for path in tmp_path.iterdir()] == [there]


def test_an_empty_or_a_new_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    assert demo.write(tmp_path / "leer", 1, DAY) == demo.write(tmp_path / "neu" / "tief", 1, DAY)
