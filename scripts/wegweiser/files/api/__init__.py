"""The interface for programs: each record as a file of its own, lists for each town and topic, all described.

Version 1 only ever gains fields; what is renamed or removed would be a version 2 beside it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from pydantic import TypeAdapter

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import is_internal, link, title_of
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.edition.site_file import SiteFile
from wegweiser.files.api.description import KINDS, open_api, schemas
from wegweiser.files.api.happenings import case, event, news
from wegweiser.files.api.help import offer, topic
from wegweiser.files.api.links import FOLDER, PLURALS, Links
from wegweiser.files.api.objects import Index, IndexRow
from wegweiser.files.api.people import contact, organization
from wegweiser.files.api.places import centre, municipality

MAKERS: dict[str, Callable[[Links, Entry[Any]], object]] = {
    "municipality": municipality,
    "organization": organization,
    "contact": contact,
    "centre": centre,
    "offer": offer,
    "news": news,
    "event": event,
    "case": case,
}
"""Kind → what makes its object; agreements stand with their house."""


def files(edition: Edition, site: Site) -> Iterator[SiteFile]:
    """Every file below /daten/v1/."""
    links = Links(edition, site.url)
    yield SiteFile(f"{FOLDER}index.json", partial(_index, links, site))
    yield SiteFile(f"{FOLDER}openapi.json", partial(open_api, site))
    for name, schema in schemas().items():
        yield SiteFile(f"{FOLDER}schema/{name}.json", partial(_json, schema))
    for entry in _records(edition):
        yield SiteFile(f"{FOLDER}{PLURALS[entry.kind]}/{entry.id}.json", partial(_record, links, entry))
    for id_ in edition.catalog.topics:
        yield SiteFile(f"{FOLDER}{PLURALS['topic']}/{id_}.json", partial(_topic, links, id_))


def _records(edition: Edition) -> Iterator[Entry[Any]]:
    return (entry for entry in edition.catalog.records() if entry.kind in MAKERS and not is_internal(entry))


def _record(links: Links, entry: Entry[Any]) -> bytes:
    return _dump(MAKERS[entry.kind](links, entry))


def _topic(links: Links, id_: str) -> bytes:
    return _dump(topic(links, id_))


def _index(links: Links, site: Site) -> bytes:
    rows = []
    for entry in _records(links.edition):
        checked = entry.record.checked
        where = links.to(entry)
        rows.append(IndexRow(entry.ref, title_of(entry), where.href, links.page(link(entry)), checked and checked.on))
    topics = [links.to_topic(id_) for id_ in links.edition.catalog.topics]
    described = f"{links.root}openapi.json"
    return _dump(Index("1", site.name, links.edition.today, described, "CC BY 4.0", topics, rows))


@cache
def _adapters() -> dict[str, TypeAdapter[Any]]:
    """What writes each object, by its name."""
    return {shape.__name__: TypeAdapter(shape) for shape in (Index, *KINDS.values())}


def _dump(made: object) -> bytes:
    """The object without the fields of which nothing is known."""
    return _adapters()[type(made).__name__].dump_json(made, exclude_none=True) + b"\n"


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
