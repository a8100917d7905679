"""Frames as other websites show them: readable when narrow, without barriers, and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import NewPage
from serving import serve
from sites import Site
from violations import violations

pytestmark = pytest.mark.takes(15)

WIDTHS = (280, 360, 800)


@pytest.fixture(scope="module")
def addresses(demo_site: Site) -> list[str]:
    """The largest frame of a town, and the largest of a house."""
    by_size = sorted(demo_site.frames, key=lambda address: len(demo_site.frames[address].source))
    towns = [address for address in by_size if address.count("/") == 2]
    houses = [address for address in by_size if address.count("/") == 3]
    return [towns[-1], houses[-1]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_frames_have_no_barriers_and_fit(
    new_page: NewPage, demo_url: str, addresses: list[str], width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 600}, color_scheme=scheme)
    for address in addresses:
        page.goto(demo_url + address)
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.fixture
def elsewhere(tmp_path: Path, demo_url: str, addresses: list[str]) -> Iterator[str]:
    """A page of another origin that shows both frames with the lines that we offer to copy."""
    frames = "".join(
        f'<iframe src="{demo_url}{address}" title="Rahmen {number}" width="100%" height="480" loading="lazy" '
        f'referrerpolicy="no-referrer"></iframe>'
        for number, address in enumerate(addresses)
    )
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Stadt</title>{frames}", "utf-8")
    with serve(tmp_path) as url:
        yield url


def test_another_website_shows_them(new_page: NewPage, elsewhere: str, demo_url: str, addresses: list[str]) -> None:
    page = new_page(viewport={"width": 400, "height": 1200})
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(elsewhere)
    for number in range(len(addresses)):
        frame = page.frame_locator(f'iframe[title="Rahmen {number}"]')
        frame.locator("h1").wait_for()
        assert frame.locator("a[href^='tel:']").count() > 0
        outside = frame.locator("a:not([href^='tel:']):not([href^='mailto:'])")
        assert outside.count() > 0
        assert all(link.get_attribute("target") == "_blank" for link in outside.all())
        assert frame.locator("script").count() == 0
    assert [url for url in requested if not url.startswith((elsewhere, demo_url))] == []
