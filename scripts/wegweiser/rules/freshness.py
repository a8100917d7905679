"""What is shown, shown with a warning, or withheld: the one table of how facts age.

Phone, fax, e-mail: shown if checked <= 12 months ago; with their date if checked <= 24 months ago, on the own page of
the office, in an official source since 2018, or in any source since 2023; else withheld.
Opening hours: shown if checked <= 12 months ago; with their date if checked <= 24 months ago, or on the own page or in
an official source since 2023; else withheld.
Address: shown if checked <= 36 months ago or in an official source since 2023; with its date from any other source;
withheld where sources contradict each other.
Amount of a benefit: see `amounts`.
Figures, agreements, press: always shown with their year; if older than three years called 'not confirmed'.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from wegweiser.schema import Address, Centre, Channel, Checked, Fact, House, OpeningHours, Record, Source
from wegweiser.schema.codes import SourceKind
from wegweiser.values.dates import (
    UNKNOWN,
    first_day,
    is_within,
    latest_day,
    months_later,
    write_day,
    write_partial,
    year_of,
)

CHECK_IS_FRESH = 12
CHECK_STILL_COUNTS = 24
ADDRESS_CHECK_IS_FRESH = 36
"""Months."""
RECENT_SINCE = 2023
"""Sources published in this year or later are taken for reachable people and places."""
OFFICIAL_NUMBERS_SINCE = 2018
"""Numbers of authorities live longer: official sources of this year or later are taken for them."""
FIGURES_ARE_OLD = 36
"""Months."""
CHECKED = "geprüft am"
"""How the wording of evidence begins that is a confirmation."""
NO_DATE = "Stand unbekannt"
"""How the wording of evidence begins that has no date but the day on which it was read."""
SITE_IS_OLD = 6
"""Months after which a site that nobody built anew says so by itself."""


class Display(Enum):
    """How a fact appears on a page."""

    SHOWN = "shown"
    MARKED = "marked"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a fact rests on: its own check and sources, else those of its record."""

    checked: Checked | None
    sources: tuple[Source, ...]

    @classmethod
    def of(cls, fact: Fact | None, record: Record) -> Evidence:
        """The evidence of a fact within a record (of the record itself where `fact` is None)."""
        if fact and (fact.checked or fact.sources):
            return cls(fact.checked, fact.sources)
        return cls(record.checked, record.sources)

    @property
    def date(self) -> str:
        """The newest date known, partly known (`2023-09`) or `unknown`."""
        dates = [source.published for source in self.sources]
        if self.checked:
            dates.append(self.checked.on.isoformat())
        return max(dates, key=lambda date: first_day(date) or dt.date.min)

    @property
    def wording(self) -> str:
        """`geprüft am 1. März 2026`, `Stand September 2023` or `Stand unbekannt, gelesen am 22. November 2026`."""
        if self.checked and self.checked.on.isoformat() == self.date:
            return f"{CHECKED} {write_day(self.checked.on)}"
        if self.date == "unknown":
            return f"{NO_DATE}, gelesen am {write_day(max(source.accessed for source in self.sources))}"
        return f"Stand {write_partial(self.date)}"


def as_record(house: House, centre: Centre) -> Centre:
    """The record on which what a house of a Verbund says rests: with its own check and sources where it has some."""
    if not (house.checked or house.sources):
        return centre
    return centre.model_copy(update={"checked": house.checked, "sources": house.sources or centre.sources})


class Judgement(NamedTuple):
    """How a fact appears, on what date it rests, and until when."""

    display: Display
    as_of_text: str
    """The date of its evidence in words: `geprüft am 1. März 2026`."""
    day: str
    """ISO date of the evidence for `<time datetime>`; the day of reading where nothing else is known."""
    fresh_until: str
    """ISO day after which the same fact asks to be checked, should nobody build the site anew; empty where none."""


def judge(fact: Channel | OpeningHours | Address, record: Record, today: dt.date) -> Judgement:
    """How a fact of a record is shown on a day: the one place where this is decided."""
    evidence = Evidence.of(fact, record)
    if isinstance(fact, Address):
        display, months = _judge_address(fact, evidence, today), ADDRESS_CHECK_IS_FRESH
    elif isinstance(fact, Channel) and not fact.way.is_dated:
        display, months = Display.SHOWN, CHECK_IS_FRESH
    else:
        holds = _is_source_of_hours if isinstance(fact, OpeningHours) else _is_source_of_numbers
        display, months = _judge_reachability(evidence, today, holds), CHECK_IS_FRESH
    known = evidence.date
    day = known if latest_day(known) else max(source.accessed for source in evidence.sources).isoformat()
    last = _last_fresh_day(evidence, months) if display is Display.SHOWN else None
    return Judgement(display, evidence.wording, day, last.isoformat() if last else "")


def _judge_reachability(evidence: Evidence, today: dt.date, holds: Callable[[Source], bool]) -> Display:
    if evidence.checked and is_within(evidence.checked.on, CHECK_IS_FRESH, today):
        return Display.SHOWN
    if evidence.checked and is_within(evidence.checked.on, CHECK_STILL_COUNTS, today):
        return Display.MARKED
    return Display.MARKED if any(map(holds, evidence.sources)) else Display.WITHHELD


def _is_source_of_numbers(source: Source) -> bool:
    """Whether a number or mailbox is taken from it without a check."""
    if source.kind is SourceKind.OWN:
        return True
    return _is_since(source, OFFICIAL_NUMBERS_SINCE if source.kind is SourceKind.OFFICIAL else RECENT_SINCE)


def _is_source_of_hours(source: Source) -> bool:
    """Whether opening hours are taken from it without a check; an own page without a date counts as of its reading."""
    if source.kind is SourceKind.OWN and source.published == UNKNOWN:
        return source.accessed.year >= RECENT_SINCE
    return source.kind in (SourceKind.OWN, SourceKind.OFFICIAL) and _is_since(source, RECENT_SINCE)


def _judge_address(address: Address, evidence: Evidence, today: dt.date) -> Display:
    if address.contradicted:
        return Display.WITHHELD
    if evidence.checked and is_within(evidence.checked.on, ADDRESS_CHECK_IS_FRESH, today):
        return Display.SHOWN
    if any(source.kind is SourceKind.OFFICIAL and _is_since(source, RECENT_SINCE) for source in evidence.sources):
        return Display.SHOWN
    return Display.MARKED


def _last_fresh_day(evidence: Evidence, months: int) -> dt.date | None:
    """The last day on which a check makes a fact appear without a warning; None where it does not rest on a check."""
    return months_later(evidence.checked.on, months) if evidence.checked else None


def last_look(record: Record) -> dt.date:
    """The day of its check or, without one, on which its newest source was read."""
    return max([source.accessed for source in record.sources] + ([record.checked.on] if record.checked else []))


def is_old(as_of: str, today: dt.date) -> bool:
    """Whether a figure or an agreement of this date is called 'not confirmed for today'."""
    day = latest_day(as_of)
    return day is None or not is_within(day, FIGURES_ARE_OLD, today)


def _is_since(source: Source, year: int) -> bool:
    return (year_of(source.published) or 0) >= year
