"""What pages and files of a built site say about who is responsible, read back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from documents import Document, Element
from sites import Site

Question = tuple[str, str, str]
"""Town, status, offer."""


@cache
def rows(document: Document) -> dict[str, tuple[str, set[str]]]:
    """What a static page of answers says: offer → contact and remarks, those at the row and those at its contact."""
    cards = {
        contact_of(next(card.below("a"))): {small.text for small in below(card, "small", class_="stand")}
        for card in below(document.main, "div", class_="contact")
    }
    found: dict[str, tuple[str, set[str]]] = {}
    for office in below(document.main, "div", class_="office"):
        contact = contact_of(next(office.below("a")))
        for row in office.below("li"):
            offer = next(row.below("a"))["href"].split("/")[-2]
            assert offer not in found, "an offer has one answer"
            said = {small.text for small in below(row, "small", class_="stand")}
            found[offer] = (contact, said | cards.get(contact, set()))
    return found


def open_data(site: Site) -> list[dict[str, object]]:
    read: list[dict[str, object]] = json.loads((site.folder / "daten" / "zustaendigkeiten.json").read_text("utf-8"))
    return read


def below(element: Element, name: str, **attributes: str) -> list[Element]:
    """Elements of a name that have these attributes; `class_` looks for one class of several."""
    class_ = attributes.pop("class_", "")
    return [
        found
        for found in element.below(name)
        if class_ in [*(found.get("class") or "").split(), ""]
        and all(found.get(attribute) == value for attribute, value in attributes.items())
    ]


def contact_of(link: Element) -> str:
    return link["href"].split("/")[-2]


@dataclass(frozen=True)
class Said:
    """An answer as a file holds it."""

    contact: str
    derived: bool
    fallback: bool


def said_by_guide(site: Site) -> dict[Question, tuple[str, tuple[str, ...]]]:
    """What the guide's script is given: contact and remarks for every question."""
    core, folder = _bundle(site, "zustaendig")
    found: dict[Question, tuple[str, tuple[str, ...]]] = {}
    for path in folder.glob("orte/*.json"):
        table = json.loads(path.read_text("utf-8"))
        for (offer, *_), row in zip(core["offers"], table["answers"], strict=True):
            for place, (status, _) in enumerate(core["statuses"]):
                contact, remarks = row[2 * place : 2 * place + 2] if len(row) > 2 else row
                found[path.stem, status, offer] = (table["contacts"][contact]["id"], tuple(table["remarks"][remarks]))
    return found


def said_by_search(site: Site) -> dict[Question, Said]:
    """What the search is given for every question."""
    core, folder = _bundle(site, "suche")
    found: dict[Question, Said] = {}
    for path in folder.glob("orte/*.json"):
        table = json.loads(path.read_text("utf-8"))
        contacts = [contact["id"] for contact in (*core["contacts"], *table["contacts"])]
        for offer, number in zip(core["offers"], table["answers"], strict=True):
            for contact, statuses, kind in table["different"][number]:
                for bit, status in enumerate(site.guide.catalog.statuses):
                    if statuses & 1 << bit:
                        question = (path.stem, status, offer.partition("\t")[0])
                        assert question not in found, "one answer for each question"
                        found[question] = Said(contacts[contact], kind == 1, kind == 2)
    return found


def _bundle(site: Site, name: str) -> tuple[dict[str, Any], Path]:
    """The core of a bundle, and the folder that it names."""
    [path] = (site.folder / "assets").glob(f"{name}.*.json")
    core: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return core, site.folder / "assets" / core["folder"]
