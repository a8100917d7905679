"""What the site says about how sure it is: once for the whole site, once on a page, and no more beside a fact."""

from __future__ import annotations

PROMISE = "Jede Angabe hat eine Quelle. Bestätigt ist, was „Geprüft“ heißt."
"""The one sentence about it, true whatever is confirmed: on the start page, above all pages, and beside the sources."""

NO_DIRECT_NUMBER = "Eine direkte Nummer fehlt noch."
"""Beside a number that belongs to somebody else than to the one who is looked for."""

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
    return f"{WHO.get(kind, 'von der Stelle')} noch nicht bestätigt"
