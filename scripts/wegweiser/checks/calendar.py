"""Dates that cannot be right on any day, and those that need somebody's look."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Any

from dateutil.relativedelta import relativedelta

from wegweiser.calendar import occurrences
from wegweiser.catalog import Catalog, Entry
from wegweiser.dates import first_day, write_day
from wegweiser.problems import Level, Problem
from wegweiser.schema import Amount, Event, Offer

EVENT_FAR_AHEAD = relativedelta(months=18)
EVENT_LONG_PAST = dt.timedelta(days=90)
AMOUNT_ENDS_SOON = dt.timedelta(days=60)
PERSON_AT_MOST = relativedelta(months=24)
PERSON_ENDS_SOON = dt.timedelta(days=30)


def check(catalog: Catalog, today: dt.date) -> Iterator[Problem]:
    """Problems with dates; what only the passing of time causes is a warning."""
    for entry in catalog.records():
        yield from _evidence(entry, today)
    for offer in catalog.offers.values():
        yield from _amounts(offer, today)
    for event in catalog.events.values():
        yield from _event(event, today)
    for centre in catalog.centres.values():
        for index, days in enumerate(centre.record.closing_days):
            if days.end < days.start:
                yield centre.problem(("closing_days", index, "end"), "Das Ende liegt vor dem Anfang.")
    for contact in catalog.contacts.values():
        yield from _person(contact, today)


def _evidence(entry: Entry[Any], today: dt.date) -> Iterator[Problem]:
    for path, fact in _facts(entry.record, ()):
        if fact.checked and fact.checked.on > today:
            yield entry.problem((*path, "checked", "on"), "Das Prüfdatum liegt in der Zukunft.")
        for index, source in enumerate(fact.sources):
            place = (*path, "sources", index)
            if source.accessed > today:
                yield entry.problem(
                    (*place, "accessed"), "Das Datum, an dem die Quelle gelesen wurde, liegt in der Zukunft."
                )
            published = first_day(source.published)
            if published and published > source.accessed:
                yield entry.problem((*place, "published"), "Die Quelle wurde gelesen, bevor sie erschienen ist.")


def _facts(model: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """The record and everything in it that has sources or a check of its own."""
    if hasattr(model, "checked"):
        yield path, model
    for name in type(model).model_fields:
        value = getattr(model, name)
        items = value if isinstance(value, tuple) else (value,)
        for index, item in enumerate(items):
            if hasattr(item, "model_fields_set"):
                yield from _facts(item, (*path, name, index) if isinstance(value, tuple) else (*path, name))


def _amounts(entry: Entry[Offer], today: dt.date) -> Iterator[Problem]:
    by_id: dict[str, list[tuple[int, Amount]]] = {}
    for index, amount in enumerate(entry.record.amounts):
        by_id.setdefault(amount.id, []).append((index, amount))
        if amount.valid_to < amount.valid_from:
            yield entry.problem(("amounts", index, "valid_to"), "Der Betrag endet, bevor er beginnt.")
    for windows in by_id.values():
        windows.sort(key=lambda numbered: numbered[1].valid_from)
        for (_, before), (index, after) in itertools.pairwise(windows):
            yield from _seam(entry, before, index, after)
        yield from _last_window(entry, *windows[-1], today)


def _seam(entry: Entry[Offer], before: Amount, index: int, after: Amount) -> Iterator[Problem]:
    place = ("amounts", index, "valid_from")
    if after.valid_from <= before.valid_to:
        yield entry.problem(place, f"Zwei Beträge für '{after.id}' gelten zugleich. Bitte die Zeiträume trennen.")
    elif after.valid_from - before.valid_to > dt.timedelta(days=1):
        gap = f"{write_day(before.valid_to)} und {write_day(after.valid_from)}"
        yield entry.problem(place, f"Zwischen {gap} gilt kein Betrag für '{after.id}'. Bitte die Lücke schließen.")


def _last_window(entry: Entry[Offer], index: int, amount: Amount, today: dt.date) -> Iterator[Problem]:
    place = ("amounts", index, "valid_to")
    if amount.valid_to < today:
        message = f"Der Betrag '{amount.id}' galt bis {write_day(amount.valid_to)}. Die Seite sagt jetzt: wird geprüft."
        yield entry.problem(place, message, Level.WARNING)
    elif amount.valid_to - today <= AMOUNT_ENDS_SOON:
        message = (
            f"Der Betrag '{amount.id}' gilt nur noch bis {write_day(amount.valid_to)}. Bitte den nächsten eintragen."
        )
        yield entry.problem(place, message, Level.WARNING)


def _event(entry: Entry[Event], today: dt.date) -> Iterator[Problem]:
    event = entry.record
    if event.start is None:
        for field in ("end", "recurrence", "exceptions"):
            if getattr(event, field):
                yield entry.problem((field,), f"'{field}' braucht einen Beginn ('start').")
        return
    if event.end and event.end <= event.start:
        yield entry.problem(("end",), "Der Termin endet, bevor er beginnt.")
    if event.start.date() > today + EVENT_FAR_AHEAD:
        yield entry.problem(
            ("start",), "Der Termin liegt mehr als 18 Monate in der Zukunft. Stimmt das Jahr?", Level.WARNING
        )
    if not occurrences(event, today - EVENT_LONG_PAST, today + EVENT_FAR_AHEAD) and event.start.date() <= today:
        yield entry.problem(
            ("start",), "Der Termin ist seit über 90 Tagen vorbei. Bitte löschen oder erneuern.", Level.WARNING
        )


def _person(entry: Entry[Any], today: dt.date) -> Iterator[Problem]:
    person = entry.record.person
    if person is None:
        return
    place = ("person", "until")
    if person.until > today + PERSON_AT_MOST:
        yield entry.problem(
            place, "Ein Name darf höchstens 24 Monate im Voraus eingetragen sein. Bitte früher enden lassen."
        )
    elif person.until < today:
        yield entry.problem(
            place, "Die Frist für den Namen ist vorbei; die Seite zeigt nur die Funktion. Bitte löschen.", Level.WARNING
        )
    elif person.until - today <= PERSON_ENDS_SOON:
        yield entry.problem(place, "Die Frist für den Namen endet in weniger als 30 Tagen.", Level.WARNING)
