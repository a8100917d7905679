"""Statements about what many records are made of: addresses, ways to reach somebody, hours, figures, choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from wegweiser.catalog import Catalog
from wegweiser.catalog.addresses import title_of as name_of
from wegweiser.schema import Access, Address, Channel, Figure, Model, OpeningHours
from wegweiser.schema.codes import Accessibility
from wegweiser.schema.ways import Way
from wegweiser.values import languages
from wegweiser.values.dates import UNKNOWN as UNKNOWN_DATE
from wegweiser.view.statements.statement import NEW, SEPARATOR, Choice, Form, Statement, Subject, title_of
from wegweiser.wording.hours import hour_rows
from wegweiser.wording.phone import local_number

FORMS = {
    Way.PHONE: Form.PHONE,
    Way.SHORT_NUMBER: Form.TEXT,
    Way.EMAIL: Form.EMAIL,
    Way.FAX: Form.PHONE,
    Way.BOOKING: Form.URL,
    Way.ONLINE_FORM: Form.URL,
    Way.SIGN_LANGUAGE_VIDEO: Form.URL,
    Way.WEB: Form.URL,
    Way.POST: Form.TEXT,
}


def hours_words(hours: str) -> str:
    """`Montag bis Freitag 7.30 bis 16.30 Uhr; An Feiertagen geschlossen`."""
    return SEPARATOR.join(f"{days} {times}" for days, times in hour_rows(hours))


def _channel(subject: Subject, index: int, channel: Channel) -> Iterator[Statement]:
    words = local_number(channel.value) if channel.way in (Way.PHONE, Way.FAX) else channel.value
    label = f"{channel.way.label} ({channel.label})" if channel.label else channel.way.label
    part = subject.part(f"channels.{index}", fact=channel)
    yield part.say(channel.way, label, words, FORMS[channel.way])
    if channel.hours:
        yield part.say("hours", f"{label}, {title_of(Channel, 'hours')}", hours_words(channel.hours), Form.HOURS)


def channels(subject: Subject, known: Sequence[Channel], wanted: Iterable[Way]) -> Iterator[Statement]:
    """Every way that we name, and those that are wanted and not known."""
    for index, channel in enumerate(known):
        yield from _channel(subject, index, channel)
    for way in wanted:
        if all(channel.way is not way for channel in known):
            yield subject.part(f"channels.{NEW}").say(way, way.label, None, FORMS[way])


def address(subject: Subject, known: Address | None) -> Iterator[Statement]:
    """Street and postcode always, the rest where it is known."""
    heading = "Anschrift"
    part = subject.part("address", heading, known or Address())
    yield part.say_field(known, Address, "street", Form.TEXT)
    yield part.say_field(known, Address, "postal_code", Form.POSTAL_CODE)
    for name in ("city", "note"):
        if known and getattr(known, name):
            yield part.say_field(known, Address, name, Form.TEXT)


def opening_hours(subject: Subject, known: OpeningHours | None, label: str) -> Iterator[Statement]:
    """The hours always, the note where there is one."""
    part = subject.part("opening_hours", fact=known or OpeningHours.model_construct())
    words = hours_words(known.hours) if known and known.hours else None
    yield part.say("hours", label, words, Form.HOURS)
    if known and known.note:
        yield part.say("note", f"{label}, {title_of(OpeningHours, 'note')}", known.note)


def figure(subject: Subject, model: type[Model], name: str, known: Figure | None) -> Statement:
    """A number that was true at a time."""
    part = subject.part(name, fact=known or Figure.model_construct(value=0, as_of=UNKNOWN_DATE))
    return part.say("value", title_of(model, name), None if known is None else str(known.value), Form.COUNT)


def access(subject: Subject, known: Access | None, label: str) -> Statement:
    """How accessible a building is."""
    part = subject.part("accessibility")
    return chosen(part, "features", label, known.features if known else (), codes(Accessibility))


@cache
def codes(kind: type[StrEnum]) -> tuple[Choice, ...]:
    """The members of a closed list."""
    return tuple(Choice(member.value, str(getattr(member, "label", member))) for member in kind)


@cache
def all_languages() -> tuple[Choice, ...]:
    """Every language by its German name."""
    return tuple(Choice(code, name) for code, name in languages.names().items())


def records(catalog: Catalog, kind: str, among: Iterable[str] | None = None) -> tuple[Choice, ...]:
    """The records of a kind by their names; `among` are the ids that come into question."""
    entries = catalog.of_kind(kind)
    return tuple(Choice(id_, name_of(entries[id_])) for id_ in (entries if among is None else among) if id_ in entries)


def chosen(
    subject: Subject, name: str, label: str, values: Iterable[Any], choices: tuple[Choice, ...], *, one: bool = False
) -> Statement:
    """What is taken from a list of possible values."""
    labels = {choice.value: choice.label for choice in choices}
    words = SEPARATOR.join(labels.get(str(value), str(value)) for value in values)
    return subject.say(name, label, words, Form.CHOICE if one else Form.CHOICES, choices)


def lines(subject: Subject, model: type[Model], name: str, values: Sequence[str]) -> Statement:
    """Several short texts."""
    return subject.say(name, title_of(model, name), SEPARATOR.join(values), Form.LINES)
