"""Each thing is there once, and what belongs together fits together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.schema import Address
from wegweiser.schema.references import references
from wegweiser.values.problems import Level, Problem
from wegweiser.values.text import fold, nearest

STATUSES = ("sgb2", "wohngeld", "kinderzuschlag", "sgb12", "asylblg", "none")
"""Ids that addresses and exports promise to the world outside."""

Path = tuple[str | int, ...]


def check(catalog: Catalog) -> Iterator[Problem]:
    """Ids within a file, postcodes, districts, short numbers, and records that nobody needs."""
    yield from _unique_ids(catalog)
    yield from _postal_codes(catalog)
    yield from _municipality_keys(catalog)
    yield from _districts(catalog)
    yield from _locations(catalog)
    yield from _short_numbers(catalog)
    yield from _unused(catalog)


def _unique_ids(catalog: Catalog) -> Iterator[Problem]:
    lists: list[tuple[Entry[Any], str, Iterable[str]]] = [
        (catalog.topic_file, "topics", [topic.id for topic in catalog.topic_file.record.topics]),
        (catalog.status_file, "statuses", [status.id for status in catalog.status_file.record.statuses]),
        (catalog.glossary, "terms", [fold(term.term) for term in catalog.glossary.record.terms]),
        (
            catalog.short_numbers,
            "short_numbers",
            [entry.number for entry in catalog.short_numbers.record.short_numbers],
        ),
    ]
    lists += [
        (entry, "locations", [place.id for place in entry.record.locations]) for entry in catalog.organizations.values()
    ]
    for entry, field, ids in lists:
        seen: set[str] = set()
        for index, id_ in enumerate(ids):
            if id_ in seen:
                yield entry.problem((field, index), f"'{id_}' steht zweimal in der Liste. Bitte einmal löschen.")
            seen.add(id_)
    for status in () if catalog.lacks("status") else STATUSES:
        if status not in catalog.statuses:
            yield catalog.status_file.problem(("statuses",), f"Der Bezug '{status}' fehlt. Bitte ergänzen.")


def _postal_codes(catalog: Catalog) -> Iterator[Problem]:
    for entry, path, address, municipality in _addresses(catalog):
        town = catalog.municipalities.get(municipality or "")
        if town is None or address.postal_code is None or address.city:
            continue
        districts = (code for district in town.record.districts for code in district.postal_codes)
        known = sorted({*town.record.postal_codes, *districts})
        if address.postal_code not in known:
            code, right = address.postal_code, ", ".join(known)
            message = f"Die Postleitzahl {code} gehört nicht zu {town.record.name}. Richtig: {right}."
            yield entry.problem((*path, "postal_code"), message)


def _addresses(catalog: Catalog) -> Iterator[tuple[Entry[Any], Path, Address, str | None]]:
    for centre in catalog.centres.values():
        if centre.record.address:
            yield centre, ("address",), centre.record.address, centre.record.municipality
        for index, house in enumerate(centre.record.members):
            if house.address:
                town = house.municipality or centre.record.municipality
                yield centre, ("members", index, "address"), house.address, town
    for organization in catalog.organizations.values():
        for index, place in enumerate(organization.record.locations):
            if place.address:
                yield organization, ("locations", index, "address"), place.address, place.municipality


def _municipality_keys(catalog: Catalog) -> Iterator[Problem]:
    """The official key belongs to one municipality alone."""
    first: dict[str, str] = {}
    for entry in catalog.municipalities.values():
        other = first.setdefault(entry.record.ags, entry.id)
        if other != entry.id:
            message = f"Denselben Gemeindeschlüssel hat '{other}'. Bitte prüfen: Jede Gemeinde hat ihren eigenen."
            yield entry.problem(("ags",), message)


def _districts(catalog: Catalog) -> Iterator[Problem]:
    """Districts stand with their town. A rule that names an unknown one would send people to the wrong office."""
    for entry in catalog.centres.values():
        if entry.record.district:
            yield from _district(catalog, entry, ("district",), entry.record.district, [entry.record.municipality])
        for index, house in enumerate(entry.record.members):
            if house.district:
                town = house.municipality or entry.record.municipality
                yield from _district(catalog, entry, ("members", index, "district"), house.district, [town])
    for contact in catalog.contacts.values():
        serves = contact.record.serves
        for index, name in enumerate(serves.districts):
            path = ("serves", "districts", index)
            yield from _district(catalog, contact, path, name, serves.municipalities, level=Level.ERROR)
    file = catalog.responsibilities
    for number, rule in enumerate(file.record.rules):
        places: list[tuple[Path, tuple[str, ...]]] = [(("rules", number, "districts"), rule.districts)]
        places += [
            (("rules", number, "parts", index, "districts"), part.districts) for index, part in enumerate(rule.parts)
        ]
        for above, names in places:
            for index, name in enumerate(names):
                yield from _district(catalog, file, (*above, index), name, rule.municipalities, level=Level.ERROR)


def _district(
    catalog: Catalog, entry: Entry[Any], path: Path, name: str, towns: Iterable[str], level: Level = Level.WARNING
) -> Iterator[Problem]:
    """Whether a district is one of these towns; as long as a town lists none, it is only asked for."""
    found = [town.record for id_ in towns if (town := catalog.municipalities.get(id_))]
    listed = [district.name for town in found for district in town.districts]
    if not found or name in listed:
        return
    near = nearest(name, listed)
    remedy = f"Gemeint: '{near}'?" if near else "Bitte dort ergänzen."
    message = f"Der Ortsteil '{name}' ist bei {' und '.join(town.name for town in found)} nicht eingetragen. {remedy}"
    yield entry.problem(path, message, level if listed else Level.WARNING)


def _locations(catalog: Catalog) -> Iterator[Problem]:
    for entry in catalog.contacts.values():
        organization = catalog.organizations.get(entry.record.organization)
        if organization is None or entry.record.location is None:
            continue
        places = [place.id for place in organization.record.locations]
        if entry.record.location not in places:
            known = ", ".join(places) or "keine"
            message = (
                f"Den Standort '{entry.record.location}' gibt es bei '{organization.id}' nicht. Eingetragen: {known}."
            )
            yield entry.problem(("location",), message)


def _short_numbers(catalog: Catalog) -> Iterator[Problem]:
    if catalog.lacks("short_numbers"):
        return
    known = {entry.number for entry in catalog.short_numbers.record.short_numbers}
    for entry in catalog.records():
        for index, channel in enumerate(getattr(entry.record, "channels", ())):
            if channel.short_number and channel.short_number not in known:
                number = channel.short_number
                message = f"Die Kurzwahl {number} steht nicht in short_numbers.yml. Bitte dort mit Quelle ergänzen."
                yield entry.problem(("channels", index, "short_number"), message)


def _unused(catalog: Catalog) -> Iterator[Problem]:
    if catalog.broken:
        return  # whom the unreadable files name is not known
    named: Counter[tuple[str, str]] = Counter()
    for entry in (*catalog.records(), *catalog.files()):
        named.update((reference.kind, reference.id) for reference in references(entry.record))
    # The fixed contact of a house may be named by the house or name it.
    named.update(("contact", entry.id) for entry in catalog.contacts.values() if entry.record.serves.centres)
    for kind, what in (("organization", "Die Stelle"), ("contact", "Den Kontakt")):
        for entry in catalog.of_kind(kind).values():
            if not named[kind, entry.id]:
                yield entry.problem(
                    (),
                    f"{what} '{entry.id}' nennt kein anderer Eintrag. Wird der Eintrag noch gebraucht?",
                    Level.WARNING,
                )
    houses = {entry.record.municipality for entry in catalog.centres.values()}
    for entry in catalog.municipalities.values():
        if entry.id not in houses:
            yield entry.problem((), f"Für {entry.record.name} ist kein Haus eingetragen.", Level.WARNING)
    used = {entry.record.topic for entry in catalog.offers.values()}
    for index, topic in enumerate(catalog.topic_file.record.topics):
        if topic.id not in used:
            message = f"Das Thema '{topic.id}' hat kein Angebot."
            yield catalog.topic_file.problem(("topics", index), message, Level.WARNING)
