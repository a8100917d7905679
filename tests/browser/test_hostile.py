"""Hostile text in a real browser: nothing of it runs, whichever layer of defence is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import NewPage
from listening import settle, until
from playwright.sync_api import expect
from serving import serve
from sites import ROOT, Site

from wegweiser.values.policy import CONTENT_SECURITY_POLICY

pytestmark = pytest.mark.takes(30)

RAN = "() => window.PWN ?? null"
ATTACK = """<script>window.PWN = 1</script><img src="x" onerror="window.PWN = 2">
    <svg onload="window.PWN = 3"></svg><a id="trap" href="javascript:window.PWN = 4">Falle</a>"""


@pytest.fixture(scope="module")
def attacked(attack: Path) -> Site:
    return Site(attack / "hostile", ROOT / "data")


@pytest.fixture(scope="module")
def attacked_url(attacked: Site) -> Iterator[str]:
    with serve(attacked.folder) as url:
        yield url


def addresses(site: Site, most: int) -> list[str]:
    """So many pages of each folder, those with the most text, and every page that stands alone."""
    longest = sorted(site.documents.values(), key=lambda document: -len(document.source))
    seen: Counter[str] = Counter()
    found = []
    for document in longest:
        folder = document.address.rstrip("/").rpartition("/")[0] or document.address
        seen[folder] += 1
        if seen[folder] <= most:
            found.append(document.address)
    return found


@pytest.mark.parametrize(
    ("most", "at_least"), [(2, 40), pytest.param(1_000, 200, marks=pytest.mark.nightly)], ids=["some", "all"]
)
def test_templates_alone_let_nothing_run(
    new_page: NewPage, attacked: Site, attacked_url: str, most: int, at_least: int
) -> None:
    """The policy is switched off: what the templates write is text."""
    page = new_page(bypass_csp=True)
    visited = addresses(attacked, most)
    failures = []
    for address in visited:
        page.goto(attacked_url + address)
        if page.evaluate(RAN) is not None or "PWN" in page.evaluate("() => Object.keys(window).join()"):
            failures.append(address)
    assert failures == []
    assert len(visited) >= at_least


SHOWN = '<script>window.PWN=1</script> <img src=x onerror="window.PWN=2">'
"""How the payloads begin, as somebody reads them."""
ASKED = {
    "the guide": "zustaendig/#ort=dornmoor&bezug=sgb2&anliegen=but-antrag",
    "the finder": "kontakte/#haus=abenteuerland-1-dornmoor&thema=geld",
    "the search": "suche/?q=window.PWN",
    "the search with a word of ours": "suche/?q=kindergeld%20dornmoor",
}


@pytest.mark.parametrize("address", ASKED.values(), ids=ASKED)
def test_scripts_show_hostile_data_as_text(new_page: NewPage, attacked_url: str, address: str) -> None:
    """What scripts make of the data, the policy switched off."""
    page = new_page(bypass_csp=True)
    page.goto(attacked_url + address)
    result = page.locator("[data-part=result], #results[data-state=ready]").first
    expect(result).to_contain_text(SHOWN)
    for fold in page.locator("summary:visible").all():
        fold.click()
    settle(page)
    assert page.evaluate(RAN) is None
    assert page.locator("main script, main img[src=x], main [onload], main [onerror]").count() == 0


def test_answers_and_suggestions_show_hostile_data_as_text(new_page: NewPage, attacked_url: str) -> None:
    page = new_page(bypass_csp=True)
    page.goto(f"{attacked_url}anspruch/")
    page.locator("[data-part=form]:not([hidden])").wait_for()
    for number in range(page.locator("form fieldset").count()):
        page.locator("form fieldset").nth(number).locator("input").last.check()
    expect(page.locator("main")).to_contain_text(SHOWN)
    page.goto(f"{attacked_url}angebote/kindergeld/")
    page.locator("header [type=search]").press_sequentially("kindergeld")
    expect(page.locator("header [role=option]").first).to_contain_text("<script>window.PWN=1</script>")
    assert page.evaluate(RAN) is None
    assert page.locator("img[src=x]").count() == 0


def test_hostile_text_is_visible_as_text(new_page: NewPage, attacked_url: str) -> None:
    page = new_page()
    page.goto(f"{attacked_url}angebote/kindergeld/")
    assert "<script>window.PWN=1</script>" in page.locator("h1").inner_text()
    assert "<script>window.PWN=1</script>" in page.title()
    assert page.locator("h1 *").count() == 0


def test_hostile_pages_still_have_their_shape(new_page: NewPage, attacked_url: str) -> None:
    page = new_page()
    for address in ("", "angebote/kindergeld/", "kontakte/jobcenter/", "impressum/"):
        page.goto(attacked_url + address)
        assert [page.get_by_role(role).count() for role in ("banner", "main", "contentinfo")] == [1, 1, 1]  # type: ignore[arg-type]


@pytest.mark.parametrize("address", ["angebote/kindergeld/", "impressum/"])
def test_the_policy_alone_lets_nothing_run(new_page: NewPage, demo_site: Site, demo_url: str, address: str) -> None:
    """Templates that escape nothing are simulated: the attack stands in the page as markup."""
    broken = demo_site.documents[address].source.replace("</main>", f"{ATTACK}</main>")
    ran = {}
    for bypass in (False, True):
        page = new_page(bypass_csp=bypass)
        page.route(
            f"{demo_url}{address}", lambda route: route.fulfill(body=broken, content_type="text/html; charset=utf-8")
        )
        page.goto(f"{demo_url}{address}")
        settle(page)
        at_once = page.evaluate(RAN)
        page.locator("#trap").click()
        ran[bypass] = (at_once, page.evaluate(RAN))
    assert ran[False] == (None, None)
    assert None not in ran[True], "without the policy the attack runs, so this test can fail"


@pytest.mark.parametrize("address", ["", "orte/", "familienzentren/", "angebote/kindergeld/", "kontakte/jobcenter/"])
def test_hostile_pages_fit_on_a_phone(new_page: NewPage, attacked_url: str, address: str) -> None:
    """Whatever stands in a field, and however long its words are, nobody has to scroll sideways."""
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(attacked_url + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_policy_stops_links_that_would_run(new_page: NewPage, attacked_url: str) -> None:
    """The schema allows https only. If a `javascript:` address came through, a click on it would do nothing."""
    ran = {}
    for bypass in (False, True):
        page = new_page(bypass_csp=bypass)
        page.goto(f"{attacked_url}kontakte/jobcenter/")
        link = page.locator('main a[href^="javascript:window.PWN=10"]').last
        link.evaluate("link => link.click()")
        if bypass:
            until(page, "window.PWN")
        settle(page)
        ran[bypass] = page.evaluate(RAN)
    assert ran == {False: None, True: 10}


def test_the_served_policy_is_the_one_in_the_module(new_page: NewPage, demo_url: str) -> None:
    page = new_page()
    page.goto(demo_url)
    assert (
        page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") == CONTENT_SECURITY_POLICY
    )
