"""Every name of another record leads to one, once, and never in a circle; house and fixed contact name each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.catalog.addresses import FOLDER_OF, is_internal
from wegweiser.schema.references import Named, references
from wegweiser.values.problems import Problem
from wegweiser.values.text import nearest

KINDS = {
    "municipality": "Die Stadt oder Gemeinde",
    "organization": "Die Stelle",
    "contact": "Den Kontakt",
    "centre": "Das Haus",
    "offer": "Das Angebot",
    "agreement": "Die Vereinbarung",
    "news": "Die Meldung",
    "event": "Den Termin",
    "case": "Den Fall",
    "topic": "Das Thema",
    "status": "Den Bezug",
}

_RECORDS = tuple(kind for kind in FOLDER_OF if kind != "topic")
Uses = list[tuple[Entry[Any], tuple[str | int, ...]]]
"""Who names a record, and where."""
MANY = 3
"""Uses from which a name is no slip of the keyboard: the record was deleted or renamed."""
MOST_PLACES = 10
"""Places that one message lists."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """All problems with names of other records."""
    missing: dict[tuple[str, str], Uses] = {}
    for entry in (*catalog.records(), *catalog.files()):
        seen: dict[tuple[tuple[str | int, ...], str], None] = {}
        for named in references(entry.record):
            yield from _check_name(catalog, entry, named, missing)
            yield from _check_repetition(entry, named, seen)
    for (kind, id_), uses in missing.items():
        yield from _missing_record(catalog, kind, id_, uses)
    # Not deputies: two people who stand in for each other are the usual case.
    for kind, field in (("organization", "parent"), ("contact", "escalation")):
        yield from _cycles(catalog.of_kind(kind), field)
    yield from _fixed_contacts(catalog)


def _check_name(
    catalog: Catalog, entry: Entry[Any], named: Named, missing: dict[tuple[str, str], Uses]
) -> Iterator[Problem]:
    """What is wrong with one name; records that are missing are collected."""
    known = catalog.of_kind(named.kind)
    if named.kind not in KINDS or (named.kind in ("topic", "status") and ":" in _written(entry.record, named.path)):
        yield entry.problem(named.path, f"Die Art '{named.kind}' gibt es nicht. Möglich sind: {', '.join(_RECORDS)}.")
        return
    if named.id in known or catalog.may_exist(named.kind, named.id):
        if (named.kind, named.id) == (entry.kind, entry.id):
            yield entry.problem(named.path, f"Der Eintrag nennt sich selbst ('{named.id}'). Bitte löschen.")
        elif named.kind == "contact" and _is_shown_by_mistake(known.get(named.id), entry):
            message = f"Der Kontakt '{named.id}' ist nicht öffentlich. Bitte einen öffentlichen nennen."
            yield entry.problem(named.path, message)
        return
    missing.setdefault((named.kind, named.id), []).append((entry, named.path))


def _missing_record(catalog: Catalog, kind: str, id_: str, uses: Uses) -> Iterator[Problem]:
    """One problem for a record that was published once or that many name, with all that name it; else one for each.

    For what was published no other record is proposed: it was deleted, and nobody mistyped it.
    """
    address = f"/{FOLDER_OF.get(kind, '')}{id_}/"
    redirect = next((one for one in catalog.redirects.record.redirects if one.old == address), None)
    gone = redirect is not None or address in catalog.addresses.record.published
    near = None if gone else nearest(id_, catalog.of_kind(kind))
    if redirect is not None:
        successor = f" Nachfolger: {redirect.new}." if redirect.new else ""
        fault = f"{KINDS[kind]} '{id_}' gibt es nicht mehr (archiviert).{successor}"
    elif gone:
        fault = f"{KINDS[kind]} '{id_}' gibt es nicht mehr. Die Seite war veröffentlicht, die Datei ist gelöscht."
    else:
        fault = f"{KINDS[kind]} '{id_}' gibt es nicht." + (f" Gemeint: '{near}'?" if near else "")
    if not gone and len(uses) < MANY:
        yield from (entry.problem(path, fault) for entry, path in uses)
        return
    first, *others = (entry.problem(path, fault) for entry, path in uses)
    yield replace(first, message=f"{fault}{_named_in(others)}")


def _named_in(others: list[Problem]) -> str:
    """` Auch genannt in: agreements/kleeblatt.yml:3 und 2 weiteren Stellen.`"""
    if not others:
        return ""
    places = [f"{'/'.join(Path(problem.path).parts[-2:])}:{problem.line}" for problem in others]
    beyond = len(places) - MOST_PLACES
    more = f" und {beyond} weiteren" if beyond > 0 else ""
    return f" Auch genannt in: {', '.join(places[:MOST_PLACES])}{more}. Bitte überall löschen oder ändern."


def _is_shown_by_mistake(contact: Entry[Any] | None, on: Entry[Any]) -> bool:
    """Whether an internal contact is named by a record whose page would show its numbers."""
    return contact is not None and is_internal(contact) and not is_internal(on)


def _written(value: Any, path: tuple[str | int, ...]) -> str:
    """What stands at a place of a record."""
    for step in path:
        value = getattr(value, step) if isinstance(step, str) and not isinstance(value, dict) else value[step]
    return str(value)


def _check_repetition(entry: Entry[Any], named: Named, seen: dict[Any, None]) -> Iterator[Problem]:
    if not isinstance(named.path[-1], int):
        return
    key = (named.path[:-1], f"{named.kind}:{named.id}")
    if key in seen:
        yield entry.problem(named.path, f"'{named.id}' steht zweimal in der Liste. Bitte einmal löschen.")
    seen[key] = None


def _cycles(entries: Mapping[str, Entry[Any]], field: str) -> Iterator[Problem]:
    """Chains of one field that lead back to their start, each circle reported once, at its smallest id."""
    following = {id_: getattr(entry.record, field) for id_, entry in entries.items()}
    for id_, entry in entries.items():
        chain = {id_: None}
        after = following[id_]
        while after in following and after not in chain:
            chain[after] = None
            after = following[after]
        if after == id_ and len(chain) > 1 and id_ == min(chain):
            circle = " → ".join([*chain, id_])
            yield entry.problem((field,), f"'{field}' führt im Kreis: {circle}. Bitte eine Angabe ändern.")


def _fixed_contacts(catalog: Catalog) -> Iterator[Problem]:
    """A house has one fixed contact, whichever of the two names the other."""
    first: dict[str, str] = {}
    for entry in catalog.contacts.values():
        if is_internal(entry):
            continue
        for index, house in enumerate(entry.record.serves.centres):
            if house not in catalog.centres:
                continue
            own = catalog.centres[house].record.contact
            other = first.setdefault(house, entry.id)
            if own not in (None, entry.id):
                fault = f"Das Haus '{house}' nennt als festen Kontakt '{own}', nicht diesen."
            elif other != entry.id:
                fault = f"Das Haus '{house}' ist auch bei '{other}' eingetragen; es hat nur einen festen Kontakt."
            else:
                continue
            yield entry.problem(("serves", "centres", index), f"{fault} Bitte eine der beiden Angaben ändern.")
