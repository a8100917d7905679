"""Lists of houses can be narrowed to those that have what somebody needs; what nobody knows is said, not left out."""

from __future__ import annotations

import pytest
from chromium import NewPage
from playwright.sync_api import Page
from serving import serve
from sites import build, environment, write_demo

pytestmark = pytest.mark.takes(15)

LIST = "familienzentren/"


@pytest.fixture(scope="module")
def some_known(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Six invented houses: two with a lift, one that speaks Turkish as well, one of which nothing is known."""
    folder = tmp_path_factory.mktemp("lists")
    data = write_demo(folder / "data", centres=6)
    known = {0: ("[step-free, lift]", "[de, tr]"), 1: ("[step-free, lift]", "[de]"), 2: ("[not-accessible]", "[de]")}
    for number, path in enumerate(sorted((data / "centres").glob("*.yml"))):
        features, languages = known.get(number, ("[step-free]", "[de]"))
        kept = without(without(path.read_text("utf-8"), "accessibility"), "languages")
        told = f"accessibility:\n  features: {features}\nlanguages: {languages}\n"
        path.write_text(kept if number == 3 else kept + told, "utf-8")
    done = build(folder / "site", env=environment(data=data))
    assert done.returncode == 0, done.stderr
    with serve(folder / "site") as url:
        yield url + LIST


def without(written: str, field: str) -> str:
    """The text of a file without a field of several lines."""
    kept, inside = [], False
    for line in written.splitlines(keepends=True):
        inside = line.startswith(f"{field}:") or (inside and line[0] in " -")
        if not inside:
            kept.append(line)
    return "".join(kept)


def names(page: Page) -> list[str]:
    return [name for name in page.locator("section > .list > li:visible > a").all_inner_texts()]


CASES = [
    ([], 6, ""),
    (["stufenloser Zugang"], 4, "4 Häuser passen. Bei 1 Haus wissen wir es nicht: Fragen Sie dort nach."),
    (["Aufzug"], 2, "2 Häuser passen. Bei 1 Haus wissen wir es nicht: Fragen Sie dort nach."),
    (["Aufzug", "Türkisch"], 1, "1 Haus passt. Bei 1 Haus wissen wir es nicht: Fragen Sie dort nach."),
]


@pytest.mark.parametrize(("wanted", "count", "said"), CASES, ids=["nothing", "one", "another", "two"])
def test_list_is_narrowed(new_page: NewPage, some_known: str, wanted: list[str], count: int, said: str) -> None:
    page = new_page()
    page.goto(some_known)
    page.get_by_text("Häuser auswählen").click()
    for words in wanted:
        page.get_by_label(words).check()
    assert len(names(page)) == count
    assert page.get_by_role("status").inner_text() == said
    shown = page.locator("section:visible:has(> .list)")
    assert all(section.locator("li:visible").count() for section in shown.all()), "no town without a house"


def test_choice_stands_behind_the_number_sign_and_can_be_kept(new_page: NewPage, some_known: str) -> None:
    page = new_page()
    page.goto(some_known)
    page.get_by_text("Häuser auswählen").press("Enter")
    page.get_by_label("Aufzug").press("Space")
    assert page.url == f"{some_known}#hat=lift"
    again = new_page()
    again.goto(page.url)
    assert len(names(again)) == 2
    again.get_by_label("Aufzug").uncheck()
    assert (len(names(again)), again.url) == (6, some_known)


@pytest.mark.parametrize("state", ["#hat=nie", "#hat=", "#hat=lift%22%3E", "#weidenmoor"])
def test_unknown_choice_counts_as_none(new_page: NewPage, some_known: str, state: str) -> None:
    page = new_page()
    page.goto(some_known + state)
    assert len(names(page)) == 6


def test_without_script_the_list_is_whole(new_page: NewPage, some_known: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(some_known)
    assert len(names(page)) == 6
    assert not page.get_by_text("Häuser auswählen").is_visible()
