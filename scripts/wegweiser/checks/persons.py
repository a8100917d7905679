"""Nobody is named without a reason and an end: functions and functional mailboxes, no names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.rules.freshness import Evidence
from wegweiser.rules.persons import privacy_of_channel
from wegweiser.schema import Model, Person, Source
from wegweiser.schema.codes import SourceKind
from wegweiser.values.problems import Level, Problem

_WORD = r"[^\W\d_](?:\.|[\w’'-]+)"
_BETWEEN = r"(?:(?:von|van|zu|vom|zur|de|del|el|al)\s(?:de[rnm]\s)?)?"
_TITLES = r"(?:(?:Prof|Dr|Dipl)\.(?:-Ing\.)?\s)*"
_ROLES = (
    r"(?:\w*[Ll]eiter(?:in)?|\w*[Ll]eitung|Ansprechpartner(?:in)?|Ansprechperson|\w*[Bb]erater(?:in)?"
    r"|Sachbearbeiter(?:in)?)"
)
_ADDRESSED = re.compile(rf"(?:\b(\w+)\s)?\b(?:Frau|Herrn?)\s{_TITLES}{_BETWEEN}({_WORD})")
_IN_A_ROLE = re.compile(rf"\b{_ROLES}(?:\sist)?[:,]?\s{_TITLES}({_WORD})\s{_BETWEEN}({_WORD})")
_MOBILE_IN_TEXT = re.compile(r"(?<![\w/.=-])(?:\+49|0049|0)[ /-]?1[567][0-9](?:[ /-]?[0-9]){7,}")
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
            if path[-1] != "phone" and _MOBILE_IN_TEXT.search(text):
                message = "Im Text steht eine Mobilnummer. Bitte als eigenen Eintrag unter 'channels' schreiben."
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
    """A mobile number is an error; a mailbox that only looks private is not shown until somebody says whose it is."""
    may_name = "person" in type(entry.record).model_fields
    for index, channel in enumerate(getattr(entry.record, "channels", ())):
        if channel.of_office and not _is_published(Evidence.of(channel, entry.record)):
            message = "'of_office' braucht eine Quelle der Stelle selbst oder eines Amtes (kind: own oder official)."
            yield entry.problem(("channels", index, "of_office"), message)
        elif privacy := privacy_of_channel(channel):
            unseen = " Die Seite zeigt es so nicht." if privacy.is_suspicion else ""
            level = Level.WARNING if privacy.is_suspicion else Level.ERROR
            message = f"{privacy.reason}{unseen} {OF_OFFICE} {OF_PERSON if may_name else OF_NOBODY}"
            yield entry.problem(("channels", index), message, level)
    for index, house in enumerate(getattr(entry.record, "members", ())):
        for channel in house.channels:
            if privacy := privacy_of_channel(channel):
                level = Level.WARNING if privacy.is_suspicion else Level.ERROR
                message = f"{privacy.reason} Bitte eine Nummer oder ein Postfach des Hauses eintragen."
                yield entry.problem(("members", index, channel.way.value), message, level)


OF_OFFICE = "Gehört es dem Amt oder Haus (etwa als Rufbereitschaft)? Bitte 'of_office: ja' ergänzen."
OF_PERSON = "Gehört es einem Menschen, braucht es einen Block 'person' (Rechtsgrund, Beleg, Ende)."
OF_NOBODY = "Gehört es einem Menschen, bitte löschen."


def _is_published(evidence: Evidence) -> bool:
    """Whether the office itself or another authority tells everybody that it is the office's."""
    return any(source.kind in (SourceKind.OWN, SourceKind.OFFICIAL) for source in evidence.sources)


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
