"""A check sheet on paper: what we say about a house or an office, to be ticked, corrected by hand and faxed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wegweiser.values.qr import qr_svg
from wegweiser.view.statements import Statement

TEMPLATE = "pruefbogen.typ"
"""Beside the template of the hand-over sheets, with the same fonts."""


@dataclass(frozen=True, slots=True)
class Question:
    """One statement to tick."""

    label: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The statements about one record."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A check sheet, with everything that stands on it."""

    title: str
    brand: str
    guide: tuple[str, ...]
    remark: str
    parts: tuple[Part, ...]
    answers: tuple[str, ...]
    code: str = ""
    """The QR code of the page as SVG; empty where nobody knows yet where the site is published."""
    page: str = ""


def questions_of(statements: Iterable[Statement]) -> tuple[Question, ...]:
    """The statements about a record as questions."""
    return tuple(Question(statement.label, statement.words, statement.checked) for statement in statements)


def code_of(page: str) -> str:
    """The QR code that leads to a page; empty without one."""
    return qr_svg(page) if page else ""
