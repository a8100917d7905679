"""What is new, as a feed (Atom, RFC 4287): news, and which facts an office or a house has confirmed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import FEED, address, is_internal, link, title_of
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.files.identity import stable_id
from wegweiser.values.dates import first_day, write_day
from wegweiser.view.events import news_in_order

AT_MOST = 50
NEWS, CONFIRMED = "aktuelles", "geprueft"
"""What kind of entry it is, for programs that want one of them alone."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry."""

    id: str
    day: dt.date
    title: str
    summary: str
    address: str
    category: str


def write_feed(edition: Edition, site: Site) -> bytes:
    """The feed with the newest entries; where the address of the site is unknown, links start at its root."""
    entries = sorted(_entries(edition), key=lambda entry: (entry.day, entry.id), reverse=True)[:AT_MOST]
    updated = entries[0].day if entries else edition.today
    owner = edition.catalog.region.record.owner
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">',
        f"<title>{escape(site.name)}: Aktuelles</title>",
        f"<subtitle>{escape(site.description)}</subtitle>",
        f"<id>urn:uuid:{stable_id(edition, 'feed')}</id>",
        f"<updated>{_moment(updated)}</updated>",
        f"<author><name>{escape(owner.name if owner else site.name)}</name></author>",
        f'<link rel="alternate" type="text/html" href={_href(site, address("news"))}/>',
        f'<link rel="self" type="application/atom+xml" href={_href(site, FEED)}/>',
        "<rights>CC BY 4.0</rights>",
    ]
    return "\n".join([*head, *(_written(site, entry) for entry in entries), "</feed>\n"]).encode()


def _entries(edition: Edition) -> Iterator[FeedEntry]:
    for entry in news_in_order(edition):
        name = f"urn:uuid:{stable_id(edition, entry.ref)}"
        if day := first_day(entry.record.date):  # what nobody can date would look new
            yield FeedEntry(name, day, entry.record.title, entry.record.summary, link(entry), NEWS)
    for record in edition.catalog.records():
        if record.record.checked and not is_internal(record) and not getattr(record.record, "discreet", False):
            yield _confirmed(edition, record)


def _confirmed(edition: Edition, entry: Entry[Any]) -> FeedEntry:
    """A new confirmation is a new entry, since readers ask what happened."""
    checked = entry.record.checked
    name = f"urn:uuid:{stable_id(edition, f'{entry.ref}/checked/{checked.on.isoformat()}')}"
    summary = f"Geprüft am {write_day(checked.on)} ({checked.by})."
    return FeedEntry(name, checked.on, f"Geprüft: {title_of(entry)}", summary, link(entry), CONFIRMED)


def _written(site: Site, entry: FeedEntry) -> str:
    return (
        f"<entry><title>{escape(entry.title)}</title><id>{entry.id}</id><updated>{_moment(entry.day)}</updated>"
        f'<link rel="alternate" type="text/html" href={_href(site, entry.address)}/>'
        f"<category term={quoteattr(entry.category)}/><summary>{escape(entry.summary)}</summary></entry>"
    )


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _href(site: Site, path: str) -> str:
    return quoteattr(f"{site.url or '/'}{path}")
