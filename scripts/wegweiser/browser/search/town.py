"""What the search knows of one town: its contacts, its houses, and who answers which question there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from wegweiser.browser.records import describe_contact, describe_hours, line
from wegweiser.catalog import Entry
from wegweiser.edition import Edition, remembered
from wegweiser.schema import Centre, Contact
from wegweiser.schema.codes import FamilyCentre, Visibility
from wegweiser.values.languages import GERMAN
from wegweiser.values.text import fold
from wegweiser.view.contact import contact_card
from wegweiser.view.limits import limits_of
from wegweiser.view.other_names import other_names

_FILLERS = frozenset("gemeinde stadt kreis kreises standort der des in im fur".split())
"""Words that stand around the name of a place in the title of an office."""


MOST_HOUSES = 50
"""Houses that come with their town; the others of a large town come when a question names one."""


def town(edition: Edition, id_: str, regional: list[str], roles: list[str]) -> dict[str, Any]:
    """Contacts, answers and houses of one town; `regional` and `roles` are in the order of the core."""
    contacts = local_contacts(edition, id_)
    houses = _houses(edition, id_)
    return {
        "contacts": [_local(edition, contact, roles) for contact in contacts],
        **_answers(edition, id_, [*regional, *contacts]),
        "centres": [_centre(entry) for entry in houses[:MOST_HOUSES]],
        **({"beyond": 1} if houses[MOST_HOUSES:] else {}),
        **({"others": others} if (others := _other_lines(edition).get(id_)) else {}),
    }


def _other_lines(edition: Edition) -> dict[str, list[str]]:
    """Town → further names of houses there: id, name, note, place on the page."""
    return _others(edition, "others")


@remembered
def _others(edition: Edition, _: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for other in other_names(edition):
        found.setdefault(other.town, []).append(line(other.id, other.name, other.note, other.anchor))
    return found


def further_houses(edition: Edition, town: str) -> list[str]:
    """The houses of a large town that do not come with it."""
    return [_centre(entry) for entry in _houses(edition, town)[MOST_HOUSES:]]


def _houses(edition: Edition, town: str) -> list[Entry[Centre]]:
    """All houses; in a large town one of each district in turn, so that none is left out at first."""
    houses = edition.relations.centres_in.get(town, ())
    if len(houses) <= MOST_HOUSES:
        return list(houses)
    before: Counter[str | None] = Counter()
    turns: list[tuple[int, Entry[Centre]]] = []
    for entry in houses:
        turns.append((before[entry.record.district], entry))
        before[entry.record.district] += 1
    return [entry for _, entry in sorted(turns, key=lambda turn: turn[0])]


def local_contacts(edition: Edition, town: str | None) -> list[str]:
    """The public contacts that belong to a town and not to the whole region; every public contact without one."""
    return [
        id_
        for id_, entry in edition.catalog.contacts.items()
        if entry.record.visibility is Visibility.PUBLIC
        and (town is None or town in entry.record.serves.municipalities or _is_for_house_in(edition, entry, town))
    ]


def _is_for_house_in(edition: Edition, entry: Entry[Contact], town: str) -> bool:
    centres = edition.catalog.centres
    return any(id_ in centres and centres[id_].record.municipality == town for id_ in entry.record.serves.centres)


def contact_record(edition: Edition, contact: str) -> dict[str, Any]:
    """A contact as its card in the results shows it, with the languages by which results can be filtered."""
    card = contact_card(edition, contact)
    record = {**describe_contact(card, brief=True), **describe_hours(card)}
    languages = foreign(edition.catalog.contacts[contact].record.languages)
    return {**record, "languages": languages} if languages else record


def foreign(languages: Iterable[str]) -> list[str]:
    """The languages by which somebody would choose: all but German."""
    return [language for language in languages if language != GERMAN]


def _local(edition: Edition, contact: str, roles: list[str]) -> dict[str, Any]:
    """With the number of its role; who is there for one house has none."""
    entry = edition.catalog.contacts[contact]
    record = contact_record(edition, contact)
    return record if entry.record.serves.centres else {**record, "role": roles.index(role_of(edition, contact))}


@remembered
def role_of(edition: Edition, contact: str) -> str:
    """The title of a contact without the names of places: 'Gemeinde Ense: Sozialamt' and its like are one role."""
    fillers = _FILLERS | _place_words(edition, edition.catalog.region.record.name)
    title = edition.catalog.contacts[contact].record.title
    return " ".join(word for word in re.findall(r"\w+", title) if fold(word) not in fillers)


@remembered
def _place_words(edition: Edition, region: str) -> frozenset[str]:
    """The words of all names of places, with the adjective of a town: "Soester Tafel", "Tafel Soest"."""
    names = [region, *(town.record.name for town in edition.catalog.municipalities.values())]
    words = {fold(word) for name in names for word in re.findall(r"\w+", name)}
    return frozenset(word + ending for word in words for ending in ("", "er", "r"))


def _answers(edition: Edition, town: str, contacts: list[str]) -> dict[str, Any]:
    """For each offer (in the order of the core) the number of its answers: [contact, statuses as bits, certainty].

    A contact is its place in `contacts`; certainty is 1 for a derived answer and 2 for a fallback. A part of an office
    has for whom alone it is there behind that.
    """
    number = {contact: place for place, contact in enumerate(contacts)}
    different: dict[tuple[tuple[int | str, ...], ...], int] = {}
    answers = []
    for offer in edition.catalog.offers:
        row: dict[tuple[int, int, str], int] = {}
        for bit, status in enumerate(edition.catalog.statuses):
            answer = edition.responsibility.answer(town, status, offer)
            for part in answer.everybody if answer else ():
                if part.contact in number:
                    limits = limits_of(part) if answer and answer.parts else ""
                    key = (number[part.contact], 2 if part.fallback else int(part.derived), limits)
                    row[key] = row.get(key, 0) | 1 << bit
        rows: tuple[tuple[int | str, ...], ...] = tuple(
            (contact, bits, certainty, *([limits] if limits else []))
            for (contact, certainty, limits), bits in row.items()
        )
        answers.append(different.setdefault(rows, len(different)))
    return {"different": list(different), "answers": answers}


def _centre(entry: Entry[Centre]) -> str:
    centre = entry.record
    is_centre = "1" if centre.family_centre is FamilyCentre.YES else ""
    return line(entry.id, centre.name, centre.district or "", is_centre, list(centre.offers), foreign(centre.languages))
