"""How far somebody scrolls to a number, how long the pages are, and what they say about themselves: `make heights`.

Measured in Chromium on a screen of 360 × 740 px, as the page stands after loading, with nothing unfolded. Beside each
figure stands what it was on 30 November 2026, before pages began with somebody who answers, and what it is to be.
A folder as argument is a site that is built already. The exit code is 1 where an aim is missed.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chromium import chromium
from papers import Paper
from playwright.sync_api import Page
from serving import serve
from sites import BASE, build_real

SCREEN = {"width": 360, "height": 740}
FIGURES = {
    "height": "Höhe",
    "call": "Nummer bei",
    "fixed": "fester Kontakt bei",
    "notes": "Hinweise",
    "sheets": "Blätter",
}
"""What is measured: px, px, px, count, sheets of A4."""


@dataclass(frozen=True, slots=True)
class Aim:
    """One figure of one page: as it was, and as it is to be at most."""

    figure: str
    before: int
    most: int


PAGES = {
    "familienzentren/kleeblatt-ampen/": (
        Aim("height", 10181, 5000),
        Aim("call", 5845, 740),
        Aim("fixed", 5845, 900),
        Aim("notes", 19, 1),
        Aim("sheets", 5, 2),
    ),
    "faelle/arbeit-ab-montag/": (Aim("height", 17066, 5000), Aim("notes", 24, 1), Aim("sheets", 11, 3)),
    "kontakte/": (Aim("height", 14276, 5000), Aim("notes", 25, 0)),
    "angebote/but-mittagessen/": (Aim("height", 12734, 6500), Aim("notes", 23, 1), Aim("sheets", 8, 2)),
    "angebote/gewaltschutz/": (Aim("call", 1877, 740),),
    "zustaendig/sgb2/soest/": (Aim("height", 12526, 5000), Aim("call", 792, 500), Aim("notes", 34, 1)),
    "a-z/": (Aim("height", 103260, 8000),),
}
"""The pages of the table in the issue."""
KINDS = {
    "Kontakte": "kontakte/",
    "Häuser": "familienzentren/",
    "Ämter und Träger": "traeger/",
    "Antworten": "zustaendig/",
    "Orte": "orte/",
}
"""Pages that name an office or a house: a number stands in the first screen of each."""
CASES = "faelle/"

MEASURE = r"""() => {
  const main = document.querySelector("main");
  const top = (found) => found ? Math.round(found.getBoundingClientRect().bottom + scrollY) : null;
  const seen = (within, selector) => [...within.querySelectorAll(selector)].find((found) => found.checkVisibility());
  const one = /Stand [\d.]+ · [^\n]*nicht bestätigt/; // date and confirmation in one sentence are one note
  const dated = /\bStand (\d|unbekannt|\p{Lu}\p{Ll}+ \d)/u;
  const notes = [one, /nicht bestätigt/, dated, /\bHinweis/, /gelesen am/].map(({ source }) => source).join("|");
  const said = main.innerText.match(new RegExp(notes, "giu")) ?? [];
  return {
    height: document.documentElement.scrollHeight,
    call: top(seen(main, 'a[href^="tel:"]')),
    fixed: top(seen(main, "section:has(> #kontakt) a[href^='tel:']")),
    notes: said.length,
  };
}"""
STEPS = """() => [...document.querySelectorAll(".route > li")].map((step) => {
  for (const fold of step.querySelectorAll(":scope > details")) fold.open = true;
  const found = [...step.querySelectorAll('a[href^="tel:"]')].find((number) => number.checkVisibility());
  return found ? Math.round(found.getBoundingClientRect().bottom - step.getBoundingClientRect().top) : null;
})"""


def main(built: str) -> int:
    """Print the table and every page without a number in reach; returns the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(built) if built else build_real(Path(folder) / "site").folder
        with serve(site, BASE) as url, chromium() as browser:
            page = browser.new_page(viewport=SCREEN, locale="de-DE")
            missed = sum([*tell_pages(page, url), *tell_numbers(page, url, site)])
    print(f"{missed} Ziele verfehlt" if missed else "Alle Ziele erreicht")
    return 1 if missed else 0


def tell_pages(page: Page, url: str) -> Iterator[bool]:
    """The table: whether each aim is missed."""
    print(f"{'Seite':42}{'':20}{'vorher':>9}{'jetzt':>9}{'Ziel':>9}")
    for address, aims in PAGES.items():
        figures = measure(page, url + address)
        for aim in aims:
            now = figures[aim.figure]
            missed = now is None or now > aim.most
            line = f"{address:42}{FIGURES[aim.figure]:20}{aim.before:>9}{'–' if now is None else now:>9}{aim.most:>9}"
            print(line + ("  verfehlt" if missed else ""), flush=True)
            yield missed


def measure(page: Page, address: str) -> dict[str, int | None]:
    """All figures of a page."""
    _open(page, address)
    figures: dict[str, int | None] = page.evaluate(MEASURE)
    figures["sheets"] = Paper(page.pdf(format="A4")).pages
    return figures


def _open(page: Page, address: str) -> None:
    response = page.goto(address)
    assert response, address
    assert response.ok, address


def tell_numbers(page: Page, url: str, site: Path) -> Iterator[bool]:
    """For each kind of page how many have a number in the first screen, then those that have not."""
    for name, folder in KINDS.items():
        yield tell_kind(name, {address: call(page, url + address) for address in addresses_below(site, folder)})
    steps = {}
    for address in addresses_below(site, CASES):
        _open(page, url + address)
        reached = page.evaluate(STEPS)
        steps |= {f"{address}#schritt-{number}": place for number, place in enumerate(reached, start=1)}
    yield tell_kind("Offene Schritte", steps)


def call(page: Page, address: str) -> int | None:
    """Where the first number of a page ends, in px from its top; None where there is none."""
    _open(page, address)
    found: int | None = page.evaluate(MEASURE)["call"]
    return found


def tell_kind(name: str, places: dict[str, int | None]) -> bool:
    """One line for a kind of page, and one for each page that misses; whether there is such a page."""
    late = {address: place for address, place in places.items() if place is None or place > SCREEN["height"]}
    print(f"{name}: {len(places) - len(late)} von {len(places)} mit einer Nummer im ersten Bild", flush=True)
    for address, place in late.items():
        print(f"  {address}: {'keine Nummer' if place is None else f'bei {place} px'}")
    return bool(late)


def addresses_below(site: Path, folder: str) -> Iterator[str]:
    """The pages of records below a folder: those that lie deepest, not the overview."""
    depth = 2 if folder == "zustaendig/" else 1
    pattern = "/".join(["*"] * depth) + "/index.html"
    for path in sorted((site / folder).glob(pattern)):
        yield f"{path.parent.relative_to(site).as_posix()}/"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
