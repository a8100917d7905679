"""What all files of the invented region draw from: its towns, fresh numbers, the day, and chance with a seed."""

from __future__ import annotations

import datetime as dt
import random

from wegweiser.demo.words import ENDINGS, SYLLABLES, Record


class Supply:
    """The same arguments give the same things in the same order."""

    def __init__(self, centres: int, today: dt.date, seed: int) -> None:
        self.today = today
        self.random = random.Random(seed)  # noqa: S311 - nothing secret
        names = [first + last for first in SYLLABLES for last in ENDINGS]
        self.towns = self.random.sample(names, min(len(names), max(3, centres // 25)))
        self._phone = 0

    def town_number(self, town: str) -> int:
        """The place of a town in the list of all."""
        return self.towns.index(town)

    def number(self) -> str:
        """A phone number of its own; after a thousand they begin anew."""
        self._phone += 1
        return f"+49 30 23125{self._phone % 1000:03}"

    def sources(self) -> list[Record]:
        """One source, read today."""
        day = self.today.isoformat()
        return [
            {
                "title": "Erfundene Quelle",
                "url": "https://www.example.org/quelle",
                "kind": "own",
                "published": day,
                "accessed": day,
            }
        ]

    def proof(self) -> Record:
        """What every record needs: a check of today and its source."""
        return {"checked": {"on": self.today.isoformat(), "by": "Leitung"}, "sources": self.sources()}


def postal_code(number: int) -> str:
    """Numbers that no German place has."""
    return f"00{100 + number:03}"


def slug(name: str) -> str:
    """The id made from a name."""
    letters = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
    return "-".join(name.lower().translate(letters).split())
