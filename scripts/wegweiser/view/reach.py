"""How somebody can be reached, as pages show it: dated, and withheld where nobody stands behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from wegweiser.rules.calendar import Schedule
from wegweiser.rules.freshness import Display, Judgement, judge
from wegweiser.schema import Address, Channel, Record
from wegweiser.schema.codes import Audience
from wegweiser.schema.ways import Way, makes_appointments
from wegweiser.view.fact import ShownFact
from wegweiser.view.opening import Asking, ShownClosing, ShownHours, show_phone_hours
from wegweiser.wording.phone import local_number

OPEN_STREET_MAP = "https://www.openstreetmap.org/search?query="
OPEN_NOW = ("open-now.js",)
"""The script of a page that says whether a door is open now."""


@dataclass(frozen=True, slots=True)
class ShownChannel(ShownFact):
    """One way to reach somebody."""

    way: Way
    value: str
    href: str
    audience: Audience
    label: str | None
    hours: ShownHours | None = None
    """When somebody answers this number, where it has times of its own."""

    @property
    def text(self) -> str:
        """What is read: a number in the local way of writing, anything else as it is."""
        return local_number(self.value) if self.way.is_dialled or self.way is Way.FAX else self.value

    @property
    def is_booking(self) -> bool:
        """Whether appointments are made there."""
        return makes_appointments(self.way, self.label)

    @property
    def leads_on(self) -> bool:
        """Whether it leads to somebody at once, or to a page on which something begins."""
        return self.way.is_direct or self.way.is_service or self.is_booking

    @property
    def title(self) -> str:
        """What it is for; a page on which something begins is called after that where nobody named it."""
        return self.label or (self.way.label if self.way.is_service else "")


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
class Reach:
    """How somebody can be reached: everything of one place together, so that one date can stand for all."""

    channels: tuple[ShownChannel, ...]
    place: ShownAddress | None
    hours: ShownHours | None
    closed: tuple[ShownClosing, ...] = ()
    """Those of today and later."""

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
    def leads_on(self) -> bool:
        """Whether there is anything to turn to: a number, a mailbox, or a page for bookings."""
        return any(channel.value for channel in self.channels if channel.leads_on)

    @property
    def is_called(self) -> bool:
        """Whether there is a number that is shown."""
        return any(channel.value for channel in self.channels if channel.way.is_dialled)

    @property
    def is_worth_saving(self) -> bool:
        """Whether a telephone has any use for it."""
        return self.is_called

    @property
    def answering(self) -> ShownHours | None:
        """When somebody can be reached: at the first number with times of its own, else as the door is open."""
        numbers = [channel for channel in self.channels if channel.way.is_dialled and channel.value]
        return numbers[0].hours if numbers and numbers[0].hours else self.hours

    @property
    def changes_by_the_hour(self) -> bool:
        """Whether a page can say if somebody is there now."""
        times = [self.hours, *(channel.hours for channel in self.channels)]
        return any(found.until for found in times if found)

    @property
    def is_shown(self) -> bool:
        """Whether anything of it is shown."""
        facts = (*self.channels, self.place, self.hours)
        return bool(self.closed) or any(fact is not None and not fact.withheld for fact in facts)

    def without(self, channel: ShownChannel) -> Reach:
        """The same place without a way that stands elsewhere on the page already."""
        return replace(self, channels=tuple(other for other in self.channels if other.value != channel.value))

    def of(self, audience: Audience) -> Reach:
        """The same place with the channels of one audience."""
        return replace(self, channels=tuple(for_audience(self.channels, audience)))


def show_channels(
    channels: Iterable[Channel], record: Record, today: dt.date, schedule: Schedule | None = None
) -> list[ShownChannel]:
    """All channels; web addresses and short numbers do not go stale as phone numbers do and are always shown.

    Without a schedule it is not known whether somebody answers now.
    """
    return [_channel(channel, judge(channel, record, today), schedule) for channel in channels]


def _channel(channel: Channel, judged: Judgement, schedule: Schedule | None) -> ShownChannel:
    withheld = judged.display is Display.WITHHELD
    value = "" if withheld else channel.value
    hours = None if withheld or channel.hours is None else show_phone_hours(channel.hours, judged, schedule)
    return ShownChannel(*judged, channel.way, value, channel.way.href(value), channel.audience, channel.label, hours)


def ways_to_ask(channels: Iterable[ShownChannel]) -> Asking:
    """How one gets an appointment there."""
    shown = [channel for channel in channels if channel.value]
    return Asking(any(c.is_booking for c in shown), any(c.way.is_dialled for c in shown))


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
