"""What a screen reader says of the main layouts, as somebody who cannot see them read it aloud and found it good.

The trees hold what comes first on each page, in its order. A change here is a change for people who listen: read the
new tree aloud before it is written down. What the search says stands in test_search.py.
"""

from __future__ import annotations

import re

import pytest
from chromium import NewPage
from playwright.sync_api import expect
from sites import Site

pytestmark = pytest.mark.this_district

FRAME = """
- link "Zum Inhalt springen"
- banner:
  - link "Familienwegweiser Kreis Soest"
  - search
  - navigation "Hauptmenü":
    - list:
      - listitem:
        - link "Was steht mir zu?"
      - listitem:
        - link "Wer ist zuständig?"
      - listitem:
        - link "Hilfen"
      - listitem:
        - link "Familienzentren"
      - listitem:
        - link "Für Fachkräfte"
      - listitem:
        - link "A bis Z"
- main
- contentinfo:
  - paragraph:
    - strong: In Gefahr?
    - text: Polizei
    - link "110"
    - text: Rettung und Feuerwehr
    - link "112"
  - navigation "Fußzeile"
"""
TREES = {
    "": """
- main:
  - heading "Hilfe für Familien im Kreis Soest" [level=1]
  - paragraph: /Ohne Anmeldung/
  - search:
    - searchbox "Suchen"
    - button "Suchen"
  - list:
    - listitem:
      - link "Was steht mir zu?"
      - paragraph
    - listitem:
      - link "Wer ist zuständig?"
      - paragraph
    - listitem:
      - link /Familien.?zentren in meiner Nähe/
      - paragraph
  - heading "Das wird oft gefragt" [level=2]
  - list
  - paragraph:
    - link "Alle Hilfen ansehen"
""",
    "angebote/but-klassenfahrt/": """
- main:
  - navigation "Sie sind hier":
    - list:
      - listitem:
        - link "Start"
      - listitem:
        - link "Hilfen"
  - article:
    - heading "Geld für die Klassenfahrt" [level=1]
    - paragraph: /Amtlicher Name/
    - navigation "Auf dieser Seite":
      - list:
        - listitem:
          - link "Wer ist zuständig?"
        - listitem:
          - link "Das brauchen Sie"
        - listitem:
          - link "In einfacher Sprache"
    - heading "Wie viel" [level=2]
    - heading "Wer bekommt es" [level=2]
    - heading "So geht es" [level=2]
    - list:
      - listitem: /Bitten Sie die Schule/
    - heading "Wer ist zuständig?" [level=2]
    - paragraph:
      - combobox "Für diesen Ort"
    - status
    - group:
      - text: "Mit: Grundsicherungsgeld"
      - list:
        - listitem:
          - text: Anröchte, Rüthen, Warstein
          - link "Jobcenter AHA, Standort Warstein"
          - text: ","
          - link "+49 2921 106500"
          - text: (
          - time: Stand 2024
          - text: ", bitte nachfragen)"
    - heading "Das brauchen Sie" [level=2]
    - heading "Woher wir das wissen" [level=2]
""",
    "familienzentren/haus-fuer-kinder-warstein/": """
- main:
  - navigation "Sie sind hier"
  - article:
    - heading "Familienzentrum „Haus für Kinder“" [level=1]
    - paragraph:
      - text: Familienzentrum
      - link "Warstein"
    - heading "So erreichen Sie das Haus" [level=2]
    - list:
      - listitem:
        - link "Telefon +49 2902 3428"
      - listitem:
        - link "E-Mail hausfuerkinder@warstein.de"
    - img "Anschrift"
    - text: Am Mühlenbruch 18 59581 Warstein
    - time: /Stand/
    - paragraph: "Öffnungszeiten: noch nicht bestätigt"
    - heading "Das Haus" [level=2]
    - term: Träger
    - definition:
      - link "Stadt Warstein als Träger von Kitas"
    - heading "Ihr fester Kontakt im Jobcenter" [level=2]
    - heading "Jobcenter AHA, Standort Warstein" [level=3]
""",
    "kontakte/jugendamt-kreis/": """
- main:
  - navigation "Sie sind hier"
  - article:
    - heading "Kreisjugendamt Soest" [level=1]
    - paragraph: /Hierhin wenden Sie sich/
    - paragraph:
      - link "Standorte und weitere Kontakte"
    - heading "So erreichen Sie diese Stelle" [level=2]
    - list:
      - listitem:
        - link "Telefon +49 2921 302065"
        - text: Fragen zum Kita-Portal
        - time: /Stand/
      - listitem:
        - 'link "Kita-Portal: Platz anmelden"'
        - text: (kitaportal.kreis-soest.de)
    - heading "Für wen" [level=2]
    - heading "Hier sind Sie richtig mit" [level=2]
    - heading "So stellen Sie die Frage, ohne Namen zu nennen" [level=2]
    - group: Texte für Telefon und E-Mail
    - heading "Woher wir das wissen" [level=2]
""",
    "kontakte/#haus=kleeblatt-ampen": """
- main:
  - heading "Kontakte" [level=1]
  - status: /Fester Kontakt/
  - heading "Für Fachkräfte" [level=2]
  - searchbox "Haus, Ort oder Anliegen"
  - paragraph:
    - combobox "Ihr Haus"
  - paragraph:
    - combobox "Wohnort der Familie"
  - paragraph:
    - combobox "Thema"
  - region "Ihre Kontakte":
    - heading "Familienzentrum Kleeblatt" [level=2]
    - heading "Fester Kontakt" [level=3]
    - 'heading "Jobcenter AHA: fester Kontakt für das Familienzentrum Kleeblatt" [level=4]'
    - heading "Vertretung" [level=3]
    - heading "Wenn es nicht weitergeht" [level=3]
""",
    "zustaendig/#ort=soest": """
- main:
  - heading "Wer ist für mich zuständig?" [level=1]
  - status
  - heading "1. Wo wohnen Sie?" [level=2]
  - paragraph:
    - strong: Soest
    - button "Anderen Ort wählen"
  - heading "2. Was bekommen Sie jetzt?" [level=2]
  - group "2. Was bekommen Sie jetzt?":
    - checkbox "Ich bekomme Grundsicherungsgeld vom Jobcenter"
    - checkbox "Ich bekomme Wohngeld"
    - checkbox "Ich bekomme Kinderzuschlag"
  - heading "3. Worum geht es?" [level=2]
  - group "3. Worum geht es?":
    - radio "Alles zeigen" [checked]
    - radio "Geld zum Leben"
  - paragraph: /Die Antwort erscheint hier/
""",
}
"""Address → the tree of its main part."""
APART = ("crumbs", "provenance")


def test_the_frame_of_a_page(new_page: NewPage, real_url: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{real_url}orte/")
    expect(page.locator("body")).to_match_aria_snapshot(FRAME)


@pytest.mark.parametrize(("address", "tree"), TREES.items(), ids=TREES)
def test_a_main_layout(new_page: NewPage, real_url: str, address: str, tree: str) -> None:
    page = new_page()
    page.goto(real_url + address)
    expect(page.get_by_role("main")).to_match_aria_snapshot(tree)


def test_what_a_status_means_is_said_after_its_name(new_page: NewPage, real_url: str) -> None:
    page = new_page()
    page.goto(f"{real_url}zustaendig/")
    box = page.get_by_role("checkbox", name="Ich bekomme Wohngeld", exact=True)
    expect(box).to_have_accessible_description(re.compile("Zuschuss zur Miete"))


def test_links_of_one_name_lead_to_one_place(real_site: Site) -> None:
    """Whoever goes from link to link hears names only. Words explained, sources and the way back do not count."""
    for document in real_site.documents.values():
        if document.address == "zustaendig/":
            continue  # without a script each town has links of its own; of these one group is shown at a time
        leads: dict[str, str] = {}
        for link in document.main.below("a"):
            apart = link.get("class") == "term" or any(part.get("class") in APART for part in link.above())
            if not apart and (href := link.get("href")) and not href.startswith("#"):
                name = link.get("aria-label") or link.text
                assert leads.setdefault(name, href.rstrip("/")) == href.rstrip("/"), f"{document}: {name}"
