"""Who is responsible: the guide with its three questions, and a page with all answers for each status in each town."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.pages.cards import ContactCard, contact_card, remarks
from wegweiser.pages.offers import offers_by_topic
from wegweiser.pages.site import Crumb, Guide, Page
from wegweiser.responsibility import Answer
from wegweiser.schema import Municipality, Offer, Status, Topic

FOLDER = "zustaendig/"
MAIN_CONTACTS = 3
SCRIPTS = (
    "zustaendig.js",
    "zustaendig-antwort.js",
    "zustaendig-karte.js",
    "zustaendig-ort.js",
    "element.js",
    "search/distance.js",
)
"""The first one uses the others; named here as well, they are loaded at once and not one after the other."""


def pages(guide: Guide) -> Iterator[Page]:
    """The guide and one page for each status in each town."""
    yield overview(guide)
    for status in guide.catalog.statuses.values():
        for entry in guide.catalog.municipalities.values():
            yield answers_page(guide, status, entry)


def overview(guide: Guide) -> Page:
    """The guide: where somebody lives, what they receive, what it is about."""
    return Page(
        address=FOLDER,
        template="guide.html",
        title="Wer ist für mich zuständig?",
        description="Drei Fragen: Wo wohnen Sie, was bekommen Sie, worum geht es? Dann sehen Sie die richtige Stelle.",
        context={
            "statuses": list(guide.catalog.statuses.values()),
            "towns": list(guide.catalog.municipalities.values()),
            "topics": [topic for topic, _ in offers_by_topic(guide)],
            "in_region": guide.catalog.region.record.in_region,
        },
        section=FOLDER,
        scripts=SCRIPTS,
    )


@dataclass(frozen=True, slots=True)
class Row:
    """An offer with its one contact."""

    offer: Entry[Offer]
    contact: ContactCard
    notes: tuple[int, ...]
    """Numbers of the footnotes, from 1."""


def answers_page(guide: Guide, status: Status, entry: Entry[Municipality]) -> Page:
    """Every offer with its one contact for a status in a town."""
    notes: list[str] = []
    groups = []
    for topic, offers in offers_by_topic(guide):
        answers = [(offer, guide.responsibility.answer(entry.id, status.id, offer.id)) for offer in offers]
        rows = [_row(guide, offer, answer, notes) for offer, answer in answers if answer]
        groups.append((topic, rows))
    return Page(
        address=f"{FOLDER}{status.id}/{entry.id}/",
        template="answers.html",
        title=f"Zuständig in {entry.record.name}: {status.short}",
        description=f"{status.label}, ich wohne in {entry.record.name}: das richtige Amt für jede Hilfe.",
        context={
            "entry": entry,
            "town": entry.record,
            "status": status,
            "groups": groups,
            "notes": notes,
            "main": _main_contacts(groups),
            "statuses": list(guide.catalog.statuses.values()),
            "towns": list(guide.catalog.municipalities.values()),
        },
        crumbs=(
            Crumb("", "Start"),
            Crumb(FOLDER, "Wer ist zuständig?"),
            Crumb(f"orte/{entry.id}/", entry.record.name),
        ),
        section=FOLDER,
    )


def _row(guide: Guide, offer: Entry[Offer], answer: Answer, notes: list[str]) -> Row:
    """One row; what has to be said with the answer becomes a footnote, each text once a page."""
    said = remarks(answer)
    notes += [text for text in said if text not in notes]
    return Row(offer, contact_card(guide, answer.contact), tuple(notes.index(text) + 1 for text in said))


def _main_contacts(groups: list[tuple[Topic, list[Row]]]) -> list[ContactCard]:
    """The contacts that most offers of the page lead to."""
    rows = [row for _, rows in groups for row in rows]
    cards = {row.contact.id: row.contact for row in rows}
    counts = Counter(row.contact.id for row in rows)
    return [cards[id_] for id_, _ in counts.most_common(MAIN_CONTACTS)]
