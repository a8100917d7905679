"""What the search knows of one town: its contacts, its houses, and who answers which question there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from wegweiser.catalog import Entry
from wegweiser.pages.cards import contact_card
from wegweiser.pages.shown import ShownChannel
from wegweiser.pages.site import Guide
from wegweiser.schema import Contact
from wegweiser.schema.codes import FamilyCentre, Language, Visibility
from wegweiser.text import fold

_FILLERS = frozenset("gemeinde stadt kreis kreises standort der des in im fur".split())
"""Words that stand around the name of a place in the title of an office."""
_DIRECT = ("phone", "short_number", "email")


def town(guide: Guide, id_: str) -> dict[str, Any]:
    """Contacts, answers and houses of one town."""
    contacts = local_contacts(guide, id_)
    return {
        "contacts": [_local(guide, contact) for contact in contacts],
        **_answers(guide, id_),
        "centres": [_centre(entry) for entry in guide.relations.houses_in.get(id_, ())],
    }


def local_contacts(guide: Guide, town: str | None) -> list[str]:
    """The public contacts that belong to a town and not to the whole region; every public contact without one."""
    return [
        id_
        for id_, entry in guide.catalog.contacts.items()
        if entry.record.visibility is Visibility.PUBLIC
        and (town is None or town in entry.record.serves.municipalities or _is_for_house_in(guide, entry, town))
    ]


def _is_for_house_in(guide: Guide, entry: Entry[Contact], town: str) -> bool:
    centres = guide.catalog.centres
    return any(id_ in centres and centres[id_].record.municipality == town for id_ in entry.record.serves.centres)


def contact_record(guide: Guide, contact: str) -> dict[str, Any]:
    """A contact as its card in the results shows it: facts that pages withhold are left out here as well."""
    card = contact_card(guide, contact)
    reach = card.parents
    record: dict[str, Any] = {"id": contact, "title": card.title}
    direct = [channel for channel in reach.channels if channel.value and channel.way in _DIRECT]
    if direct:
        record["channels"] = [_channel(channel) for channel in direct]
    if reach.hours and reach.hours.rows:
        record["hours"] = [list(row) for row in reach.hours.rows]
        record["hours_stand"] = reach.hours.stand
        if not reach.hours.marked:
            record["hours_sure"] = 1
    if card.website and not direct:
        record["website"] = card.website
    if languages := foreign(guide.catalog.contacts[contact].record.languages):
        record["languages"] = languages
    return record


def _channel(channel: ShownChannel) -> list[str | int | None]:
    """The number or address with its date, and 1 where nobody has to ask again; emergency numbers have no date."""
    if not channel.stand:
        return [channel.value]
    return [channel.value, channel.stand, *([] if channel.marked else [1])]


def foreign(languages: Iterable[Language]) -> list[str]:
    """The languages by which somebody would choose: all but German."""
    return [language.value for language in languages if language is not Language.DE]


def _local(guide: Guide, contact: str) -> dict[str, Any]:
    entry = guide.catalog.contacts[contact]
    record = {**contact_record(guide, contact), "role": role_of(guide, entry)}
    return {**record, "centres": list(entry.record.serves.centres)} if entry.record.serves.centres else record


def role_of(guide: Guide, entry: Entry[Contact]) -> str:
    """The title of a contact without the names of places: 'Gemeinde Ense: Sozialamt' and its like are one role."""
    places = {word for town in guide.catalog.municipalities.values() for word in _words(town.record.name)}
    places |= {word for word in _words(guide.catalog.region.record.name)}
    kept = [word for word in re.findall(r"\w+", entry.record.title) if fold(word) not in places | _FILLERS]
    return " ".join(kept)


def _words(name: str) -> list[str]:
    # The adjective of a town as well: "Soester Tafel", "Tafel Soest".
    found = [fold(word) for word in re.findall(r"\w+", name)]
    return [*found, *(f"{word}er" for word in found), *(f"{word}r" for word in found)]


def _answers(guide: Guide, town: str) -> dict[str, Any]:
    """For each offer (in the order of the core) its answers: [contact, statuses as bits, 1 derived or 2 fallback]."""
    statuses = list(guide.catalog.statuses)
    contacts: dict[str, int] = {}
    rows = []
    for offer in guide.catalog.offers:
        row: dict[tuple[int, int], int] = {}
        for bit, status in enumerate(statuses):
            if answer := guide.responsibility.answer(town, status, offer):
                kind = 2 if answer.fallback else int(answer.derived)
                key = (contacts.setdefault(answer.contact, len(contacts)), kind)
                row[key] = row.get(key, 0) | 1 << bit
        rows.append([[contact, bits, kind] for (contact, kind), bits in row.items()])
    return {"asked": list(contacts), "answers": rows}


def _centre(entry: Entry[Any]) -> dict[str, Any]:
    centre = entry.record
    record: dict[str, Any] = {"id": entry.id, "name": centre.name}
    if centre.district:
        record["district"] = centre.district
    if centre.family_centre is FamilyCentre.YES:
        record["family_centre"] = True
    if centre.offers:
        record["offers"] = list(centre.offers)
    if languages := foreign(centre.languages):
        record["languages"] = languages
    return record
