"""Amounts of money in German."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from wegweiser.schema import Amount
from wegweiser.schema.codes import Unit

NARROW = "\u202f"
"""Narrow no-break space, between a number and its unit."""


def amount_text(amount: Amount) -> str:
    """`bis zu 297 Euro im Monat`; the number and its unit are kept on one line."""
    parts = [
        "bis zu" if amount.at_most else "",
        f"{_number(amount)}{NARROW}{_unit(amount)}",
        amount.per.label,
    ]
    return " ".join(filter(None, parts))


def _number(amount: Amount) -> str:
    """Cents are always told as two digits; a share has no more digits than it needs: `2,3`."""
    text = decimal_text(amount.value)
    return text.rstrip("0").rstrip(",") if amount.unit is Unit.PERCENT and "," in text else text


def _unit(amount: Amount) -> str:
    return "%" if amount.unit is Unit.PERCENT else "Euro"


def decimal_text(value: Decimal) -> str:
    """German notation: `1.200` or `202,68`."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def remark_beside(year: int, today: dt.date) -> str:
    """What is said beside the last value known, which was that of a year."""
    return f"der Betrag für {today.year} wird geprüft" if today.year > year else "der neue Betrag wird geprüft"
