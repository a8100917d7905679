"""axe on every page of the real site: `make audit`. Too long for `make test`, which takes one page of each layout."""

from __future__ import annotations

from chromium import NewPage
from sites import Site
from violations import violations_in_every_view


def test_every_page(new_page: NewPage, real_site: Site, real_url: str) -> None:
    page = new_page()
    found = []
    for address in real_site.documents:
        page.goto(real_url + address)
        found += [f"/{address}: {line}" for line in violations_in_every_view(page)]
    assert found == []
