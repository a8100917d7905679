"""When somebody shall look at a record again, and whose record it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.rules.freshness import last_look
from wegweiser.schema import Contact, Organization
from wegweiser.schema.places import ReviewPeriods
from wegweiser.values.dates import months_later

PERIOD_OF = {"contact": "contacts", "organization": "contacts", "centre": "centres", "offer": "offers"}
"""Kind of record → the field of the region's review periods; other kinds are not looked at by the calendar."""


def reviews(catalog: Catalog) -> Iterator[tuple[dt.date, Entry[Any]]]:
    """The day on which each record is due, in the order of the catalog."""
    periods = catalog.region.record.review_periods
    for entry in catalog.records():
        if entry.kind in PERIOD_OF and not getattr(entry.record, "closed", None):
            yield review_day(entry, periods), entry


def review_day(entry: Entry[Any], periods: ReviewPeriods) -> dt.date:
    """The day after so many months since somebody last looked: its own rhythm, else that of its kind."""
    months = entry.record.review_months or getattr(periods, PERIOD_OF[entry.kind])
    return months_later(last_look(entry.record), months)


def office_of(catalog: Catalog, entry: Entry[Any]) -> Entry[Organization] | None:
    """Who can say whether a record is right: the organization of a contact, the provider of a house, an organization
    itself; None where only the editors can.
    """
    record = entry.record
    if isinstance(record, Organization):
        return entry
    owner = record.organization if isinstance(record, Contact) else getattr(record, "provider", None)
    return catalog.organizations.get(owner) if owner else None
