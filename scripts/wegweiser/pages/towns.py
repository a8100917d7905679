"""The pages of municipalities."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.pages.centre_list import centre_lines, scripts_of
from wegweiser.pages.district_map import draw_map
from wegweiser.pages.neighbours import neighbours_of
from wegweiser.pages.responsible import answers_for_town
from wegweiser.pages.site import Crumb, Guide, Page
from wegweiser.schema import Municipality

FOLDER = "orte/"


def pages(guide: Guide) -> Iterator[Page]:
    """The overview and one page for each town."""
    yield overview(guide)
    for entry in guide.catalog.municipalities.values():
        yield town_page(guide, entry)


def overview(guide: Guide) -> Page:
    """All towns with their districts and postcodes."""
    region = guide.catalog.region.record
    return Page(
        address=FOLDER,
        template="towns.html",
        title=f"Städte und Gemeinden {region.in_region}",
        description=f"Alle Städte und Gemeinden {region.in_region} mit ihren Ämtern und Familienzentren.",
        context={"towns": list(guide.catalog.municipalities.values()), "map": draw_map(guide)},
        section=FOLDER,
    )


def town_page(guide: Guide, entry: Entry[Municipality]) -> Page:
    """One town: its offices, its houses, and who is responsible for what."""
    catalog, town = guide.catalog, entry.record
    centres = centre_lines(guide, guide.relations.houses_in.get(entry.id, []))
    nearby = neighbours_of(guide, entry.id)
    return Page(
        address=f"{FOLDER}{entry.id}/",
        template="town.html",
        title=f"{town.name}: Ämter und Hilfen für Familien",
        description=f"Wer in {town.name} für Familien zuständig ist und welche Familienzentren es dort gibt.",
        context={
            "entry": entry,
            "town": town,
            "youth_office": catalog.organizations[town.youth_office],
            "centres": centres,
            "neighbours": nearby,
            "map": draw_map(guide),
            "topics": answers_for_town(guide, entry.id),
            "statuses": list(catalog.statuses.values()),
            "news": [news for news in catalog.news.values() if news.record.municipality == entry.id],
            "events": [event for event in catalog.events.values() if event.record.municipality == entry.id],
        },
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Orte")),
        section=FOLDER,
        scripts=scripts_of([*centres, *(line for town in nearby for line in town.lines)]),
    )
