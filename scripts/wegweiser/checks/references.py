"""Every name of another record leads to one, once, and never in a circle; house and fixed contact name each other."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.catalog.addresses import FOLDER_OF, is_internal
from wegweiser.schema.references import Named, references
from wegweiser.values.problems import Problem

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


def check(catalog: Catalog) -> Iterator[Problem]:
    """All problems with names of other records."""
    archived = {redirect.old: redirect for redirect in catalog.redirects.record.redirects}
    for entry in (*catalog.records(), *catalog.files()):
        seen: dict[tuple[tuple[str | int, ...], str], None] = {}
        for named in references(entry.record):
            yield from _check_name(catalog, entry, named, archived)
            yield from _check_repetition(entry, named, seen)
    # Not deputies: two people who stand in for each other are the usual case.
    for kind, field in (("organization", "parent"), ("contact", "escalation")):
        yield from _cycles(catalog.of_kind(kind), field)
    yield from _fixed_contacts(catalog)


def _check_name(catalog: Catalog, entry: Entry[Any], named: Named, archived: dict[str, Any]) -> Iterator[Problem]:
    known = catalog.of_kind(named.kind)
    if named.kind not in KINDS or (named.kind in ("topic", "status") and ":" in _written(entry.record, named.path)):
        yield entry.problem(named.path, f"Die Art '{named.kind}' gibt es nicht. Möglich sind: {', '.join(FOLDER_OF)}.")
        return
    if named.id in known or catalog.may_exist(named.kind, named.id):
        if (named.kind, named.id) == (entry.kind, entry.id):
            yield entry.problem(named.path, f"Der Eintrag nennt sich selbst ('{named.id}'). Bitte löschen.")
        elif named.kind == "contact" and _is_shown_by_mistake(known.get(named.id), entry):
            message = f"Der Kontakt '{named.id}' ist nicht öffentlich. Bitte einen öffentlichen nennen."
            yield entry.problem(named.path, message)
        return
    redirect = archived.get(f"/{FOLDER_OF.get(named.kind, '')}{named.id}/")
    if redirect is not None:
        successor = f" Nachfolger: {redirect.new}." if redirect.new else ""
        yield entry.problem(named.path, f"{KINDS[named.kind]} '{named.id}' gibt es nicht mehr (archiviert).{successor}")
        return
    near = difflib.get_close_matches(named.id, known, n=1, cutoff=0.6)
    hint = f" Gemeint: '{near[0]}'?" if near else ""
    yield entry.problem(named.path, f"{KINDS[named.kind]} '{named.id}' gibt es nicht.{hint}")


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
