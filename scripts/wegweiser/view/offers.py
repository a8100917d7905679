"""Offers in the order in which people meet them, and for which ages they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.schema import Ages, Offer, Topic


def offers_by_topic(edition: Edition) -> list[tuple[Topic, list[Entry[Offer]]]]:
    """The topics in their order, each with its offers; topics without offers are left out."""
    groups = [(topic, offers_of(edition, id_)) for id_, topic in edition.catalog.topics.items()]
    return [(topic, offers) for topic, offers in groups if offers]


def offers_of(edition: Edition, topic: str) -> list[Entry[Offer]]:
    """The offers of a topic, overviews first."""
    offers = [entry for entry in edition.catalog.offers.values() if entry.record.topic == topic]
    return sorted(offers, key=lambda entry: not entry.id.endswith("-ueberblick"))


def ages_beside(ages: Ages | None, conditions: Iterable[str]) -> str | None:
    """The ages where none of the conditions names them already, in whichever words: `unter 25` says `bis 24 Jahre`."""
    if ages is None:
        return None
    limits = {str(age + more) for age in (ages.minimum_age, ages.maximum_age) if age is not None for more in (0, 1)}
    named = {number for condition in conditions for number in re.findall("[0-9]+", condition)}
    return None if limits & named else ages_text(ages)


def ages_text(ages: Ages | None) -> str | None:
    """`bis 24 Jahre`, `von 6 bis 17 Jahren`, `ab 3 Jahren`; None where age makes no difference."""
    if ages is None or (ages.minimum_age is None and ages.maximum_age is None):
        return None
    if ages.minimum_age is None:
        return f"bis {ages.maximum_age} Jahre"
    if ages.maximum_age is None:
        return f"ab {ages.minimum_age} Jahren"
    return f"von {ages.minimum_age} bis {ages.maximum_age} Jahren"
