"""Files for other programs, under /daten/."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.catalog.addresses import is_internal, link, title_of
from wegweiser.edition import Edition
from wegweiser.edition.site_file import SiteFile
from wegweiser.rules.parts import Part
from wegweiser.rules.responsibility import Responsibility

Maker = Callable[[Catalog, Responsibility], bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """One file: its name, what it holds (German), and how it is made."""

    name: str
    description: str
    make: Maker


def index(catalog: Catalog, responsibility: Responsibility) -> bytes:
    """Every record that is published, with its address, its title and when it was checked last."""
    del responsibility
    return _json([_index_row(entry) for entry in catalog.records() if not is_internal(entry)])


def _index_row(entry: Entry[Any]) -> dict[str, str | None]:
    checked = entry.record.checked
    return {
        "record": entry.ref,
        "title": title_of(entry),
        "address": f"/{link(entry)}",
        "checked": checked.on.isoformat() if checked else None,
    }


def responsibilities(catalog: Catalog, responsibility: Responsibility) -> bytes:
    """One row for each municipality, status and offer, exactly as the pages answer it, with all parts."""
    del catalog
    rows = []
    for (municipality, status, offer), answer in responsibility.table.items():
        row: dict[str, object] = {
            "municipality": municipality,
            "status": status,
            "offer": offer,
            "contact": answer.contact,
        }
        if answer.fallback:
            row["fallback"] = True
        if answer.derived:
            row["derived"] = True
        if answer.parts:
            row["parts"] = [_part(part) for part in answer.parts]
        rows.append(row)
    return _json(rows)


def _part(part: Part) -> dict[str, object]:
    """One part of an office that divides itself: the districts by name, the letters as the office writes them."""
    districts = [name for name in part.scope if name] if part.others else list(part.districts)
    fields: dict[str, object] = {
        "contact": part.contact,
        "districts": districts,
        "surnames": list(part.surnames),
        "surname_of": part.surname_of.value if part.surname_of else None,
        "others": part.others.value,
        "fallback": part.fallback,
        "derived": part.derived,
    }
    return {name: value for name, value in fields.items() if value}


EXPORTS = (
    Export(
        "zustaendigkeiten.json",
        "Für jeden Ort, jeden Bezug und jedes Angebot der eine Kontakt, bei geteilten Stellen auch alle Teile (JSON).",
        responsibilities,
    ),
    Export("index.json", "Alle Einträge mit Adresse und Datum der letzten Prüfung (JSON).", index),
)


def files(edition: Edition) -> Iterator[SiteFile]:
    """The files below /daten/."""
    for export in EXPORTS:
        yield SiteFile(f"daten/{export.name}", partial(export.make, edition.catalog, edition.responsibility))


def _json(value: object) -> bytes:
    """One row a line, so that changes can be read."""
    if isinstance(value, list):
        rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in value)
        return f"[\n{rows}\n]\n".encode()
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
