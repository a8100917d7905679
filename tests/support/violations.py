"""What axe finds on a page, one line each; and the views in which pages are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS = (320, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

EXCEPTIONS = {
    "color-contrast-enhanced": "level AAA; the law asks for AA",
}
"""Rules that are not applied, each with its reason."""

COLOURS = ("color-contrast", "link-in-text-block")
"""Rules that see colours. All others find the same in the dark."""

_RULES = """({ exceptions, only }) => Object.fromEntries(axe.getRules().map(({ ruleId }) =>
    [ruleId, { enabled: only.length ? only.includes(ruleId) : !exceptions.includes(ruleId) }]))"""

_DRAW = """() => {
    for (const element of document.querySelectorAll("main *"))
        if (getComputedStyle(element).contentVisibility === "auto") element.style.contentVisibility = "visible";
}"""
"""What is drawn only in sight has no true size out of sight."""

_SHORTEN = """most => {
    for (const list of document.querySelectorAll("main ul, main ol, main dl, main tbody"))
        while (list.children.length > (list.localName === "dl" ? 2 : 1) * most) list.lastElementChild.remove();
    for (const parent of document.querySelectorAll("main, main *")) {
        const count = {};
        for (const child of [...parent.children].filter(child => child.matches("details, article"))) {
            const kind = `${child.localName} ${child.className}`;
            count[kind] = (count[kind] ?? 0) + 1;
            if (count[kind] > most) child.remove();
        }
    }
}"""


def violations_in_every_view(page: Page, *, whole: bool = False) -> list[str]:
    """Narrow as it comes, wide with everything unfolded (what is folded is hidden from axe), each light and dark.

    Unless the page is looked at as a whole, as `make audit` does, its lists are cut before.
    """
    found = []
    draw(page)
    if not whole:
        shorten(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            only = COLOURS if scheme == "dark" else ()
            found += [f"{width} px, {scheme}: {line}" for line in violations(page, only)]
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    return found


def draw(page: Page) -> None:
    """Let the browser draw what it would draw in sight only."""
    page.evaluate(_DRAW)


def shorten(page: Page, most: int = 5) -> None:
    """Cut long lists, and rows of cards or folds that look alike: the tenth is like the fifth."""
    page.evaluate(_SHORTEN, most)


def violations(page: Page, only: Sequence[str] = ()) -> list[str]:
    """Every finding of every rule, those for best practice and those that are off by default too; or of some `only`."""
    axe = Axe()
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe.axe_script)
    rules = page.evaluate(_RULES, {"exceptions": list(EXCEPTIONS), "only": list(only)})
    found = page.evaluate("rules => axe.run({ rules, resultTypes: ['violations'] })", rules)
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}: {node['html'][:120]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
