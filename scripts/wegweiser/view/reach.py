"""How somebody can be reached, as pages show it: dated, and withheld where nobody stands behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from wegweiser.rules.calendar import Horizon, Span, open_spans
from wegweiser.rules.freshness import Display, Judgement, judge
from wegweiser.schema import Address, Channel, ClosingDays, OpeningHours, Record
from wegweiser.schema.codes import Audience
from wegweiser.schema.ways import Way
from wegweiser.wording.hours import hour_rows

OPEN_STREET_MAP = "https://www.openstreetmap.org/search?query="
OPEN_NOW = ("open-now.js",)
"""The script of a page that says whether a door is open now."""


@dataclass(frozen=True, slots=True)
class ShownFact:
    """How a fact appears, with its date in words; `value` is empty where it is withheld."""

    display: Display
    as_of_text: str
    day: str
    """ISO date of the evidence for `<time datetime>`; the day of reading where nothing else is known."""
    fresh_until: str
    """ISO day after which the same fact asks to be checked, should nobody build the site anew; empty where none."""

    @property
    def withheld(self) -> bool:
        """Whether the fact is kept back."""
        return self.display is Display.WITHHELD

    @property
    def marked(self) -> bool:
        """Whether the visitor is asked to make sure."""
        return self.display is Display.MARKED


@dataclass(frozen=True, slots=True)
class ShownChannel(ShownFact):
    """One way to reach somebody."""

    way: Way
    value: str
    href: str
    audience: Audience
    label: str | None


@dataclass(frozen=True, slots=True)
class ShownAddress(ShownFact):
    """A postal address; all of it is empty where it is withheld."""

    street: str
    postal_code: str
    city: str
    note: str | None

    @property
    def map_url(self) -> str:
        """Where OpenStreetMap looks for it; empty where the street is not known."""
        return OPEN_STREET_MAP + quote(", ".join(self.lines)) if self.street else ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The address as on an envelope."""
        return tuple(filter(None, (self.street, f"{self.postal_code} {self.city}".strip())))


@dataclass(frozen=True, slots=True)
class ShownHours(ShownFact):
    """Opening hours as a table, and what a script needs to say 'open now'."""

    rows: tuple[tuple[str, str], ...]
    note: str | None
    spans: str
    """Coming openings as `2026-11-23T07:30/16:30 …`; empty where unknown."""
    until: str
    """ISO day up to which `spans` is complete (exclusive)."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody can be reached: everything of one place together, so that one date can stand for all."""

    channels: tuple[ShownChannel, ...]
    place: ShownAddress | None
    hours: ShownHours | None

    @property
    def shared(self) -> ShownFact | None:
        """The date that all shown facts have in common; None where they differ and each needs its own."""
        dated = [channel for channel in self.channels if channel.way.is_dated]
        facts: list[ShownFact] = [*dated, *filter(None, (self.place, self.hours))]
        shown = [fact for fact in facts if not fact.withheld]
        return shown[0] if len({(fact.display, fact.as_of_text) for fact in shown}) == 1 else None

    @property
    def is_direct(self) -> bool:
        """Whether there is a phone number or mailbox that is shown."""
        return any(channel.value for channel in self.channels if channel.way.is_direct)

    @property
    def is_worth_saving(self) -> bool:
        """Whether an address book has any use for it."""
        return self.is_direct or bool(self.place and not self.place.withheld)

    def of(self, audience: Audience) -> Reach:
        """The same place with the channels of one audience."""
        return Reach(tuple(for_audience(self.channels, audience)), self.place, self.hours)


def show_channels(channels: Iterable[Channel], record: Record, today: dt.date) -> list[ShownChannel]:
    """All channels; web addresses and short numbers do not go stale as phone numbers do and are always shown."""
    return [_channel(channel, judge(channel, record, today)) for channel in channels]


def _channel(channel: Channel, judged: Judgement) -> ShownChannel:
    value = "" if judged.display is Display.WITHHELD else channel.value
    return ShownChannel(*judged, channel.way, value, channel.way.href(value), channel.audience, channel.label)


def for_audience(channels: Iterable[ShownChannel], audience: Audience) -> list[ShownChannel]:
    """The channels meant for parents or for educators; those for both are in either list."""
    return [channel for channel in channels if channel.audience in (audience, Audience.BOTH)]


def show_address(address: Address | None, place: str, record: Record, today: dt.date) -> ShownAddress | None:
    """An address in lines, `place` being the name of the municipality; None where nothing of it is known."""
    if address is None or not (address.street or address.postal_code):
        return None
    judged = judge(address, record, today)
    written = (address.street or "", address.postal_code or "", address.city or place)
    parts = ("", "", "") if judged.display is Display.WITHHELD else written
    return ShownAddress(*judged, *parts, address.note)


def show_hours(
    hours: OpeningHours | None, closed: Sequence[ClosingDays], record: Record, state: str, horizon: Horizon
) -> ShownHours | None:
    """Opening hours as rows of days and times; None where they are not known."""
    if hours is None:
        return None
    judged = judge(hours, record, horizon.start)
    if judged.display is Display.WITHHELD:
        return ShownHours(*judged, (), None, "", "")
    # Only hours that the office confirmed lately may say 'open now'; of others the page shows the table and its date.
    spans = open_spans(hours.hours, closed, state, horizon) if judged.display is Display.SHOWN else None
    until = horizon.end.isoformat() if spans is not None else ""
    return ShownHours(*judged, hour_rows(hours.hours), hours.note, _write_spans(spans or ()), until)


@lru_cache(maxsize=4096)
def _write_spans(spans: tuple[Span, ...]) -> str:
    return " ".join(f"{start:%Y-%m-%dT%H:%M}/{_end(start, end)}" for start, end in spans)


def _end(start: dt.datetime, end: dt.datetime) -> str:
    """What ends at midnight belongs to the day before, and 24:00 compares as a later time than its start."""
    return f"{end:%H:%M}" if end.date() == start.date() else "24:00"
