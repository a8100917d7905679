"""A page is passed on in two taps: its address and a neutral title, never what somebody chose on it."""

from __future__ import annotations

import pytest
from chromium import NewPage
from playwright.sync_api import Page, expect

SHARED = """() => {
    window.shared = [];
    navigator.share = async (what) => { window.shared.push(what); };
}"""
BUTTON = "Teilen"
OFFER = "angebote/wohngeld/"
DISCREET = "angebote/gewaltschutz/"
"""Of the real site: nothing of the demo must not be talked about."""


def opened(new_page: NewPage, url: str, before: str) -> Page:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script(f"({before})()")
    page.goto(url)
    return page


@pytest.mark.parametrize("choice", ["", "#town=dornmoor"])
def test_the_device_gets_the_address_and_a_title(new_page: NewPage, demo_url: str, choice: str) -> None:
    page = opened(new_page, demo_url + OFFER + choice, SHARED)
    page.get_by_role("button", name=BUTTON).click()
    assert page.evaluate("window.shared") == [{"title": "Wohngeld", "url": demo_url + OFFER}]


@pytest.mark.this_district
def test_of_a_discreet_page_it_gets_the_address_alone(new_page: NewPage, real_url: str) -> None:
    page = opened(new_page, real_url + DISCREET, SHARED)
    page.get_by_role("button", name=BUTTON).click()
    assert page.evaluate("window.shared") == [{"url": real_url + DISCREET}]


def test_without_the_device_the_address_is_copied(new_page: NewPage, demo_url: str) -> None:
    page = opened(new_page, demo_url + OFFER, "() => { delete Navigator.prototype.share; }")
    page.get_by_role("button", name=BUTTON).press("Enter")
    expect(page.get_by_text("Adresse kopiert.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == demo_url + OFFER


def test_who_changes_their_mind_is_told_nothing(new_page: NewPage, demo_url: str) -> None:
    refused = "() => { navigator.share = async () => { throw new DOMException('', 'AbortError'); }; }"
    page = opened(new_page, demo_url + OFFER, refused)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.get_by_role("button", name=BUTTON).click()
    assert page.locator("[data-share] [role=status]").inner_text() == ""
    assert faults == []


@pytest.mark.parametrize("script", [True, False])
def test_where_neither_works_there_is_no_button(new_page: NewPage, demo_url: str, script: bool) -> None:
    page = new_page(java_script_enabled=script)
    page.add_init_script("delete Navigator.prototype.share; delete Navigator.prototype.clipboard;")
    page.goto(demo_url + OFFER)
    assert page.locator("[data-share]").count() == 1
    assert not page.locator("[data-share]").is_visible()
