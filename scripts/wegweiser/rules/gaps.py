"""Which facts a family looks for on the page of a house, and whether they are there."""

from __future__ import annotations

from wegweiser.schema import Centre
from wegweiser.schema.codes import MissingField

CENTRE_FIELDS: dict[MissingField, str] = {
    MissingField.ADDRESS: "address",
    MissingField.PHONE: "phone",
    MissingField.EMAIL: "email",
    MissingField.OPENING_HOURS: "opening_hours",
    MissingField.PROVIDER: "provider",
    MissingField.AGES: "ages",
    MissingField.PLACES: "places",
}
"""What is looked for → the field (or way of a channel) that holds it."""


def lacks(centre: Centre, field: MissingField) -> bool:
    """Whether a house lacks what a family looks for."""
    name = CENTRE_FIELDS[field]
    if field is MissingField.ADDRESS:
        return centre.address is None or centre.address.street is None
    if field in (MissingField.PHONE, MissingField.EMAIL):
        return not any(channel.way == name for channel in centre.channels)
    return not getattr(centre, name)
