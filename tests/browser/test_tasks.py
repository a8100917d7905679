"""Twenty-four errands of a parent, an educator and a secretary, done on a phone in the real site.

Each was written before it was tried, and none of them is among the twenty questions (tests/support/questions.py). It
begins where somebody would begin, goes on by touch or by keyboard, and ends at somebody to call, a place to go, or what
somebody needs to have in hand, at most one swipe away. Whose number it is stands here; the number itself comes from the
rules, so that a better number makes nothing red.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass

import pytest
from chromium import NewPage
from listening import settle
from papers import Paper, bare
from playwright.sync_api import Locator, Page, expect
from sites import Site

from wegweiser.view.callable_line import CallableLine, centre_line, contact_line, organization_line, staff_line

pytestmark = [pytest.mark.this_district, pytest.mark.takes(15)]

HEIGHT = 740
"""Of the screen."""
PHONE = {"viewport": {"width": 360, "height": HEIGHT}, "has_touch": True, "is_mobile": True}
NAMED = ":is(a, button, summary, label):visible"


@dataclass(frozen=True)
class Visitor:
    """Somebody with the site in hand, who taps or uses the keyboard."""

    page: Page
    site: Site
    touches: bool

    def use(self, target: Locator) -> None:
        """Tap it, or press its key; a link is followed until the next page is there."""
        kind = target.evaluate("e => e.localName")
        with self.page.expect_navigation() if kind == "a" else nullcontext():
            if self.touches:
                target.tap()
            else:
                target.focus()
                self.page.keyboard.press("Space" if kind == "input" else "Enter")
        settle(self.page)

    def has_at_hand(self, target: Locator) -> None:
        """One of those that fit can be seen, at most one swipe below what is on the screen."""
        target.first.wait_for(state="visible")
        boxes = [box for one in target.all() if (box := one.bounding_box())]
        assert any(0 <= box["y"] <= 2 * HEIGHT - box["height"] for box in boxes), boxes


Act = Callable[[Visitor], None]


def press(name: str, within: str = "main") -> Act:
    """What is called so, or begins so: a link, a button, what is folded."""

    def act(visitor: Visitor) -> None:
        words = re.compile(rf"^\s*{re.escape(name)}(?!\w)")
        found = visitor.page.locator(within).locator(NAMED).filter(has_text=words).first
        visitor.use(found)

    return act


def tick(name: str) -> Act:
    """A box or a button of a choice, by its words."""

    def act(visitor: Visitor) -> None:
        label = visitor.page.locator("main label:visible").filter(has_text=re.compile(rf"^\s*{re.escape(name)}")).first
        visitor.use(label if visitor.touches else label.locator("input"))

    return act


def say(field: str, words: str) -> Act:
    """Type into a field and press Enter, once the page has something to offer."""

    def act(visitor: Visitor) -> None:
        visitor.page.get_by_label(field).first.press_sequentially(words)
        settle(visitor.page)
        visitor.page.keyboard.press("Enter")
        settle(visitor.page)

    return act


def search(words: str, title: str) -> Act:
    """Ask the search and follow the hit of this title, which is on the first screen."""

    def act(visitor: Visitor) -> None:
        field = visitor.page.locator("[role=search] [name=q]").first
        field.fill(words)
        field.press("Enter")
        visitor.page.locator("#results[data-state=ready]").wait_for(state="attached")
        hit = visitor.page.locator("#results > li").get_by_role("link", name=title).first
        expect(hit).to_be_in_viewport()
        visitor.use(hit)

    return act


def choose(field: str, option: str) -> Act:
    def act(visitor: Visitor) -> None:
        visitor.page.get_by_label(field).select_option(label=option)
        settle(visitor.page)

    return act


def number(find: Callable[[Site], CallableLine | None]) -> Act:
    """The end: a number that can be dialled, of the one who answers by the rules, and in sight."""

    def act(visitor: Visitor) -> None:
        line = find(visitor.site)
        assert line is not None
        shown = visitor.page.locator(f"main a[href='{line.channel.href}']:visible")
        visitor.has_at_hand(shown)
        expect(shown.first).to_contain_text(line.channel.text)

    return act


def call(contact: str) -> Act:
    return number(lambda site: contact_line(site.guide, contact))


def call_for_staff(contact: str) -> Act:
    return number(lambda site: staff_line(site.guide, contact))


def call_house(centre: str) -> Act:
    return number(lambda site: centre_line(site.guide, centre))


def call_office(organization: str) -> Act:
    return number(lambda site: organization_line(site.guide, organization))


def see(words: str) -> Act:
    """The end: words that stand there, in sight."""

    def act(visitor: Visitor) -> None:
        visitor.has_at_hand(visitor.page.locator("main").get_by_text(words).locator("visible=true"))

    return act


def leads(name: str, address: str) -> Act:
    """The end: a link in sight, with where it leads."""

    def act(visitor: Visitor) -> None:
        links = visitor.page.locator("main a:visible").filter(has_text=name)
        visitor.has_at_hand(links)
        assert re.search(address, links.first.get_attribute("href") or "")

    return act


def saves_a_number(visitor: Visitor) -> None:
    """The end: a card for the telephone, with a number in it."""
    link = visitor.page.get_by_role("link", name="Im Telefon speichern").first
    card = visitor.page.request.get(link.evaluate("link => link.href")).text()
    assert re.search(r"TEL;[^:]*:\+49", card), card


def prints(*words: str) -> Act:
    """The end: a sheet of paper with everything on it."""

    def act(visitor: Visitor) -> None:
        paper = Paper(visitor.page.pdf(format="A4"))
        assert paper.pages <= 2
        assert [text for text in words if bare(text) not in paper.letters] == []

    return act


FINDER = "Haus, Amt, Ort oder Anliegen"
TASKS: dict[str, tuple[str, tuple[Act, ...]]] = {
    # a parent
    "Mir reicht das Geld in Werl nicht, ich habe Wohngeld: Wer zahlt es?": (
        "orte/werl/",
        (press("Wohngeld"), call("wohngeld-werl")),
    ),
    "Welches Amt zahlt mir in Soest zum Leben? Ich tippe drei Antworten an.": (
        "zustaendig/",
        (
            press("Soest"),
            tick("Ich bekomme Grundsicherungsgeld"),
            tick("Geld zum Leben"),
            call("jobcenter-soest"),
        ),
    ),
    "Ich brauche in Lippstadt einen Kita-Platz.": (
        "angebote/kita-platz/",
        (
            press("Wer ist zuständig?"),
            choose("Für diesen Ort", "Lippstadt"),
            leads("Jugendamt der Stadt Lippstadt", "kontakte/jugendamt-lippstadt/$"),
            press("Jugendamt der Stadt Lippstadt"),
            call("jugendamt-lippstadt"),
        ),
    ),
    "Mein Mann schlägt mich. Ich finde die Nummer, ohne ein Wort zu tippen.": (
        "angebote/",
        (
            press("Trennung, Not und Gewalt"),
            press("Jemand tut mir oder meinen Kindern weh"),
            call("hilfetelefon-gewalt"),
        ),
    ),
    "Wo gibt es Elterngeld?": (
        "",
        (
            search("elterngeld", "Geld für die erste Zeit mit dem Baby"),
            press("Wer ist zuständig?"),
            leads("Elterngeldstelle des Kreises", "kontakte/elterngeldstelle-kreis-soest/$"),
        ),
    ),
    "Wo ist das Jobcenter in Soest? Ich will hingehen.": (
        "kontakte/",
        (say(FINDER, "Jobcenter Soest"), see("Paradieser Weg 2")),
    ),
    "Welches Familienzentrum gibt es in Werl, und wen rufe ich an?": (
        "familienzentren/",
        (press("Werl 5"), press("Familienzentrum Werl-Nord"), call_house("fz-werl-nord")),
    ),
    "Was muss ich für das Mittagessen mitbringen?": (
        "angebote/but-mittagessen/",
        (press("Das brauchen Sie"), see("Essensvertrag oder Bestätigung")),
    ),
    "Das Mittagessen ist abgelehnt. Was nun?": (
        "angebote/but-mittagessen/",
        (press("Abgelehnt?"), see("Sie können innerhalb eines Monats")),
    ),
    "Ich suche das Wort Ranzen.": (
        "a-z/",
        (press("R"), press("Ranzen"), see("Geld für Schulsachen")),
    ),
    "Was heißt Bescheid?": ("angebote/but-mittagessen/", (press("Bescheid"), see("Bewilligungsbescheid"))),
    "Was steht mir zu? Ein Kind von vier Jahren, Wohngeld, Soest.": (
        "anspruch/",
        (
            tick("3 bis zur Schule"),
            tick("Wohngeld"),
            choose("Wo wohnen Sie?", "Soest"),
            press("Ansehen"),
            see("Sehen Sie hier zuerst nach"),
            call("familienkasse"),
        ),
    ),
    # an educator
    "Der feste Kontakt von Kleeblatt, aus dem Kopf geschrieben: Kleblat.": (
        "kontakte/",
        (say(FINDER, "Kleblat"), call_for_staff("jobcenter-fester-kontakt-kleeblatt")),
    ),
    "Wer hilft unserem Haus für Kinder im Jobcenter?": (
        "kontakte/",
        (say(FINDER, "Haus für Kinder"), call_for_staff("jobcenter-warstein")),
    ),
    "Arbeit ab Montag: Wen rufe ich für unser Haus an?": (
        "faelle/arbeit-ab-montag/",
        (
            choose("Ihr Haus", "Familienzentrum Kleeblatt"),
            press("Schritt 2 von 7"),
            call_for_staff("jobcenter-fester-kontakt-kleeblatt"),
        ),
    ),
    "Die Fahrt ist nächste Woche, die Familie wohnt in Geseke.": (
        "faelle/klassenfahrt-naechste-woche/",
        (
            choose("Wohnort der Familie", "Geseke"),
            press("Schritt 3 von 7"),
            leads("Stadt Geseke", "kontakte/sozialamt-geseke/$"),
        ),
    ),
    "Wie frage ich, ohne die Familie zu nennen?": (
        "familienzentren/kleeblatt-ampen/",
        (press("Ohne Namen fragen"), see("Für eine allgemeine Frage braucht niemand den Namen")),
    ),
    "Das Jugendamt für eine Familie in Lippstadt.": (
        "kontakte/",
        (say(FINDER, "Jugendamt Lippstadt"), call("jugendamt-lippstadt")),
    ),
    "Wann kommt das Jobcenter ins Elterncafé, und wen frage ich?": (
        "termine/",
        (press("Das Jobcenter im Elterncafé Kleeblatt"), see("Das Jobcenter im Elterncafé Kleeblatt")),
    ),
    # a secretary
    "Eine Mutter in Lippstadt fragt am Telefon nach Wohngeld.": (
        "kontakte/",
        (say(FINDER, "Wohngeld Lippstadt"), call("wohngeld-lippstadt")),
    ),
    "Ich drucke, was für die Klassenfahrt gebraucht wird.": (
        "angebote/but-klassenfahrt/",
        (prints("Das brauchen Sie", "Jobcenter AHA, Standort Soest", "02921 106500", "Datum und Notizen"),),
    ),
    "Ich speichere das Kreisjugendamt im Telefon.": (
        "kontakte/jugendamt-kreis/",
        (call("jugendamt-kreis"), saves_a_number),
    ),
    "Die Website der Gemeinde Welver.": ("orte/welver/", (leads("Website der Gemeinde", r"^https://www\.welver\.de"),)),
    "Wer ist der Träger von Kleeblatt, und wo rufe ich an?": (
        "familienzentren/kleeblatt-ampen/",
        (
            press("Über das Haus"),
            press("Evangelischer Kindergartenverein Soester Börde e. V.", "#haus"),
            call_office("traeger-kindergartenverein-soester-boerde"),
        ),
    ),
}
"""What somebody wants, where the phone shows the site, and what they do up to the end."""


@pytest.mark.parametrize(("name", "by"), [(name, ("touch", "keyboard")[place % 2]) for place, name in enumerate(TASKS)])
def test_somebody_gets_there(new_page: NewPage, real_site: Site, real_url: str, name: str, by: str) -> None:
    start, acts = TASKS[name]
    page = new_page(**PHONE, reduced_motion="reduce")
    page.goto(real_url + start)
    settle(page)
    visitor = Visitor(page, real_site, by == "touch")
    for act in acts:
        act(visitor)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_there_are_twenty_four_of_them() -> None:
    assert len(TASKS) == 24
