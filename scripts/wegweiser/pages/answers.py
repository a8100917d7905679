"""Who is responsible: the guide with its three questions, and a page with all answers for each status in each town."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import ANSWERS, answers_address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import Crumb, Page
from wegweiser.rules.responsibility import Answer
from wegweiser.schema import Municipality, Offer, Status
from wegweiser.view.contact import ContactCard, contact_card, remarks
from wegweiser.view.offers import offers_by_topic

MAIN_CONTACTS = 3
Main = dict[str, tuple[str, ...]]
"""Contacts by id, with what has to be said with each."""
SCRIPTS = ("guide.js",)


def pages(edition: Edition) -> Iterator[Page]:
    """The guide and one page for each status in each town."""
    yield overview(edition)
    for status in edition.catalog.statuses.values():
        for entry in edition.catalog.municipalities.values():
            yield answers_page(edition, status, entry)


def overview(edition: Edition) -> Page:
    """The guide: where somebody lives, what they receive, what it is about."""
    return Page(
        address=ANSWERS,
        template="guide.html",
        title="Wer ist für mich zuständig?",
        description="Drei Fragen: Wo wohnen Sie, was bekommen Sie, worum geht es? Dann sehen Sie die richtige Stelle.",
        context={
            "statuses": list(edition.catalog.statuses.values()),
            "towns": list(edition.catalog.municipalities.values()),
            "topics": [topic for topic, _ in offers_by_topic(edition)],
            "in_region": edition.catalog.region.record.in_region,
        },
        section=ANSWERS,
        scripts=SCRIPTS,
    )


@dataclass(frozen=True, slots=True)
class Row:
    """An offer with its one contact."""

    offer: Entry[Offer]
    contact: ContactCard
    notes: tuple[int, ...]
    """Numbers of the footnotes, from 1."""


def answers_page(edition: Edition, status: Status, entry: Entry[Municipality]) -> Page:
    """Every offer with its one contact for a status in a town."""
    notes: list[str] = []
    answers = {
        offer: answer
        for offer in edition.catalog.offers
        if (answer := edition.responsibility.answer(entry.id, status.id, offer))
    }
    main = _main_contacts(answers.values())
    groups = [
        (topic, [_row(edition, offer, answers[offer.id], main, notes) for offer in offers if offer.id in answers])
        for topic, offers in offers_by_topic(edition)
    ]
    return Page(
        address=answers_address(status.id, entry.id),
        template="answers.html",
        title=f"Zuständig in {entry.record.name}: {status.short}",
        description=f"{status.label}, ich wohne in {entry.record.name}: das richtige Amt für jede Hilfe.",
        context={
            "entry": entry,
            "town": entry.record,
            "status": status,
            "groups": groups,
            "notes": notes,
            "main": [(contact_card(edition, id_), said) for id_, said in main.items()],
            "statuses": list(edition.catalog.statuses.values()),
            "towns": list(edition.catalog.municipalities.values()) if edition.has_few_towns else (),
        },
        crumbs=(
            Crumb("", "Start"),
            Crumb(ANSWERS, "Wer ist zuständig?"),
            Crumb(link(entry), entry.record.name),
        ),
        section=ANSWERS,
    )


def _row(edition: Edition, offer: Entry[Offer], answer: Answer, main: Main, notes: list[str]) -> Row:
    """One row; what has to be said with the answer, and not with its contact, is a footnote, each text once a page."""
    said = [text for text in remarks(answer) if text not in main.get(answer.contact, ())]
    notes += [text for text in said if text not in notes]
    return Row(offer, contact_card(edition, answer.contact), tuple(notes.index(text) + 1 for text in said))


def _main_contacts(answers: Collection[Answer]) -> Main:
    """The contacts that most offers of the page lead to, and what has to be said with most of these answers."""
    counts = Counter(answer.contact for answer in answers)
    said = Counter((answer.contact, text) for answer in answers for text in remarks(answer))
    return {
        id_: tuple(text for (contact, text), often in said.items() if contact == id_ and often > count / 2)
        for id_, count in counts.most_common(MAIN_CONTACTS)
    }
