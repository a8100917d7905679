"""What axe is asked to find it does find. That it finds nothing on our layouts is tested in test_layout.py."""

from __future__ import annotations

import pytest
from chromium import NewPage
from violations import violations, violations_in_every_view

BARRIERS = {
    "image-alt": '<img src="assets/icon.svg">',
    "label": '<input type="text">',
    "heading-order": "<h4>Zu tief</h4>",
    "color-contrast": '<p id="blass">Kaum zu lesen</p>',
    "region": "<p>Außerhalb</p>",
    "link-name": '<a href="x/"></a>',
}


@pytest.mark.parametrize(("rule", "markup"), BARRIERS.items(), ids=BARRIERS)
def test_a_barrier_would_be_found(new_page: NewPage, demo_url: str, rule: str, markup: str) -> None:
    page = new_page()
    page.goto(demo_url)
    place = "document.body" if rule == "region" else "document.querySelector('main h1')"
    how = "beforeend" if rule == "region" else "afterend"
    page.evaluate(f"markup => {place}.insertAdjacentHTML('{how}', markup)", markup)
    if rule == "color-contrast":
        page.evaluate("document.getElementById('blass').style.color = '#ccc'")
    assert any(line.startswith(f"{rule}:") for line in violations(page)), violations(page)


def test_a_barrier_that_is_there_only_in_the_dark_would_be_found(new_page: NewPage, demo_url: str) -> None:
    page = new_page()
    page.goto(f"{demo_url}impressum/")
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("@media (prefers-color-scheme: dark) { main h1 { color: #333 } }");
        document.adoptedStyleSheets.push(sheet);
    }""")
    found = violations_in_every_view(page)
    assert [line.partition(": color-contrast")[0] for line in found] == ["320 px, dark", "1280 px, dark"]
