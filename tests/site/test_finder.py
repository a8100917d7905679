"""Contacts for educators in the built site: complete lists, whole chains, texts without names, cards to save."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import vobject
from answers import below, contact_of
from documents import Document, Element
from sites import Site

from wegweiser.rules.closures import is_closed, open_houses
from wegweiser.view.responsibility.chain import chain_of
from wegweiser.wording.phone import local_number

PROPERTIES = {"BEGIN", "VERSION", "PRODID", "UID", "REV", "FN", "N", "ORG", "TEL", "EMAIL", "URL", "ADR", "NOTE", "END"}
PERSONAL = r"[0-9]{2}\.[0-9]{2}\.|[0-9]{4,}|@|\b(?:Frau|Herr|Familie) [A-ZÄÖÜ](?!\.)[a-zäöü]+\b"
"""A birthday, a number, a mailbox, a name."""


def section(document: Document, id_: str) -> Element:
    """The section that a heading with this id names."""
    return next(document.main.sections(id_))


def cards(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in folder.rglob("*.vcf")}


def test_the_list_leads_to_the_contact_of_every_house_town_and_topic(site: Site) -> None:
    links = {link["href"] for link in site.documents["kontakte/"].main.below("a")}
    content = site.guide.catalog
    for id_, entry in content.centres.items():
        assert (f"../familienzentren/{id_}/#kontakt" in links) == (not is_closed(entry.record, site.day)), id_
    assert {f"../orte/{id_}/" for id_ in content.municipalities} <= links
    assert {f"../themen/{id_}/" for id_ in content.topics} <= links
    assert {f"../kontakte/{id_}/" for id_ in content.contacts} <= links


def test_every_house_shows_its_chain_or_says_that_nobody_is_known(site: Site) -> None:
    for entry in open_houses(site.guide.catalog, site.day).values():
        part = section(site.documents[f"familienzentren/{entry.id}/"], "kontakt")
        chain = chain_of(site.guide, entry.id)
        first = chain.parts or ((chain.contact or chain.office),)
        expected = [card.id for card in (*first, chain.deputy, chain.escalation) if card]
        below_roles = below(part, "div", class_="next")
        lines = [line for group in below(part, "ul", class_="targets") for line in group.below("li")]
        shown = [contact_of(next(line.below("a"))) for line in (*part.below("strong"), *lines) if list(line.below("a"))]
        shown += [contact_of(list(role.below("a"))[-1]) for role in below_roles]
        assert shown == expected, entry.id
        assert shown, f"{entry.id}: no way on"
        assert ("Einen festen Kontakt kennen wir noch nicht" in part.text) is (chain.contact is None)
        roles = {"Vertretung": chain.deputy, "Wenn es nicht weitergeht": chain.escalation}
        assert [next(role.below("h3")).text for role in below_roles] == [name for name, card in roles.items() if card]


def test_the_short_way_stands_apart_from_the_way_for_parents(demo_site: Site) -> None:
    house = demo_site.documents[sorted(a for a in demo_site.documents if a.startswith("familienzentren/"))[1]]
    part = section(house, "kontakt")
    short = next(iter(below(part, "div", class_="call")))
    assert "nur für Fachkräfte" in short.text
    numbers = dialled(part)
    assert dialled(short) == numbers[:1]
    assert len(set(numbers)) == len(numbers)
    assert dialled(house.main).count(numbers[0]) == 1
    contact = demo_site.documents[f"kontakte/{contact_of(next(next(part.below('strong')).below('a')))}/"]
    assert dialled(section(contact, "dienstweg")) == dialled(short)
    assert dialled(contact.main).count(numbers[0]) == 1
    assert len(set(dialled(contact.main))) == 2


def dialled(part: Element) -> list[str]:
    return [link.text for link in part.below("a") if link["href"].startswith("tel:")]


def test_every_page_of_a_contact_says_how_to_ask_without_names(site: Site) -> None:
    for id_ in site.guide.catalog.contacts:
        document = site.documents[f"kontakte/{id_}/"]
        letters = [part for part in document.main.below("p") if "data-letter" in part.attributes]
        assert len(letters) == 2, document
        for letter in letters:
            assert not re.search(PERSONAL, letter.text), f"{document}: {letter.text}"
            assert "Was ist der nächste Schritt?" in letter.text


@pytest.mark.parametrize("text", ["geboren am 03.04.2019", "Aktenzeichen 12345", "a@example.org", "Frau Muster"])
def test_personal_data_would_be_seen(text: str) -> None:
    assert re.search(PERSONAL, text)


def test_a_card_lies_beside_every_contact_and_every_house_with_a_number(site: Site) -> None:
    content = site.guide.catalog
    possible = {f"kontakte/{id_}/kontakt.vcf" for id_ in content.contacts}
    possible |= {f"familienzentren/{id_}/kontakt.vcf" for id_ in content.centres}
    made = cards(site.folder)
    assert set(made) <= possible
    assert all("TEL;" in text for text in made.values())
    for path in possible:
        main = site.documents[path.removesuffix("kontakt.vcf")].main
        offered = "kontakt.vcf" in [element.get("href") for element in main.below("a")]
        assert offered == (path in made), path


def test_a_card_says_no_more_than_its_page(site: Site) -> None:
    count = 0
    for path, text in cards(site.folder).items():
        card = vobject.readOne(text, validate=True)
        page = site.documents[path.removesuffix("kontakt.vcf")].main.text
        for line in (*card.contents.get("tel", ()), *card.contents.get("email", ())):
            count += 1
            assert local_number(line.value) in page, f"{path}: {line.value}"
        for address in card.contents.get("adr", ()):
            assert f"{address.value.code} {address.value.city}".strip() in page, path
    assert count > 10


def test_hostile_text_adds_no_line_to_a_card(attack: Path) -> None:
    written = cards(attack / "hostile")
    assert len(written) > 5
    for path, text in written.items():
        lines = re.sub("\r\n ", "", text).removesuffix("\r\n").split("\r\n")
        names = [re.split("[:;]", line.partition(".")[2] if line.startswith("item") else line)[0] for line in lines]
        assert set(names) <= PROPERTIES | {"X-ABLabel"}, path
        assert [names.count(name) for name in ("BEGIN", "FN", "NOTE", "END")] == [1, 1, 1, 1], path
