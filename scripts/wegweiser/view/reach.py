"""How somebody can be reached, as pages show it: dated, and withheld where nobody stands behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote

from wegweiser.rules.calendar import Schedule, Span
from wegweiser.rules.freshness import Display, Judgement, judge
from wegweiser.schema import Address, Channel, ClosingDays, OpeningHours, Record
from wegweiser.schema.codes import Audience
from wegweiser.schema.ways import Way, makes_appointments
from wegweiser.values.hours import ALL_APPOINTMENTS, NEVER
from wegweiser.wording.hours import appointment_rows, appointment_text, days_between, hour_rows

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
class ShownHours(ShownFact):
    """Opening hours as a table, and what a script needs to say 'open now'."""

    rows: tuple[tuple[str, str], ...]
    note: str | None
    spans: str
    """Coming openings as `2026-11-23T07:30/16:30 …`, with a star behind what is by appointment only; empty where
    unknown."""
    until: str
    """ISO day up to which `spans` is complete (exclusive)."""
    headline: str = ""
    """What is said instead of 'open now': that one needs an appointment, or the note where no hours are known."""

    @property
    def text(self) -> str:
        """All rows in one line."""
        return "; ".join(f"{days} {times}" for days, times in self.rows)


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
class ShownClosing:
    """Days on which nobody is there."""

    days: str
    """`24. Dezember 2026 bis 3. Januar 2027`"""
    reason: str


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
    def is_worth_saving(self) -> bool:
        """Whether a telephone has any use for it."""
        return any(channel.value for channel in self.channels if channel.way.is_dialled)

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
    hours = None if withheld or channel.hours is None else _phone_hours(channel.hours, judged, schedule)
    return ShownChannel(*judged, channel.way, value, channel.way.href(value), channel.audience, channel.label, hours)


def _phone_hours(hours: str, judged: Judgement, schedule: Schedule | None) -> ShownHours:
    spans = schedule.open_spans(hours) if schedule and judged.display is Display.SHOWN else None
    until = schedule.horizon.end.isoformat() if schedule and spans is not None else ""
    return ShownHours(*judged, hour_rows(hours), None, _write_spans(spans or ()), until)


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
    hours: OpeningHours | None, record: Record, schedule: Schedule, channels: Iterable[ShownChannel] = ()
) -> ShownHours | None:
    """Opening hours as rows of days and times; None where they are not known. `channels` make the appointments."""
    if hours is None:
        return None
    judged = judge(hours, record, schedule.horizon.start)
    if judged.display is Display.WITHHELD:
        return ShownHours(*judged, (), None, "", "")
    if hours.by_appointment == ALL_APPOINTMENTS or (hours.hours in (None, NEVER) and _says_why(hours)):
        return _without_opening(hours, judged, channels)
    written, appointments = hours.hours or "", hours.by_appointment
    rows = hour_rows(written) + (appointment_rows(appointments) if appointments else ())
    # Only hours that the office confirmed lately may say 'open now'; of others the page shows the table and its date.
    spans = schedule.open_spans(written) if judged.display is Display.SHOWN else None
    if spans is None:
        return ShownHours(*judged, rows, hours.note, "", "")
    asked = schedule.appointment_spans(appointments) if appointments else ()
    return ShownHours(*judged, rows, hours.note, _write_spans(spans, asked), schedule.horizon.end.isoformat())


def _says_why(hours: OpeningHours) -> bool:
    return bool(hours.by_appointment or hours.note)


def _without_opening(hours: OpeningHours, judged: Judgement, channels: Iterable[ShownChannel]) -> ShownHours:
    """What is said where nobody can simply walk in: that an appointment is needed, or what the note says."""
    rows = hour_rows(hours.hours) if hours.hours and hours.hours != NEVER else ()
    days = hours.by_appointment
    if days and days != ALL_APPOINTMENTS:  # no other hours are known than those
        rows += appointment_rows(days)
    if hours.by_appointment:
        shown = [channel for channel in channels if channel.value]
        online = any(channel.is_booking for channel in shown)
        headline = appointment_text(online=online, phone=any(channel.way.is_dialled for channel in shown))
        return ShownHours(*judged, rows, hours.note, "", "", headline)
    return ShownHours(*judged, rows, None, "", "", hours.note or "")


def show_closing(days: Iterable[ClosingDays], today: dt.date) -> tuple[ShownClosing, ...]:
    """Closing days that are not over yet, the next ones first."""
    coming = sorted((day for day in days if day.end >= today), key=lambda day: day.start)
    return tuple(ShownClosing(days_between(day.start, day.end), day.reason) for day in coming)


@lru_cache(maxsize=4096)
def _write_spans(spans: tuple[Span, ...], asked: tuple[Span, ...] = ()) -> str:
    """Openings in the order of time; what lies within a time for appointments is one of these, with a star."""
    free = [span for span in spans if not any(start <= span[0] and span[1] <= end for start, end in asked)]
    written = [(*span, "") for span in free] + [(*span, BY_APPOINTMENT) for span in asked]
    return " ".join(f"{start:%Y-%m-%dT%H:%M}/{_end(start, end)}{mark}" for start, end, mark in sorted(written))


BY_APPOINTMENT = "*"


def _end(start: dt.datetime, end: dt.datetime) -> str:
    """What ends at midnight belongs to the day before, and 24:00 compares as a later time than its start."""
    return f"{end:%H:%M}" if end.date() == start.date() else "24:00"
