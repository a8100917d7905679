"""The guide: twenty real questions by keyboard, by touch, without script and on paper; and all that may go wrong."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable

import pytest
from chromium import NewPage
from listening import settle
from nightly import mostly_nightly
from playwright.sync_api import Page, Route, expect
from questions import QUESTIONS, Question, code_of
from sites import Site
from violations import violations_in_every_view

from wegweiser.view.contact import remarks
from wegweiser.wording.confirmation import NO_DIRECT_NUMBER

pytestmark = [pytest.mark.this_district, pytest.mark.takes(60)]

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
FOCUSED = "document.activeElement"


AT_EACH_PUSH = {
    "soest-wohngeld-but-klassenfahrt",  # asked by the name of a district
    "geseke-wohngeld-kinderzuschlag-beratung-antragshilfe",  # two statuses, two offices
    "welver-wohngeld-tafel",  # nobody is known, so somebody else helps
}
"""Of the twenty questions; tests/scripts asks the scripts all of them."""


@pytest.fixture(params=mostly_nightly(QUESTIONS, lambda question: question.id, AT_EACH_PUSH))
def question(request: pytest.FixtureRequest) -> Question:
    asked: Question = request.param
    return asked


@pytest.fixture
def guide_url(real_url: str) -> str:
    return f"{real_url}zustaendig/"


def open_guide(page: Page, url: str) -> None:
    """Open it and wait until the script has taken over."""
    page.goto(url)
    page.locator("[data-live]:not([hidden])").first.wait_for(state="attached")


def answered(page: Page) -> tuple[str, ...]:
    """The offices of the answer, once the first step is there as well."""
    page.locator("[data-steps] h3").first.wait_for()
    return tuple(
        page.locator("[data-part=result] [data-contact]").evaluate_all("all => all.map(e => e.dataset.contact)")
    )


def tab_to(page: Page, condition: str) -> None:
    """Press the tabulator until the condition holds for the element in focus (`e`)."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(f"(e => {condition})({FOCUSED})"):
            return
    raise AssertionError(f"not reached by keyboard: {condition}")


def town_name(site: Site, question: Question) -> str:
    return site.guide.catalog.municipalities[question.town].record.name


def topic_of(site: Site, question: Question) -> str:
    return site.guide.catalog.offers[question.offer].record.topic


def test_by_keyboard(new_page: NewPage, real_site: Site, guide_url: str, question: Question) -> None:
    page = new_page()
    open_guide(page, guide_url)
    tab_to(page, "e.id === 'ort-suche'")
    page.keyboard.type(question.place)
    page.keyboard.press("Enter")
    if not page.url.endswith(f"#ort={question.town}"):  # several places have the name: the first one is in focus
        name = town_name(real_site, question)
        while name not in page.evaluate(f"{FOCUSED}.textContent"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "bezug"
    for status in question.statuses:
        tab_to(page, f"e.value === '{status}'")
        page.keyboard.press("Space")
    tab_to(page, "e.name === 'thema'")
    while page.evaluate(f"{FOCUSED}.value") != topic_of(real_site, question):
        page.keyboard.press("ArrowDown")
    title = json.dumps(real_site.guide.catalog.offers[question.offer].record.everyday_title)
    page.locator("[data-part=result] details").evaluate_all("all => all.forEach(fold => fold.open = true)")
    tab_to(page, f"e.textContent === {title}")
    page.keyboard.press("Enter")
    assert answered(page) == question.contacts
    assert page.url == guide_url + question.parameters
    assert page.evaluate(f"{FOCUSED}.tagName") == "H2"


def test_by_touch_at_360_pixels(new_page: NewPage, real_site: Site, guide_url: str, question: Question) -> None:
    page = new_page(**PHONE)
    open_guide(page, guide_url)
    page.locator(f"[data-part=towns] a[href='#in-{question.town}']").tap()
    for status in question.statuses:
        page.locator(f"label:has([value='{status}'])").tap()
    page.locator(f"label:has([value='{topic_of(real_site, question)}'])").tap()
    result = page.locator("[data-part=result]")
    result.locator("h2").wait_for()
    for fold in result.locator("details:not([open]) summary").all():
        fold.tap()
    result.locator(f"a[href$='&h={code_of(question.offer)}']").first.tap()
    assert answered(page) == question.contacts
    assert page.url == guide_url + question.parameters
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.documentElement.scrollHeight") < 8 * 740


def test_without_javascript(new_page: NewPage, guide_url: str, question: Question) -> None:
    found = []
    for status in question.statuses:
        page = new_page(java_script_enabled=False, **PHONE)
        page.goto(guide_url)
        page.locator(f"a[href='#in-{question.town}']").tap()
        page.locator(f"#in-{question.town} a[href$='/{status}/{question.town}/']").tap()
        office = f".office:has(li > a[href$='angebote/{question.offer}/'])"
        page.locator(f"details:has({office}) > summary").tap()
        row = page.locator(f"{office} > p > a").first
        found.append(str(row.get_attribute("href")).split("/")[-2])
        row.tap()
        expect(page.locator(f"[data-record='contact:{found[-1]}'] h1")).to_be_visible()
    assert tuple(dict.fromkeys(found)) == question.contacts


def test_on_paper(new_page: NewPage, real_site: Site, guide_url: str, question: Question) -> None:
    page = new_page()
    page.goto(guide_url + question.parameters)
    answered(page)
    page.emulate_media(media="print")
    printed = page.locator("main").inner_text()
    for contact in question.contacts:
        assert real_site.guide.catalog.contacts[contact].record.title in printed
    offer = real_site.guide.catalog.offers[question.offer].record
    assert [text for text in (offer.everyday_title, offer.steps[0], *offer.documents) if text not in printed] == []
    statuses = real_site.guide.catalog.statuses.values()
    assert [status.label for status in statuses if status.label in printed] == []
    assert not page.locator(".guide input").first.is_visible()


PLACES = {
    "59494": ["Soest 59494"],
    "Ampen": ["Ampen Ortsteil von Soest"],
    "Völlinghausen": ["Völlinghausen Ortsteil von Erwitte", "Völlinghausen Ortsteil von Möhnesee"],
    "moehne": ["Möhnesee 59519"],
    "wickede": ["Wickede (Ruhr) 58739"],
}


@pytest.mark.parametrize(("typed", "offered"), PLACES.items(), ids=PLACES)
def test_a_place_is_found(new_page: NewPage, guide_url: str, typed: str, offered: list[str]) -> None:
    page = new_page()
    open_guide(page, guide_url)
    page.fill("#ort-suche", typed)
    assert page.locator("[data-part=matches] button").all_inner_texts() == offered
    expect(page.locator("[data-part=towns]")).to_be_hidden()
    expect(page.locator("[data-part=unknown]")).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text(f"Gefundene Orte: {len(offered)}.")


UNKNOWN = {
    "Lippstdat": (["Lippstadt 59555, 59556, 59557, 59558"], "„Lippstdat“ kennen wir nicht. Meinen Sie"),
    "Sosst": (["Soest 59494"], "„Sosst“ kennen wir nicht. Meinen Sie"),
    "59495": (["Soest 59494"], "Die Postleitzahl 59495 gehört zu keinem Ort im Kreis Soest. Meinen Sie"),
    "10115": ([], "Die Postleitzahl 10115 gehört zu keinem Ort im Kreis Soest. Dann hilft"),
    "Timbuktu": ([], "„Timbuktu“ kennen wir nicht. Dann hilft"),
}


@pytest.mark.parametrize(("typed", "expected"), UNKNOWN.items(), ids=UNKNOWN)
def test_an_unknown_place_leads_to_the_nearest_ones_and_to_the_whole_region(
    new_page: NewPage, guide_url: str, typed: str, expected: tuple[list[str], str]
) -> None:
    page = new_page()
    open_guide(page, guide_url)
    page.fill("#ort-suche", typed)
    offered, message = expected
    assert set(offered) <= set(page.locator("[data-part=matches] button").all_inner_texts())
    assert bool(offered) == bool(page.locator("[data-part=matches] button").count())
    expect(page.locator("[data-part=unknown] p").first).to_contain_text(message)
    expect(page.locator("[data-part=unknown] [data-contact='kreis-soest'] a[href='tel:+492921300']")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text(message)


MANIPULATED = {
    "#ort=<img src=x onerror=window.PWN=1>": "ort",
    "#ort=soest&bezug=<script>window.PWN=1</script>&anliegen=javascript:window.PWN=1": "soest",
    "#ort=__proto__&bezug=constructor&thema=toString&anliegen=hasOwnProperty": "ort",
    "#ort=so%00est&bezug=%E0%A4%A&thema=../../etc": "nothing",
    f"#ort={'x' * 5000}": "ort",
    "#ort=soest&ort=werl&bezug=arm,reich": "soest",
    "#in-soest": "soest",
    "#in-<b>": "nothing",
}


@pytest.mark.parametrize(("given", "shown"), MANIPULATED.items(), ids=range(len(MANIPULATED)))
def test_a_manipulated_address_is_text_at_most(new_page: NewPage, guide_url: str, given: str, shown: str) -> None:
    page = new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    open_guide(page, guide_url + given)
    assert complaints == []
    assert page.evaluate("window.PWN") is None
    assert page.locator("main :is(script, img)").count() == 0
    expect(page.locator("[data-part=result]")).to_be_hidden()
    expect(page.locator("[data-part=town]")).to_have_text("Soest" if shown == "soest" else "")
    if shown == "ort":
        assert len(page.input_value("#ort-suche")) <= 60
        expect(page.locator("[data-part=unknown]")).to_contain_text("kennen wir nicht")


def test_back_and_forward_and_a_shared_address(new_page: NewPage, guide_url: str) -> None:
    page = new_page()
    open_guide(page, guide_url)
    page.click("a[href='#in-geseke']")
    page.check("[value=wohngeld]")
    page.check("[value=kinderzuschlag]")
    page.check("[value=beratung]")
    page.click(f"[data-part=result] a[href$='&h={code_of('beratung-antragshilfe')}']")
    assert answered(page) == ("wohngeld-geseke", "familienkasse")
    shared = page.url
    expect(page.locator("#ort-suche")).to_be_hidden()
    expect(page.locator("[data-part=statuses]")).to_have_text("Wohngeld, Kinderzuschlag")
    wohngeld, kinderzuschlag = code_of("wohngeld"), code_of("kinderzuschlag")
    both = f"b={wohngeld}-{kinderzuschlag}"
    for expected in (f"{both}&t={code_of('beratung')}", both, f"b={wohngeld}", "ort=geseke"):
        page.go_back()
        assert page.url.endswith(expected)
    assert not page.is_checked("[value=wohngeld]")
    page.go_back()
    assert page.url == guide_url
    expect(page.locator("#ort-suche")).to_be_visible()
    page.go_forward()
    expect(page.locator("[data-part=town]")).to_have_text("Geseke")
    other = new_page()
    other.goto(shared)
    assert answered(other) == ("wohngeld-geseke", "familienkasse")


def test_answers_can_be_changed(new_page: NewPage, guide_url: str) -> None:
    page = new_page()
    page.goto(f"{guide_url}#ort=soest&bezug=sgb2&anliegen=but-klassenfahrt")
    assert answered(page) == ("jobcenter-soest",)
    page.get_by_role("button", name="Antwort ändern").click()
    assert page.evaluate(f"{FOCUSED}.id") == "bezug"
    page.check("[value=none]")
    assert not page.is_checked("[value=sgb2]")
    expect(page.locator("[data-contact]")).to_have_attribute("data-contact", "sozialamt-soest")
    page.check("[value=sgb2]")
    assert not page.is_checked("[value=none]")
    page.get_by_role("button", name="Anderen Ort wählen").click()
    assert page.evaluate(f"{FOCUSED}.id") == "ort-suche"
    page.fill("#ort-suche", "Werl")
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#ort=werl&b={code_of('sgb2')}&h={code_of('but-klassenfahrt')}")
    expect(page.locator("[data-part=result] [data-contact]")).to_have_attribute("data-contact", "jobcenter-werl")
    expect(page.get_by_role("status")).to_have_text("Zuständig: Jobcenter AHA, Standort Werl.")


def test_nothing_is_stored_or_sent(new_page: NewPage, real_url: str, guide_url: str) -> None:
    page = new_page()
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    open_guide(page, guide_url)
    page.fill("#ort-suche", "Ampen")
    page.keyboard.press("Enter")
    page.check("[value=asylblg]")
    page.check("[value=bildung-teilhabe]")
    link = page.locator(f"[data-part=result] a[href$='&h={code_of('but-ausflug')}']")
    expect(link).to_have_count(1)
    for fold in page.locator("[data-part=result] details:not([open]) summary").all():
        fold.click()  # an office that answers for many offers names them behind its number
    link.click()
    answered(page)
    assert {method for method, _ in asked} == {"GET"}
    assert [url for _, url in asked if "?" in url or not url.startswith(real_url)] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def blocked(page: Page, pattern: str) -> Callable[[], None]:
    def refuse(route: Route) -> None:
        route.abort()

    page.route(re.compile(pattern), refuse)
    return lambda: page.unroute(re.compile(pattern))


def test_without_its_data_the_page_stays_as_it_is(new_page: NewPage, guide_url: str) -> None:
    page = new_page()
    blocked(page, r"zustaendig\.[0-9a-f]+\.json")
    page.goto(guide_url)
    settle(page)
    expect(page.locator("#ort-suche")).to_be_hidden()
    page.click("a[href='#in-werl']")
    page.click("#in-werl a[href$='/wohngeld/werl/']")
    expect(page.locator("h1")).to_have_text("Zuständig in Werl")


def test_when_a_towns_answers_do_not_arrive_the_page_says_so_and_tries_again(new_page: NewPage, guide_url: str) -> None:
    page = new_page()
    release = blocked(page, "orte/werl")
    page.goto(f"{guide_url}#ort=werl&bezug=wohngeld")
    expect(page.locator("[data-part=result] .notice")).to_contain_text("Bitte laden Sie die Seite neu.")
    release()
    page.check("[value=bildung-teilhabe]")
    expect(page.locator("[data-contact]").first).to_have_attribute("data-contact", "sozialamt-werl")


def test_without_the_first_step_the_office_is_still_there(new_page: NewPage, guide_url: str) -> None:
    page = new_page()
    blocked(page, "angebote/but-ausflug")
    page.goto(f"{guide_url}#ort=werl&bezug=wohngeld&anliegen=but-ausflug")
    expect(page.locator("[data-contact]")).to_have_attribute("data-contact", "sozialamt-werl")
    expect(page.get_by_role("link", name="Alles über diese Hilfe")).to_be_visible()


STATES = {
    "start": "",
    "unknown place": "#ort=Timbuktu",
    "several places": "#ort=Völlinghausen",
    "all offices": "#ort=soest&bezug=sgb2,wohngeld",
    "one topic": "#ort=werl&bezug=none&thema=kinderbetreuung",
    "one offer, two offices": "#ort=geseke&bezug=wohngeld,kinderzuschlag&anliegen=beratung-antragshilfe",
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_axe_finds_nothing(new_page: NewPage, guide_url: str, state: str) -> None:
    page = new_page()
    open_guide(page, guide_url + state)
    settle(page)
    assert violations_in_every_view(page) == []


ASK = """async ([questions, noNumber]) => {
    const found = [];
    for (const [town, status, offer] of questions) {
        history.replaceState(null, "", `#ort=${town}&bezug=${status}&anliegen=${offer}`);
        dispatchEvent(new PopStateEvent("popstate"));
        const wanted = [`/zustaendig/${status}/${town}/`, `/angebote/${offer}/`];
        const links = () => [...document.querySelectorAll("[data-part=result] a")].map(link => link.pathname);
        const ready = () => wanted.every(path => links().some(link => link.endsWith(path)));
        for (let frame = 0; !ready(); frame++) {
            if (frame > 1000) throw new Error(`no answer: ${wanted}`);
            await new Promise(resolve => requestAnimationFrame(resolve));
        }
        const cards = [...document.querySelectorAll("[data-part=result] [data-contact]")];
        const said = cards.flatMap(card => [...card.querySelectorAll(":scope > small:not(:has(time))")]);
        const remarks = said.map(remark => remark.textContent).filter(text => text !== noNumber);
        found.push([cards.map(card => card.dataset.contact), remarks]);
    }
    return found;
}"""


@pytest.mark.parametrize("count", [100, pytest.param(1000, marks=pytest.mark.nightly)])
def test_random_questions_are_answered_as_the_rules_do(
    new_page: NewPage, real_site: Site, guide_url: str, count: int
) -> None:
    """What the scripts say of every question is compared in tests/scripts; here, what the page makes of it."""
    table = real_site.guide.responsibility.table
    questions = random.Random(4).sample(sorted(table), count)  # noqa: S311
    page = new_page()
    open_guide(page, guide_url)
    found = page.evaluate(ASK, [questions, NO_DIRECT_NUMBER])
    expected = [[[table[question].contact], list(remarks(table[question]))] for question in questions]
    assert [row for row in zip(questions, found, expected, strict=True) if row[1] != row[2]] == []


@pytest.mark.parametrize("every", [6, pytest.param(1, marks=pytest.mark.nightly)])
def test_a_card_says_of_a_contact_what_its_own_page_says(
    new_page: NewPage, real_site: Site, guide_url: str, every: int
) -> None:
    """Channels, address and dates, for every contact that answers somewhere; at each push for every sixth."""
    by_contact = {answer.contact: question for question, answer in real_site.guide.responsibility.table.items()}
    page, other = new_page(), new_page(java_script_enabled=False)
    open_guide(page, guide_url)
    read = r"""(parts, inner) => parts.flatMap(part => [...part.querySelectorAll(inner)])
        .map(found => found.getAttribute("href") ?? found.dateTime ?? found.innerText.replace(/ \(\d{4}\)$/, ""))"""
    for contact, (town, status, offer) in list(by_contact.items())[::every]:
        page.goto(f"{guide_url}#ort={town}&bezug={status}&anliegen={offer}")
        card = page.locator(f"[data-part=result] [data-contact='{contact}']")
        card.wait_for()
        other.goto(guide_url.replace("zustaendig/", f"kontakte/{contact}/"))
        own = other.locator(".lead > .call, section.answer")
        for inner in ("[data-channel] > a.reach", "address"):
            assert card.evaluate_all(read, inner) == own.evaluate_all(read, inner), f"{contact}: {inner}"
        assert set(card.evaluate_all(read, "time")) <= set(own.evaluate_all(read, "time")), contact
