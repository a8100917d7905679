"""Saying what is wrong: with a finger, with the keyboard, without a script; nothing is sent and nothing is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from chromium import NewPage
from listening import Log, settle
from playwright.sync_api import Page, expect
from serving import serve
from sites import ROOT, Site
from violations import violations, violations_in_every_view

from wegweiser.catalog.addresses import correction_address
from wegweiser.values.neutral import record_code

pytestmark = pytest.mark.takes(25)

CONTACT = "contact:jobcenter"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
RIGHT = "030 23125999"
ROLE = "Leitung der Stelle"
STORED = "[localStorage.length, sessionStorage.length, document.cookie]"


def opened(page: Page, url: str, reference: str = CONTACT) -> Page:
    """The form about a record."""
    page.goto(url + correction_address(reference))
    expect(page.locator("form[data-part=form]")).to_be_visible()
    return page


def fact(page: Page, label: str = "Telefon"):  # type: ignore[no-untyped-def]
    """The first fact with this label."""
    return page.get_by_role("group", name=label).first


def mail(page: Page) -> tuple[str, str, str]:
    """Recipient, subject and text of the mail that would open."""
    parts = urlsplit(page.locator("[data-part=mail]").get_attribute("href") or "")
    fields = dict(parse_qsl(parts.query, strict_parsing=True))
    assert set(fields) == {"subject", "body"}
    return parts.path, fields["subject"], fields["body"].replace("\r\n", "\n")


def test_three_taps_and_a_function_confirm_a_record(new_page: NewPage, demo_url: str) -> None:
    page = new_page(**PHONE)
    log = Log(page)
    page.goto(f"{demo_url}kontakte/jobcenter/")
    page.get_by_role("link", name="Angabe korrigieren").tap()
    page.get_by_role("button", name="Alles stimmt").tap()
    expect(page.get_by_label("Ihre Aufgabe")).to_be_focused()
    page.keyboard.type(ROLE)
    page.get_by_role("link", name="Im Mailprogramm öffnen").tap()
    expect(page.locator("[data-part=status]")).to_contain_text("Ihr Mailprogramm öffnet sich")
    recipient, subject, text = mail(page)
    assert recipient == "redaktion@example.org"
    assert subject.startswith("Korrektur: ")
    assert "Das stimmt:" in text
    assert "Das ist falsch:" not in text
    assert f"Das sagt: {ROLE}" in text
    settle(page)
    asked = [url.removeprefix(demo_url) for url in log.requests if not url.startswith("mailto:")]
    assert [path for path in asked if path.endswith(".json")] == [f"korrigieren/{record_code(CONTACT)}.json"]
    assert [url for url in log.requests if not url.startswith((demo_url, "mailto:"))] == []
    assert page.evaluate(STORED) == [0, 0, ""]
    assert page.context.cookies() == []


def test_what_is_right_stands_in_the_mail(new_page: NewPage, demo_url: str) -> None:
    page = opened(new_page(), demo_url)
    expect(fact(page).get_by_role("textbox")).to_be_hidden()
    fact(page).get_by_label("falsch").check()
    fact(page).get_by_role("textbox").fill(RIGHT)
    page.get_by_role("button", name="Alles andere stimmt").click()
    page.get_by_label("Ihre Aufgabe").fill(ROLE)
    page.get_by_label("Fehlt etwas?").fill("Die Tür ist links.")
    _, _, text = mail(page)
    assert f"Richtig ist: {RIGHT}" in text
    assert "Außerdem:\nDie Tür ist links." in text
    assert f"{demo_url}kontakte/jobcenter/" in text
    fact(page).get_by_label("weiß ich nicht").check()
    assert RIGHT not in mail(page)[2], "an answer that was taken back is not said"


def test_with_the_keyboard_alone(new_page: NewPage, demo_url: str) -> None:
    page = opened(new_page(), demo_url)
    fact(page).get_by_label("stimmt").focus()
    page.keyboard.press("ArrowRight")
    expect(fact(page).get_by_label("falsch")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type(RIGHT)
    page.get_by_role("button", name="Alles andere stimmt").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Ihre Aufgabe")).to_be_focused()
    page.keyboard.type(ROLE)
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.part") == "mail":
            break
    expect(page.get_by_role("link", name="Im Mailprogramm öffnen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=status]")).to_contain_text("Ihr Mailprogramm öffnet sich")
    assert f"Richtig ist: {RIGHT}" in mail(page)[2]


def test_what_is_missing_is_said_and_led_to(new_page: NewPage, demo_url: str) -> None:
    page = opened(new_page(), demo_url)
    send, fault = page.get_by_role("link", name="Im Mailprogramm öffnen"), page.locator("[data-part=fault]")
    send.click()
    expect(fault).to_contain_text("bei mindestens einer Angabe")
    fact(page).get_by_label("falsch").check()
    send.click()
    expect(fault).to_contain_text("welche Aufgabe Sie haben")
    expect(page.get_by_label("Ihre Aufgabe")).to_be_focused()
    page.keyboard.type(ROLE)
    expect(fault).to_be_hidden()
    page.get_by_label("Stand vom").fill("")
    send.click()
    expect(fault).to_contain_text("den Tag")


def test_the_text_is_copied(new_page: NewPage, demo_url: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    opened(page, demo_url)
    page.get_by_role("button", name="Alles stimmt").click()
    page.get_by_label("Ihre Aufgabe").fill(ROLE)
    page.get_by_role("button", name="Text kopieren").click()
    expect(page.locator("[data-part=status]")).to_have_text("Der Text ist kopiert.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == page.locator("[data-part=message]").text_content()
    assert f"Das sagt: {ROLE}" in copied


def test_what_is_too_long_for_a_mail_link_is_copied(new_page: NewPage, demo_url: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    opened(page, demo_url)
    page.get_by_label("Fehlt etwas?").fill("Ärger über Öffnungszeiten. " * 22)
    for number in range(2):
        page.get_by_label("falsch").nth(number).check()
        page.locator(f"#right-{number}").fill("Größe " * 60)
    page.get_by_label("Ihre Aufgabe").fill(ROLE)
    page.get_by_role("link", name="Im Mailprogramm öffnen").click()
    expect(page.locator("[data-part=status]")).to_contain_text("Der Text ist kopiert.")
    assert mail(page)[2] == "Bitte fügen Sie hier den kopierten Text ein."
    assert "Größe Größe" in page.evaluate("navigator.clipboard.readText()")


def test_the_form_on_github_comes_filled_in(new_page: NewPage, second_url: str) -> None:
    page = opened(new_page(), second_url, "contact:agentur-wiesengrund")
    page.get_by_role("button", name="Alles stimmt").click()
    page.get_by_label("Ihre Aufgabe").fill(ROLE)
    parts = urlsplit(page.get_by_role("link", name="Formular auf GitHub öffnen").get_attribute("href") or "")
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://github.com/organisation/wegweiser/issues/new"
    fields = {name: value for name, [value] in parse_qs(parts.query, strict_parsing=True).items()}
    assert set(fields) == {"template", "title", "page", "message"}
    assert (ROOT / ".github" / "ISSUE_TEMPLATE" / fields["template"]).is_file()
    assert fields["page"] == f"{second_url}kontakte/agentur-wiesengrund/"
    assert fields["message"].replace("\r\n", "\n") == page.locator("[data-part=message]").text_content()


@pytest.mark.parametrize("kind", ["code", "kind:id"])
def test_the_address_leads_to_its_record(new_page: NewPage, demo_url: str, kind: str) -> None:
    page = new_page()
    page.goto(f"{demo_url}korrigieren/#{CONTACT if kind != 'code' else record_code(CONTACT)}")
    expect(page.locator("[data-part=record]")).to_have_attribute("href", "../kontakte/jobcenter/")
    page.goto(f"{demo_url}{correction_address('offer:kindergeld')}")
    expect(page.locator("[data-part=record]")).to_have_attribute("href", "../angebote/kindergeld/")
    page.go_back()
    expect(page.locator("[data-part=record]")).to_have_attribute("href", "../kontakte/jobcenter/")


@pytest.mark.parametrize("fragment", ["", "#zzzzzzzz", "#<img src=x>", "#../index", "#offer:gibt-es-nicht"])
def test_an_address_that_means_nothing_says_how_it_goes(new_page: NewPage, demo_url: str, fragment: str) -> None:
    page = new_page()
    page.goto(f"{demo_url}korrigieren/{fragment}")
    settle(page)
    expect(page.locator("form[data-part=form]")).to_be_hidden()
    expect(page.get_by_role("heading", name="So geht es")).to_be_visible()
    expect(page.locator("[data-part=failed]")).to_be_visible(visible=fragment not in ("", "#<img src=x>", "#../index"))


def test_a_page_about_danger_warns_and_names_nothing(new_page: NewPage, demo_url: str) -> None:
    page = new_page()

    def discreet(route) -> None:  # type: ignore[no-untyped-def]
        data = route.fetch().json()
        route.fulfill(body=json.dumps({**data, "discreet": 1}), content_type="application/json")

    page.route("**/korrigieren/*.json", discreet)
    opened(page, demo_url)
    expect(page.get_by_text("Sie bleibt in Ihrem Mailprogramm")).to_be_visible()
    expect(page.get_by_role("link", name="Seite schnell verlassen")).to_be_visible()
    assert mail(page)[1] == "Korrektur zum Familienwegweiser"
    assert "jobcenter" not in page.url
    assert "Jobcenter" not in page.title()


def test_without_a_script_a_mail_names_the_page(new_page: NewPage, demo_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{demo_url}kontakte/jobcenter/")
    expect(page.get_by_role("link", name="Angabe korrigieren", exact=True)).to_be_hidden()
    written = page.get_by_role("link", name="Angabe korrigieren: E-Mail an redaktion@example.org")
    expect(written).to_be_visible()
    assert "kontakte%2Fjobcenter" in (written.get_attribute("href") or "")
    page.goto(f"{demo_url}{correction_address(CONTACT)}")
    expect(page.get_by_role("link", name="redaktion@example.org")).to_be_visible()
    expect(page.locator("form[data-part=form]")).to_be_hidden()


def test_no_barrier_and_nothing_too_wide(new_page: NewPage, demo_url: str) -> None:
    page = opened(new_page(), demo_url)
    page.get_by_label("falsch").first.check()
    page.get_by_role("link", name="Im Mailprogramm öffnen").click()
    page.set_viewport_size({"width": 320, "height": 600})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.nightly
def test_no_barrier_in_any_view(new_page: NewPage, demo_url: str) -> None:
    page = opened(new_page(), demo_url)
    page.get_by_label("falsch").first.check()
    page.get_by_role("link", name="Im Mailprogramm öffnen").click()
    assert violations_in_every_view(page) == []


def test_paper_shows_no_button(new_page: NewPage, demo_url: str) -> None:
    page = new_page()
    page.goto(f"{demo_url}kontakte/jobcenter/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Angabe korrigieren").first).to_be_hidden()


@pytest.fixture(scope="module")
def attacked(attack: Path) -> Iterator[tuple[Site, str]]:
    site = Site(attack / "hostile", ROOT / "data")
    with serve(site.folder) as url:
        yield site, url


def test_hostile_records_are_shown_and_said_as_text(new_page: NewPage, attacked: tuple[Site, str]) -> None:
    """The policy is switched off: what the script draws is text."""
    site, url = attacked
    page = new_page(bypass_csp=True)
    answered = 0
    for file in sorted((site.folder / "korrigieren").glob("*.json"))[::16]:
        page.goto("about:blank")
        page.goto(f"{url}korrigieren/#{file.stem}")
        expect(page.locator("form[data-part=form]")).to_be_visible()
        assert "<script>window.PWN=1</script>" in (page.locator("[data-part=record]").text_content() or "")
        asked = page.locator("fieldset").count()
        if asked:
            page.locator("[data-part=all]").click()
        answered += asked
        page.get_by_label("Ihre Aufgabe").fill("<img src=x onerror='window.PWN=11'>")
        assert "<script>window.PWN=1</script>" in (page.locator("[data-part=message]").text_content() or "")
    settle(page)
    assert answered > 20
    assert page.evaluate("() => window.PWN ?? null") is None
    assert page.locator("main script, main img[src=x], main [onload], main [onerror]").count() == 0
