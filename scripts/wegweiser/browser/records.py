"""The one form in which scripts get a contact, a date and a town; overrides/script/shared/ reads and draws it."""

from __future__ import annotations

from typing import Any

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import FOLDER_OF
from wegweiser.schema import Municipality
from wegweiser.schema.ways import Way
from wegweiser.values.text import fold
from wegweiser.view.callable_line import CallableLine
from wegweiser.view.contact import ContactCard
from wegweiser.view.fact import ShownFact
from wegweiser.view.reach import ShownChannel


def describe_contact(card: ContactCard, *, brief: bool = False) -> dict[str, Any]:
    """A contact as parents reach it; a date that all of it shares stands once, as on its own page.

    `ways` are lists (`describe_way`), `place` the lines of an envelope, `date` what all share, `site` where to ask if
    no way leads there, `line` the number of the next who answers where it has none of its own. What is withheld or
    empty is left out. In brief: only the ways that lead to somebody at once or
    to a page on which something begins.
    """
    reach = card.parents
    place = reach.place if reach.place and not reach.place.withheld and not brief else None
    shown = [channel for channel in reach.channels if not channel.withheld and (channel.leads_on or not brief)]
    is_known = shown if brief else any(channel.way is Way.WEB for channel in reach.channels)
    shared = reach.shared if shown or place or describe_hours(card) else None
    return _without_gaps(
        {
            "id": card.id,
            "title": card.title,
            "limits": card.limits,
            "gone": int(card.is_closed),
            "ways": [describe_way(channel, dated=not shared) for channel in shown],
            "place": list(place.lines) if place else None,
            "placeDate": describe_date(place) if place and not shared else None,
            "date": describe_date(shared) if shared else None,
            "site": None if is_known else card.website,
            "line": None if brief or reach.is_called or card.is_closed else describe_line(card.line),
        }
    )


def describe_hours(card: ContactCard) -> dict[str, Any]:
    """The opening hours of a contact as rows of days and times, with what has to be said of them; empty if unknown.

    `headline` stands where others read whether it is open now; `closed` are days on which nobody is there, with reason.
    """
    closed = _without_gaps({"closed": [[closing.days, closing.reason] for closing in card.reach.closed]})
    hours = card.reach.hours
    if hours is None or hours.withheld:
        return closed
    date = None if card.parents.shared else describe_date(hours)
    rows = [list(row) for row in hours.rows]
    said = {"headline": hours.headline, "hours": rows, "hoursNote": hours.note, "hoursDate": date}
    return {**_without_gaps(said), **closed}


def describe_for_educators(card: ContactCard) -> dict[str, Any]:
    """A contact as parents reach it, with the short way, the hours and the languages beside that."""
    answering = card.parents.answering
    return _without_gaps(
        {
            **describe_contact(card),
            **describe_hours(card),
            "short": [describe_way(channel, dated=True) for channel in card.staff_channels if not channel.withheld],
            "spans": answering.spans if answering else None,
            "until": answering.until if answering else None,
            "spoken": card.languages,
        }
    )


def describe_line(line: CallableLine | None) -> list[Any] | None:
    """Kind, number, and who answers there."""
    return [line.channel.way, line.channel.text, line.who] if line else None


def describe_way(channel: ShownChannel, *, dated: bool) -> list[Any]:
    """Kind, what is shown, its label, its date, when somebody answers; what is empty at the end is left out."""
    date = describe_date(channel) if dated and channel.way.is_dated else None
    hours = channel.hours.text if channel.hours else None
    fields: list[Any] = [channel.way, channel.text, channel.title or None, date, hours]
    while fields[-1] is None:
        fields.pop()
    return fields


def describe_date(fact: ShownFact) -> list[Any]:
    """The year, empty where it is not known, and the ISO day that the fact rests on."""
    return [fact.year, fact.day]


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
