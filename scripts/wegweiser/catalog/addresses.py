"""Where the page of each record lives, and what a record is called in a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.schema import json_schema
from wegweiser.schema.codes import Visibility
from wegweiser.values.neutral import record_code

FOLDER_OF = {
    "offer": "angebote/",
    "centre": "familienzentren/",
    "contact": "kontakte/",
    "municipality": "orte/",
    "organization": "traeger/",
    "event": "termine/",
    "news": "aktuelles/",
    "case": "faelle/",
    "topic": "themen/",
}
"""Kind → folder, from the root of the site; agreements live on the page of their centre."""
ANSWERS = "zustaendig/"
"""Folder of the pages with all answers for a status in a town."""

CALENDAR = "termine.ics"
"""Stands beside the page of a house or a town, and beside the list of all events."""
DEADLINES = f"{FOLDER_OF['event']}fristen.ics"
"""The calendar of what must be done every year by a day."""

FEED = f"{FOLDER_OF['news']}feed.xml"

EMBEDDING = "einbetten/"
"""Folder of the pages that other websites show in a frame."""
BRIEFING = "fuer-fachkraefte/einarbeitung/"
"""Folder of the pages for whoever starts in a house or an office."""
BRIEFED = ("centre", "organization")
"""Kinds with such a page."""
CORRECTION = "korrigieren/"
"""The page that says what we say of a record, with the files of all records beside it."""

A_TO_Z = "a-z/"
FIGURES = "0-9"
"""The part of A to Z for whatever begins with no letter."""
LETTERS = (*"abcdefghijklmnopqrstuvwxyz", FIGURES)

OVERVIEWS = (
    *"""a-z/ aktuelles/ angebote/ anspruch/ anspruch/liste/ daten/ einbetten/ faelle/ familienzentren/
    fuer-fachkraefte/einarbeitung/ glossar/ kontakte/ korrigieren/ offene-fragen/ orte/ qualitaet/ suche/ termine/
    traeger/ zustaendig/""".split(),
    *(f"{A_TO_Z}{letter}/" for letter in LETTERS),
)
"""Pages of many records, and those that hold none; every edition has them."""


def address(kind: str, id_: str = "") -> str:
    """The address of a record's page by kind and id, from the root of the site; without an id that of the overview."""
    return f"{FOLDER_OF[kind]}{id_}/" if id_ else FOLDER_OF[kind]


def answers_address(status: str, town: str) -> str:
    """The address of the page with all answers for a status (id) in a town (id)."""
    return f"{ANSWERS}{status}/{town}/"


def frame_address(town: str, house: str = "") -> str:
    """The address of the frame of a town (id), or of a house in it (id)."""
    return f"{EMBEDDING}{town}/{house}/" if house else f"{EMBEDDING}{town}/"


def briefing_address(entry: Entry[Any]) -> str:
    """The address of the page for whoever starts in a house or an office."""
    return f"{BRIEFING}{'haus' if entry.kind == 'centre' else 'stelle'}/{entry.id}/"


def correction_address(reference: str = "") -> str:
    """Where somebody says what is wrong with a record (`kind:id`), from the root of the site; without one, with any.

    What stands behind # is sent to nobody, and names neither a benefit nor a danger.
    """
    return f"{CORRECTION}#{record_code(reference)}" if reference else CORRECTION


def link(entry: Entry[Any]) -> str:
    """The address of an entry's page; an agreement is found on the page of its first centre."""
    if entry.kind == "agreement":
        centres = entry.record.centres
        return address("centre", centres[0]) if centres else address("organization", entry.record.office)
    return address(entry.kind, entry.id)


def is_internal(entry: Entry[Any]) -> bool:
    """Whether a contact is for the editors only; it has no page, and no page may show it."""
    return getattr(entry.record, "visibility", None) is Visibility.INTERNAL


def title_of(entry: Entry[Any]) -> str:
    """What a record is called in a link."""
    for field in ("everyday_title", "title", "name"):
        if title := getattr(entry.record, field, None):
            return str(title)
    return str(entry.record.summary)


def page_addresses(catalog: Catalog) -> Iterator[str]:
    """The address of every page that is made from data, old addresses aside."""
    yield from OVERVIEWS
    yield from record_addresses(catalog)


HANDBOOK = "handbuch/"
"""Folder of the pages for those who keep the facts; in docs/ it has the same name."""


BUILDING_BLOCKS = "bausteine"
"""Stands for a kind in the address of the page about fields that several kinds share."""


def field_address(kind: str) -> str:
    """The address of the page about the fields of a kind of file, without a kind that of the overview."""
    return f"{HANDBOOK}felder/{kind.replace('_', '-')}/" if kind else f"{HANDBOOK}felder/"


def field_addresses() -> Iterator[str]:
    """The addresses of all pages about fields."""
    yield from map(field_address, ("", *json_schema.kinds(), BUILDING_BLOCKS))


def written_address(name: str) -> str:
    """The address of a page in docs/, by the path of its file from there, without .md: `handbuch/quellen`."""
    return re.sub(r"(^|/)index/$", r"\1", f"{name}/")


def is_written_by_hand(address: str) -> bool:
    """Whether only a page in docs/ can answer at this address (`/impressum/`); rules about data do not know those."""
    in_handbook = address.startswith(f"/{HANDBOOK}")
    return in_handbook or (address.count("/") <= 2 and address.strip("/") + "/" not in OVERVIEWS)


def record_addresses(catalog: Catalog) -> Iterator[str]:
    """The address of every page that belongs to a single record or topic."""
    for entry in catalog.records():
        if entry.kind != "agreement" and not is_internal(entry):
            yield link(entry)
        if entry.kind in BRIEFED:
            yield briefing_address(entry)
    for topic in catalog.topics:
        yield address("topic", topic)
    for status in catalog.statuses:
        for municipality in catalog.municipalities:
            yield answers_address(status, municipality)
