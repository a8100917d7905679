"""Dates that cannot be right on any day, and those that need somebody's look."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from dateutil.relativedelta import relativedelta

from wegweiser.catalog import Catalog, Entry
from wegweiser.rules.amounts import LAST_AMOUNT_STILL_HELPS
from wegweiser.schema import Amount, Model, Offer
from wegweiser.values.dates import first_day, is_within, write_day, write_partial
from wegweiser.values.problems import Level, Problem

AMOUNT_ENDS_SOON = dt.timedelta(days=60)
PERSON_AT_MOST = relativedelta(months=24)
PERSON_ENDS_SOON = dt.timedelta(days=30)

Path = tuple[str | int, ...]
Fields = Mapping[str, Any]


def check(catalog: Catalog, today: dt.date) -> Iterator[Problem]:
    """Problems with dates; what only the passing of time causes is a warning."""
    for entry in (*catalog.records(), *catalog.files()):
        for path, fields in _parts(entry.record, ()):
            yield from _evidence(entry, path, fields, today)
            yield from _past(entry, path, fields, today)
    for offer in catalog.offers.values():
        yield from _amounts(offer, today)
    for contact in catalog.contacts.values():
        yield from _person(contact, today)


def _evidence(entry: Entry[Any], path: Path, fields: Fields, today: dt.date) -> Iterator[Problem]:
    checked = fields.get("checked")
    if checked and checked.on > today:
        yield entry.problem((*path, "checked", "on"), "Das Prüfdatum liegt in der Zukunft.")
    for index, source in enumerate(fields.get("sources", ())):
        place = (*path, "sources", index)
        if source.accessed > today:
            yield entry.problem(
                (*place, "accessed"), "Das Datum, an dem die Quelle gelesen wurde, liegt in der Zukunft."
            )
        published = first_day(source.published)
        if published and published > source.accessed:
            yield entry.problem((*place, "published"), "Die Quelle wurde gelesen, bevor sie erschienen ist.")


def _past(entry: Entry[Any], path: Path, fields: Fields, today: dt.date) -> Iterator[Problem]:
    """Figures, agreements and news tell what was."""
    for field in ("as_of", "signed", "renewed", "date"):
        date = fields.get(field)
        if date and (first_day(date) or today) > today:
            yield entry.problem((*path, field), f"'{field}' liegt in der Zukunft: {write_partial(date)}.")


def _parts(model: Model, path: Path) -> Iterator[tuple[Path, Fields]]:
    """The fields of a record, and of every part of it that has fields of its own."""
    fields = vars(model)
    yield path, fields
    for name, value in fields.items():
        if isinstance(value, Model):
            yield from _parts(value, (*path, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Model):
                    yield from _parts(item, (*path, name, index))


def _amounts(entry: Entry[Offer], today: dt.date) -> Iterator[Problem]:
    by_id: dict[str, list[tuple[int, Amount]]] = {}
    for index, amount in enumerate(entry.record.amounts):
        by_id.setdefault(amount.id, []).append((index, amount))
        if amount.valid_to and amount.valid_to < amount.valid_from:
            yield entry.problem(("amounts", index, "valid_to"), "Der Betrag endet, bevor er beginnt.")
    for windows in by_id.values():
        windows.sort(key=lambda numbered: numbered[1].valid_from)
        for (_, before), (index, after) in itertools.pairwise(windows):
            yield from _seam(entry, before, index, after)
        yield from _first_window(entry, *windows[0], today)
        yield from _last_window(entry, *windows[-1], today)


def _seam(entry: Entry[Offer], before: Amount, index: int, after: Amount) -> Iterator[Problem]:
    place = ("amounts", index, "valid_from")
    if before.valid_to is None or after.valid_from <= before.valid_to:
        yield entry.problem(place, f"Zwei Beträge für '{after.id}' gelten zugleich. Bitte die Zeiträume trennen.")
    elif after.valid_from - before.valid_to > dt.timedelta(days=1):
        gap = f"{write_day(before.valid_to)} und {write_day(after.valid_from)}"
        yield entry.problem(place, f"Zwischen {gap} gilt kein Betrag für '{after.id}'. Bitte die Lücke schließen.")


def _first_window(entry: Entry[Offer], index: int, amount: Amount, today: dt.date) -> Iterator[Problem]:
    if amount.valid_from > today:
        message = (
            f"Der Betrag '{amount.id}' gilt erst ab {write_day(amount.valid_from)}. Bis dahin heißt es: wird geprüft."
        )
        yield entry.problem(("amounts", index, "valid_from"), message, Level.WARNING)


def _last_window(entry: Entry[Offer], index: int, amount: Amount, today: dt.date) -> Iterator[Problem]:
    place = ("amounts", index, "valid_to")
    if amount.valid_to is None:
        if amount.review_on and amount.review_on < today:
            message = (
                f"Der Betrag '{amount.id}' sollte am {write_day(amount.review_on)} neu geprüft werden. "
                "Die Seite nennt jetzt das Jahr, von dem er bekannt ist."
            )
            yield entry.problem(("amounts", index, "review_on"), message, Level.WARNING)
    elif amount.valid_to < today:
        helps = is_within(amount.valid_to, LAST_AMOUNT_STILL_HELPS, today)
        shown = "nennt ihn jetzt als letzten bekannten" if helps else "sagt jetzt nur noch: wird geprüft"
        message = (
            f"Der Betrag '{amount.id}' galt bis {write_day(amount.valid_to)}. Die Seite {shown}. "
            "Bitte den neuen eintragen."
        )
        yield entry.problem(place, message, Level.WARNING)
    elif amount.valid_to - today <= AMOUNT_ENDS_SOON:
        message = (
            f"Der Betrag '{amount.id}' gilt nur noch bis {write_day(amount.valid_to)}. Bitte den nächsten eintragen."
        )
        yield entry.problem(place, message, Level.WARNING)


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
            place,
            "Die Frist ist vorbei: Name und private Nummern stehen nicht mehr auf der Seite. Bitte löschen.",
            Level.WARNING,
        )
    elif person.until - today <= PERSON_ENDS_SOON:
        yield entry.problem(place, "Die Frist für den Namen endet in höchstens 30 Tagen.", Level.WARNING)
