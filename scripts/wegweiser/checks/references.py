"""Every name of another record leads to one, once, and never in a circle."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import Any

from wegweiser.addresses import FOLDER_OF
from wegweiser.catalog import Catalog, Entry
from wegweiser.problems import Problem
from wegweiser.schema.references import Named, references

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
    for kind, field, word in (
        ("organization", "parent", "gehört zu"),
        ("contact", "deputy", "vertritt"),
        ("contact", "escalation", "führt weiter zu"),
    ):
        yield from _cycles(catalog.of_kind(kind), field, word)


def _check_name(catalog: Catalog, entry: Entry[Any], named: Named, archived: dict[str, Any]) -> Iterator[Problem]:
    known = catalog.of_kind(named.kind)
    if named.id in known or (named.kind, named.id) in catalog.broken:
        if (named.kind, named.id) == (entry.kind, entry.id):
            yield entry.problem(named.path, f"Der Eintrag nennt sich selbst ('{named.id}'). Bitte löschen.")
        return
    if named.kind not in KINDS:
        yield entry.problem(named.path, f"Die Art '{named.kind}' gibt es nicht. Möglich sind: {', '.join(FOLDER_OF)}.")
        return
    redirect = archived.get(f"/{FOLDER_OF.get(named.kind, '')}{named.id}/")
    if redirect is not None:
        successor = f" Nachfolger: {redirect.new}." if redirect.new else ""
        yield entry.problem(named.path, f"{KINDS[named.kind]} '{named.id}' gibt es nicht mehr (archiviert).{successor}")
        return
    near = difflib.get_close_matches(named.id, known, n=1, cutoff=0.6)
    hint = f" Gemeint: '{near[0]}'?" if near else ""
    yield entry.problem(named.path, f"{KINDS[named.kind]} '{named.id}' gibt es nicht.{hint}")


def _check_repetition(entry: Entry[Any], named: Named, seen: dict[Any, None]) -> Iterator[Problem]:
    if not isinstance(named.path[-1], int):
        return
    key = (named.path[:-1], f"{named.kind}:{named.id}")
    if key in seen:
        yield entry.problem(named.path, f"'{named.id}' steht zweimal in der Liste. Bitte einmal löschen.")
    seen[key] = None


def _cycles(entries: Any, field: str, word: str) -> Iterator[Problem]:
    """Chains of one field that lead back to their start, each circle reported once, at its smallest id."""
    following: Callable[[str], str | None] = lambda id_: getattr(entries[id_].record, field) if id_ in entries else None  # noqa: E731
    for id_, entry in entries.items():
        chain = [id_]
        while (after := following(chain[-1])) and after not in chain:
            chain.append(after)
        if after == id_ and len(chain) > 1 and id_ == min(chain):
            circle = " → ".join([*chain, id_])
            yield entry.problem((field,), f"Ein Kreis: {circle}. Jeder {word} den nächsten. Bitte eine Angabe ändern.")
