"""What all tests share: which run when and in which order, a valid data folder, and the built sites."""

from __future__ import annotations

import gc
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from examples import write_data
from hypothesis import HealthCheck, settings
from sites import ROOT, BuiltOnce, Site, build_attack, build_demo, build_real, build_second

settings.register_profile(
    "wegweiser",
    deadline=None,
    print_blob=True,  # how to repeat a failure; the machine's own .hypothesis folder remembers it as well
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("wegweiser")


THIS_DISTRICT = "05974"
"""The official key (AGS) of the district whose facts are in this project."""


CONTENT = {
    *("data/test_advice", "data/test_families", "data/test_handouts", "data/test_real_data", "data/test_repository"),
    *("data/test_spelling", "search/test_search", "site/test_addresses", "site/test_answers", "site/test_budget"),
    *("site/test_contract", "site/test_documents", "site/test_entitlement", "site/test_finder", "site/test_links"),
    *("site/test_policy", "site/test_questions", "site/test_sharing"),
}
"""What a change of data or words can break: facts, texts, links, HTML, addresses and privacy of the built site."""
INVENTED = {"demo", "second"}
"""Sites whose data nobody edits."""


def pytest_configure() -> None:
    """Look for garbage rarely: what tests keep (sites, catalogs, pages) is large and lives to the end of the run."""
    gc.set_threshold(50_000, 20, 50)


def pytest_collection_finish() -> None:
    """What importing the tests has made is no garbage and need not be looked through."""
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is tested when and where, and in which order."""
    _mark_what_content_can_break(items)
    _leave_to_the_night(config, items)
    _mark_what_is_true_of_this_district(items)
    _begin_with_what_takes_long(items)
    for item in items:
        item.user_properties += [("judge", name) for mark in item.iter_markers("judge") for name in mark.args]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Which programs of others judged our files in this run, and which could not."""
    asked: dict[str, set[str]] = {}
    for outcome in ("passed", "failed", "skipped"):
        for report in terminalreporter.stats.get(outcome, ()):
            for name in (value for key, value in getattr(report, "user_properties", ()) if key == "judge"):
                asked.setdefault(name, set()).add(outcome)
    for name, outcomes in sorted(asked.items()):
        left_out = "; manches ausgelassen" if len(outcomes) > 1 and "skipped" in outcomes else ""
        said = "nicht gefragt (Grund: pytest -rs)" if outcomes == {"skipped"} else f"hat geurteilt{left_out}"
        terminalreporter.write_line(f"{name}: {said}")


def _mark_what_content_can_break(items: list[pytest.Item]) -> None:
    """`-m content` takes these alone (scripts/affected.py says when that is enough)."""
    for item in items:
        where = item.path.relative_to(ROOT / "tests").with_suffix("").as_posix()
        called = getattr(item, "callspec", None)
        if where in CONTENT and not (called and called.params.get("site") in INVENTED):
            item.add_marker(pytest.mark.content)


def _leave_to_the_night(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Whoever wants the tests of the night asks for them by their name: `-m nightly`."""
    if "nightly" in config.getoption("markexpr"):
        return
    left_out = [item for item in items if item.get_closest_marker("nightly")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if not item.get_closest_marker("nightly")]


def _begin_with_what_takes_long(items: list[pytest.Item]) -> None:
    """Whole files, the longest first, so that at the end no worker is left alone with one of them."""
    seconds: Counter[Path] = Counter()
    for item in items:
        measured = item.get_closest_marker("takes")
        seconds[item.path] += 1 if item.get_closest_marker("slow") else 0.015
        seconds[item.path] = max(seconds[item.path], measured.args[0] if measured else 0)
    items.sort(key=lambda item: -seconds[item.path])  # a stable sort: files stay together, in their own order


def _mark_what_is_true_of_this_district(items: list[pytest.Item]) -> None:
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
def built_once(tmp_path_factory: pytest.TempPathFactory) -> BuiltOnce:
    """Builds what all workers of a run look at and nobody changes: the first that asks builds, the others wait."""
    ours = tmp_path_factory.getbasetemp()
    return BuiltOnce(ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours)


@pytest.fixture(scope="session")
def real_site(built_once: BuiltOnce) -> Site:
    """The site as it would be published today, served under a path."""
    return built_once("real", lambda folder: build_real(folder / "site"))


@pytest.fixture(scope="session")
def demo_site(built_once: BuiltOnce) -> Site:
    """The site of an invented region of twelve centres, served at the root of its host."""
    return built_once("demo", build_demo)


@pytest.fixture(scope="session")
def second_site(built_once: BuiltOnce) -> Site:
    """The site of another district, in another state: new data, the same code."""
    return built_once("second", build_second)


@pytest.fixture(scope="session")
def attack(built_once: BuiltOnce) -> Path:
    """Two sites of one region, hostile/ and harmless/, with the Markdown that was read beside them."""
    return built_once("attack", build_attack)
