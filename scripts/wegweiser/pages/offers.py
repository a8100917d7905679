"""The pages of offers and of the topics that order them."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import DISCREET, Crumb, Page
from wegweiser.pages.record_note import note_of
from wegweiser.schema import Offer, Topic
from wegweiser.view.amounts import show_amounts
from wegweiser.view.offers import ages_beside, offers_by_topic, offers_of
from wegweiser.view.reach import OPEN_NOW, show_channels
from wegweiser.view.responsibility.answers import answers_for_offer
from wegweiser.view.schedule import schedule_at

FOLDER = address("offer")


def pages(edition: Edition) -> Iterator[Page]:
    """The overview, one page for each topic and one for each offer."""
    yield overview(edition)
    for id_, topic in edition.catalog.topics.items():
        yield topic_page(edition, id_, topic)
    for entry in edition.catalog.offers.values():
        yield offer_page(edition, entry)


def overview(edition: Edition) -> Page:
    """All offers by topic."""
    return Page(
        address=FOLDER,
        template="offers.html",
        title="Alle Hilfen",
        description=f"Alle Hilfen für Familien {edition.catalog.region.record.in_region}, nach Themen geordnet.",
        context={"groups": offers_by_topic(edition)},
        section=FOLDER,
    )


def topic_page(edition: Edition, id_: str, topic: Topic) -> Page:
    """One topic with its offers and cases."""
    cases = [entry for entry in edition.catalog.cases.values() if entry.record.topic == id_]
    return Page(
        address=address("topic", id_),
        template="topic.html",
        title=topic.label,
        description=topic.summary,
        context={"topic": topic, "offers": offers_of(edition, id_), "cases": cases},
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Hilfen")),
        section=FOLDER,
    )


def offer_page(edition: Edition, entry: Entry[Offer]) -> Page:
    """The page of one offer."""
    offer, catalog = entry.record, edition.catalog
    topic = catalog.topics[offer.topic]
    answers = answers_for_offer(edition, entry.id)
    channels = show_channels(offer.channels, offer, edition.today, schedule_at(edition, None))
    differs = any(target.towns for group in answers for target in group.targets)
    changing = any(channel.hours and channel.hours.until for channel in channels)
    return Page(
        address=link(entry),
        template="offer.html",
        title=(offer.discreet and offer.handout_title) or offer.everyday_title,
        description=DISCREET if offer.discreet else offer.summary,
        context={
            "entry": entry,
            "offer": offer,
            "statuses": [catalog.statuses[status] for status in offer.statuses],
            "ages": ages_beside(offer.ages, offer.conditions),
            "amounts": show_amounts(offer, edition.today),
            "channels": channels,
            "answers": answers,
            "differs": differs,
            "towns": list(catalog.municipalities.values()),
            "note": note_of(entry, edition.today),
            "related": [catalog.offers[id_] for id_ in offer.related],
            "cases": [
                case for case in catalog.cases.values() if any(entry.id in step.offers for step in case.record.steps)
            ],
            "centres": edition.relations.centres_with.get(entry.id, []),
        },
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Hilfen"), Crumb(address("topic", topic.id), topic.label)),
        section=FOLDER,
        scripts=(
            *(() if offer.discreet else ("read-aloud.js",)),
            *(("town.js",) if differs else ()),
            *(OPEN_NOW if changing else ()),
        ),
    )
