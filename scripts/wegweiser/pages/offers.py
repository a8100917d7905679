"""The pages of offers and of the topics that order them."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.pages.amounts import show_amounts
from wegweiser.pages.handouts import handouts_of_offer
from wegweiser.pages.responsible import answers_for_offer
from wegweiser.pages.shown import show_channels
from wegweiser.pages.site import DISCREET, Crumb, Guide, Page
from wegweiser.schema import Ages, Offer, Topic

FOLDER = "angebote/"
TOPICS = "themen/"


def pages(guide: Guide) -> Iterator[Page]:
    """The overview, one page for each topic and one for each offer."""
    yield overview(guide)
    for id_, topic in guide.catalog.topics.items():
        yield topic_page(guide, id_, topic)
    for entry in guide.catalog.offers.values():
        yield offer_page(guide, entry)


def offers_by_topic(guide: Guide) -> list[tuple[Topic, list[Entry[Offer]]]]:
    """The topics in their order, each with its offers; topics without offers are left out."""
    groups = [(topic, offers_of(guide, id_)) for id_, topic in guide.catalog.topics.items()]
    return [(topic, offers) for topic, offers in groups if offers]


def offers_of(guide: Guide, topic: str) -> list[Entry[Offer]]:
    """The offers of a topic, overviews first."""
    offers = [entry for entry in guide.catalog.offers.values() if entry.record.topic == topic]
    return sorted(offers, key=lambda entry: not entry.id.endswith("-ueberblick"))


def overview(guide: Guide) -> Page:
    """All offers by topic."""
    return Page(
        address=FOLDER,
        template="offers.html",
        title="Alle Hilfen",
        description=f"Alle Hilfen für Familien {guide.catalog.region.record.in_region}, nach Themen geordnet.",
        context={"groups": offers_by_topic(guide)},
        section=FOLDER,
    )


def topic_page(guide: Guide, id_: str, topic: Topic) -> Page:
    """One topic with its offers and cases."""
    cases = [entry for entry in guide.catalog.cases.values() if entry.record.topic == id_]
    return Page(
        address=f"{TOPICS}{id_}/",
        template="topic.html",
        title=topic.label,
        description=topic.summary,
        context={"topic": topic, "offers": offers_of(guide, id_), "cases": cases},
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Hilfen")),
        section=FOLDER,
    )


def offer_page(guide: Guide, entry: Entry[Offer]) -> Page:
    """The page of one offer."""
    offer, catalog = entry.record, guide.catalog
    topic = catalog.topics[offer.topic]
    answers = answers_for_offer(guide, entry.id)
    differs = any(target.towns for group in answers for target in group.targets)
    return Page(
        address=f"{FOLDER}{entry.id}/",
        template="offer.html",
        title=(offer.discreet and offer.handout_title) or offer.everyday_title,
        description=DISCREET if offer.discreet else offer.summary,
        context={
            "entry": entry,
            "offer": offer,
            "statuses": [catalog.statuses[status] for status in offer.statuses],
            "ages": ages_text(offer.ages),
            "amounts": show_amounts(offer.amounts, guide.today),
            "channels": show_channels(offer.channels, offer, guide.today),
            "answers": answers,
            "differs": differs,
            "towns": list(catalog.municipalities.values()),
            "handouts": [(handout.contact.title, handout.file) for handout in handouts_of_offer(guide, entry.id)],
            "related": [catalog.offers[id_] for id_ in offer.related],
            "cases": [
                case for case in catalog.cases.values() if any(entry.id in step.offers for step in case.record.steps)
            ],
            "centres": guide.relations.houses_with.get(entry.id, []),
        },
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Hilfen"), Crumb(f"{TOPICS}{topic.id}/", topic.label)),
        section=FOLDER,
        scripts=("ort.js",) if differs else (),
    )


def ages_text(ages: Ages | None) -> str | None:
    """`bis 24 Jahre`, `von 6 bis 17 Jahren`, `ab 3 Jahren`; None where age makes no difference."""
    if ages is None or (ages.minimum_age is None and ages.maximum_age is None):
        return None
    if ages.minimum_age is None:
        return f"bis {ages.maximum_age} Jahre"
    if ages.maximum_age is None:
        return f"ab {ages.minimum_age} Jahren"
    return f"von {ages.minimum_age} bis {ages.maximum_age} Jahren"
