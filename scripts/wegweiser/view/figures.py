"""Figures and ages with the year that they are from."""

from __future__ import annotations

from wegweiser.schema import ChildAges, Figure
from wegweiser.values.dates import year_of


def show_figure(figure: Figure | None) -> tuple[str, str] | None:
    """Number and year; None where it is not known."""
    if figure is None:
        return None
    return f"{figure.value} ({figure.note})" if figure.note else str(figure.value), year_text(figure.as_of)


def year_text(as_of: str) -> str:
    """The year of a figure, an agreement or what a house does: all that is said of its age; empty where unknown."""
    return str(year_of(as_of) or "")


def show_ages(ages: ChildAges | None) -> tuple[str, str] | None:
    """`4 Monate bis 6 Jahre` and its year; None where nothing is known."""
    if ages is None or (ages.minimum_months is None and ages.maximum_years is None):
        return None
    return _age_range(ages.minimum_months, ages.maximum_years), year_text(ages.as_of)


def _age_range(months: int | None, years: int | None) -> str:
    low = "" if months is None else _age(months)
    if years is None:
        return f"ab {low}"
    return f"{low} bis {years} Jahre" if low else f"bis {years} Jahre"


def _age(months: int) -> str:
    if months and months % 12:
        return f"{months} Monate"
    return "Geburt" if months == 0 else f"{months // 12} {'Jahr' if months == 12 else 'Jahre'}"
