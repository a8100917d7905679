"""The languages of the world by their codes (ISO 639-1), with their German names as Unicode keeps them (CLDR)."""

from __future__ import annotations

from functools import cache

from babel import Locale

from wegweiser.values.text import fold, printable

GERMAN = "de"
_LETTERS = 2
"""Of a code; languages without one of two letters have no place in the list."""
_OWN_NAMES = {"ti": "Tigrinja"}
"""Where people here write it otherwise."""


@cache
def names() -> dict[str, str]:
    """Code → German name, in the order of the names."""
    listed = Locale(GERMAN).languages
    found = {code: name for code, name in listed.items() if len(code) == _LETTERS} | _OWN_NAMES
    return dict(sorted(found.items(), key=lambda pair: fold(pair[1])))


def check_language(value: str) -> str:
    """Return a code unchanged, or raise ValueError; two letters are never guessed at, a German name is."""
    if value in names():
        return value
    code = next((code for code, name in names().items() if name.lower() == value.lower()), None)
    if code:
        raise ValueError(f"kennt nur Kürzel; bitte {code} statt '{value}' schreiben")
    shown = printable(value[:20])
    raise ValueError(f"kennt den Wert '{shown}' nicht; bitte ein Kürzel nach ISO 639-1 schreiben, etwa ar für Arabisch")


def language_name(code: str) -> str:
    """`Kroatisch` for `hr`."""
    return names()[code]
