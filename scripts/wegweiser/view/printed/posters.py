"""Which posters there are, and whom each of them names: one for every house, office and town.

A poster hangs where everybody sees it, so it says who is there and how to reach them, never why somebody would call.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import is_internal, link
from wegweiser.edition import Edition
from wegweiser.rules.closures import is_closed
from wegweiser.schema import Centre, Event, Municipality, Organization
from wegweiser.schema.codes import Audience
from wegweiser.view.callable_line import CallableLine, centre_line, contact_line, organization_line, town_line
from wegweiser.view.centre import place_of
from wegweiser.view.contact import public_contacts
from wegweiser.view.events import show_event, town_of_event
from wegweiser.view.responsibility.chain import chain_of, town_office

FILE = "aushang"
"""Name of a poster beside its page, without size and ending."""
ARCHIVE = "aushaenge.zip"
"""All posters of a town, beside the page of the town."""
MOST_NUMBERS = 5
MOST_DATES = 3


@dataclass(frozen=True, slots=True)
class Answerer:
    """Somebody who answers, by the name under which people look for them."""

    name: str
    line: CallableLine


@dataclass(frozen=True, slots=True)
class ShownPoster:
    """One poster, in no format."""

    address: str
    """The page it belongs to, from the root of the site."""
    town: str
    """Id of the town in whose archive it lies; empty for an office that is there for several."""
    name: str
    is_office: bool
    """Whether its name alone may tell why somebody carries a piece of it home."""
    place: str
    """Empty where the name says it, or there is no one place."""
    answerers: tuple[Answerer, ...]
    """The first is the number to call; each stands once. Called like the poster: whom it is about."""
    dates: tuple[tuple[str, str], ...]
    """(Date in words, title), the next ones first."""


def posters_of(edition: Edition) -> Iterator[ShownPoster]:
    """The posters of all houses, offices and towns that are there on the day of the edition."""
    for house in edition.houses.values():
        yield house_poster(edition, house)
    for office in edition.catalog.organizations.values():
        if not is_closed(office.record, edition.today):
            yield office_poster(edition, office)
    for town in edition.catalog.municipalities.values():
        yield town_poster(edition, town)


def house_poster(edition: Edition, entry: Entry[Centre]) -> ShownPoster:
    """The poster of a house: its own number, its fixed contact or the Jobcenter, the youth office, the town hall."""
    centre = entry.record
    chain = chain_of(edition, entry.id)
    who = [_subject(centre.name, centre_line(edition, entry.id))]
    if (card := chain.contact or chain.office) and not is_internal(edition.catalog.contacts[card.id]):
        who.append(_named(card.title, contact_line(edition, card.id)))
    who += _offices_of_town(edition, centre.municipality)
    place = place_of(edition, centre)
    return ShownPoster(
        address=link(entry),
        town=centre.municipality,
        name=centre.name,
        is_office=False,
        place="" if place in centre.name else place,
        answerers=_each_number_once(who),
        dates=_dates(edition, edition.relations.events.get(entry.id, ())),
    )


def office_poster(edition: Edition, entry: Entry[Organization]) -> ShownPoster:
    """The poster of an office: its main number, then its contacts that have numbers of their own."""
    office = entry.record
    who = [_subject(office.name, organization_line(edition, entry.id))]
    who += _answering(edition, entry.id)
    events = [event for event in edition.catalog.events.values() if event.record.organization == entry.id]
    return ShownPoster(
        address=link(entry),
        town=office.serves[0] if len(office.serves) == 1 else "",
        name=office.name,
        is_office=True,
        place="",
        answerers=_each_number_once(who),
        dates=_dates(edition, events),
    )


def town_poster(edition: Edition, entry: Entry[Municipality]) -> ShownPoster:
    """The poster of a town: the town hall, the Jobcenter, the youth office."""
    events = [event for event in edition.catalog.events.values() if town_of_event(edition, event.record) == entry.id]
    who = [_named(f"Auskunft für {entry.record.name}", town_line(edition, entry.id))]
    answer = town_office(edition, entry.id)
    if answer:
        title = edition.catalog.contacts[answer.contact].record.title
        who.append(_named(title, contact_line(edition, answer.contact)))
    return ShownPoster(
        address=link(entry),
        town=entry.id,
        name=entry.record.name,
        is_office=False,
        place="",
        answerers=_each_number_once([*who, *_offices_of_town(edition, entry.id)]),
        dates=_dates(edition, events),
    )


def _answering(edition: Edition, office: str) -> Iterator[Answerer]:
    """The contacts of an office (id) that everybody may see and that have a number of their own."""
    for entry in public_contacts(edition):
        line = contact_line(edition, entry.id)
        if entry.record.organization == office and line and line.is_own:
            yield Answerer(entry.record.title, line)


def _offices_of_town(edition: Edition, town: str) -> Iterator[Answerer | None]:
    """The offices that a town names for itself; for one without a main number its first contact that has one."""
    record = edition.catalog.municipalities[town].record
    for id_ in (record.youth_office, record.town_hall):
        if id_:
            line = organization_line(edition, id_)
            own = None if line and line.is_near else next(_answering(edition, id_), None)
            yield own or _named(edition.catalog.organizations[id_].record.name, line)


def _subject(name: str, line: CallableLine | None) -> Answerer | None:
    """Whom the poster is about, under its name only where the number is its own."""
    return Answerer(name if line.is_own else line.who, line) if line else None


def _named(name: str, line: CallableLine | None) -> Answerer | None:
    return Answerer(name, line) if line else None


def _each_number_once(who: Iterable[Answerer | None]) -> tuple[Answerer, ...]:
    """Each number by whom it was named for first; the district, which knows least of the place, comes last."""
    found: dict[str, Answerer] = {}
    for one in sorted(filter(None, who), key=lambda one: not one.line.is_near):
        found.setdefault(one.line.channel.value, one)
    return tuple(found.values())[:MOST_NUMBERS]


def _dates(edition: Edition, entries: Iterable[Entry[Event]]) -> tuple[tuple[str, str], ...]:
    """The next dates of what parents may come to."""
    coming = sorted(
        (moment, text, entry.record.title)
        for entry in entries
        if entry.record.audience is not Audience.EDUCATORS
        for moment, text in show_event(edition, entry).dates
        if dt.datetime.fromisoformat(moment).date() >= edition.today
    )
    return tuple((text, title) for _, text, title in coming[:MOST_DATES])
