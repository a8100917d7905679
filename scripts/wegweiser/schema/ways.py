"""The ways to reach somebody: which are dialled, which lead to a person, which grow old, how each is linked."""

from __future__ import annotations

import re
from enum import StrEnum


class Way(StrEnum):
    """A way is the name of its field in a channel, and knows its German label."""

    label: str

    def __new__(cls, value: str, label: str) -> Way:
        """A member is its code, and remembers the label."""
        way = str.__new__(cls, value)
        way._value_ = value
        way.label = label
        return way

    PHONE = "phone", "Telefon"
    SHORT_NUMBER = "short_number", "Kurzwahl"
    EMAIL = "email", "E-Mail"
    FAX = "fax", "Fax"
    BOOKING = "booking", "Termin online buchen"
    ONLINE_FORM = "online_form", "Online-Antrag"
    SIGN_LANGUAGE_VIDEO = "sign_language_video", "Gebärdensprach-Video"
    WEB = "web", "Internet"
    POST = "post", "Post"

    @property
    def is_dialled(self) -> bool:
        """Whether somebody answers a call there."""
        return self in (Way.PHONE, Way.SHORT_NUMBER)

    @property
    def is_direct(self) -> bool:
        """Whether a message reaches somebody at once: a number or a mailbox."""
        return self.is_dialled or self is Way.EMAIL

    @property
    def is_dated(self) -> bool:
        """Whether it stops to be true without anybody noticing; web addresses and short numbers do not."""
        return self in (Way.PHONE, Way.FAX, Way.EMAIL)

    @property
    def is_page(self) -> bool:
        """Whether it is the address of a page."""
        return self is Way.WEB or self.is_service

    @property
    def is_service(self) -> bool:
        """Whether it is a page on which something begins: a booking, an application, a talk in sign language."""
        return self in (Way.BOOKING, Way.ONLINE_FORM, Way.SIGN_LANGUAGE_VIDEO)

    def href(self, value: str) -> str:
        """Where a link leads: `tel:` after RFC 3966, `mailto:` after RFC 6068; empty where nothing can be linked.

        A fax has none: whoever taps it would hear it whistle.
        """
        if not value or self in (Way.POST, Way.FAX):
            return ""
        if self.is_dialled:
            return "tel:" + re.sub("[^0-9+]", "", value)
        return f"mailto:{value}" if self is Way.EMAIL else value


def makes_appointments(way: Way, label: str | None) -> bool:
    """Whether one books there; editors also write that as the label of a web address."""
    return way is Way.BOOKING or (way is Way.WEB and "termin" in (label or "").lower())
