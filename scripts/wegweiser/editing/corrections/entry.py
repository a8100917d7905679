"""What people write as the right value, into what the data file holds."""

from __future__ import annotations

import re
from collections.abc import Callable

from wegweiser.editing.corrections.hours import read_hours
from wegweiser.values.phone_email import read_phone
from wegweiser.values.text import fold, nearest, printable
from wegweiser.view.statements import Choice, Form, Statement

Value = str | list[str]
"""A value of a data file."""
GONE = frozenset({"gibt es nicht", "gibt es nicht mehr", "entfällt", "löschen"})
"""Words for: there is none, leave it out."""


def read_entry(statement: Statement, written: str) -> Value | None:
    """The value that somebody wrote for a statement, None where there is none any more.

    Raises ValueError with the end of a German sentence that begins with the statement's label.
    """
    text = " ".join(written.split())
    if text.lower().rstrip(".") in GONE:
        return None
    if re.search(r"<\s*/?\s*[a-zA-Z!][^>]*>|&[a-z]+;", text):
        raise ValueError("enthält HTML; bitte nur den Text schreiben, ohne spitze Klammern")
    if statement.form in (Form.CHOICE, Form.CHOICES):
        return _chosen(statement, text)
    return _READERS[statement.form](text)


def _email(text: str) -> str:
    return text.removeprefix("mailto:").lower()


def _url(text: str) -> str:
    if not re.match("[a-z]+://", text):
        return f"https://{text}"
    return text.replace("http://", "https://", 1)


def _money(text: str) -> str:
    plain = re.sub(r"\s*(?:€|euro)\s*$", "", text, flags=re.IGNORECASE)
    if not re.fullmatch(r"[0-9]{1,3}(?:\.?[0-9]{3})*(?:,[0-9]{1,2})?", plain):
        raise ValueError("ist kein Betrag; bitte so schreiben: 202,68")
    euros, _, cents = plain.replace(".", "").partition(",")
    return f"{euros}.{cents:0<2}" if cents else euros


def _several(text: str) -> list[str]:
    return [part for part in (piece.strip() for piece in re.split("[;\n]", text)) if part]


def _numbers(text: str) -> list[str]:
    return [part for part in re.split(r"[;,\s]+", text) if part]


def _same(text: str) -> str:
    return text


_READERS: dict[Form, Callable[[str], Value]] = {
    Form.TEXT: _same,
    Form.PARAGRAPHS: _same,
    Form.PHONE: read_phone,
    Form.EMAIL: _email,
    Form.URL: _url,
    Form.POSTAL_CODE: _same,
    Form.COUNT: _same,
    Form.MONEY: _money,
    Form.HOURS: read_hours,
    Form.LINES: _several,
    Form.NUMBERS: _numbers,
}


def _chosen(statement: Statement, text: str) -> Value:
    known = {fold(choice.label): choice.value for choice in statement.choices}
    known |= {choice.value: choice.value for choice in statement.choices}
    if statement.form is Form.CHOICE:
        return _choice(known, statement.choices, text)
    return [_choice(known, statement.choices, part) for part in _parts(known, text)]


def _parts(known: dict[str, str], text: str) -> list[str]:
    """Commas are taken as well, where no label has one."""
    several = _several(text)
    if len(several) == 1 and fold(several[0]) not in known:
        return [part.strip() for part in re.split(r",|\bund\b", several[0]) if part.strip()]
    return several


def _choice(known: dict[str, str], choices: tuple[Choice, ...], text: str) -> str:
    if (value := known.get(fold(text))) is not None:
        return value
    meant = nearest(text, [choice.label for choice in choices])
    remedy = f"gemeint: {meant}?" if meant else "bitte einen Wert aus der Liste nehmen"
    raise ValueError(f"kennt '{printable(text[:60])}' nicht; {remedy}")
