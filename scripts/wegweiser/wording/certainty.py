"""How sure an answer is, said in the same words on pages, in the browser and on paper."""

from __future__ import annotations

FALLBACK = "Hier kennen wir noch keine genaue Stelle. Dieser Kontakt hilft Ihnen weiter."
DERIVED = "Von uns abgeleitet, von der Stelle noch nicht bestätigt."


def certainty(*, fallback: bool, derived: bool) -> str:
    """What has to be said of an answer that is only a fallback, or only derived; empty where nothing has."""
    return FALLBACK if fallback else DERIVED if derived else ""
