"""People who are named: for a reason, until a day, and with what belongs to them alone."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

from wegweiser.catalog import Catalog, Entry
from wegweiser.schema import Channel, Contact

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


def private_reason(value: str) -> str | None:
    """Why a number or mailbox seems to belong to one person, as a German sentence; None where it does not."""
    if _MOBILE.match(value):
        return "Das ist eine Mobilnummer."
    if _PRIVATE_MAIL.search(value):
        return "Das ist ein privates Postfach."
    if (mailbox := _PERSONAL_MAILBOX.match(value)) and mailbox[1] not in _FUNCTIONS:
        return "Das sieht nach dem Postfach eines Menschen aus (vorname.nachname)."
    return None


def on_day(catalog: Catalog, today: dt.date) -> Catalog:
    """The catalog as it may be shown that day: whose time has passed leaves with name, private number and mailbox."""
    contacts = {id_: _on_day(entry, today) for id_, entry in catalog.contacts.items()}
    return dataclasses.replace(catalog, contacts=contacts)


def _on_day(entry: Entry[Contact], today: dt.date) -> Entry[Contact]:
    person = entry.record.person
    if person is None or person.until >= today:
        return entry
    channels = tuple(channel for channel in entry.record.channels if not _is_private(channel))
    record = entry.record.model_copy(update={"person": None, "channels": channels})
    return dataclasses.replace(entry, record=record)


def _is_private(channel: Channel) -> bool:
    return private_reason(channel.phone or channel.email or "") is not None
