"""The pages of municipalities."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import CALENDAR, address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import Crumb, Page
from wegweiser.pages.record_note import note_of
from wegweiser.schema import Municipality
from wegweiser.view.callable_line import town_line
from wegweiser.view.centre_lines import centre_lines, member_houses, scripts_of
from wegweiser.view.map.district import draw_map
from wegweiser.view.map.neighbours import neighbours_of
from wegweiser.view.responsibility.answers import answers_for_town

FOLDER = address("municipality")


def pages(edition: Edition) -> Iterator[Page]:
    """The overview and one page for each town."""
    yield overview(edition)
    for entry in edition.catalog.municipalities.values():
        yield town_page(edition, entry)


def overview(edition: Edition) -> Page:
    """All towns with their districts and postcodes."""
    region = edition.catalog.region.record
    return Page(
        address=FOLDER,
        template="towns.html",
        title=f"Städte und Gemeinden {region.in_region}",
        description=f"Alle Städte und Gemeinden {region.in_region} mit ihren Ämtern und Familienzentren.",
        context={"towns": list(edition.catalog.municipalities.values()), "map": draw_map(edition)},
        section=FOLDER,
    )


def town_page(edition: Edition, entry: Entry[Municipality]) -> Page:
    """One town: its offices, its houses, and who is responsible for what."""
    catalog, town = edition.catalog, entry.record
    own = edition.relations.centres_in.get(entry.id, [])
    centres = centre_lines(edition, own, member_houses(edition, entry.id))
    nearby = neighbours_of(edition, entry.id)
    return Page(
        address=link(entry),
        template="town.html",
        title=f"{town.name}: Ämter und Hilfen für Familien",
        description=f"Wer in {town.name} für Familien zuständig ist und welche Familienzentren es dort gibt.",
        context={
            "entry": entry,
            "town": town,
            "line": town_line(edition, entry.id),
            "note": note_of(entry, edition.today),
            "youth_office": catalog.organizations[town.youth_office],
            "centres": centres,
            "neighbours": nearby,
            "map": draw_map(edition),
            "topics": answers_for_town(edition, entry.id),
            "statuses": list(catalog.statuses.values()),
            "news": [news for news in catalog.news.values() if news.record.municipality == entry.id],
            "events": [event for event in catalog.events.values() if event.record.municipality == entry.id],
            "calendars": ((f"{link(entry)}{CALENDAR}", f"Termine in {town.name}"),),
        },
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Orte")),
        section=FOLDER,
        scripts=scripts_of([*centres, *(line for town in nearby for line in town.lines)]),
    )
