"""The one form in which scripts get a contact, a date and a town; overrides/script/shared/ reads and draws it."""

from __future__ import annotations

from typing import Any

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import FOLDER_OF
from wegweiser.schema import Municipality
from wegweiser.schema.ways import Way
from wegweiser.values.text import fold
from wegweiser.view.contact import ContactCard
from wegweiser.view.reach import ShownChannel, ShownFact


def describe_contact(card: ContactCard, *, brief: bool = False) -> dict[str, Any]:
    """A contact as parents reach it; a date that all of it shares stands once, as on its own page.

    `ways` are lists (`describe_way`), `place` the lines of an envelope, `date` what all share, `site` where to ask if
    no way leads there. What is withheld or empty is left out. In brief: only the ways that lead to somebody at once.
    """
    reach = card.parents
    place = reach.place if reach.place and not reach.place.withheld and not brief else None
    shown = [channel for channel in reach.channels if not channel.withheld and (channel.way.is_direct or not brief)]
    is_known = shown if brief else any(channel.way is Way.WEB for channel in reach.channels)
    shared = reach.shared if shown or place or describe_hours(card) else None
    return _without_gaps(
        {
            "id": card.id,
            "title": card.title,
            "limits": card.limits,
            "closed": int(card.is_closed),
            "ways": [describe_way(channel, dated=not shared) for channel in shown],
            "place": list(place.lines) if place else None,
            "placeDate": describe_date(place) if place and not shared else None,
            "date": describe_date(shared) if shared else None,
            "site": None if is_known else card.website,
        }
    )


def describe_hours(card: ContactCard) -> dict[str, Any]:
    """The opening hours of a contact as rows of days and times, with what has to be said of them; empty if unknown."""
    hours = card.reach.hours
    if hours is None or hours.withheld:
        return {}
    date = None if card.parents.shared else describe_date(hours)
    return _without_gaps({"hours": [list(row) for row in hours.rows], "hoursNote": hours.note, "hoursDate": date})


def describe_for_educators(card: ContactCard) -> dict[str, Any]:
    """A contact as parents reach it, with the short way, the hours and the languages beside that."""
    hours = card.reach.hours
    shown = hours if hours and not hours.withheld else None
    return _without_gaps(
        {
            **describe_contact(card),
            **describe_hours(card),
            "short": [describe_way(channel, dated=True) for channel in card.staff_channels if not channel.withheld],
            "spans": shown.spans if shown else None,
            "until": shown.until if shown else None,
            "spoken": card.languages,
        }
    )


def describe_way(channel: ShownChannel, *, dated: bool) -> list[Any]:
    """Kind, what is shown, its label, its date; what is empty at the end is left out."""
    date = describe_date(channel) if dated and channel.way.is_dated else None
    fields: list[Any] = [channel.way, channel.value, channel.label, date]
    while fields[-1] is None:
        fields.pop()
    return fields


def describe_date(fact: ShownFact) -> list[Any]:
    """The date in words and as ISO day, and 1 where visitors are to ask."""
    return [fact.as_of_text[0].upper() + fact.as_of_text[1:], fact.day, *([1] if fact.marked else [])]


def describe_town(entry: Entry[Municipality]) -> str:
    """A town as a line: id, name, postcodes, districts (each with its own postcodes after `=`), other names."""
    town = entry.record
    own = {fold(name) for name in (town.name, *town.aliases)}
    others = [district for district in town.districts if fold(district.name) not in own]
    districts = ["=".join([district.name, *district.postal_codes]) for district in others]
    return line(entry.id, town.name, list(town.postal_codes), districts, list(town.aliases))


def folders(*kinds: str) -> dict[str, str]:
    """Where the pages of these kinds of records stand, so that no script has to know an address."""
    return {kind: FOLDER_OF[kind] for kind in kinds}


def line(*fields: str | list[str]) -> str:
    """A record without keys; no text may hold a tab (`text.INVISIBLE`). Fields empty at its end are left out."""
    return "\t".join(field if isinstance(field, str) else "|".join(field) for field in fields).rstrip("\t")


def _without_gaps(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
