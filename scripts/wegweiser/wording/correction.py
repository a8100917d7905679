"""What somebody is asked who says that a fact is wrong, and the mail that asks it where no script runs."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link, title_of

SUBJECT = "Korrektur: {}"
DISCREET_SUBJECT = "Korrektur zum Familienwegweiser"
"""Above a message about a page whose subject nobody else shall see; overrides/script/correct/ has both as well."""

BLANK = (
    "Seite: {title}\n{address}\n\n"
    "Was stimmt nicht?\n\n\n"
    "Was ist richtig?\n\n\n"
    "Woher wissen Sie das? (Ihre Aufgabe genügt, kein Name)\n\n\n"
    "Bitte schreiben Sie nichts über Familien."
)

ROLES = (
    "Leitung des Hauses",
    "Team des Hauses",
    "Zuständige Stelle im Amt",
    "Träger",
    "Beratungsstelle",
    "Mutter oder Vater",
)
"""Functions that are offered to whoever says it; anything else can be typed."""


def blank_mail(email: str, url: str, entry: Entry[Any] | None = None) -> str:
    """A `mailto:` address (RFC 6068) with subject and questions for a record, or without one a bare subject.

    `url` is where the site is published, with a slash at the end, or empty. Empty where nobody reads mail.
    """
    if entry is None:
        return _mail(email, DISCREET_SUBJECT)
    title = title_of(entry)
    subject = DISCREET_SUBJECT if getattr(entry.record, "discreet", False) else SUBJECT.format(title)
    return _mail(email, subject, BLANK.format(title=title, address=f"{url or '/'}{link(entry)}"))


def _mail(email: str, subject: str, body: str = "") -> str:
    fields = {"subject": subject, "body": body.replace("\n", "\r\n")}
    written = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    return f"mailto:{email}?{written}" if email else ""
