"""Who gets a check sheet, and which records stand on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from wegweiser.catalog import Catalog, Entry
from wegweiser.catalog.addresses import link, title_of
from wegweiser.rules.review import PERIOD_OF, review_day
from wegweiser.schema.ways import Way
from wegweiser.values.text import nearest, printable
from wegweiser.view.statements import Statement, heading_of, statements_of


class UnknownRecipientError(ValueError):
    """Nobody is called so; the text is German, with the remedy."""


class Part(NamedTuple):
    """A record, what stands above it, and what we say about it."""

    entry: Entry[Any]
    heading: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    """A house or an office with all records that it can answer for."""

    entry: Entry[Any]
    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        """`Familienzentrum Kleeblatt`."""
        return title_of(self.entry)

    @property
    def stem(self) -> str:
        """The name of its files: `haus-kleeblatt-ampen` or `stelle-jobcenter-aha`."""
        return f"{'haus' if self.entry.kind == 'centre' else 'stelle'}-{self.entry.id}"

    @property
    def page(self) -> str:
        """The address of its page, from the root of the site."""
        return link(self.entry)

    @property
    def email(self) -> str:
        """A mailbox of its own; empty where none is known."""
        for part in self.parts:
            for channel in getattr(part.entry.record, "channels", ()):
                if channel.way is Way.EMAIL:
                    return str(channel.value)
        return ""


def recipients(catalog: Catalog, only: Iterable[str] = ()) -> list[Recipient]:
    """Every open house and office, or only those named by `kind:id`, id or name; raises UnknownRecipientError."""
    everybody = list(_everybody(catalog))
    if not (wanted := list(only)):
        return everybody
    names = {name.lower(): one for one in everybody for name in (one.entry.ref, one.entry.id, one.title, one.stem)} | {
        one.entry.ref: one for one in everybody
    }
    chosen = []
    for name in wanted:
        if name.lower() not in names:
            meant = nearest(name, names)
            remedy = (
                f"Gemeint: {names[meant].entry.ref}?" if meant else "Bitte die Kennung nehmen, etwa centre:haus-am-see."
            )
            raise UnknownRecipientError(f"Ein Haus oder eine Stelle '{printable(name[:60])}' gibt es nicht. {remedy}")
        chosen.append(names[name.lower()])
    return list({one.stem: one for one in chosen}.values())


def _everybody(catalog: Catalog) -> Iterator[Recipient]:
    for house in catalog.centres.values():
        agreements = [entry for entry in catalog.agreements.values() if house.id in entry.record.centres]
        yield from _recipient(catalog, house, agreements)
    for office in catalog.organizations.values():
        contacts = [entry for entry in catalog.contacts.values() if entry.record.organization == office.id]
        yield from _recipient(catalog, office, contacts)


def _recipient(catalog: Catalog, entry: Entry[Any], others: list[Entry[Any]]) -> Iterator[Recipient]:
    parts = tuple(
        Part(one, heading_of(catalog, one), told) for one in (entry, *others) if (told := statements_of(catalog, one))
    )
    if parts and parts[0].entry is entry:
        yield Recipient(entry, parts)


def is_due(catalog: Catalog, recipient: Recipient, today: dt.date) -> bool:
    """Whether one of its records was never confirmed by itself, or its time to be looked at again has come."""
    periods = catalog.region.record.review_periods
    entries = (part.entry for part in recipient.parts if part.entry.kind in PERIOD_OF)
    return any(entry.record.checked is None or review_day(entry, periods) <= today for entry in entries)
