"""The search as people use it: by keyboard, mouse and touch, from a shared address, and when something is missing."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from chromium import NewPage
from listening import Log, settle
from playwright.sync_api import Page, Route, expect
from sites import Site
from violations import violations_in_every_view

pytestmark = [pytest.mark.this_district, pytest.mark.takes(75)]

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
CORE = re.compile(r"/assets/suche\.[0-9a-f]{10}\.json$")
WORKER = re.compile(r"/assets/search-worker\.js$")
SCRIPT = re.compile(r"/assets/search\.js$")
ASKS_FOR_TOWN = "Ort wählen"
"""Opens the towns of the card that asks back."""


class SearchLog(Log):
    """The same with the files that the search loads."""

    @property
    def files(self) -> list[str]:
        """What was loaded, without the hash of its content."""
        return [
            re.sub(r"\.[0-9a-f]{10}", "", url.partition("/assets/")[2]) for url in self.requests if "/assets/" in url
        ]


def search(page: Page, url: str, question: str, more: str = "") -> list[str | None]:
    """Open the results of a question; gives their records, and nothing for a card that asks back."""
    page.goto(f"{url}suche/?q={quote(question)}{more}")
    return records(page)


def records(page: Page) -> list[str | None]:
    page.locator("#results[data-state=ready]").wait_for(state="attached")
    return page.locator("#results > li").evaluate_all("all => all.map(item => item.dataset.record ?? null)")


def state(page: Page, expected: str) -> None:
    expect(page.locator("#results")).to_have_attribute("data-state", expected, timeout=15_000)


def suggestions(page: Page) -> list[str]:
    page.get_by_role("listbox").wait_for()
    return page.get_by_role("option").all_inner_texts()


# --- the field of every page --------------------------------------------------------------------------------------


def test_nothing_is_loaded_before_the_field_is_used(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    log = SearchLog(page)
    page.goto(f"{real_url}orte/")
    settle(page)
    assert log.files == ["site.css", "everywhere.js"]
    with page.expect_request_finished(lambda request: bool(CORE.search(request.url))):
        page.get_by_role("searchbox").focus()
    assert sorted(log.files[2:]) == ["search-worker.js", "search.js", "suche.json"]
    page.keyboard.type("klassenfahrt warstein")
    suggestions(page)
    assert log.files[5:] == ["suche/orte/warstein.json"]
    assert log.complaints == []


def test_what_a_shared_address_loads_for_its_answer(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    log = SearchLog(page)
    search(page, real_url, "kindergeld soest")
    assert [name for name in log.files if name.endswith(("js", "json"))] == [
        "everywhere.js",
        "search.js",
        "search-worker.js",
        "suche.json",
        "suche/orte/soest.json",
    ]


def test_by_keyboard_alone(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.goto(real_url)
    page.get_by_role("searchbox").first.focus()
    page.keyboard.type("klassenf")
    assert suggestions(page)[0].startswith("Geld für die Klassenfahrt")
    field = page.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(first.get_attribute("id")))
    page.keyboard.press("End")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    assert page.locator("[aria-selected=true]").count() == 0
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("klassenf")
    page.keyboard.press("ArrowDown")
    suggestions(page)
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{real_url}angebote/but-klassenfahrt/"


def test_enter_without_a_choice_shows_all_results(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.goto(f"{real_url}gibt/es/nicht/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("wohngeld")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{real_url}suche/?q=wohngeld")
    assert records(page)[0] == "offer:wohngeld"


def test_no_question_is_sent(new_page: NewPage, real_url: str) -> None:
    """It comes to the page of the search behind #; in the address it stands for whoever wants to keep or share it."""
    page = new_page()
    log = SearchLog(page)
    page.goto(f"{real_url}angebote/kindergeld/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("klassenfahrt")
    suggestions(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{real_url}suche/?q=klassenfahrt")
    page.get_by_text("Ergebnisse eingrenzen").wait_for()
    page.locator("summary", has_text=ASKS_FOR_TOWN).click()
    page.get_by_role("link", name="Lippstadt").click()
    page.wait_for_url("**/?q=klassenfahrt+Lippstadt")
    records(page)
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).fill("wohngeld")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=wohngeld")
    records(page)
    page.go_back()
    page.wait_for_url("**/?q=klassenfahrt+Lippstadt")
    page.goto(f"{real_url}")
    page.get_by_role("searchbox").first.fill("elterngeld")
    suggestions(page)
    page.get_by_role("option").last.click()
    page.wait_for_url(f"{real_url}suche/?q=elterngeld")
    assert records(page)[0] == "offer:elterngeld"
    assert [url for url in log.requests if "?" in url or "klassenfahrt" in url.partition("#")[0]] == []


def test_with_the_mouse_and_by_touch(new_page: NewPage, real_url: str) -> None:
    for settings in ({}, PHONE):
        page = new_page(**settings)
        page.goto(f"{real_url}kontakte/")
        field = page.get_by_role("searchbox").first
        field.tap() if settings else field.click()
        page.keyboard.type("kindergeld")
        suggestions(page)
        option = page.get_by_role("option").first
        with page.expect_navigation():
            option.tap() if settings else option.click()
        assert page.url == f"{real_url}angebote/kindergeld/"


def test_leaving_the_field_closes_the_suggestions(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.goto(f"{real_url}orte/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("kita")
    suggestions(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


# --- results ------------------------------------------------------------------------------------------------------


def test_an_offer_with_the_office_of_the_town(new_page: NewPage, real_site: Site, real_url: str) -> None:
    page = new_page()
    found = search(page, real_url, "klassenfahrt warstein")
    answers = {
        real_site.guide.responsibility.answer("warstein", status, "but-klassenfahrt")
        for status in real_site.guide.catalog.statuses
    }
    assert found[0] == "offer:but-klassenfahrt"
    assert set(found[1:3]) <= {f"contact:{answer.contact}" for answer in answers if answer}
    expect(page.get_by_role("heading", level=2).first).to_have_text("Ergebnisse für klassenfahrt warstein")
    expect(page.get_by_role("main")).to_contain_text("Ort: Warstein")
    expect(page.locator("[data-part=status]")).to_contain_text("Ergebnisse für Warstein")


def test_a_contact_with_its_number(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    assert search(page, real_url, "caritas warstein")[0] == "contact:caritas-eb-warstein"
    card = page.locator("#results > li").first
    expect(card.locator("[data-channel=phone] a[href^='tel:+49']")).to_be_visible()
    expect(card.locator("time")).to_have_text(re.compile(r"^\(20\d\d\)$"))
    expect(card.locator("time")).to_have_attribute("datetime", re.compile(r"^20\d\d(-\d\d)*$"))


def test_without_a_town_the_second_card_asks_for_it(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    assert search(page, real_url, "klassenfahrt")[:2] == ["offer:but-klassenfahrt", None]
    page.locator("summary", has_text=ASKS_FOR_TOWN).click()
    page.get_by_role("link", name="Bad Sassendorf").click()
    page.wait_for_url("**/suche/?q=klassenfahrt+Bad+Sassendorf")
    expect(page.get_by_role("main")).to_contain_text("Ort: Bad Sassendorf")
    assert records(page)[:2] == ["offer:but-klassenfahrt", "contact:jobcenter-bad-sassendorf"] or records(page)[1]


def test_misspelt_words_are_shown_corrected(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    assert search(page, real_url, "jobcentr varstein")[0] == "contact:jobcenter-warstein"
    expect(page.get_by_role("link", name="Jobcenter Warstein")).to_have_attribute("href", "?q=Jobcenter+Warstein")


def test_off_topic_questions_get_an_honest_answer_and_somebody_to_call(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    assert search(page, real_url, "hundesteuer")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Dazu haben wir nichts Genaues.")
    assert main.locator("[data-part=summary] a[href^='tel:']").count() == 1


def test_results_come_in_two_portions(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    found = search(page, real_url, "jobcenter soest")
    shown = page.locator("#results > li:visible")
    assert len(found) > 8
    expect(shown).to_have_count(8)
    page.get_by_role("button", name="Weitere Ergebnisse zeigen").click()
    expect(shown).to_have_count(len(found))
    assert page.evaluate("document.activeElement.closest('li').dataset.record") == found[8]
    search(page, real_url, "hundesteuer")
    expect(page.get_by_role("button", name="Weitere Ergebnisse zeigen")).to_be_hidden()


def test_what_is_missing_goes_into_a_mail_of_ones_own(new_page: NewPage, real_site: Site, real_url: str) -> None:
    source = real_site.documents["suche/"].source
    link = re.search(r'<a href="([^"]*)"[^>]*>Das fehlt mir</a>', source)
    assert link is not None
    body = source.replace(link[1], "mailto:hilfe@example.org")
    page = new_page()
    page.route("**/suche/?q=*", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    search(page, real_url, "hundesteuer & mehr")
    expect(page.get_by_role("link", name="Das fehlt mir")).to_have_attribute(
        "href", "mailto:hilfe@example.org?subject=Das%20fehlt%20mir&body=hundesteuer%20%26%20mehr"
    )


def test_back_restores_question_and_results(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    first = search(page, real_url, "kindergeld")
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).fill("tafel")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche/?q=tafel")
    assert records(page) != first
    page.go_back()
    page.wait_for_url("**/suche/?q=kindergeld")
    expect(page.locator("input[name=q]")).to_have_value("kindergeld")
    assert records(page) == first
    page.locator("#results a").first.click()
    page.wait_for_url("**/angebote/**")
    page.go_back()
    assert records(page) == first


def test_filters_stand_in_the_address(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    everything = search(page, real_url, "kita soest")
    page.get_by_text("Ergebnisse eingrenzen").click()
    link = page.locator("[data-filter=art] a").nth(1)
    count = int(re.findall(r"\((\d+)\)", link.inner_text())[0])
    link.click()
    page.wait_for_url("**&art=*")
    shown = records(page)
    assert len(shown) == count < len(everything)
    assert len({str(record).partition(":")[0] for record in shown}) == 1
    page.reload()
    assert records(page) == shown
    page.locator("[data-filter=art] [aria-current]").click()
    page.wait_for_url(re.compile(r"\?q=kita\+soest$"))
    assert records(page) == everything


@pytest.mark.parametrize(
    ("question", "name", "value"),
    [("kita soest warstein", "ort", "Soest"), ("klassenfahrt soest", "bezug", "sgb2"), ("betreuung", "alter", "6")],
)
def test_filters_leave_out_what_does_not_fit(
    new_page: NewPage, real_url: str, question: str, name: str, value: str
) -> None:
    page = new_page()
    everything = search(page, real_url, question)
    some = search(page, real_url, question, f"&{name}={value}")
    assert 0 < len(some) < len(everything)
    assert set(some) < set(everything)
    expect(page.locator("[data-part=summary]")).to_contain_text("Nur: ")
    page.get_by_role("link", name="Alle Ergebnisse").click()
    page.wait_for_url(re.compile(r"\?q=[^&]*$"))
    assert records(page) == everything


def test_houses_that_speak_a_language(new_page: NewPage, demo_site: Site, demo_url: str) -> None:
    content = demo_site.guide.catalog
    house = next(entry.record for entry in content.centres.values())
    language = next(language for language in house.languages if language != "de")
    town = content.municipalities[house.municipality].record.name
    page = new_page()
    some = search(page, demo_url, town, f"&sprache={language}")
    named = {f"centre:{id_}" for id_, e in content.centres.items() if language in e.record.languages}
    assert {record for record in some if str(record).startswith("centre:")}
    assert {record for record in some if str(record).startswith("centre:")} <= named


def test_a_filter_that_does_not_exist_is_ignored(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    everything = search(page, real_url, "kita soest")
    assert search(page, real_url, "kita soest", "&art=__proto__&thema=x&sprache=%22]&bezug=<b>") == everything


# --- bad input, bad lines ------------------------------------------------------------------------------------------

HOSTILE = {
    "markup": "<img src=x onerror=window.PWN=1><script>window.PWN=1</script>",
    "right to left": "\u202eKindergeld\u202c \u200f",
    "long": "a" * 10_000,
    "null bytes": "kinder\0geld\0",
    "half a character": "\ud800",
    "not a percent": "%E0%A4%A",
    "a name of every object": "__proto__ constructor toString",
    "javascript": "javascript:window.PWN=1",
}


@pytest.mark.parametrize("question", HOSTILE.values(), ids=HOSTILE)
def test_any_question_is_text(new_page: NewPage, real_url: str, question: str) -> None:
    page = new_page()
    log = SearchLog(page)
    address = question if question.startswith("%") else quote(question.encode("utf-8", "surrogatepass"))
    page.goto(f"{real_url}suche/?q={address}")
    state(page, "ready")
    assert page.locator("main img, main script").count() == 0
    assert page.evaluate("window.PWN") is None
    assert len(page.locator("input[name=q]").input_value()) <= 300
    assert log.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_empty_question_is_none(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    log = SearchLog(page)
    page.goto(f"{real_url}suche/?q=%20")
    settle(page)
    state(page, "idle")
    assert log.files == ["site.css", "everywhere.js"]


BROKEN = {
    "no core": (CORE, {"status": 404, "body": "weg"}),
    "a core that is no JSON": (CORE, {"body": "{"}),
    "a core of another kind": (CORE, {"body": "[]"}),
    "no worker": (WORKER, {"status": 404, "body": "weg"}),
    "a broken worker": (WORKER, {"body": "throw new Error('kaputt')", "content_type": "text/javascript"}),
    "no script": (SCRIPT, {"status": 404, "body": "weg"}),
}


@pytest.mark.parametrize(("pattern", "answer"), BROKEN.values(), ids=BROKEN)
def test_where_the_search_fails_the_words_stay(
    new_page: NewPage, real_url: str, pattern: re.Pattern[str], answer: dict[str, object]
) -> None:
    page = new_page()
    page.route(pattern, lambda route: route.fulfill(**answer))  # type: ignore[arg-type]
    page.goto(f"{real_url}suche/?q=kindergeld")
    state(page, "error")
    expect(page.get_by_text("Die Suche antwortet gerade nicht.").first).to_be_visible()
    page.locator("summary", has_text=re.compile("^K ")).click()
    expect(page.get_by_role("link", name="Kindergeld", exact=True)).to_be_visible()
    page.unroute(pattern)
    page.get_by_role("link", name="Neu versuchen").click()
    assert records(page)[0] == "offer:kindergeld"


def test_a_hanging_line_says_so_and_may_still_answer(new_page: NewPage, real_url: str) -> None:
    held: list[Route] = []
    page = new_page()
    page.route(CORE, lambda route: held.append(route))
    page.goto(f"{real_url}suche/?q=kindergeld")
    state(page, "loading")
    state(page, "error")
    expect(page.locator(".index")).to_be_visible()
    held[0].continue_()
    assert records(page)[0] == "offer:kindergeld"
    expect(page.locator(".failed")).to_be_hidden()


def test_without_its_data_the_field_is_a_plain_form(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.route(SCRIPT, lambda route: route.abort())
    page.goto(f"{real_url}kontakte/")
    page.get_by_role("searchbox").first.fill("wohngeld")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{real_url}suche/?q=wohngeld")
    state(page, "error")


def test_without_javascript_the_form_leads_to_words(new_page: NewPage, real_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{real_url}angebote/kindergeld/")
    page.get_by_role("searchbox").fill("klassenfahrt")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{real_url}suche/?q=klassenfahrt")
    assert not page.locator("main input").is_visible()
    page.locator("summary", has_text=re.compile("^K ")).click()
    page.get_by_role("link", name="Klassenfahrt", exact=True).click()
    assert page.url == f"{real_url}angebote/but-klassenfahrt/"


# --- for everybody ------------------------------------------------------------------------------------------------

VIEWS = {"idle": "", "ready": "?q=klassenfahrt", "town": "?q=kita%20soest", "off-topic": "?q=hundesteuer"}


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(new_page: NewPage, real_url: str, view: str) -> None:
    page = new_page()
    page.goto(f"{real_url}suche/{VIEWS[view]}")
    state(page, "idle" if view == "idle" else "ready")
    page.evaluate("for (const item of document.querySelectorAll('.index li:nth-child(n+6)')) item.remove()")
    assert violations_in_every_view(page) == []


def test_axe_finds_nothing_in_an_error(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.route(CORE, lambda route: route.abort())
    page.goto(f"{real_url}suche/?q=kita")
    state(page, "error")
    assert violations_in_every_view(page) == []


def test_axe_finds_nothing_in_suggestions(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.goto(f"{real_url}impressum/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("kita")
    suggestions(page)
    page.keyboard.press("ArrowDown")
    assert violations_in_every_view(page) == []


def test_what_a_screen_reader_is_told(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    search(page, real_url, "caritas warstein")
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
        - main:
          - heading "Suche" [level=1]
          - search:
            - text: Ihre Frage
            - searchbox "Ihre Frage": caritas warstein
            - button "Suchen"
          - status: /Ergebnis für Warstein/
          - heading /Ergebnisse für/ [level=2]
          - paragraph:
            - text: "Ort:"
            - strong: Warstein
          - list "Ergebnisse":
            - listitem:
              - heading /Caritas-Beratungsstelle/ [level=3]:
                - link /Caritas-Beratungsstelle/
              - paragraph: Kontakt
              - list:
                - listitem:
                  - link /02902 [0-9]+/
              - time: /\\(20[0-9]+\\)/
    """)


def test_what_a_screen_reader_is_told_of_suggestions(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.goto(f"{real_url}impressum/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("kindergeld")
    suggestions(page)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("search")).to_match_aria_snapshot("""
        - search:
          - combobox "Ihre Frage" [expanded]: kindergeld
          - button "Suchen"
          - listbox "Vorschläge":
            - option /Monatliches Geld für jedes Kind/ [selected]
          - status: /[0-9] Vorschläge/
    """)
