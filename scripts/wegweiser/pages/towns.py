"""The pages of municipalities, and the answers for every status in every town."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.pages.cards import answers_for_town, contact_card
from wegweiser.pages.centres import centre_lines
from wegweiser.pages.offers import offers_by_topic
from wegweiser.pages.site import Crumb, Guide, Page
from wegweiser.schema import Municipality, Status

FOLDER = "orte/"
ANSWERS = "zustaendig/"


def pages(guide: Guide) -> Iterator[Page]:
    """The overviews, one page for each town and one for each status in each town."""
    yield overview(guide)
    for entry in guide.catalog.municipalities.values():
        yield town_page(guide, entry)
    yield answers_overview(guide)
    for status in guide.catalog.statuses.values():
        for entry in guide.catalog.municipalities.values():
            yield answers_page(guide, status, entry)


def overview(guide: Guide) -> Page:
    """All towns with their districts and postcodes."""
    region = guide.catalog.region.record
    return Page(
        address=FOLDER,
        template="towns.html",
        title=f"Städte und Gemeinden {region.in_region}",
        description=f"Alle Städte und Gemeinden {region.in_region} mit ihren Ämtern und Familienzentren.",
        context={"towns": list(guide.catalog.municipalities.values())},
        section=FOLDER,
    )


def town_page(guide: Guide, entry: Entry[Municipality]) -> Page:
    """One town: its offices, its houses, and who is responsible for what."""
    catalog, town = guide.catalog, entry.record
    centres = [centre for centre in catalog.centres.values() if centre.record.municipality == entry.id]
    return Page(
        address=f"{FOLDER}{entry.id}/",
        template="town.html",
        title=f"{town.name}: Ämter und Hilfen für Familien",
        description=f"Wer in {town.name} für Familien zuständig ist und welche Familienzentren es dort gibt.",
        context={
            "entry": entry,
            "town": town,
            "youth_office": catalog.organizations[town.youth_office],
            "centres": centre_lines(guide, centres),
            "topics": answers_for_town(guide, entry.id),
            "statuses": list(catalog.statuses.values()),
            "news": [news for news in catalog.news.values() if news.record.municipality == entry.id],
            "events": [event for event in catalog.events.values() if event.record.municipality == entry.id],
        },
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Orte")),
        section=FOLDER,
    )


def answers_overview(guide: Guide) -> Page:
    """The way in: choose what you receive, then your town."""
    return Page(
        address=ANSWERS,
        template="answers_overview.html",
        title="Wer ist für mich zuständig?",
        description="Wählen Sie, was Sie bekommen und wo Sie wohnen. Dann sehen Sie das richtige Amt für jede Hilfe.",
        context={
            "statuses": list(guide.catalog.statuses.values()),
            "towns": list(guide.catalog.municipalities.values()),
        },
        section=ANSWERS,
    )


def answers_page(guide: Guide, status: Status, entry: Entry[Municipality]) -> Page:
    """Every offer with its one contact for a status in a town."""
    groups = []
    for topic, offers in offers_by_topic(guide):
        rows = [(offer, guide.responsibility.answer(entry.id, status.id, offer.id)) for offer in offers]
        groups.append(
            (topic, [(offer, answer, contact_card(guide, answer.contact)) for offer, answer in rows if answer])
        )
    return Page(
        address=f"{ANSWERS}{status.id}/{entry.id}/",
        template="answers.html",
        title=f"Zuständig in {entry.record.name}: {status.short}",
        description=f"{status.label}, ich wohne in {entry.record.name}: das richtige Amt für jede Hilfe.",
        context={
            "entry": entry,
            "town": entry.record,
            "status": status,
            "groups": groups,
            "statuses": list(guide.catalog.statuses.values()),
            "towns": list(guide.catalog.municipalities.values()),
        },
        crumbs=(
            Crumb("", "Start"),
            Crumb(ANSWERS, "Wer ist zuständig?"),
            Crumb(f"{FOLDER}{entry.id}/", entry.record.name),
        ),
        section=ANSWERS,
    )
