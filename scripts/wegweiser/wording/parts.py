"""For whom a part of an office is there, said in the same words on pages, in the browser and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from wegweiser.schema.codes import SurnameOf
from wegweiser.values.surnames import write_beginnings
from wegweiser.wording.lists import listed

_OTHERS = {"districts": "alle anderen Ortsteile", "surnames": "alle anderen Nachnamen", "all": "alle anderen"}


def limits(districts: Sequence[str], surnames: Sequence[str], of: SurnameOf | None = None, others: str = "") -> str:
    """`Ortsteil Ampen, Nachname A bis K`; empty where there are no limits. `others` says what is left to a part."""
    named = f"{'Ortsteil' if len(districts) == 1 else 'Ortsteile'} {listed(districts)}" if districts else ""
    letters = write_beginnings(surnames)
    who = (f"{of.label}: {letters}" if of else f"Nachname {letters}") if surnames else ""
    return ", ".join(filter(None, (_OTHERS[others] if others else named, who)))
