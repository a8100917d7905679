"""Small pages for frames on other websites: a town, or a house; without script, and every link opens outside."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import EMBEDDING, address, frame_address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import Page
from wegweiser.pages.record_note import note_of
from wegweiser.schema import Centre, Municipality
from wegweiser.view.callable_line import centre_line, town_line
from wegweiser.view.centre import centre_reach, place_of
from wegweiser.view.events import next_date
from wegweiser.view.offers import offers_by_topic

MOST_HOUSES = 30
"""Houses that a frame names; where a town has more, a link leads to all of them."""


def pages(edition: Edition) -> Iterator[Page]:
    """How it is done, then a frame for each town and each open house."""
    yield overview(edition)
    for town in edition.catalog.municipalities.values():
        yield town_frame(edition, town)
    for house in edition.houses.values():
        yield house_frame(edition, house)


def overview(edition: Edition) -> Page:
    """What to copy into another website."""
    towns = list(edition.catalog.municipalities.values())
    house = next(iter(edition.houses.values()), None)
    return Page(
        address=EMBEDDING,
        template="embedding.html",
        title="Auf Ihrer Website zeigen",
        description="Hilfen für Familien auf der eigenen Website: ein Rahmen für jeden Ort und jedes Haus.",
        context={
            "towns": [(town, frame_address(town.id)) for town in towns],
            "house": house and (house, frame_address(house.record.municipality, house.id)),
        },
        section=EMBEDDING,
    )


def town_frame(edition: Edition, entry: Entry[Municipality]) -> Page:
    """Who to call in a town, its houses, and where to go on."""
    town = entry.record
    houses = edition.relations.centres_in.get(entry.id, [])
    return Page(
        address=frame_address(entry.id),
        template="town_frame.html",
        title=f"Hilfen für Familien in {town.name}, zum Einbetten",
        description=f"Wer Familien in {town.name} hilft.",
        context={
            "town": town,
            "target": link(entry),
            "line": town_line(edition, entry.id),
            "houses": houses if len(houses) <= MOST_HOUSES else [],
            "topics": [(topic.label, address("topic", topic.id)) for topic, _ in offers_by_topic(edition)],
            "note": note_of(entry, edition.today),
        },
        indexed=False,
    )


def house_frame(edition: Edition, entry: Entry[Centre]) -> Page:
    """How a house is reached, and its next consultation hour."""
    reach, line = centre_reach(edition, entry.id), centre_line(edition, entry.id)
    place = place_of(edition, entry.record)
    return Page(
        address=frame_address(entry.record.municipality, entry.id),
        template="house_frame.html",
        title=f"{entry.record.name}, {place} ({entry.id}), zum Einbetten",
        description=f"{entry.record.name} in {place}.",
        context={
            "house": entry,
            "place": place,
            "line": line,
            "reach": reach.without(line.channel) if line else reach,
            "next": next_date(edition, edition.relations.events.get(entry.id, [])),
            "note": note_of(entry, edition.today, reach),
        },
        indexed=False,
    )
