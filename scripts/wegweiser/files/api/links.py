"""Where each object of the interface lies, and the facts that many objects share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import is_internal, link, title_of
from wegweiser.edition import Edition
from wegweiser.files.api import shapes
from wegweiser.rules.freshness import last_look
from wegweiser.schema import OpeningHours
from wegweiser.view.fact import ShownFact
from wegweiser.view.opening import ShownHours
from wegweiser.view.reach import ShownAddress, ShownChannel

FOLDER = "daten/v1/"
PLURALS = {
    "municipality": "municipalities",
    "organization": "organizations",
    "contact": "contacts",
    "centre": "centres",
    "offer": "offers",
    "news": "news",
    "event": "events",
    "case": "cases",
    "topic": "topics",
}
"""Kind → folder of its objects."""


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Makes what objects have in common, for one edition."""

    edition: Edition
    url: str
    """Of the site, with a slash at the end; empty where unknown."""

    @property
    def root(self) -> str:
        """Address of the interface."""
        return f"{self.url or '/'}{FOLDER}"

    def page(self, address: str) -> str:
        """A page or file of the site."""
        return f"{self.url or '/'}{address}"

    def to(self, entry: Entry[Any]) -> shapes.Link:
        """A link to a record."""
        return shapes.Link(entry.ref, title_of(entry), f"{self.root}{PLURALS[entry.kind]}/{entry.id}.json")

    def to_all(self, entries: Iterable[Entry[Any]]) -> list[shapes.Link]:
        """Links to records that have a page."""
        return [self.to(entry) for entry in entries if not is_internal(entry)]

    def to_id(self, kind: str, id_: str | None) -> shapes.Link | None:
        """A link to a record by its id; None where it has none or no page."""
        entry = self.edition.catalog.of_kind(kind).get(id_ or "")
        return self.to(entry) if entry and not is_internal(entry) else None

    def to_ids(self, kind: str, ids: Iterable[str]) -> list[shapes.Link]:
        """Links to records by their ids."""
        found = self.edition.catalog.of_kind(kind)
        return self.to_all(found[id_] for id_ in ids)

    def to_topic(self, id_: str) -> shapes.Link:
        """A link to a topic with its offers."""
        label = self.edition.catalog.topics[id_].label
        return shapes.Link(f"topic:{id_}", label, f"{self.root}{PLURALS['topic']}/{id_}.json")

    def common(self, entry: Entry[Any]) -> dict[str, Any]:
        """What every record has."""
        record = entry.record
        return {
            "record": entry.ref,
            "title": title_of(entry),
            "self": self.to(entry).href,
            "page": self.page(link(entry)),
            "read_on": last_look(record),
            "checked": record.checked.on if record.checked else None,
            "checked_by": record.checked.by if record.checked else None,
            "sources": [shapes.Source(one.title, one.published, one.accessed, one.url) for one in record.sources],
        }


def stand(fact: ShownFact) -> shapes.Stand:
    """The date of a fact."""
    return shapes.Stand(fact.day, fact.as_of_text, fact.marked)


def channels(shown: Iterable[ShownChannel]) -> list[shapes.Channel]:
    """The ways that are shown."""
    return [
        shapes.Channel(
            str(one.way),
            one.value,
            one.audience.value,
            stand(one),
            one.label,
            one.hours.text if one.hours else None,
        )
        for one in shown
        if one.value
    ]


def address(place: ShownAddress | None) -> shapes.PostalAddress | None:
    """An address that is shown."""
    if place is None or place.withheld:
        return None
    return shapes.PostalAddress(place.street, place.postal_code, place.city, stand(place), place.note)


def hours(shown: ShownHours | None, record: OpeningHours | None) -> shapes.Hours | None:
    """Hours that are shown."""
    if shown is None or shown.withheld:
        return None
    said = ". ".join(filter(None, (shown.headline, shown.text)))
    return shapes.Hours(said, stand(shown), record.hours if record else None, shown.note)
