"""Nobody is named without a reason and an end: functions and functional mailboxes, no names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.rules.persons import private_reason
from wegweiser.schema import Model, Person, Source
from wegweiser.values.problems import Problem

_WORD = r"[^\W\d_](?:\.|[\w’'-]+)"
_BETWEEN = r"(?:(?:von|van|zu|vom|zur|de|del|el|al)\s(?:de[rnm]\s)?)?"
_TITLES = r"(?:(?:Prof|Dr|Dipl)\.(?:-Ing\.)?\s)*"
_ROLES = (
    r"(?:\w*[Ll]eiter(?:in)?|\w*[Ll]eitung|Ansprechpartner(?:in)?|Ansprechperson|\w*[Bb]erater(?:in)?"
    r"|Sachbearbeiter(?:in)?)"
)
_ADDRESSED = re.compile(rf"(?:\b(\w+)\s)?\b(?:Frau|Herrn?)\s{_TITLES}{_BETWEEN}({_WORD})")
_IN_A_ROLE = re.compile(rf"\b{_ROLES}(?:\sist)?[:,]?\s{_TITLES}({_WORD})\s{_BETWEEN}({_WORD})")
_ARTICLES = frozenset("alle als der diese dieser eine einer ihre ihrer jede jeder keine keiner zur".split())
"""Words before 'Frau' or 'Herr' after which no name follows: 'Wann hat eine Frau Anspruch?'."""
_NO_SURNAMES = frozenset({"Holle"})
_NO_FIRST_NAMES = frozenset(
    """Abteilung Agentur Amt Beratung Bildung Das Der Des Die Einer Fachbereich Familienzentrum Gemeinde Haus Ihre Ihrer
    Ihres Jobcenter Jugendamt Kindergarten Kita Kreis Offener Rathaus Sozialamt Soziale Stadt Standort Team Telefon
    Träger Unserer Verein""".split()
)
"""Words after a role that begin the name of an office or a place."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Names in texts, private numbers and mailboxes outside a `person` block."""
    for entry in (*catalog.records(), *catalog.files()):
        has_person = getattr(entry.record, "person", None) is not None
        for path, text in _texts(entry.record, ()):
            if name := find_name(text):
                message = f"Das sieht nach dem Namen eines Menschen aus: '{name}'. Bitte nur die Funktion nennen."
                yield entry.problem(path, message)
        if not has_person:
            yield from _private_channels(entry)


def find_name(text: str) -> str | None:
    """What looks like somebody's name in a text, or None."""
    for found in _ADDRESSED.finditer(text):
        before, surname = found.groups()
        if surname[0].isupper() and surname not in _NO_SURNAMES and (before or "").lower() not in _ARTICLES:
            return " ".join(found[0].removeprefix(before or "").split())
    for found in _IN_A_ROLE.finditer(text):
        first, last = found.groups()
        if first[0].isupper() and last[0].isupper() and first not in _NO_FIRST_NAMES:
            return " ".join(found[0].split())
    return None


def _private_channels(entry: Entry[Any]) -> Iterator[Problem]:
    for index, channel in enumerate(getattr(entry.record, "channels", ())):
        if reason := private_reason(channel.phone or channel.email or ""):
            message = f"{reason} Nur mit einem Block 'person' (Rechtsgrund, Beleg, Ende) erlaubt."
            yield entry.problem(("channels", index), message)
    for index, house in enumerate(getattr(entry.record, "members", ())):
        for channel in house.channels:
            if reason := private_reason(channel.value):
                message = f"{reason} Bitte eine Nummer oder ein Postfach des Hauses eintragen."
                yield entry.problem(("members", index, channel.way.value), message)


def _texts(model: Model, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a record except titles of sources (they name authors) and the `person` block itself."""
    for name, value in vars(model).items():
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, item in items:
            place = (*path, name) if index is None else (*path, name, index)
            if isinstance(item, str):
                yield place, item
            elif isinstance(item, Model) and not isinstance(item, Source | Person):
                yield from _texts(item, place)
