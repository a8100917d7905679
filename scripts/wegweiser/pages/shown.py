"""Facts as pages show them: worded, dated, and withheld where nobody stands behind them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from wegweiser import freshness
from wegweiser.calendar import Horizon, open_spans
from wegweiser.dates import WEEKDAYS, latest_day, write_day, write_partial
from wegweiser.freshness import Display, Evidence
from wegweiser.schema import (
    Address,
    Amount,
    Channel,
    Checked,
    ChildAges,
    ClosingDays,
    Figure,
    OpeningHours,
    Record,
    Source,
)
from wegweiser.schema.codes import Audience, Unit
from wegweiser.schema.hours import DAYS, split, weekdays

OPEN_NOW = ("offen.js", "offen-zeit.js")
"""The scripts of a page that says whether a door is open now."""
NARROW = "\u202f"
"""Narrow no-break space, between a number and its unit."""


@dataclass(frozen=True, slots=True)
class ShownFact:
    """How a fact appears, with its date in words; `value` is empty where it is withheld."""

    display: Display
    stand: str
    day: str
    """ISO date of the evidence for `<time datetime>`; the day of reading where nothing else is known."""

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

    way: str
    value: str
    href: str
    audience: Audience
    label: str | None

    @property
    def way_label(self) -> str:
        """German name of the way."""
        return WAYS[self.way]


WAYS = {"phone": "Telefon", "short_number": "Kurzwahl", "email": "E-Mail", "web": "Internet", "post": "Post"}


@dataclass(frozen=True, slots=True)
class ShownAddress(ShownFact):
    """A postal address; all of it is empty where it is withheld."""

    street: str
    postal_code: str
    city: str
    note: str | None

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
        dated = [channel for channel in self.channels if channel.way in ("phone", "email")]
        facts: list[ShownFact] = [*dated, *filter(None, (self.place, self.hours))]
        shown = [fact for fact in facts if not fact.withheld]
        return shown[0] if len({(fact.display, fact.stand) for fact in shown}) == 1 else None

    @property
    def is_direct(self) -> bool:
        """Whether there is a phone number or mailbox that is shown."""
        return any(channel.value for channel in self.channels if channel.way in ("phone", "short_number", "email"))

    @property
    def is_worth_saving(self) -> bool:
        """Whether an address book has any use for it."""
        return self.is_direct or bool(self.place and not self.place.withheld)

    def of(self, audience: Audience) -> Reach:
        """The same place with the channels of one audience."""
        return Reach(tuple(for_audience(self.channels, audience)), self.place, self.hours)


@dataclass(frozen=True, slots=True)
class ShownAmount:
    """An amount of money inside its time, or what is to be said outside of it."""

    label: str
    text: str
    note: str | None
    legal_basis: str | None
    valid_to: dt.date | None
    valid_from: dt.date | None
    upcoming: bool = False


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source as listed at the foot of a page."""

    title: str
    url: str | None
    kind: str
    published: str
    derived: bool
    accessed: dt.date
    note: str | None


def _fact(evidence: Evidence, display: Display) -> tuple[Display, str, str]:
    known = latest_day(evidence.date) and evidence.date
    return display, evidence.wording, known or max(source.accessed for source in evidence.sources).isoformat()


def show_channels(channels: Iterable[Channel], record: Record, today: dt.date) -> list[ShownChannel]:
    """All channels; web addresses and short numbers do not go stale as phone numbers do and are always shown."""
    return [_channel(channel, Evidence.of(channel, record), today) for channel in channels]


def _channel(channel: Channel, evidence: Evidence, today: dt.date) -> ShownChannel:
    lasting = channel.way in ("web", "short_number", "post")
    display = Display.SHOWN if lasting else freshness.show_reachability(evidence, today)
    value = "" if display is Display.WITHHELD else channel.value
    fact = _fact(evidence, display)
    return ShownChannel(*fact, channel.way, value, _href(channel.way, value), channel.audience, channel.label)


def _href(way: str, value: str) -> str:
    if not value or way == "post":
        return ""
    if way in ("phone", "short_number"):
        return "tel:" + re.sub("[^0-9+]", "", value)
    return f"mailto:{value}" if way == "email" else value


def for_audience(channels: Iterable[ShownChannel], audience: Audience) -> list[ShownChannel]:
    """The channels meant for parents or for educators; those for both are in either list."""
    return [channel for channel in channels if channel.audience in (audience, Audience.BOTH)]


def show_address(address: Address | None, place: str, record: Record, today: dt.date) -> ShownAddress | None:
    """An address in lines, `place` being the name of the municipality; None where nothing of it is known."""
    if address is None or not (address.street or address.postal_code):
        return None
    evidence = Evidence.of(address, record)
    display = freshness.show_address(address, evidence, today)
    written = (address.street or "", address.postal_code or "", address.city or place)
    parts = ("", "", "") if display is Display.WITHHELD else written
    return ShownAddress(*_fact(evidence, display), *parts, address.note)


def show_hours(
    hours: OpeningHours | None, closed: Iterable[ClosingDays], record: Record, state: str, horizon: Horizon
) -> ShownHours | None:
    """Opening hours as rows of days and times; None where they are not known."""
    if hours is None:
        return None
    evidence = Evidence.of(hours, record)
    display = freshness.show_reachability(evidence, horizon.start)
    if display is Display.WITHHELD:
        return ShownHours(*_fact(evidence, display), (), None, "", "")
    # Only hours that the office confirmed lately may say 'open now'; of others the page shows the table and its date.
    spans = open_spans(hours.hours, closed, state, horizon) if display is Display.SHOWN else None
    written = " ".join(f"{start:%Y-%m-%dT%H:%M}/{_end(start, end)}" for start, end in spans or ())
    until = horizon.end.isoformat() if spans is not None else ""
    return ShownHours(*_fact(evidence, display), tuple(hour_rows(hours.hours)), hours.note, written, until)


def _end(start: dt.datetime, end: dt.datetime) -> str:
    """What ends at midnight belongs to the day before, and 24:00 compares as a later time than its start."""
    return f"{end:%H:%M}" if end.date() == start.date() else "24:00"


_PERIODS = {"PH": "an Feiertagen", "SH": "in den Schulferien"}
_MONTH_NAMES = {
    "Jan": "Januar", "Feb": "Februar", "Mar": "März", "Apr": "April", "May": "Mai", "Jun": "Juni", "Jul": "Juli",
    "Aug": "August", "Sep": "September", "Oct": "Oktober", "Nov": "November", "Dec": "Dezember",
}  # fmt: skip


def hour_rows(hours: str) -> Iterator[tuple[str, str]]:
    """The rules as German text: ('Montag bis Freitag', '7.30 bis 16.30 Uhr')."""
    for period, days, times in split(hours):
        named = _days(days) if days else ("" if period else "jeden Tag")
        when = ", ".join(filter(None, (_period(period), named)))
        yield when[0].upper() + when[1:], _times(times)


def _period(period: str) -> str:
    return _PERIODS.get(period) or re.sub("[A-Z][a-z]{2}", lambda month: _MONTH_NAMES[month[0]], period).replace(
        "-", " bis "
    )


def _days(days: str) -> str:
    names = [WEEKDAYS[DAYS.index(day)] for day in weekdays(days)]
    parts = []
    for part in days.split(","):
        first, _, last = part.partition("-")
        words = [WEEKDAYS[DAYS.index(day)] for day in (first, last) if day]
        parts.append(" bis ".join(words))
    return names[0] if len(names) == 1 else ", ".join(parts)


def _times(times: str) -> str:
    if times == "off":
        return "geschlossen"
    spans = [" bis ".join(_time(time) for time in span.split("-")) for span in times.split(",")]
    return " und ".join(spans) + " Uhr"


def _time(time: str) -> str:
    hour, minute = time.split(":")
    return str(int(hour)) if minute == "00" else f"{int(hour)}.{minute}"


def show_amounts(amounts: Iterable[Amount], today: dt.date) -> list[ShownAmount]:
    """One line for each id: the amount of today, else 'wird geprüft'; and the next one where it is known already."""
    by_id: dict[str, list[Amount]] = {}
    for amount in amounts:
        by_id.setdefault(amount.id, []).append(amount)
    shown = []
    for windows in by_id.values():
        current = [amount for amount in windows if freshness.show_amount(amount, today) is Display.SHOWN]
        shown.append(_amount(current[0]) if current else _withheld(windows[-1]))
        shown += [_amount(amount, upcoming=True) for amount in windows if amount.valid_from > today]
    return shown


def _amount(amount: Amount, *, upcoming: bool = False) -> ShownAmount:
    return ShownAmount(
        amount.label, amount_text(amount), amount.note, amount.legal_basis, amount.valid_to, amount.valid_from, upcoming
    )


def _withheld(amount: Amount) -> ShownAmount:
    return ShownAmount(amount.label, "wird geprüft", None, amount.legal_basis, None, None)


def amount_text(amount: Amount) -> str:
    """`bis zu 297 Euro im Monat`; the number and its unit are kept on one line."""
    parts = [
        "bis zu" if amount.at_most else "",
        f"{decimal_text(amount.value)}{NARROW}{_unit(amount)}",
        amount.per.label,
    ]
    return " ".join(filter(None, parts))


def _unit(amount: Amount) -> str:
    return "%" if amount.unit is Unit.PERCENT else "Euro"


def decimal_text(value: Decimal) -> str:
    """German notation: `1.200` or `202,68`."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def show_figure(figure: Figure | None, today: dt.date) -> tuple[str, str] | None:
    """Number and date in words; None where it is not known."""
    if figure is None:
        return None
    return f"{figure.value} ({figure.note})" if figure.note else str(figure.value), as_of_text(figure.as_of, today)


def as_of_text(as_of: str, today: dt.date) -> str:
    """The date of a figure or an agreement, with the warning that old ones carry."""
    stand = "Stand unbekannt" if as_of == "unknown" else f"Stand {write_partial(as_of)}"
    return f"{stand}; ob es heute noch gilt, ist nicht bestätigt" if freshness.is_old(as_of, today) else stand


def show_ages(ages: ChildAges | None, today: dt.date) -> tuple[str, str] | None:
    """`4 Monate bis 6 Jahre` and its date in words; None where nothing is known."""
    if ages is None or (ages.minimum_months is None and ages.maximum_years is None):
        return None
    return _age_range(ages.minimum_months, ages.maximum_years), as_of_text(ages.as_of, today)


def _age_range(months: int | None, years: int | None) -> str:
    low = "" if months is None else _age(months)
    if years is None:
        return f"ab {low}"
    return f"{low} bis {years} Jahre" if low else f"bis {years} Jahre"


def _age(months: int) -> str:
    if months and months % 12:
        return f"{months} Monate"
    return "Geburt" if months == 0 else f"{months // 12} {'Jahr' if months == 12 else 'Jahre'}"


def show_sources(sources: Iterable[Source]) -> list[ShownSource]:
    """Sources without repetition, the newest first."""
    unique = {(source.title, source.url): source for source in sources}
    newest = sorted(unique.values(), key=lambda source: latest_day(source.published) or dt.date.min, reverse=True)
    return [
        ShownSource(
            source.title,
            source.url,
            source.kind.label,
            write_partial(source.published),
            source.basis.value == "derived",
            source.accessed,
            source.note,
        )
        for source in newest
    ]


def checked_text(checked: Checked | None) -> str | None:
    """`geprüft am 1. März 2026 (Leitung der Einrichtung)`; None where the office itself confirmed nothing."""
    return f"geprüft am {write_day(checked.on)} ({checked.by})" if checked else None
