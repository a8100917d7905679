"""How good the facts about a house or a contact are: ten criteria, each worth less as its evidence grows old.

After the quality score of data·inclusion (France): evidence counts in full for six months, then less by the month, and
no more after two years.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from wegweiser.rules.freshness import Display, judge, last_look
from wegweiser.schema import Address, Agreement, Centre, Channel, Contact, Location, OpeningHours, Record
from wegweiser.values.dates import latest_day

FRESH = 6
OLD = 24
"""Months: until then evidence counts in full, and from then on no more."""
MONTH = 365.25 / 12
"""Days."""
THERE = 0.5
"""What a fact is worth that may be shown, however old; its freshness is the other half."""


class Criterion(Enum):
    """What is looked at; the value is the German name, and `remedy` what an office can do."""

    remedy: str

    def __new__(cls, value: str, remedy: str) -> Criterion:
        """A member is its name, and remembers the remedy."""
        member = object.__new__(cls)
        member._value_ = value
        member.remedy = remedy
        return member

    CHECK = "Bestätigung", "alle Angaben einmal im Jahr bestätigen"
    NUMBER = "Nummer", "eine Telefonnummer nennen oder bestätigen"
    HOURS = "Zeiten", "Öffnungszeiten oder Telefonzeiten nennen"
    ADDRESS = "Anschrift", "Straße und Hausnummer bestätigen"
    LANGUAGES = "Sprachen", "sagen, welche Sprachen gesprochen werden"
    ACCESS = "Barrierefreiheit", "sagen, ob das Haus ohne Stufen zu erreichen ist"
    SOURCES = "Quellen", "die Angaben wieder einmal ansehen"
    RESPONSIBILITY = "Zuständigkeit", "sagen, wer genau zuständig ist"
    OFFERS = "Angebote", "die Angebote oder Themen nennen"
    AGREEMENT = "Zusammenarbeit", "die Zusammenarbeit mit dem Jobcenter belegen"


@dataclass(frozen=True, slots=True)
class Score:
    """What a record reaches for each criterion that can apply to it: 0 (nothing) to 1 (all of it)."""

    reached: Mapping[Criterion, float]

    @property
    def total(self) -> float:
        """All criteria weigh the same; 0 to 1."""
        return sum(self.reached.values()) / len(self.reached)

    def gain(self, criterion: Criterion) -> float:
        """By how much the total would rise if this were as good as it can be; 0 where it does not apply."""
        return (1 - self.reached.get(criterion, 1)) / len(self.reached)


def freshness(day: dt.date | None, today: dt.date) -> float:
    """1 for evidence of the last six months, 0 after two years or where there is none, and linear in between."""
    if day is None:
        return 0.0
    age = (today - day).days / MONTH
    return min(1.0, max(0.0, (OLD - age) / (OLD - FRESH)))


def score_centre(centre: Centre, agreements: Iterable[Agreement], today: dt.date) -> Score:
    """The score of a house on a day."""
    dates = [latest_day(agreement.as_of) for agreement in agreements]
    return Score(
        {
            **_common(centre, centre.channels, today),
            Criterion.HOURS: _fact(centre, [centre.opening_hours], today),
            Criterion.ADDRESS: _fact(centre, [_with_street(centre.address)], today),
            Criterion.LANGUAGES: _told(centre, centre.languages, today),
            Criterion.ACCESS: _told(centre, centre.accessibility, today),
            Criterion.RESPONSIBILITY: _told(centre, centre.contact, today),
            Criterion.OFFERS: _told(centre, centre.offers or centre.activities, today),
            Criterion.AGREEMENT: max((_worth(date, today) for date in dates), default=0.0),
        }
    )


def score_contact(contact: Contact, location: Location | None, specific: float | None, today: dt.date) -> Score:
    """The score of a contact on a day. `specific` is the share of the questions it answers for which it is named in
    particular (0 to 1), None where it answers none.
    """
    hours = [contact.opening_hours, location.opening_hours if location else None]
    reached = {
        **_common(contact, contact.channels, today),
        Criterion.HOURS: _fact(contact, hours, today),
        Criterion.LANGUAGES: _told(contact, contact.languages, today),
        Criterion.OFFERS: _told(contact, contact.topics, today),
    }
    if location:
        reached[Criterion.ADDRESS] = _fact(contact, [_with_street(location.address)], today)
        reached[Criterion.ACCESS] = _told(contact, location.accessibility, today)
    if specific is not None:
        reached[Criterion.RESPONSIBILITY] = specific
    return Score(reached)


def _common(record: Record, channels: Iterable[Channel], today: dt.date) -> dict[Criterion, float]:
    numbers = [channel for channel in channels if channel.way.is_dialled]
    return {
        Criterion.CHECK: freshness(record.checked.on if record.checked else None, today),
        Criterion.NUMBER: _fact(record, numbers, today),
        Criterion.SOURCES: freshness(last_look(record), today),
    }


def _with_street(address: Address | None) -> Address | None:
    return address if address and address.street else None


def _fact(record: Record, facts: Iterable[Channel | OpeningHours | Address | None], today: dt.date) -> float:
    """What the best of some facts is worth; nothing where all are unknown or withheld."""
    judged = [judge(fact, record, today) for fact in facts if fact]
    days = [latest_day(one.day) for one in judged if one.display is not Display.WITHHELD]
    return max((_worth(day, today) for day in days), default=0.0)


def _told(record: Record, value: object, today: dt.date) -> float:
    """What something is worth that rests on the evidence of its record."""
    return _worth(last_look(record), today) if value else 0.0


def _worth(day: dt.date | None, today: dt.date) -> float:
    """What is known counts for half, and its freshness for the other half."""
    return THERE + (1 - THERE) * freshness(day, today)
