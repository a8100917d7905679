"""Links to the sheets of paper in the answers that scripts give; and no answer is sent with the address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from chromium import NewPage
from listening import settle
from playwright.sync_api import Page, expect
from questions import code_of
from serving import serve
from sites import Site, build, environment, write_demo
from violations import violations_in_every_view

pytestmark = pytest.mark.takes(18)

OFFER, STATUS = "but-klassenfahrt", "wohngeld"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Pages as they are published; the sheets themselves are tested elsewhere."""
    folder = tmp_path_factory.mktemp("published")
    data = write_demo(folder / "data")
    done = build(folder / "site", env=environment(data=data, WEGWEISER_HANDOUTS="1"))
    assert done.returncode == 0, done.stderr
    return Site(folder / "site", data)


@pytest.fixture(scope="module")
def url(published: Site) -> Iterator[str]:
    with serve(published.folder, published.base) as address:
        yield address


@pytest.fixture
def town(published: Site) -> str:
    return next(iter(published.guide.catalog.municipalities))


@pytest.fixture
def sheet(published: Site, town: str) -> str:
    """The sheet for the chosen town, status and offer."""
    return f"angebote/{OFFER}/zettel-{published.guide.responsibility.table[town, STATUS, OFFER].contact}"


def sheets(page: Page, url: str) -> set[str]:
    links = page.locator("main a[href$='.pdf']")
    links.first.wait_for(state="attached")
    return {link.removeprefix(url) for link in links.evaluate_all("all => all.map(link => link.href)")}


def test_the_guide_links_the_sheet_of_each_answer(new_page: NewPage, url: str, town: str, sheet: str) -> None:
    page = new_page()
    page.goto(f"{url}zustaendig/#ort={town}&bezug={STATUS}&anliegen={OFFER}")
    assert sheets(page, url) == {f"{sheet}.pdf", f"{sheet}-a5.pdf"}
    assert violations_in_every_view(page) == []


def test_the_finder_links_a_sheet_for_each_offer(
    new_page: NewPage, published: Site, url: str, town: str, sheet: str
) -> None:
    page = new_page()
    topic = published.guide.catalog.offers[OFFER].record.topic
    page.goto(f"{url}kontakte/#ort={town}&thema={topic}")
    assert f"{sheet}.pdf" in sheets(page, url)
    assert violations_in_every_view(page) == []


def test_the_list_of_what_may_fit_links_sheets(new_page: NewPage, published: Site, url: str, town: str) -> None:
    page = new_page()
    page.goto(f"{url}anspruch/")
    page.locator("[data-part=form]:not([hidden])").wait_for()
    page.select_option("[name=g]", published.guide.catalog.municipalities[town].record.ags)
    page.locator("fieldset label:has([type=checkbox])").first.click()
    offices = page.locator("[data-part=list] a[data-contact]")
    offices.first.wait_for(state="attached")
    assert page.locator("[data-part=list] .office .sheet").count() == offices.count()
    assert violations_in_every_view(page) == []


@pytest.mark.parametrize(
    ("address", "answers", "kept"),
    [
        ("zustaendig/", f"bezug={STATUS}&anliegen={OFFER}", f"b={code_of(STATUS)}&h={code_of(OFFER)}"),
        ("kontakte/", "thema=schule", f"t={code_of('schule')}"),
    ],
)
def test_answers_leave_the_part_of_the_address_that_is_sent(
    new_page: NewPage, url: str, town: str, address: str, answers: str, kept: str
) -> None:
    """An address of old is read once; from then on it names no benefit, and nothing of it reaches the host."""
    page = new_page()
    page.goto(f"{url}{address}?ort={town}&{answers}")
    expect(page).to_have_url(f"{url}{address}#ort={town}&{kept}")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(page.locator("[data-part=result]")).to_be_visible()
    settle(page)
    assert [one for one in asked if STATUS in one or "?" in one] == []


def test_the_skip_link_takes_no_answer_away(new_page: NewPage, url: str, town: str) -> None:
    page = new_page()
    page.goto(f"{url}zustaendig/#ort={town}&bezug={STATUS}")
    expect(page.locator("[data-part=result]")).to_be_visible()
    page.evaluate("document.querySelector('a.skip').click()")
    expect(page.locator("[data-part=result]")).to_be_visible()
