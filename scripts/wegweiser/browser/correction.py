"""What the page for corrections loads: one small file for each record, with what we say about it in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from wegweiser.browser.bundles import write
from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import CORRECTION, FOLDER_OF, is_internal, link, title_of
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.edition.site_file import SiteFile
from wegweiser.reading.reader import read
from wegweiser.rules.freshness import Display, as_record, judge
from wegweiser.values.neutral import record_code
from wegweiser.view.events import show_event
from wegweiser.view.statements import Form, Statement, statements_of
from wegweiser.view.statements.statement import SEPARATOR

FEW = 8
"""Possible values that are named beside a field."""
CHANNEL = re.compile(r"channels\.(\d+)\.")


class Told(NamedTuple):
    """A fact as the page asks about it."""

    field: str
    """Its path in the file; empty where nothing but the message for people tells of it."""
    label: str
    words: str
    """What we say today, `statements.UNKNOWN` where we say nothing; empty where it may not be shown."""
    hint: str = ""
    """How another value is to be written."""


def files(edition: Edition, site: Site) -> Iterator[SiteFile]:
    """The file of each record that has a page, beside the page for corrections; none where nobody reads corrections."""
    if not site.correction:
        return
    for entry in edition.catalog.records():
        if entry.kind in FOLDER_OF and not is_internal(entry):
            yield SiteFile(f"{CORRECTION}{record_code(entry.ref)}.json", partial(_write, edition, entry))


def describe(edition: Edition, entry: Entry[Any]) -> dict[str, Any]:
    """A record as `ref` (kind:id), `title`, `page` (address from the root of the site) and `facts` (`Told` as lists).

    `discreet` is 1 where nobody else shall see what the page is about.
    """
    facts = [list(told) for told in tell(edition, entry)]
    described = {"ref": entry.ref, "title": title_of(entry), "page": link(entry), "facts": facts}
    return {**described, "discreet": 1} if getattr(entry.record, "discreet", False) else described


def _write(edition: Edition, entry: Entry[Any]) -> bytes:
    return write(describe(edition, entry))


def tell(edition: Edition, entry: Entry[Any]) -> list[Told]:
    """Every fact that visitors may confirm; what pages withhold is asked for and not told."""
    if other := OTHERS.get(entry.kind):
        return [Told("", label, words) for label, words in other(edition, entry) if words]
    places = _places_in_file(entry)
    withheld = set(_withheld(edition, entry))
    return [
        Told(
            CHANNEL.sub(lambda found: f"channels.{places[int(found[1])]}.", statement.field),
            statement.label,
            "" if statement.fact in withheld else statement.words,
            hint(statement),
        )
        for statement in statements_of(edition.catalog, entry)
    ]


def hint(statement: Statement) -> str:
    """How another value is to be written; empty where any text will do or the values are too many to name."""
    if statement.form is Form.CHOICE:
        named = SEPARATOR.join(choice.label for choice in statement.choices)
        return f"eine davon: {named}" if 0 < len(statement.choices) <= FEW else ""
    return "" if statement.form in (Form.TEXT, Form.PARAGRAPHS) else statement.hint


def _places_in_file(entry: Entry[Any]) -> list[int]:
    """For each channel of a record its place in the file: what looks private has left the record, not the file."""
    written: Any = read(entry.content).get("channels", []) if entry.content else []
    places: list[int] = []
    for channel in getattr(entry.record, "channels", ()):
        after = places[-1] + 1 if places else 0
        fitting = (number for number in range(after, len(written)) if written[number].get(channel.way) == channel.value)
        places.append(next(fitting, after))
    return places


def _withheld(edition: Edition, entry: Entry[Any]) -> Iterator[str]:
    """The paths of facts that no page shows today."""
    record = entry.record
    parts = [("", record, record)]
    parts += [(f"locations.{number}.", place, record) for number, place in enumerate(getattr(record, "locations", ()))]
    for number, house in enumerate(getattr(record, "members", ())):
        parts.append((f"members.{number}.", house, as_record(house, record)))
    for path, part, evidence in parts:
        facts = [(f"channels.{number}", fact) for number, fact in enumerate(getattr(part, "channels", ()))]
        facts += [(name, getattr(part, name, None)) for name in ("address", "opening_hours")]
        for name, fact in facts:
            if fact is not None and judge(fact, evidence, edition.today).display is Display.WITHHELD:
                # Number and mailbox of a house of a Verbund are fields of its own.
                yield path[:-1] if path.startswith("members.") and name.startswith("channels.") else path + name


def _town(edition: Edition, entry: Entry[Any]) -> Iterator[tuple[str, str]]:
    town = entry.record
    yield "Name", town.name
    yield "Postleitzahlen", ", ".join(town.postal_codes)
    yield "Ortsteile", ", ".join(district.name for district in town.districts)
    yield "Website", town.website or ""


def _event(edition: Edition, entry: Entry[Any]) -> Iterator[tuple[str, str]]:
    event, shown = entry.record, show_event(edition, entry)
    yield "Titel", event.title
    yield "In einem Satz", event.summary
    yield "Wann", "; ".join(text for _, text in shown.dates)
    yield "Wo", shown.place
    yield "Anmeldung", event.registration or ""


def _news(edition: Edition, entry: Entry[Any]) -> Iterator[tuple[str, str]]:
    yield "Überschrift", entry.record.title
    yield "In einem Satz", entry.record.summary
    yield "Text", entry.record.text


def _case(edition: Edition, entry: Entry[Any]) -> Iterator[tuple[str, str]]:
    yield "In einem Satz", entry.record.summary
    for number, step in enumerate(entry.record.steps, 1):
        yield f"Schritt {number}", step.title


OTHERS: dict[str, Callable[[Edition, Entry[Any]], Iterator[tuple[str, str]]]] = {
    "municipality": _town,
    "event": _event,
    "news": _news,
    "case": _case,
}
"""Kinds about which editors decide word by word: nothing of them is taken over by itself."""
