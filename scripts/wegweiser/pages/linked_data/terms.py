"""Facts as schema.org writes them: addresses, hours, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from wegweiser.schema import OpeningHours
from wegweiser.schema.codes import Audience
from wegweiser.schema.ways import Way
from wegweiser.view.exchange.weekly_hours import weekly_hours
from wegweiser.view.opening import ShownHours
from wegweiser.view.reach import ShownAddress, ShownChannel, for_audience

Node = dict[str, Any]

DAYS = {
    "Mo": "Monday",
    "Tu": "Tuesday",
    "We": "Wednesday",
    "Th": "Thursday",
    "Fr": "Friday",
    "Sa": "Saturday",
    "Su": "Sunday",
}
VOCABULARY = "https://schema.org/"


def filled(node: Node) -> Node:
    """Without the properties of which nothing is known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def postal_address(place: ShownAddress | None) -> Node | None:
    """An address that is shown."""
    if place is None or place.withheld:
        return None
    parts = {"streetAddress": place.street, "postalCode": place.postal_code, "addressLocality": place.city}
    return filled({"@type": "PostalAddress", **parts, "addressCountry": "DE"})


def opening_hours(hours: OpeningHours | None, shown: ShownHours | None) -> list[Node]:
    """The hours of each week; what is so only in some weeks of a month cannot be said."""
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [VOCABULARY + DAYS[day] for day in rule.days],
            "opens": rule.opens,
            "closes": rule.closes,
        }
        for rule in weekly_hours(hours, shown)
        if not rule.counts
    ]


def one_or_many(values: Sequence[Any]) -> Any:
    """A single value stands for itself."""
    return values[0] if len(values) == 1 else list(values)


def reached(channels: Iterable[ShownChannel]) -> Node:
    """Numbers and mailboxes for parents."""
    shown = [channel for channel in for_audience(channels, Audience.PARENTS) if channel.value]
    names = {"telephone": (Way.PHONE, Way.SHORT_NUMBER), "email": (Way.EMAIL,), "faxNumber": (Way.FAX,)}
    found = {name: [channel.value for channel in shown if channel.way in ways] for name, ways in names.items()}
    return {name: one_or_many(values) for name, values in found.items() if values}
