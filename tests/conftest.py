"""What all tests share: how many inputs the fuzzing tries, and a valid data folder."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from examples import write_data
from hypothesis import HealthCheck, settings
from sites import ROOT, Site, build_attack, build_demo, build_real, build_second

FUZZ = int(os.environ.get("WEGWEISER_FUZZ", "20000"))
"""Inputs per run; the nightly run sets 1000000."""

settings.register_profile(
    "wegweiser",
    deadline=None,
    print_blob=True,  # how to repeat a failure; the machine's own .hypothesis folder remembers it as well
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("wegweiser")


THIS_DISTRICT = "05974"
"""The official key (AGS) of the district whose facts are in this project."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Another district changes `data/` and nothing else: tests of what is true here say so instead of failing there."""
    region = ROOT / "data" / "region.yml"
    written = re.search(r"^ags: ['\"]?([0-9]+)", region.read_text("utf-8") if region.is_file() else "", re.MULTILINE)
    if written and written[1] != THIS_DISTRICT:
        for item in items:
            if item.get_closest_marker("this_district"):
                item.add_marker(pytest.mark.skip(reason="gilt nur für die Angaben zum Kreis Soest"))


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A valid data folder that a test may change."""
    return write_data(tmp_path / "data")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as it would be published today, served under a path."""
    return build_real(tmp_path_factory.mktemp("real") / "site")


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of an invented region of twelve centres, served at the root of its host."""
    return build_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def second_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of another district, in another state: new data, the same code."""
    return build_second(tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="session")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sites of one region, hostile/ and harmless/, with the Markdown that was read beside them."""
    return build_attack(tmp_path_factory.mktemp("attack"))
