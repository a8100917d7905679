"""HSDS as tables: the nested objects taken apart, a CSV file for each kind, and a datapackage.json for all."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Mapping

from wegweiser.edition.site import Site
from wegweiser.files.archive import write_archive
from wegweiser.files.hsds.columns import COLUMNS, ENUMS, FILE_NAMES, NEEDED, TYPES
from wegweiser.files.hsds.parts import Object

LISTS = {
    "phones": "phone",
    "locations": "location",
    "contacts": "contact",
    "addresses": "address",
    "schedules": "schedule",
    "languages": "language",
    "accessibility": "accessibility",
    "attributes": "attribute",
    "required_documents": "required_document",
    "service_areas": "service_area",
    "service_at_locations": "service_at_location",
}
"""Field of a nested object → the table of what it lists. HSDS 3.0 has no table for `additional_urls`."""
Row = list[object]
"""In the order of the columns."""
Tables = dict[str, dict[str, Row]]
"""Table → id → row; what stands in several places stands here once."""


def tabular_package(site: Site, day: dt.date, *nested: Iterable[Object]) -> bytes:
    """The ZIP file: organizations first, then services."""
    tables: Tables = {}
    for kind, objects in zip(("organization", "service"), nested, strict=True):
        for made in objects:
            _take_apart(kind, made, {}, tables)
    written = [name for name in COLUMNS if name in tables]
    files = {f"{FILE_NAMES[name]}.csv": _csv(name, tables[name].values()) for name in written}
    return write_archive({"datapackage.json": _package(site, day, written), **files})


def _take_apart(kind: str, made: Object, parent: Mapping[str, str], tables: Tables) -> None:
    if kind == "attribute":
        term = made["taxonomy_term"]
        parent = {**parent, "taxonomy_term_id": term["id"]}
        if term["id"] not in tables.setdefault("taxonomy_term", {}):
            tables["taxonomy_term"][term["id"]] = _row("taxonomy_term", {**term, "language": "de"}, {})
            taxonomy = {"id": term["taxonomy_id"], "name": term["taxonomy"], "description": term["taxonomy"]}
            tables.setdefault("taxonomy", {})[taxonomy["id"]] = _row("taxonomy", taxonomy, {})
    tables.setdefault(kind, {})[made["id"]] = _row(kind, made, parent)
    for field in [name for name in LISTS if name in made]:
        below, named = LISTS[field], {f"{kind}_id": made["id"]}
        for part in made[field]:
            if below == "attribute":
                named = {"link_id": made["id"], "link_entity": kind, "link_type": part.get("label", "")}
            _take_apart(below, part, named, tables)


def _row(kind: str, made: Object, parent: Mapping[str, str]) -> Row:
    known = {**made, **parent}
    return [known.get(name) for name in COLUMNS[kind]]


def _csv(kind: str, rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS[kind])
    writer.writerows(rows)
    return text.getvalue().encode()


def _package(site: Site, day: dt.date, kinds: Iterable[str]) -> bytes:
    """What each file holds (Tabular Data Package 1.0)."""
    package = {
        "name": "familienwegweiser-hsds",
        "title": f"{site.name}: Stellen, Häuser und Hilfen",
        "profile": "tabular-data-package",
        "version": "3.0",
        "created": f"{day.isoformat()}T00:00:00Z",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [_resource(kind) for kind in kinds],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(kind: str) -> Object:
    fields = []
    for name in COLUMNS[kind]:
        limits: Object = {"required": True} if name in NEEDED[kind] else {}
        if name in ENUMS:
            limits["enum"] = ENUMS[name]
        fields.append({"name": name, "type": TYPES.get(name, "string"), "constraints": limits})
    file = {"name": kind, "path": f"{FILE_NAMES[kind]}.csv", "profile": "tabular-data-resource", "encoding": "utf-8"}
    return {**file, "format": "csv", "mediatype": "text/csv", "schema": {"fields": fields, "primaryKey": "id"}}
