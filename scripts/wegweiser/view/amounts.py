"""Amounts of money as pages show them: inside their time, else that they are looked into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from wegweiser.rules import freshness
from wegweiser.rules.freshness import Display
from wegweiser.schema import Amount
from wegweiser.schema.codes import Unit

NARROW = "\u202f"
"""Narrow no-break space, between a number and its unit."""


@dataclass(frozen=True, slots=True)
class ShownAmount:
    """An amount of money inside its time, or what is to be said outside of it."""

    label: str
    text: str
    note: str | None
    legal_basis: str | None
    valid_to: dt.date | None
    valid_from: dt.date | None
    upcoming: bool = False


def show_amounts(amounts: Iterable[Amount], today: dt.date) -> list[ShownAmount]:
    """One line for each id: the amount of today, else 'wird geprüft'; and the next one where it is known already."""
    by_id: dict[str, list[Amount]] = {}
    for amount in amounts:
        by_id.setdefault(amount.id, []).append(amount)
    shown = []
    for windows in by_id.values():
        current = [amount for amount in windows if freshness.show_amount(amount, today) is Display.SHOWN]
        shown.append(_amount(current[0]) if current else _withheld(windows[-1]))
        shown += [_amount(amount, upcoming=True) for amount in windows if amount.valid_from > today]
    return shown


def _amount(amount: Amount, *, upcoming: bool = False) -> ShownAmount:
    return ShownAmount(
        amount.label, amount_text(amount), amount.note, amount.legal_basis, amount.valid_to, amount.valid_from, upcoming
    )


def _withheld(amount: Amount) -> ShownAmount:
    return ShownAmount(amount.label, "wird geprüft", None, amount.legal_basis, None, None)


def amount_text(amount: Amount) -> str:
    """`bis zu 297 Euro im Monat`; the number and its unit are kept on one line."""
    parts = [
        "bis zu" if amount.at_most else "",
        f"{decimal_text(amount.value)}{NARROW}{_unit(amount)}",
        amount.per.label,
    ]
    return " ".join(filter(None, parts))


def _unit(amount: Amount) -> str:
    return "%" if amount.unit is Unit.PERCENT else "Euro"


def decimal_text(value: Decimal) -> str:
    """German notation: `1.200` or `202,68`."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))
