"""Content lines, of which vCards (RFC 2426) and calendars (RFC 5545) consist: escaped, folded, ended alike."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 75
"""Bytes of a line without its end; what is longer goes on in the next one, behind a space."""

_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})


def escape(text: str) -> str:
    """A text as the value of a line, or as one part of a value."""
    return text.translate(_ESCAPES)


def write(lines: Iterable[str]) -> bytes:
    """The lines as a file: UTF-8, folded, each with CR and LF at its end; no value begins a line of its own."""
    return b"".join(fold(" ".join(line.splitlines()).encode()) + b"\r\n" for line in lines)


def fold(line: bytes) -> bytes:
    """The line in pieces of at most 75 bytes; no character is cut in two."""
    pieces = []
    room = LONGEST
    while len(line) > room:
        cut = room
        while line[cut] & 0b1100_0000 == 0b1000_0000:  # the rest of a character of several bytes
            cut -= 1
        pieces.append(line[:cut])
        line = line[cut:]
        room = LONGEST - 1
    return b"\r\n ".join([*pieces, line])
