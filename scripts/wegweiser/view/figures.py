"""Figures and ages with the date that they were true at, in words."""

from __future__ import annotations

import datetime as dt

from wegweiser.rules import freshness
from wegweiser.schema import ChildAges, Figure
from wegweiser.values.dates import write_partial


def show_figure(figure: Figure | None, today: dt.date) -> tuple[str, str] | None:
    """Number and date in words; None where it is not known."""
    if figure is None:
        return None
    return f"{figure.value} ({figure.note})" if figure.note else str(figure.value), as_of_text(figure.as_of, today)


def as_of_text(as_of: str, today: dt.date) -> str:
    """The date of a figure or an agreement, with the warning that old ones carry."""
    stand = "Stand unbekannt" if as_of == "unknown" else f"Stand {write_partial(as_of)}"
    return f"{stand}; ob es heute noch gilt, ist nicht bestätigt" if freshness.is_old(as_of, today) else stand


def show_ages(ages: ChildAges | None, today: dt.date) -> tuple[str, str] | None:
    """`4 Monate bis 6 Jahre` and its date in words; None where nothing is known."""
    if ages is None or (ages.minimum_months is None and ages.maximum_years is None):
        return None
    return _age_range(ages.minimum_months, ages.maximum_years), as_of_text(ages.as_of, today)


def _age_range(months: int | None, years: int | None) -> str:
    low = "" if months is None else _age(months)
    if years is None:
        return f"ab {low}"
    return f"{low} bis {years} Jahre" if low else f"bis {years} Jahre"


def _age(months: int) -> str:
    if months and months % 12:
        return f"{months} Monate"
    return "Geburt" if months == 0 else f"{months // 12} {'Jahr' if months == 12 else 'Jahre'}"
