"""A table before it is written: columns with German headings, and rows of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.edition.site import Site
from wegweiser.rules.freshness import last_look
from wegweiser.schema.codes import Audience
from wegweiser.schema.ways import Way
from wegweiser.view.fact import ShownFact
from wegweiser.view.opening import ShownHours
from wegweiser.view.reach import ShownAddress, ShownChannel

YES, NO = "ja", "nein"


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    yes_or_no: tuple[str, ...] = ()
    """Columns that say nothing else."""


def tabulate(
    title: str, entries: Sequence[Any], fields: Callable[[Any], dict[str, str]], yes_or_no: tuple[str, ...] = ()
) -> Table:
    """A table of entries; `fields` gives heading → text, the same headings for each. An empty one has one column."""
    made = [fields(entry) for entry in entries]
    columns = tuple(made[0]) if made else ("Kennung",)
    return Table(title, columns, [tuple(row.values()) for row in made], yes_or_no)


def as_of(fact: ShownFact | None) -> str:
    """The day, month or year that a fact rests on; empty where it is withheld."""
    if fact is None or fact.withheld:
        return ""
    return f"{fact.day} (bitte nachfragen)" if fact.marked else fact.day


def first(channels: Sequence[ShownChannel], audience: Audience, *ways: Way) -> ShownChannel | None:
    """The first way of a kind that somebody of this audience may use."""
    fitting = (channel for channel in channels if channel.value and channel.way in ways)
    return next((channel for channel in fitting if channel.audience in (audience, Audience.BOTH)), None)


def number(channel: ShownChannel | None) -> str:
    """A number as people here dial it; a foreign one with 00, since a plus would begin a formula."""
    return channel.text.replace("+", "00") if channel else ""


def reached(channels: Sequence[ShownChannel], place: ShownAddress | None, hours: ShownHours | None) -> dict[str, str]:
    """How parents reach somebody, each with its date."""
    phone = first(channels, Audience.PARENTS, Way.PHONE, Way.SHORT_NUMBER)
    mail = first(channels, Audience.PARENTS, Way.EMAIL)
    said = ". ".join(filter(None, (hours.headline, hours.text, hours.note))) if hours and not hours.withheld else ""
    return {
        "Telefon": number(phone),
        "Telefon: Stand": as_of(phone),
        "E-Mail": mail.value if mail else "",
        "E-Mail: Stand": as_of(mail),
        "Straße": place.street if place else "",
        "PLZ": place.postal_code if place else "",
        "Postort": place.city if place else "",
        "Anschrift: Stand": as_of(place),
        "Zeiten": said,
        "Zeiten: Stand": as_of(hours),
    }


def proved(entry: Entry[Any], site: Site) -> dict[str, str]:
    """Who confirmed a record, when it was read last, and where its page is."""
    checked = entry.record.checked
    return {
        "Geprüft am": checked.on.isoformat() if checked else "",
        "Geprüft von": checked.by if checked else "",
        "Zuletzt gelesen": last_look(entry.record).isoformat(),
        "Seite": f"{site.url or '/'}{link(entry)}",
    }
