"""Who is no longer there: a day closes a house or a contact, and whoever names it is led to its successor."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from wegweiser.catalog import Catalog, Entries, Entry
from wegweiser.schema import Centre, Closed, Contact, Organization, Rule


def is_closed(record: Centre | Contact | Organization, today: dt.date) -> bool:
    """Whether the day has come; before it a closing is only announced."""
    closed: Closed | None = record.closed
    return closed is not None and closed.since <= today


def open_houses(catalog: Catalog, today: dt.date) -> Entries[Centre]:
    """The houses that have not closed by that day."""
    return {id_: entry for id_, entry in catalog.centres.items() if not is_closed(entry.record, today)}


def on_day(catalog: Catalog, today: dt.date) -> Catalog:
    """The catalog as it holds that day: where a contact is closed, its successor stands in rules, chains and houses."""
    following = {id_: _last(catalog, id_, today) for id_ in catalog.contacts}
    if all(id_ == last for id_, last in following.items()):
        return catalog
    rules = tuple(_rule(rule, following) for rule in catalog.responsibilities.record.rules)
    contacts = {id_: _led(entry, following, "deputy", "escalation") for id_, entry in catalog.contacts.items()}
    return dataclasses.replace(
        catalog,
        responsibilities=_changed(catalog.responsibilities, rules=rules),
        contacts=contacts,
        centres={id_: _led(entry, following, "contact") for id_, entry in catalog.centres.items()},
        agreements={id_: _led(entry, following, "contact_office") for id_, entry in catalog.agreements.items()},
    )


def _last(catalog: Catalog, contact: str, today: dt.date) -> str:
    """Where the line of successors ends; the contact itself where it is open or nobody follows."""
    seen = {contact}
    while (entry := catalog.contacts.get(contact)) and entry.record.closed and is_closed(entry.record, today):
        after = entry.record.closed.successor
        if after is None or after in seen or after not in catalog.contacts:
            break
        seen.add(after)
        contact = after
    return contact


def _rule(rule: Rule, following: dict[str, str]) -> Rule:
    def led(id_: str) -> str:
        return following.get(id_, id_)

    parts = tuple(part.model_copy(update={"contact": led(part.contact)}) for part in rule.parts)
    contacts = {town: led(id_) for town, id_ in rule.contacts.items()}
    contact = led(rule.contact) if rule.contact else None
    return rule.model_copy(update={"contact": contact, "contacts": contacts, "parts": parts})


def _led(entry: Entry[Any], following: dict[str, str], *fields: str) -> Entry[Any]:
    named = {field: getattr(entry.record, field) for field in fields}
    led = {field: following.get(id_, id_) for field, id_ in named.items() if id_}
    changes = {field: None if id_ == entry.id else id_ for field, id_ in led.items() if id_ != named[field]}
    return _changed(entry, **changes) if changes else entry


def _changed(entry: Entry[Any], **fields: Any) -> Entry[Any]:
    return dataclasses.replace(entry, record=entry.record.model_copy(update=fields))
