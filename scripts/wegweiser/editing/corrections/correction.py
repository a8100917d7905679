"""An answer to one of our statements: it is right, it is wrong and this is right, or nobody knows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What somebody says about a statement; the value is what sheets and mail say."""

    RIGHT = "stimmt"
    WRONG = "falsch"
    UNSURE = "weiß ich nicht"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who answers, and when."""

    function: str
    """`Leitung des Familienzentrums`: a function, never a name."""
    on: dt.date
    own: bool
    """Whether it is the house or office itself that speaks: only then it is a check."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One answer."""

    record: str
    """`kind:id`."""
    field: str
    """The address of the statement: `channels.0.phone`."""
    answer: Answer
    sender: Sender
    before: str = ""
    """The words that were asked about; empty where they were not kept."""
    right: str = ""
    """What is right, as people write it; only with `Answer.WRONG`."""
    where: str = ""
    """Where it was read: `bogen.xlsx, Angaben, Zeile 12`."""
