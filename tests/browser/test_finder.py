"""The finder for educators: by typing, by lists, from a shared address, narrow, by keyboard, and without its data."""

from __future__ import annotations

import re

import pytest
from chromium import NewPage
from listening import settle
from playwright.sync_api import Page, Route, expect
from questions import code_of
from sites import Site
from violations import violations_in_every_view

pytestmark = [pytest.mark.this_district, pytest.mark.takes(45)]

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
HOUSE = "kleeblatt-ampen"
FIXED = "jobcenter-fester-kontakt-kleeblatt"


@pytest.fixture
def finder_url(real_url: str) -> str:
    return f"{real_url}kontakte/"


def open_finder(page: Page, url: str) -> None:
    """Open it and wait until the script has taken over."""
    page.goto(url)
    page.locator("[data-live]:not([hidden])").wait_for()


def open_lists(page: Page) -> None:
    """The lists to choose from stand behind their name."""
    page.get_by_text("Aus Listen wählen").click()


def contacts(page: Page) -> list[str]:
    page.locator("[data-part=result] h2").first.wait_for()
    shown = page.locator("[data-part=result] [data-contact]")
    return list(shown.evaluate_all("all => all.map(card => card.dataset.contact)"))


def test_by_keyboard_alone(new_page: NewPage, finder_url: str) -> None:
    """A part of the name and Enter: eleven keys to the fixed contact."""
    page = new_page()
    open_finder(page, finder_url)
    page.focus("#kontakt-suche")
    page.keyboard.type("Kleeblatt")
    page.keyboard.press("Enter")
    assert contacts(page)[:2] == [FIXED, "jobcenter-soest"]
    assert page.url == f"{finder_url}#haus={HOUSE}"
    assert page.evaluate("document.activeElement.textContent") == "Familienzentrum Kleeblatt"
    expect(page.get_by_role("status").first).to_contain_text("Fester Kontakt: Jobcenter AHA: fester Kontakt")


def test_several_matches_put_the_first_in_focus(new_page: NewPage, finder_url: str) -> None:
    page = new_page()
    open_finder(page, finder_url)
    page.fill("#kontakt-suche", "Ampen")
    assert page.locator("[data-part=matches] button").all_inner_texts() == [
        "Ampen Ortsteil von Soest",
        "Familienzentrum Kleeblatt Ampen, Soest",
    ]
    page.press("#kontakt-suche", "Enter")
    assert page.evaluate("document.activeElement.textContent") == "Ampen Ortsteil von Soest"


@pytest.mark.parametrize(
    ("typed", "address", "heading"),
    [
        ("Jobcenter Soest", f"#k={code_of('jobcenter-soest')}", "Jobcenter AHA, Standort Soest"),
        ("Mittagessen Warstein", f"#ort=warstein&h={code_of('but-mittagessen')}", "Warstein: "),
        ("Kleblat", f"#haus={HOUSE}", "Familienzentrum Kleeblatt"),
    ],
)
def test_combinations_and_slips_lead_to_a_number_in_the_first_screen(
    new_page: NewPage, finder_url: str, typed: str, address: str, heading: str
) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(finder_url)
    page.locator("[data-live]:not([hidden])").wait_for()
    with page.expect_response("**/details.json"):
        page.focus("#kontakt-suche")
    page.keyboard.type(typed)
    page.locator("[data-part=matches] button").first.wait_for()
    page.keyboard.press("Enter")
    page.locator("[data-part=result] h2").first.wait_for()
    assert page.url == finder_url + address
    assert page.evaluate("document.activeElement.textContent").startswith(heading)
    box = page.locator("[data-part=result] a[href^='tel:']").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 740


@pytest.mark.parametrize("typed", ["Timbuktu", "<img src=x onerror=window.PWN=1>"])
def test_what_is_not_known_is_said(new_page: NewPage, finder_url: str, typed: str) -> None:
    page = new_page()
    open_finder(page, finder_url)
    page.fill("#kontakt-suche", typed)
    expect(page.locator("[data-part=unknown]")).to_contain_text(f"„{typed}“ kennen wir nicht.")
    assert page.locator("main img").count() == 0
    assert page.evaluate("window.PWN") is None


def test_house_town_and_topic_together(new_page: NewPage, real_site: Site, finder_url: str) -> None:
    """The chain of the house, then exactly the offices that the rules name for the family's town and the topic."""
    page = new_page()
    open_finder(page, finder_url)
    open_lists(page)
    page.select_option("[name=haus]", HOUSE)
    page.select_option("[name=ort]", "werl")
    page.select_option("[name=thema]", "bildung-teilhabe")
    expect(page.locator("[data-part=result] h2").nth(1)).to_have_text("Werl: Schule, Kita und Mitmachen")
    guide = real_site.guide
    offers = {id_ for id_, entry in guide.catalog.offers.items() if entry.record.topic == "bildung-teilhabe"}
    named = {
        a.contact for (town, _, offer), a in guide.responsibility.table.items() if town == "werl" and offer in offers
    }
    chain, offices = contacts(page)[:2], contacts(page)[2:]
    assert chain == [FIXED, "jobcenter-soest"]
    assert set(offices) == named
    assert page.url == f"{finder_url}#haus={HOUSE}&ort=werl&t={code_of('bildung-teilhabe')}"


def test_a_house_without_a_fixed_contact_says_so_and_names_the_jobcenter(new_page: NewPage, finder_url: str) -> None:
    page = new_page()
    page.goto(f"{finder_url}#haus=haus-fuer-kinder-warstein")
    assert contacts(page)[0] == "jobcenter-warstein"
    expect(page.locator("[data-part=result]")).to_contain_text("noch keinen festen Kontakt")


def test_the_address_of_a_house_is_offered_as_a_bookmark(new_page: NewPage, finder_url: str) -> None:
    page = new_page()
    page.goto(f"{finder_url}#haus={HOUSE}")
    assert contacts(page)
    link = page.get_by_role("link", name="Diese Adresse")
    assert link.evaluate("link => link.href") == f"{finder_url}#haus={HOUSE}"


def test_back_and_a_shared_address(new_page: NewPage, finder_url: str) -> None:
    page = new_page()
    open_finder(page, finder_url)
    open_lists(page)
    page.select_option("[name=haus]", HOUSE)
    page.select_option("[name=thema]", "kinderbetreuung")
    shared = page.url
    page.go_back()
    expect(page.locator("[name=thema]")).to_have_value("")
    page.go_back()
    expect(page.locator("[data-part=result]")).to_be_hidden()
    other = new_page()
    other.goto(shared)
    assert contacts(other)[0] == FIXED
    expect(other.locator("[name=thema]")).to_have_value("kinderbetreuung")


@pytest.mark.parametrize(
    "given",
    [
        "#haus=<script>window.PWN=1</script>",
        "#haus=__proto__&ort=constructor&thema=toString",
        "#ort=%E0%A4%A&haus=../../x",
    ],
)
def test_a_manipulated_address_is_ignored(new_page: NewPage, finder_url: str, given: str) -> None:
    page = new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    open_finder(page, finder_url + given)
    expect(page.locator("[data-part=result]")).to_be_hidden()
    assert complaints == []
    assert page.evaluate("window.PWN") is None


def test_a_topic_alone_asks_where_the_family_lives(new_page: NewPage, finder_url: str) -> None:
    page = new_page()
    page.goto(f"{finder_url}#thema=kinderbetreuung")
    expect(page.locator("[data-part=result]")).to_contain_text("Wo wohnt die Familie?")


def test_at_320_pixels_numbers_are_large_and_the_short_way_stands_apart(
    new_page: NewPage, demo_site: Site, demo_url: str
) -> None:
    house = next(iter(demo_site.guide.catalog.centres))
    page = new_page(**PHONE)
    page.goto(f"{demo_url}kontakte/#haus={house}")
    number = page.locator("[data-part=result] .short-way a[href^='tel:']").first
    number.wait_for()
    box = number.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    shown = page.locator("[data-part=result] .contact").first
    assert shown.locator("a[href^='tel:']").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_only_confirmed_hours_say_that_somebody_can_be_reached(
    new_page: NewPage, demo_site: Site, demo_url: str, finder_url: str
) -> None:
    house = next(iter(demo_site.guide.catalog.centres))
    page = new_page(timezone_id="Asia/Kolkata")
    page.clock.set_fixed_time("2026-11-23T09:00:00+01:00")
    page.goto(f"{demo_url}kontakte/#haus={house}")
    expect(page.locator("[data-part=result] .open-now").first).to_have_text("Jetzt erreichbar, bis 12 Uhr.")
    page.goto(f"{finder_url}#haus={HOUSE}")
    assert contacts(page)
    assert page.locator("[data-part=result] .open-now").count() == 0


def test_without_javascript_two_clicks_lead_to_the_contact(new_page: NewPage, finder_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(finder_url)
    assert not page.locator("#kontakt-suche").is_visible()
    page.get_by_role("link", name="Familienzentrum Kleeblatt").first.click()
    assert page.url.endswith(f"/familienzentren/{HOUSE}/#kontakt")
    expect(page.locator(f"section:has(> #kontakt) a[href$='{FIXED}/']").first).to_be_visible()


def test_without_its_data_the_list_stays(new_page: NewPage, finder_url: str) -> None:
    page = new_page()
    page.route(re.compile(r"kontakte\.[0-9a-f]+\.json"), lambda route: abort(route))
    page.goto(finder_url)
    settle(page)
    page.locator("summary", has_text="Soest").first.click()
    expect(page.get_by_role("link", name="Familienzentrum Kleeblatt").first).to_be_visible()


def abort(route: Route) -> None:
    route.abort()


def test_texts_are_copied_with_town_and_topic_and_nothing_is_stored(
    new_page: NewPage, finder_url: str, real_url: str
) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_finder(page, finder_url)
    open_lists(page)
    page.select_option("[name=ort]", "werl")
    page.select_option("[name=thema]", "kinderbetreuung")
    page.get_by_text("Texte für Telefon und E-Mail").click()
    page.get_by_role("button", name="Text für die E-Mail kopieren").click()
    expect(page.get_by_text("Kopiert.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Die Familie wohnt in: Werl\n" in copied
    assert "Es geht um: Kinderbetreuung\n" in copied
    assert [url for url in asked if not url.startswith(real_url) or "?" in url.removeprefix(finder_url)[1:]] == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_where_the_browser_cannot_copy_there_is_no_button(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{real_url}kontakte/jobcenter-soest/")
    settle(page)
    assert page.locator("[data-copy] button").count() == 2
    assert [button.is_visible() for button in page.locator("[data-copy] button").all()] == [False, False]


@pytest.mark.parametrize("state", ["", f"#haus={HOUSE}&thema=bildung-teilhabe", "#ort=werl", "#thema=kinderbetreuung"])
def test_axe_finds_nothing(new_page: NewPage, finder_url: str, state: str) -> None:
    page = new_page()
    open_finder(page, finder_url + state)
    settle(page)
    assert violations_in_every_view(page) == []
