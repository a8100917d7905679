"""A page is read aloud by voices of the device alone: no voice that sends the text away is ever asked."""

from __future__ import annotations

import json

import pytest
from chromium import NewPage
from playwright.sync_api import Page, expect

OFFER = "angebote/wohngeld/"
DISCREET = "angebote/gewaltschutz/"
LOCAL = {"lang": "de-DE", "localService": True, "name": "Eigene Stimme"}
REMOTE = {"lang": "de-DE", "localService": False, "name": "Fremder Dienst"}
ENGLISH = {"lang": "en-GB", "localService": True, "name": "English"}
DEVICE = """(voices) => {
    window.spoken = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => voices, cancel: () => { window.cancelled = true; }, addEventListener: () => {},
        speak: (spoken) => { window.spoken.push(spoken); },
    } });
}"""


def opened(new_page: NewPage, url: str, *voices: dict[str, object], **settings: object) -> Page:
    page = new_page(**settings)
    page.add_init_script(f"({DEVICE})({json.dumps(voices)})")
    page.goto(url)
    return page


@pytest.mark.parametrize(
    ("voices", "is_there"),
    [([], False), ([REMOTE], False), ([ENGLISH], False), ([REMOTE, LOCAL], True)],
    ids=["none", "one that sends the text away", "of another language", "one of the device"],
)
def test_button_is_there_for_a_voice_of_the_device(
    new_page: NewPage, demo_url: str, voices: list[dict[str, object]], is_there: bool
) -> None:
    page = opened(new_page, demo_url + OFFER, *voices)
    assert page.get_by_role("button", name="Vorlesen").is_visible() is is_there


def test_sentences_are_read_one_after_the_other_and_marked(new_page: NewPage, demo_url: str) -> None:
    page = opened(new_page, demo_url + OFFER, REMOTE, LOCAL)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_role("button", name="Vorlesen").click()
    for number in range(5):
        assert page.evaluate("window.spoken.length") == number + 1
        text, voice = page.evaluate("(({ text, voice }) => [text, voice.name])(window.spoken.at(-1))")
        assert voice == "Eigene Stimme"
        assert text in page.locator("[data-read]").text_content()
        page.evaluate("window.spoken.at(-1).onend()")
    assert page.evaluate("window.spoken[0].text.replaceAll('\xad', '')") == "Wohngeld"
    assert requests == []


def test_what_is_folded_or_a_button_is_not_read(new_page: NewPage, demo_url: str) -> None:
    page = opened(new_page, demo_url + OFFER, LOCAL)
    page.get_by_role("button", name="Vorlesen").press("Enter")
    while page.locator("[data-read]").count():
        page.evaluate("window.spoken.at(-1).onend()")
    read = page.evaluate("window.spoken.map(({ text }) => text).join(' ')")
    assert "Teilen" not in read
    assert "Eine Bestätigung heißt" not in read
    assert page.get_by_role("button", name="Vorlesen", exact=True).is_visible()


def test_it_stops_when_asked(new_page: NewPage, demo_url: str) -> None:
    page = opened(new_page, demo_url + OFFER, LOCAL)
    page.get_by_role("button", name="Vorlesen").click()
    page.get_by_role("button", name="Vorlesen beenden").click()
    expect(page.locator("[data-read]")).to_have_count(0)
    assert page.evaluate("window.cancelled") is True
    assert page.evaluate("window.spoken.length") == 1


@pytest.mark.this_district
def test_a_discreet_page_is_not_read_aloud(new_page: NewPage, real_url: str) -> None:
    page = opened(new_page, real_url + DISCREET, LOCAL)
    assert page.locator("[data-read-aloud]").count() == 0
