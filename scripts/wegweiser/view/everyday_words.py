"""Everyday words and where each leads: offers, topics, towns, offices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from wegweiser.catalog.addresses import FIGURES, LETTERS, address, link
from wegweiser.edition import Edition
from wegweiser.schema.vocabulary import OfficeWords
from wegweiser.values.text import fold
from wegweiser.view.contact import public_contacts
from wegweiser.view.responsibility.offices import contacts_meant


@dataclass(frozen=True, slots=True)
class Word:
    """An everyday word and where it leads."""

    word: str
    targets: tuple[tuple[str, str], ...]
    """(address, title)"""


def by_letter(words: Iterable[Word]) -> dict[str, list[Word]]:
    """Words under their first letters; figures and signs have one heading for all of them."""
    letters: dict[str, list[Word]] = {}
    for word in words:
        first = fold(word.word)[0]
        letters.setdefault(first if first in LETTERS else FIGURES, []).append(word)
    return letters


def by_beginning(words: list[Word], most: int) -> list[tuple[str, list[Word]]]:
    """Words in their order as groups of neighbours, each named after its first and its last word.

    All words with the same two letters stay together unless they are more than `most`.
    """
    runs = [list(run) for _, run in groupby(words, key=lambda word: fold(word.word)[:2])]
    groups: list[list[Word]] = []
    for run in runs:
        if groups and len(groups[-1]) + len(run) <= most:
            groups[-1] += run
        else:
            groups += [run[start : start + most] for start in range(0, len(run), most)]
    return [(span(group), group) for group in groups]


def span(words: list[Word]) -> str:
    """From which word to which a list goes, by their beginnings: `Sachleistungen bis Satz`."""
    return " bis ".join(dict.fromkeys(word.word.split()[0].strip(",:;") for word in (words[0], words[-1])))


def everyday_words(edition: Edition) -> list[Word]:
    """Titles and everyday words of offers, topics, cases, towns and offices in the order of the alphabet."""
    found: dict[str, tuple[str, dict[str, str]]] = {}

    def add(word: str, address: str, title: str) -> None:
        _, targets = found.setdefault(fold(word), (word, {}))
        targets.setdefault(address, title)

    catalog = edition.catalog
    for offer in catalog.offers.values():
        for word in (offer.record.title, offer.record.everyday_title, *offer.record.keywords):
            add(word, link(offer), offer.record.everyday_title)
    for topic in catalog.topics.values():
        add(topic.label, address("topic", topic.id), topic.label)
    for case in catalog.cases.values():
        add(case.record.title, link(case), case.record.title)
    for town in catalog.municipalities.values():
        for word in (town.record.name, *town.record.aliases, *(district.name for district in town.record.districts)):
            add(word, link(town), town.record.name)
    for contact in public_contacts(edition):
        for word in (contact.record.title, *contact.record.former_names):
            add(word, link(contact), contact.record.title)
    for office in catalog.search.record.offices:
        for word in office.words:
            add(word, *_office(edition, office))
    for bet in catalog.search.record.best_bets:
        word, targets = found.get(fold(bet.word), (bet.word, {}))
        first = {address("offer", id_): catalog.offers[id_].record.everyday_title for id_ in bet.offers}
        found[fold(bet.word)] = (word, {**first, **targets})
    return [Word(word, tuple(targets.items())) for _, (word, targets) in sorted(found.items())]


def _office(edition: Edition, office: OfficeWords) -> tuple[str, str]:
    """The page of an office; where each town has its own, the page of the offer that names them all."""
    contacts = contacts_meant(edition, office)
    if len(contacts) == 1:
        [contact] = contacts
        return address("contact", contact), edition.catalog.contacts[contact].record.title
    return address("offer", office.offer), edition.catalog.offers[office.offer].record.everyday_title
