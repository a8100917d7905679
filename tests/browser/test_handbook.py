"""The handbook as an editor uses it: search, menu, tabs and copying, by mouse, by keyboard and without scripts."""

from __future__ import annotations

import pytest
from chromium import NewPage
from listening import Log, settle
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.takes(14)

DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


@pytest.fixture
def book(demo_url: str) -> str:
    return f"{demo_url}handbuch/"


def ask(page: Page, words: str) -> list[str]:
    """What the search lists, once it has counted."""
    page.get_by_role("searchbox").fill(words)
    expect(page.get_by_role("status").first).to_contain_text("gefunden")
    return page.locator("form.find ol a").all_inner_texts()


def test_the_search_knows_parts_of_words_and_writes_no_umlauts(new_page: NewPage, book: str) -> None:
    page = new_page(viewport=DESK)
    log = Log(page)
    page.goto(book)
    assert not any("suche.json" in url for url in log.requests), "loaded when somebody uses it"
    for words, wanted in {
        "zentrum": "familienzentr",
        "Nummer": "nummer",
        "Strasse": "straße",
        "pruefen": "prüf",
    }.items():
        assert ask(page, words), words
        assert wanted in page.locator("form.find ol").inner_text().lower(), words
    page.get_by_role("searchbox").fill("xylophon")
    expect(page.get_by_role("status").first).to_have_text("Nichts gefunden. Versuchen Sie ein kürzeres Wort.")
    assert log.complaints == []


def test_the_search_by_keyboard_leads_to_the_place_and_escape_closes_it(new_page: NewPage, book: str) -> None:
    page = new_page(viewport=DESK)
    page.goto(book)
    field = page.get_by_role("searchbox")
    field.focus()
    page.keyboard.type("unknown", delay=0)
    expect(page.locator("form.find ol a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".found")).to_be_hidden()
    expect(field).to_be_focused()
    page.keyboard.type("Leitung")
    page.keyboard.press("Backspace")
    expect(page.locator(".found")).to_be_visible()
    ask(page, "Postleitzahl")
    page.keyboard.press("Tab")
    expect(page.locator("form.find ol a").first).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url != book


def test_without_its_index_the_search_says_so(new_page: NewPage, book: str) -> None:
    page = new_page(viewport=DESK)
    page.route("**/suche.json", lambda route: route.abort())
    page.goto(book)
    page.get_by_role("searchbox").fill("Nummer")
    expect(page.get_by_role("status").first).to_contain_text("lässt sich gerade nicht laden")


def test_the_menu_on_a_phone_opens_by_keyboard_and_closes_again(new_page: NewPage, book: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(book)
    menu = page.locator("details.contents")
    expect(page.locator("nav.chapters")).to_be_hidden()
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="Was die Meldungen bedeuten")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="Was die Meldungen bedeuten")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


def test_without_scripts_everything_but_the_search_is_there(new_page: NewPage, book: str) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(book)
    expect(page.locator("form.find")).to_be_hidden()
    page.locator("details.contents summary").click()
    page.locator("details.contents").get_by_role("link", name="Die Daten nutzen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Die Daten nutzen")
    page.get_by_text("Was wurde zuletzt geprüft?").click()
    expect(page.get_by_text("index.json nennt jeden Eintrag")).to_be_visible()


def test_tabs_and_copying_work_and_keep_nothing(new_page: NewPage, book: str) -> None:
    page = new_page(viewport=DESK)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    log = Log(page)
    page.goto(f"{book}daten-nutzen/")
    settle(page)
    page.get_by_text("Was wurde zuletzt geprüft?").click()
    button = page.get_by_role("button", name="Kopieren").locator("visible=true").first
    button.click()
    expect(page.locator(".md-dialog")).to_contain_text("Kopiert")
    assert page.evaluate("navigator.clipboard.readText()").startswith('{"record": "centre:')
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert [url for url in log.requests if not url.startswith(book[: -len("handbuch/")])] == []
    assert log.complaints == []


def test_copy_buttons_are_no_landmarks(new_page: NewPage, book: str) -> None:
    page = new_page(viewport=DESK)
    page.goto(f"{book}haus-eintragen/")
    expect(page.get_by_role("button", name="Kopieren").first).to_be_attached()
    expect(page.locator("article").get_by_role("navigation")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_colours_follow_the_device(new_page: NewPage, book: str, scheme: str) -> None:
    page = new_page(viewport=DESK, color_scheme=scheme)
    page.goto(book)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)")
    assert (max(ground) < 60) == (scheme == "dark")
