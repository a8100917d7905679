"""What pages and files of a built site say about who is responsible, read back."""

from __future__ import annotations

import json
from functools import cache

from documents import Document, Element
from sites import Site


@cache
def rows(document: Document) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What a static page of answers says: offer → contact and remarks."""
    notes = {element["id"]: element.text for element in document.all("li") if element.get("id")}
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for answers in document.all("dl"):
        offers = [link["href"].split("/")[-2] for term in answers.below("dt") for link in term.below("a")]
        for offer, answer in zip(offers, answers.below("dd"), strict=True):
            contact, *marks = answer.below("a")
            found[offer] = (contact["href"].split("/")[-2], tuple(notes[mark["href"][1:]] for mark in marks))
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
