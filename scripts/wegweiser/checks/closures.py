"""Who is closed and still named: only time causes it, so it is a warning; pages lead to the successor by themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.rules.closures import is_closed
from wegweiser.schema.references import references
from wegweiser.values.problems import Level, Problem


def check(catalog: Catalog, today: dt.date) -> Iterator[Problem]:
    """Rules and records that name a closed contact or a closed house as one that is there."""
    closed = {
        (kind, id_): entry.record.closed
        for kind in ("contact", "centre")
        for id_, entry in catalog.of_kind(kind).items()
        if is_closed(entry.record, today)
    }
    if not closed:
        return
    naming: list[Entry[Any]] = [*catalog.contacts.values(), *catalog.centres.values(), catalog.responsibilities]
    for entry in naming:
        if (entry.kind, entry.id) in closed:
            continue
        for named in references(entry.record):
            if (found := closed.get((named.kind, named.id))) and "successor" not in named.path:
                after = (
                    f"Bitte '{found.successor}' eintragen." if found.successor else "Bitte eine andere Stelle nennen."
                )
                message = f"'{named.id}' ist seit {found.since:%d.%m.%Y} geschlossen. {after}"
                yield entry.problem(named.path, message, Level.WARNING)
