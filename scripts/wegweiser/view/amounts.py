"""Amounts of money as pages show them: those of today, those known for a year, and the last ones known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from wegweiser.rules.amounts import AmountJudgement, Standing, judge_amount
from wegweiser.schema import Amount, Offer
from wegweiser.schema.codes import Per, Unit
from wegweiser.wording.amounts import amount_text, remark_beside

ONE_DAY = dt.timedelta(days=1)
UNKNOWN = "wird geprüft"


@dataclass(frozen=True, slots=True)
class Ageing:
    """What the script of every page needs to say by itself that the time of an amount is over."""

    until: str
    """ISO day, the last one on which nothing is to be said."""
    says: str
    """What is said from the next day on: `(Stand 2026; der Betrag für 2027 wird geprüft)`."""


@dataclass(frozen=True, slots=True)
class ShownAmount:
    """An amount of money on a day, or that it is looked into."""

    label: str
    value: str
    """`195 Euro im Monat`; `wird geprüft` where no value helps."""
    standing: Standing
    note: str | None
    legal_basis: str | None
    valid_to: dt.date | None
    valid_from: dt.date | None
    year: int | None = None
    """The year that the value is known for, where that must be said."""
    monthly: int = 0
    """Euro a month, roughly; 0 where it is a share, or not known. For putting amounts in order, shown nowhere."""
    remark: str = ""
    """`der Betrag für 2027 wird geprüft`, where the value is the last one known."""
    ages: Ageing | None = None

    @property
    def upcoming(self) -> bool:
        """Whether it begins later."""
        return self.standing is Standing.UPCOMING

    @property
    def is_last(self) -> bool:
        """Whether its time is over and no other value is known."""
        return self.standing is Standing.LAST

    @property
    def text(self) -> str:
        """In a line of its own: `195 Euro`, `15 Euro im Monat (Stand 2026)` or, with a remark, `2026: 195 Euro; …`."""
        if self.remark:
            return f"{self.year}: {self.value}; {self.remark}"
        return f"{self.value} (Stand {self.year})" if self.year else self.value

    @property
    def inline(self) -> str:
        """Within a sentence: `195 Euro (Stand 2026; der Betrag für 2027 wird geprüft)`."""
        return f"{self.value} (Stand {self.year}; {self.remark})" if self.remark else self.text


def show_amounts(offer: Offer, today: dt.date) -> list[ShownAmount]:
    """For each id the amount of today or what is known instead, then the next ones where they are known already."""
    shown = []
    for id_ in dict.fromkeys(amount.id for amount in offer.amounts):
        windows = sorted((one for one in offer.amounts if one.id == id_), key=lambda one: one.valid_from)
        judged = [(one, judge_amount(one, offer, today)) for one in windows]
        begun = [pair for pair in judged if pair[1].standing is not Standing.UPCOMING]
        later = judged[len(begun) :]
        shown.append(_begun(*begun[-1], today, has_next=bool(later)) if begun else _unknown(windows[0]))
        shown += [_amount(one, judgement) for one, judgement in later]
    return shown


def amount_today(offer: Offer, id_: str, today: dt.date) -> ShownAmount:
    """One of the amounts of an offer on a day. Raises `StopIteration` where the offer has none of that id."""
    windows = tuple(amount for amount in offer.amounts if amount.id == id_)
    return next(iter(show_amounts(offer.model_copy(update={"amounts": windows}), today)))


def _begun(amount: Amount, judgement: AmountJudgement, today: dt.date, *, has_next: bool) -> ShownAmount:
    match judgement.standing:
        case Standing.OVER:
            return _unknown(amount)
        case Standing.LAST:
            return _amount(amount, judgement, year=judgement.year, remark=remark_beside(judgement.year, today))
        case Standing.UNREVIEWED:
            return _amount(amount, judgement, year=judgement.year)
    until = judgement.fresh_until
    return _amount(amount, judgement, ages=_ageing(amount, judgement.year, until, has_next=has_next) if until else None)


def _ageing(amount: Amount, year: int, until: dt.date, *, has_next: bool) -> Ageing:
    if until != amount.valid_to:
        says = f"(Stand {year})"
    elif has_next:
        says = "(vorbei, jetzt gilt der nächste Betrag)"
    else:
        says = f"(Stand {year}; {remark_beside(year, until + ONE_DAY)})"
    return Ageing(until.isoformat(), says)


def _amount(
    amount: Amount,
    judgement: AmountJudgement,
    *,
    year: int | None = None,
    remark: str = "",
    ages: Ageing | None = None,
) -> ShownAmount:
    return ShownAmount(
        label=amount.label,
        value=amount_text(amount),
        standing=judgement.standing,
        note=amount.note,
        legal_basis=amount.legal_basis,
        valid_to=amount.valid_to,
        valid_from=amount.valid_from,
        year=year,
        monthly=_monthly(amount),
        remark=remark,
        ages=ages,
    )


TIMES_A_YEAR = {Per.ONCE: 1, Per.MONTH: 12, Per.HALF_YEAR: 1}
"""A sum for a half of the school year is paid once in a year, and the other half has its own. What is told for a year
is a limit or what taxes leave free, and most of what is told for a day is to be paid."""


def _monthly(amount: Amount) -> int:
    if amount.unit is Unit.PERCENT:
        return 0
    return round(amount.value * TIMES_A_YEAR.get(amount.per, 0) / 12)


def _unknown(amount: Amount) -> ShownAmount:
    return ShownAmount(amount.label, UNKNOWN, Standing.OVER, None, amount.legal_basis, None, None)
