"""For whom a part of an office is there, said in the same words on pages, in the browser and on paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wegweiser.schema.codes import SurnameOf
from wegweiser.values.surnames import write_beginnings
from wegweiser.wording.lists import listed

_DIVIDES = re.compile(r"Nachname|Buchstabe|Ortsteil|^[A-ZÄÖÜ][a-zäöüß]{0,2}(?: bis | ?[-–] ?)[A-ZÄÖÜ][a-zäöüß]{0,2}\b")
_OTHERS = {"districts": "alle anderen Ortsteile", "surnames": "alle anderen Nachnamen", "all": "alle anderen"}


def divides(label: str | None) -> bool:
    """Whether a label says for which people a number is, and not for what: one of them alone would mislead."""
    return bool(label and _DIVIDES.search(label))


def limits(districts: Sequence[str], surnames: Sequence[str], of: SurnameOf | None = None, others: str = "") -> str:
    """`Ortsteil Ampen, Nachname A bis K`; empty where there are no limits. `others` says what is left to a part."""
    named = f"{'Ortsteil' if len(districts) == 1 else 'Ortsteile'} {listed(districts)}" if districts else ""
    letters = write_beginnings(surnames)
    who = (f"{of.label}: {letters}" if of else f"Nachname {letters}") if surnames else ""
    return ", ".join(filter(None, (_OTHERS[others] if others else named, who)))
