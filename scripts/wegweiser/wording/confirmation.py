"""What the site says about how sure it is: once for the whole site, once on a page, and no more beside a fact."""

from __future__ import annotations

PROMISE = "Jede Angabe hat eine Quelle. Bestätigt ist, was „Geprüft“ heißt."
"""The one sentence about it, true whatever is confirmed: on the start page, above all pages, and beside the sources."""

NO_DIRECT_NUMBER = "Eine direkte Nummer fehlt noch."
"""Beside a number that belongs to somebody else than to the one who is looked for."""

ASK_AGAIN = "Bitte nachfragen, ob es noch stimmt."
"""Beside a fact that was confirmed more than a year ago; a page that nobody built anew says it by itself (age.js)."""

WHO = {
    "centre": "vom Haus",
    "offer": "vom Amt",
    "case": "von den Ämtern",
    "event": "vom Veranstalter",
    "municipality": "vom Rathaus",
}
"""Kind of record → who would have to confirm it; anything else is confirmed by the office itself."""


def not_confirmed(kind: str) -> str:
    """`vom Haus noch nicht bestätigt`."""
    return f"{_by(kind)} noch nicht bestätigt"


def confirmed_long_ago(kind: str) -> str:
    """`vom Haus vor über einem Jahr bestätigt, bitte nachfragen`: too long ago to be called checked."""
    return f"{_by(kind)} vor über einem Jahr bestätigt, bitte nachfragen"


def _by(kind: str) -> str:
    return WHO.get(kind, "von der Stelle")
