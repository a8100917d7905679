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
  - search:
    - searchbox "Ihre Frage"
    - button "Suchen"
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
        - link "Kontakte"
      - listitem:
        - link "Für Fachkräfte"
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
    - text: Ihre Frage
    - searchbox "Ihre Frage"
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
    - paragraph: /kann das Amt die Kosten der Fahrt übernehmen/
    - group:
      - text: Stand
      - time: /^[0-9.]+$/
      - text: · vom Amt noch nicht bestätigt Was fehlt
    - navigation "Auf dieser Seite":
      - list:
        - listitem:
          - link "Wer ist zuständig?"
        - listitem:
          - link "Das brauchen Sie"
        - listitem:
          - link "Fristen"
        - listitem:
          - link "Abgelehnt?"
        - listitem:
          - link "In einfacher Sprache"
    - heading "Wer bekommt es" [level=2]
    - heading "So geht es" [level=2]
    - list:
      - listitem: /Bitten Sie die Schule/
    - paragraph: /Die tatsächlichen Kosten der Fahrt/
    - heading "Wer ist zuständig?" [level=2]
    - paragraph:
      - combobox "Für diesen Ort"
    - status
    - group: "Mit: Grundsicherungsgeld"
    - group: /Mit. Wohngeld, Kinderzuschlag/
    - group: /Noch nichts oder unklar/
    - paragraph:
      - text: Keine Nummer dabei?
      - link "02921 300"
      - text: "Kreis Soest: allgemeine Auskunft"
    - heading "Das brauchen Sie" [level=2]
    - heading "Wenn es abgelehnt wird" [level=2]
    - heading "Stimmt das?" [level=2]
    - group:
      - heading "In einfacher Sprache" [level=2]
    - group:
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
    - paragraph:
      - link "Telefon 02902 3428"
    - list:
      - listitem:
        - link "E-Mail hausfuerkinder@warstein.de"
    - img "Anschrift"
    - text: Am Mühlenbruch 18 59581 Warstein
    - paragraph:
      - link "Website des Hauses"
    - group:
      - text: Stand
      - time: /^[0-9.]+$/
      - text: · vom Haus noch nicht bestätigt Was fehlt
    - 'heading "Für das Team: fester Kontakt im Jobcenter" [level=2]'
    - paragraph: "Einen festen Kontakt kennen wir noch nicht. Bis dahin hilft:"
    - paragraph:
      - link "Telefon 02921 106500"
      - text: Zentrale des Jobcenters, keine Durchwahl
      - time: /\\(20[0-9]+\\)/
    - paragraph:
      - strong:
        - link "Jobcenter AHA, Standort Warstein"
    - heading "Was es hier gibt" [level=2]
    - group:
      - heading "Vereinbarung mit dem Jobcenter" [level=2]
    - group:
      - heading "Über das Haus" [level=2]
    - group:
      - heading "Wer in Warstein zuständig ist" [level=2]
    - group:
      - heading "Aktuelles" [level=2]
    - group:
      - heading "Woher wir das wissen" [level=2]
""",
    "kontakte/jugendamt-kreis/": """
- main:
  - navigation "Sie sind hier"
  - article:
    - heading "Kreisjugendamt Soest" [level=1]
    - paragraph:
      - link "Telefon 02921 302065"
      - text: Fragen zum Kita-Portal
      - time: /20[0-9]+/
    - paragraph: /Hierhin wenden Sie sich/
    - paragraph:
      - text: Stand
      - time: /^[0-9.]+$/
      - text: · von der Stelle noch nicht bestätigt
    - heading "So erreichen Sie diese Stelle" [level=2]
    - list:
      - listitem:
        - link "Telefon 02921 302059"
        - text: Kindertagespflege
        - time: /20[0-9]+/
      - listitem:
        - link "Telefon 02921 300"
        - text: Zentrale der Kreisverwaltung, alle anderen Fragen
      - listitem:
        - link "E-Mail kinderbetreuung@kreis-soest.de"
      - listitem:
        - 'link "Kita-Portal: Platz anmelden"'
        - text: (kitaportal.kreis-soest.de)
    - heading "Für wen" [level=2]
    - group:
      - heading "Hier sind Sie richtig mit" [level=2]
    - group:
      - heading "So fragen Sie, ohne Namen zu nennen" [level=2]
    - group:
      - heading "Woher wir das wissen" [level=2]
    - paragraph:
      - link "Standorte und weitere Kontakte"
""",
    "kontakte/#haus=kleeblatt-ampen": """
- main:
  - heading "Kontakte" [level=1]
  - status: /Fester Kontakt/
  - region "Für Fachkräfte":
    - searchbox "Haus, Amt, Ort oder Anliegen"
    - group: Aus Listen wählen
  - region "Ihre Kontakte":
    - heading "Familienzentrum Kleeblatt" [level=2]
    - heading "Fester Kontakt" [level=3]
    - 'heading "Jobcenter AHA: fester Kontakt für das Familienzentrum Kleeblatt" [level=4]'
    - list:
      - listitem:
        - link "02921 106500"
        - text: Zentrale des Jobcenters, keine Durchwahl
    - heading "Wenn es nicht weitergeht" [level=3]
    - heading "Jobcenter AHA, Standort Soest" [level=4]
    - paragraph:
      - text: Ihr Haus?
      - link "Diese Adresse"
    - group: /Zuständig in Soest/
  - heading "Alle Kontakte" [level=2]
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
