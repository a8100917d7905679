"""Beginnings of surnames, as offices divide their work by them: `A-K`, `Sch`, `Ro-Rz`, `S ohne Sch`.

Names are sorted as in a telephone book (DIN 5007-1): Ä stands with A, ß with ss. Every beginning is an interval of
words, so that gaps and doubles can be found and written down without a list of all names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from wegweiser.values.text import fold

_LETTERS = "[A-ZÄÖÜ][a-zäöüß]{0,5}"
_WHOLE = re.compile(rf"(?:({_LETTERS})(?:-({_LETTERS}))?)?(?: ?ohne ({_LETTERS}(?:(?:, | und ){_LETTERS})*))?")
MESSAGE = "nennt keine Anfangsbuchstaben; bitte wie A-K, Sch, Ro-Rz oder 'S ohne Sch' schreiben (groß beginnen)"
_END = "{"
"""Comes after every word that begins with a letter."""


class Interval(NamedTuple):
    """All names from `first` on and before `end`, both folded; `first` is empty where it begins with A."""

    first: str
    end: str


Names = tuple[Interval, ...]
"""A set of surnames: intervals in order that neither touch nor overlap."""
ALL: Names = (Interval("", _END),)
NONE: Names = ()


def check(value: str) -> str:
    """Return one text of a list of beginnings with a plain hyphen for `bis` and `–`, or raise ValueError in German."""
    value = re.sub(" ?(?:[-–]|bis) ?(?=[A-ZÄÖÜ])", "-", value)
    found = _WHOLE.fullmatch(value)
    if not value or not found:
        raise ValueError(MESSAGE)
    first, last, _ = found.groups()
    if last and _start(fold(last)) < _start(fold(first)):
        raise ValueError(f"beginnt mit {first} und endet schon vorher mit {last}; bitte umgekehrt schreiben")
    if not _read(value):
        raise ValueError("lässt keinen Namen übrig; bitte hinter 'ohne' weniger nennen")
    return value


@lru_cache(maxsize=4096)
def read(written: tuple[str, ...]) -> Names:
    """The names that a list of beginnings means; an entry `ohne Sch` takes something from all others, or from all."""
    named = [text for text in written if not text.startswith("ohne ")]
    found = _union(interval for text in named for interval in _read(text)) if named else ALL
    for text in written:
        if text.startswith("ohne "):
            found = common(found, _read(text))
    return found


def _read(text: str) -> Names:
    found = _WHOLE.fullmatch(text)
    first, last, without = found.groups() if found else (None, None, None)
    names = _union([_interval(first, last or first)]) if first else ALL
    for letters in re.split(", | und ", without) if without else ():
        names = difference(names, (_interval(letters, letters),))
    return names


def _interval(first: str, last: str) -> Interval:
    return Interval(_start(fold(first)), _after(fold(last)))


def _start(letters: str) -> str:
    """The first name with these letters; no name stands before `a`, so that `Sa` begins where `S` does."""
    return letters.rstrip("a")


def _after(letters: str) -> str:
    """The first name behind all with these letters: `sch` → `sci`, `rz` → `s`."""
    kept = letters.rstrip("z")
    return kept[:-1] + chr(ord(kept[-1]) + 1) if kept else _END


def _union(intervals: Iterable[Interval]) -> Names:
    found: list[Interval] = []
    for one in sorted(intervals):
        if found and one.first <= found[-1].end:
            found[-1] = Interval(found[-1].first, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)


def union(*sets: Names) -> Names:
    """The names that are in any of the sets."""
    return _union(interval for names in sets for interval in names)


def common(one: Names, other: Names) -> Names:
    """The names that are in both."""
    pairs = (Interval(max(a.first, b.first), min(a.end, b.end)) for a in one for b in other)
    return _union(pair for pair in pairs if pair.first < pair.end)


def difference(one: Names, other: Names) -> Names:
    """The names of the first set that are not in the second."""
    ends = ["", *(border for interval in other for border in interval), _END]
    gaps = [Interval(first, end) for first, end in list(pairwise(ends))[::2] if first < end]
    return common(one, tuple(gaps))


def write(names: Names) -> str:
    """A set in German words: `A bis K, Sch`."""
    return ", ".join(map(_write, names))


def _write(interval: Interval) -> str:
    first = interval.first or "a"
    last = "z" if interval.end == _END else interval.end[:-1] + chr(ord(interval.end[-1]) - 1)
    if first != last and first.startswith(last):
        last += "z"  # `ro` to the end of all names with R
    words = (first.capitalize(), last.capitalize())
    return words[0] if first == last else " bis ".join(words)


def write_beginnings(written: Iterable[str]) -> str:
    """Beginnings as an editor wrote them, for people to read: `A bis K, Sch, S ohne Sch`."""
    return ", ".join(text.replace("-", " bis ") for text in written)
