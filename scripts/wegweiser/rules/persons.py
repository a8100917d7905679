"""People who are named: for a reason, until a day, and with what belongs to them alone."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import NamedTuple, TypeVar

from wegweiser.catalog import Catalog, Entry
from wegweiser.schema import Channel, Contact, Record

T = TypeVar("T", bound=Record)

_MOBILE = re.compile(r"\+49 1[567]")
_PRIVATE_MAIL = re.compile(
    r"@(aol|arcor|freenet|gmail|gmx|googlemail|hotmail|icloud|live|me|outlook|t-online|web|yahoo)\."
)
_PERSONAL_MAILBOX = re.compile(r"([a-z]+)(?:-[a-z]+)?[._](?:[a-z-]+[._])?[a-z-]{3,}@")
_FUNCTIONS = frozenset(
    """awo beratung buergerbuero buero caritas diakonie drk elterngeld ev familienbuero familienzentrum fz gemeinde hort
    info jobcenter jugendamt kath kiga kita kitas kontakt kreis leitung ogs post poststelle presse rathaus redaktion
    sankt schule sekretariat service sozialamt st stadt tagespflege team verein verwaltung wohngeld zentrale""".split()
)
"""Mailboxes that begin like a first name and a dot, and are none."""


class Privacy(NamedTuple):
    """Why a number or mailbox seems to belong to one person."""

    reason: str
    """A German sentence."""
    is_suspicion: bool
    """Whether only its form says so: offices and houses have mailboxes like that too."""


def privacy_of(value: str) -> Privacy | None:
    """Whether a number or mailbox seems to belong to one person; None where it does not."""
    if _MOBILE.match(value):
        return Privacy("Das ist eine Mobilnummer.", is_suspicion=False)
    if _PRIVATE_MAIL.search(value):
        return Privacy("Das ist ein privates Postfach.", is_suspicion=True)
    if (mailbox := _PERSONAL_MAILBOX.match(value)) and mailbox[1] not in _FUNCTIONS:
        return Privacy("Das sieht nach dem Postfach eines Menschen aus (vorname.nachname).", is_suspicion=True)
    return None


def privacy_of_channel(channel: Channel) -> Privacy | None:
    """The same for a channel; what is stated to be of the office belongs to no person."""
    return None if channel.of_office else privacy_of(channel.phone or channel.email or "")


def on_day(catalog: Catalog, today: dt.date) -> Catalog:
    """The catalog as it may be shown that day: whose time has passed leaves with name, private number and mailbox.

    What looks private and is stated to be neither a person's nor an office's is not shown.
    """
    return dataclasses.replace(
        catalog,
        contacts={id_: _contact(entry, today) for id_, entry in catalog.contacts.items()},
        organizations=_without_private(catalog.organizations),
        centres=_without_private(catalog.centres),
        offers=_without_private(catalog.offers),
    )


def _contact(entry: Entry[Contact], today: dt.date) -> Entry[Contact]:
    person = entry.record.person
    if person and person.until >= today:
        return entry
    return _changed(entry, {"person": None} if person else {})


def _without_private(entries: dict[str, Entry[T]]) -> dict[str, Entry[T]]:
    return {id_: _changed(entry, {}) for id_, entry in entries.items()}


def _changed(entry: Entry[T], changes: dict[str, object]) -> Entry[T]:
    """The entry without private channels."""
    channels: tuple[Channel, ...] = entry.record.channels  # type: ignore[attr-defined]
    kept = tuple(channel for channel in channels if not privacy_of_channel(channel))
    if len(kept) < len(channels):
        changes = {**changes, "channels": kept}
    return dataclasses.replace(entry, record=entry.record.model_copy(update=changes)) if changes else entry
