"""Which records somebody should look at now, by the office that can say whether they are right."""

from __future__ import annotations

import datetime as dt

from wegweiser.catalog import Catalog
from wegweiser.catalog.addresses import title_of
from wegweiser.editing.report import Row
from wegweiser.rules.review import office_of, reviews
from wegweiser.values.dates import write_day

EDITORS = "Redaktion"
"""Who looks at what no office answers for."""


def rows(catalog: Catalog, day: dt.date) -> list[Row]:
    """One row for each record that is due on a day, the office with the most of them first."""
    due: dict[str, list[tuple[dt.date, str, str]]] = {}
    for since, entry in reviews(catalog):
        if since <= day:
            office = office_of(catalog, entry)
            name = office.record.name if office else EDITORS
            due.setdefault(name, []).append((since, entry.ref, f"{title_of(entry)}"))
    offices = sorted(due, key=lambda name: (-len(due[name]), name))
    return [
        Row(name, ref, f"{title}, fällig seit {write_day(since)}")
        for name in offices
        for since, ref, title in sorted(due[name])
    ]
