"""Houses on a map (RFC 7946): those whose coordinates somebody entered and whose address is shown."""

from __future__ import annotations

import json
from typing import Any

from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.files.tables.table import proved, reached
from wegweiser.schema import Centre
from wegweiser.view.centre import centre_reach, place_of

NAMES = {
    "Telefon": "phone",
    "Telefon: Stand": "phone_as_of",
    "E-Mail": "email",
    "E-Mail: Stand": "email_as_of",
    "Straße": "street",
    "PLZ": "postal_code",
    "Postort": "city",
    "Anschrift: Stand": "address_as_of",
    "Zeiten": "hours",
    "Zeiten: Stand": "hours_as_of",
    "Geprüft am": "checked",
    "Zuletzt gelesen": "read_on",
    "Seite": "url",
}
"""Heading of a table → property of a place; the same facts as in the tables."""


def write_geojson(edition: Edition, site: Site) -> bytes:
    """The file, a feature a line; longitude stands before latitude."""
    features = [json.dumps(_feature(edition, site, entry), ensure_ascii=False) for entry in located(edition)]
    return ('{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n").encode()


def located(edition: Edition) -> list[Entry[Centre]]:
    """The open houses that can be put on a map."""
    return [entry for entry in edition.houses.values() if _is_located(edition, entry)]


def _is_located(edition: Edition, entry: Entry[Centre]) -> bool:
    place = centre_reach(edition, entry.id).place
    known = entry.record.latitude is not None and entry.record.longitude is not None
    return known and place is not None and not place.withheld


def _feature(edition: Edition, site: Site, entry: Entry[Centre]) -> dict[str, Any]:
    centre, reach = entry.record, centre_reach(edition, entry.id)
    said = reached(reach.channels, reach.place, reach.hours) | proved(entry, site)
    properties = {"name": centre.name, "kind": centre.family_centre.label, "place": place_of(edition, centre)}
    properties |= {name: said[heading] for heading, name in NAMES.items() if said[heading]}
    point = [float(degrees) for degrees in (centre.longitude, centre.latitude) if degrees is not None]
    geometry = {"type": "Point", "coordinates": point}
    return {"type": "Feature", "id": entry.ref, "geometry": geometry, "properties": properties}
