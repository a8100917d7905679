"""What somebody should look at now, by office."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from regions import Changes, read, source

from wegweiser.editing import due
from wegweiser.editing.report import Row, as_text
from wegweiser.rules.review import reviews


def test_what_is_due_by_office(tmp_path: Path) -> None:
    checked = {"on": "2026-05-01", "by": "Leitung der Stelle"}
    changes: Changes = {
        "region": {"review_periods": {"contacts": "12", "centres": "12", "offers": "12"}},
        "contacts/kreis": {"checked": checked, "sources": [source(accessed="2026-04-01")]},
    }
    catalog = read(tmp_path, changes)
    last = max(day for day, _ in reviews(catalog))
    rows = due.rows(catalog, last)
    assert len(rows) == sum(1 for _ in reviews(catalog))
    office = catalog.organizations[catalog.contacts["kreis"].record.organization].record.name
    told = f"{catalog.contacts['kreis'].record.title}, fällig seit 1. Mai 2027"
    assert Row(office, "contact:kreis", told) in rows
    assert Row(office, "contact:kreis", told) not in due.rows(catalog, dt.date(2027, 4, 30))
    assert {row.kind for row in rows if row.where.startswith("offer:")} == {"Redaktion"}
    text = as_text(rows, [office])
    assert text.startswith(f"{office}\n{'-' * len(office)}\n")
    assert f"contact:kreis: {told}\n" in text
