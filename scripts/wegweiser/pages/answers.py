"""Who is responsible: the guide with its three questions, and a page with all answers for each status in each town."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import ANSWERS, answers_address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import Crumb, Page
from wegweiser.pages.record_note import note_of_answers
from wegweiser.schema import Municipality, Offer, Status
from wegweiser.view.contact import ContactCard
from wegweiser.view.offers import offers_by_topic
from wegweiser.view.responsibility.addressees import Addressee, addressees

MAIN_CONTACTS = 3
Main = dict[ContactCard, tuple[str, ...]]
"""Contacts with what has to be said with each."""
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
    """An offer with what has to be said of its answer and not of its contact."""

    offer: Entry[Offer]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A contact with the offers of a topic that it answers for; an office that divides itself is one for each part."""

    contact: ContactCard
    rows: tuple[Row, ...]


def answers_page(edition: Edition, status: Status, entry: Entry[Municipality]) -> Page:
    """Every offer with its one contact for a status in a town."""
    answers = {
        offer: addressees(edition, answer)
        for offer in edition.catalog.offers
        if (answer := edition.responsibility.answer(entry.id, status.id, offer))
    }
    main = _main_contacts(answers.values())
    groups = [
        (topic, len(offers), _offices([(offer, answers.get(offer.id, ())) for offer in offers], main))
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
            "note": note_of_answers(edition),
            "main": list(main.items()),
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


def _offices(answered: Iterable[tuple[Entry[Offer], tuple[Addressee, ...]]], main: Main) -> list[Office]:
    """The contacts of a topic in the order of their first offer."""
    rows: dict[ContactCard, list[Row]] = {}
    for offer, whom in answered:
        for one in whom:
            said = tuple(text for text in one.remarks if text not in main.get(one.contact, ()))
            rows.setdefault(one.contact, []).append(Row(offer, said))
    return [Office(contact, tuple(found)) for contact, found in rows.items()]


def _main_contacts(answers: Collection[tuple[Addressee, ...]]) -> Main:
    """The contacts that most offers of the page lead to, and what has to be said with most of these answers."""
    counts = Counter(tuple(one.contact for one in whom) for whom in answers)
    of_each = Counter(one.contact for whom in answers for one in whom)
    said = Counter((one.contact, text) for whom in answers for one in whom for text in one.remarks)
    cards = dict.fromkeys(card for cards, _ in counts.most_common(MAIN_CONTACTS) for card in cards)
    return {
        card: tuple(text for (contact, text), often in said.items() if contact is card and often > of_each[card] / 2)
        for card in cards
    }
