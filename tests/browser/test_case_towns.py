"""A case or an offer for one town: the switch, the address, the sheet of paper, and the page without its script."""

from __future__ import annotations

import pytest
from chromium import NewPage
from playwright.sync_api import Page, expect
from sites import Site
from violations import violations_in_every_view

pytestmark = [pytest.mark.this_district, pytest.mark.takes(18)]

CASE = "arbeit-ab-montag"


@pytest.fixture
def case_url(real_url: str) -> str:
    return f"{real_url}faelle/{CASE}/"


def unfold(page: Page) -> None:
    """Open every step; only the first one is open at first."""
    steps = page.locator(".route > li > details:not([open])")
    while steps.count():
        steps.first.locator("> summary").click()


def contacts(page: Page, step: int) -> set[str]:
    """The contacts of a step that can be seen once it is open, by their ids."""
    unfold(page)
    links = page.locator(".route > li").nth(step).locator(".spots li:visible > a[href*='/kontakte/']")
    return set(links.evaluate_all("all => all.map(link => link.pathname.split('/').at(-2))"))


def expected(site: Site, town: str, step: int) -> set[str]:
    catalog = site.guide.catalog
    shown = catalog.cases[CASE].record.steps[step]
    answers = {
        answer.contact
        for (place, _, offer), answer in site.guide.responsibility.table.items()
        if place == town and offer in shown.offers
    }
    return answers | {id_ for id_ in shown.contacts if not catalog.contacts[id_].record.serves.municipalities}


@pytest.mark.parametrize("town", ["soest", "lippstadt", "wickede"])
def test_each_step_shows_only_those_for_the_chosen_town(
    new_page: NewPage, real_site: Site, case_url: str, town: str
) -> None:
    page = new_page()
    page.goto(case_url)
    page.get_by_label("Wohnort der Familie").select_option(town)
    assert page.url == f"{case_url}#ort={town}"
    name = real_site.guide.catalog.municipalities[town].record.name
    for step in range(len(real_site.guide.catalog.cases[CASE].record.steps)):
        assert contacts(page, step) == expected(real_site, town, step)
    expect(page.locator(".by-place summary").first).to_have_text(f"Zuständig in {name}")
    expect(page.locator("[data-town-status]")).to_have_text(f"Die Seite zeigt jetzt die Stellen für {name}.")


def test_the_switch_works_by_keyboard_and_back_leads_back(new_page: NewPage, real_site: Site, case_url: str) -> None:
    page = new_page()
    page.goto(case_url)
    page.get_by_label("Wohnort der Familie").focus()
    page.keyboard.type("Werl")
    page.keyboard.press("Tab")
    assert page.url == f"{case_url}#ort=werl"
    assert contacts(page, 2) == expected(real_site, "werl", 2) == {"jugendamt-kreis"}
    page.go_back()
    expect(page.get_by_label("Wohnort der Familie")).to_have_value("")
    assert page.locator(".by-place[open]").count() == 0
    assert page.locator(".by-place li[hidden]").count() == 0
    page.go_forward()
    assert contacts(page, 2) == {"jugendamt-kreis"}
    page.get_by_label("Wohnort der Familie").select_option("")
    assert page.url == case_url


@pytest.mark.parametrize(
    ("house", "contact", "called"),
    [
        ("kleeblatt-ampen", "jobcenter-fester-kontakt-kleeblatt", "Fester Kontakt Ihres Hauses"),
        ("haus-fuer-kinder-warstein", "jobcenter-warstein", "Das Jobcenter für Ihr Haus"),  # no fixed contact is known
    ],
)
def test_the_house_leads_to_its_contact_and_to_its_town(
    new_page: NewPage, real_site: Site, case_url: str, house: str, contact: str, called: str
) -> None:
    page = new_page()
    page.goto(case_url)
    shown = page.locator("[data-house-contact]:visible")
    unfold(page)
    expect(shown).to_have_count(0)
    page.get_by_label("Ihr Haus").select_option(house)
    town = real_site.guide.catalog.centres[house].record.municipality
    assert page.url == f"{case_url}#haus={house}&ort={town}"
    assert set(shown.evaluate_all("all => all.map(part => part.dataset.houseContact)")) == {contact}
    expect(shown.first.locator("a[href^='tel:']").first).to_be_visible()
    expect(page.get_by_label("Wohnort der Familie")).to_have_value(town)
    for step in range(len(real_site.guide.catalog.cases[CASE].record.steps)):
        assert contacts(page, step) == expected(real_site, town, step)
    title = real_site.guide.catalog.contacts[contact].record.title
    expect(page.locator("[data-town-status]")).to_contain_text(f"{called}: {title}.")


@pytest.mark.parametrize(("offer", "town"), [("kita-platz", "warstein"), ("but-klassenfahrt", "ruethen")])
def test_an_offer_shows_only_those_for_the_chosen_town(
    new_page: NewPage, real_site: Site, real_url: str, offer: str, town: str
) -> None:
    page = new_page()
    page.goto(f"{real_url}angebote/{offer}/")
    folds = page.locator(".by-place details")
    before = [fold.get_attribute("open") for fold in folds.all()]
    page.get_by_label("Für diesen Ort").select_option(town)
    assert [fold.get_attribute("open") for fold in folds.all()] == [""] * len(before), "the answer is not folded away"
    name = real_site.guide.catalog.municipalities[town].record.name
    expect(page.locator("#zustaendig")).to_have_text(f"Zuständig in {name}")
    links = page.locator(".by-place .targets li:visible > a, .by-place article h3 a")
    shown = set(links.evaluate_all("all => all.map(link => link.pathname.split('/').at(-2))"))
    table = real_site.guide.responsibility.table
    assert shown == {answer.contact for (place, _, id_), answer in table.items() if (place, id_) == (town, offer)}
    page.go_back()
    assert page.locator(".by-place li[hidden]").count() == 0
    assert [fold.get_attribute("open") for fold in folds.all()] == before
    expect(page.locator("#zustaendig")).to_have_text("Wer ist zuständig?")


@pytest.mark.parametrize("given", ["?ort=paris", "?ort=__proto__", "?ort=<img src=x onerror=window.PWN=1>", "?ort="])
def test_an_unknown_town_in_the_address_counts_as_none(new_page: NewPage, case_url: str, given: str) -> None:
    page = new_page()
    page.goto(case_url + given)
    expect(page.get_by_label("Wohnort der Familie")).to_have_value("")
    assert page.locator(".by-place li[hidden]").count() == 0
    assert page.evaluate("window.PWN") is None


def test_without_script_every_step_lists_the_towns(new_page: NewPage, case_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(case_url)
    expect(page.locator("[data-town-switch]")).to_be_hidden()
    unfold(page)
    page.locator(".by-place summary").nth(1).click()
    spot = page.locator(".by-place[open] li", has_text="Ense, Werl, Wickede (Ruhr)")
    expect(spot.get_by_role("link").first).to_have_text("Jobcenter AHA, Standort Werl")


def test_on_paper_the_sheet_holds_the_route_and_room_for_notes(new_page: NewPage, case_url: str) -> None:
    page = new_page()
    page.goto(f"{case_url}#ort=soest")
    page.emulate_media(media="print")
    printed = page.locator("main").inner_text()
    assert "Jugendamt der Stadt Soest" in printed
    assert "Jugendamt der Stadt Lippstadt" not in printed
    assert "Notizen" in printed
    assert "Woher wir das wissen" not in printed
    expect(page.locator(".line").first).to_be_visible()
    expect(page.get_by_label("Ihr Haus")).to_be_hidden()
    expect(page.get_by_label("Wohnort der Familie")).to_be_hidden()


@pytest.mark.parametrize("town", ["", "#ort=warstein"])
def test_on_paper_an_offer_names_the_office_of_the_town_or_of_all(new_page: NewPage, real_url: str, town: str) -> None:
    page = new_page()
    page.goto(f"{real_url}angebote/but-klassenfahrt/{town}")
    page.emulate_media(media="print")
    printed = page.locator("section:has(> #zustaendig)").inner_text()
    assert "Stadt Warstein: Sozialamt" in printed, "in a part that was folded"
    assert ("Stadt Soest: Sozialamt" in printed) == (town == "")
    assert "Für diesen Ort" not in printed


def test_axe_finds_nothing_with_a_town_chosen(new_page: NewPage, case_url: str) -> None:
    page = new_page()
    page.goto(f"{case_url}#ort=soest")
    assert violations_in_every_view(page) == []
