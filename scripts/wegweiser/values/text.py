"""Which characters text may contain: what could run, hide or mislead is refused before it reaches a page."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

FORBIDDEN = frozenset("<>{}`\\")
"""Characters with a meaning in HTML, Jinja or Markdown; no German sentence needs them."""
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories without a visible sign of their own: controls, direction marks, private use and the like.

Emoji that are joined with U+200D fall under this rule too; single emoji do not.
"""
_PLAIN = re.compile(r"[ -;=?-\[\]-_a-z|~äöüßÄÖÜ„“‚‘’–…€§é·]*")
"""The fast way out for nearly every German sentence; everything else is looked at character by character."""


def check_line(value: str) -> str:
    """Return a text of one line unchanged, or raise ValueError with the German reason."""
    if "\n" in value or "\r" in value:
        raise ValueError("darf nur eine Zeile haben")
    return _check(value)


_QUOTED = re.compile("[„“”»«‚‘’](.*)[“”„«»‘’]")
_QUOTES = frozenset("„“”»«")


def check_quotes(value: str) -> None:
    """Refuse typographic quotes around a whole value: they would be part of a name, where YAML wants straight ones."""
    found = _QUOTED.fullmatch(value)
    if found and not _QUOTES & set(found[1]):
        first, last = value[0], value[-1]
        raise ValueError(
            f"steht ganz in den Zeichen {first} und {last}, sie würden zum Namen gehören; "
            'bitte weglassen oder gerade Anführungszeichen " schreiben'
        )


def check_paragraphs(value: str) -> str:
    """Return a text that may have several lines, without the line break that YAML blocks end with."""
    value = value.rstrip("\n")
    for line in value.split("\n"):
        _check(line, may_be_empty=True)
    if not value.strip():
        raise ValueError("ist leer")
    return value


def _check(value: str, *, may_be_empty: bool = False) -> str:
    if not value and may_be_empty:
        return value
    if not _PLAIN.fullmatch(value):
        _check_characters(value)
    if not value:
        raise ValueError("ist leer")
    if value != value.strip() or "  " in value:
        raise ValueError("hat Leerzeichen am Rand oder zwei hintereinander")
    return value


def _check_characters(value: str) -> None:
    for character in value:
        if character in FORBIDDEN:
            raise ValueError(
                f"enthält das Zeichen {character} (U+{ord(character):04X}), das nicht erlaubt ist; bitte weglassen"
            )
        if unicodedata.category(character) in INVISIBLE:
            raise ValueError(f"enthält das unsichtbare Zeichen U+{ord(character):04X}; bitte löschen")
        if character.isspace() and character != " ":
            raise ValueError(f"enthält das besondere Leerzeichen U+{ord(character):04X}; bitte neu tippen")
    if unicodedata.normalize("NFC", value) != value:
        raise ValueError("enthält einen Buchstaben aus zwei Zeichen (a und ¨ statt ä); bitte neu tippen")


def printable(value: str) -> str:
    """Anything, without the characters that could garble a terminal; a file's name may hold every one of them.

    >>> printable("eins\\nzwei")
    'eins�zwei'
    """
    return "".join(character if character.isprintable() else "�" for character in value)


def fold(value: str) -> str:
    """Text for sorting and comparing: lower case, umlauts as base letters (DIN 5007-1), other marks removed.

    >>> fold("Überörtliche Größe")
    'uberortliche grosse'
    """
    if value.isascii():
        return value.lower()
    decomposed = unicodedata.normalize("NFKD", value.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


SHORT = 6
"""Letters up to which one slip changes much of a name."""
ALIKE, SHORT_ALIKE = 0.8, 0.75
"""How alike two names must be for one to be a slip for the other; 'haus-am-see' and 'haus-am-wald' are not."""


def nearest(value: str, known: Iterable[str]) -> str | None:
    """The known name that somebody may have meant: the same in other letters, or with a slip; None where there is none.

    >>> nearest("ampen", ["Ampen", "Hattrop"])
    'Ampen'
    """
    folded = {fold(name): name for name in known}
    cutoff = SHORT_ALIKE if len(value) <= SHORT else ALIKE
    found = difflib.get_close_matches(fold(value), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else None
