"""Nobody is named without a reason and an end: functions and functional mailboxes, no names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.problems import Problem
from wegweiser.schema import Model, Person, Source

_CAPITAL = "[A-ZÄÖÜÇŞÉ][a-zäöüßçşéğıñ]+"
_ROLES = "Leiter(?:in)?|Leitung|Ansprechpartner(?:in)?|Ansprechperson|Berater(?:in)?|Sachbearbeiter(?:in)?"
_NOT_A_NAME = (
    "Ihrer|Ihres|Ihre|Der|Die|Das|Des|Einer|Unserer|Familienzentrum|Haus|Kita|Stadt|Gemeinde|Jobcenter|Jugendamt"
)
_NAMES = (
    re.compile(rf"\b(?:Frau|Herrn?) (?:Dr\. )?(?!und\b){_CAPITAL}"),
    re.compile(rf"\b(?:{_ROLES})(?: ist)?:? (?!(?:{_NOT_A_NAME}) ){_CAPITAL} {_CAPITAL}\b"),
)
_NO_NAMES = ("Frau und ", "Frau Holle")
_MOBILE = re.compile(r"\+49 1[567]")
_PRIVATE_MAIL = re.compile(r"@(gmail|googlemail|gmx|web|t-online|outlook|hotmail|yahoo|icloud|freenet)\.")
_PERSONAL_MAILBOX = re.compile(r"^[a-z]{1,}[.][a-z-]{3,}@")
_FUNCTIONS = frozenset(
    {"buero", "familienzentrum", "fz", "info", "jobcenter", "jugendamt", "kiga", "kita", "kitas", "kontakt", "kreis"}
    | {"post", "sozialamt", "stadt"}
)
"""Mailboxes of these begin like a first name and a dot, and are none."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Names in texts, private numbers and mailboxes outside a `person` block."""
    for entry in catalog.records():
        has_person = getattr(entry.record, "person", None) is not None
        for path, text in _texts(entry.record, ()):
            if name := find_name(text):
                message = f"Das sieht nach dem Namen eines Menschen aus: '{name}'. Bitte nur die Funktion nennen."
                yield entry.problem(path, message)
        if not has_person:
            yield from _private_channels(entry)


def find_name(text: str) -> str | None:
    """What looks like somebody's name in a text, or None."""
    for pattern in _NAMES:
        if (found := pattern.search(text)) and not found[0].startswith(_NO_NAMES):
            return found[0]
    return None


def _private_channels(entry: Entry[Any]) -> Iterator[Problem]:
    for index, channel in enumerate(getattr(entry.record, "channels", ())):
        if reason := private_reason(channel.phone or channel.email or ""):
            message = f"{reason} Nur mit einem Block 'person' (Rechtsgrund, Beleg, Ende) erlaubt."
            yield entry.problem(("channels", index), message)


def private_reason(value: str) -> str | None:
    """Why a number or mailbox seems to belong to one person, as a German sentence; None where it does not."""
    if _MOBILE.match(value):
        return "Das ist eine Mobilnummer."
    if _PRIVATE_MAIL.search(value):
        return "Das ist ein privates Postfach."
    if _PERSONAL_MAILBOX.match(value) and value.split(".")[0] not in _FUNCTIONS:
        return "Das sieht nach dem Postfach eines Menschen aus (vorname.nachname)."
    return None


def _texts(model: Model, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a record except titles of sources (they name authors) and the `person` block itself."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, item in items:
            place = (*path, name) if index is None else (*path, name, index)
            if isinstance(item, str):
                yield place, item
            elif isinstance(item, Model) and not isinstance(item, Source | Person):
                yield from _texts(item, place)
