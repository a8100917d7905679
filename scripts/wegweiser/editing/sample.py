"""How many of our numbers are right: some drawn each quarter, called by a person, counted, and told in public."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
from dataclasses import dataclass
from typing import NamedTuple

from wegweiser.catalog import Catalog
from wegweiser.catalog.addresses import is_internal, link, title_of
from wegweiser.editing.corrections.faults import Fault
from wegweiser.editing.corrections.patch import Content, Edit
from wegweiser.editing.imports.mail import decode
from wegweiser.rules.freshness import Display, judge
from wegweiser.schema.ways import Way
from wegweiser.wording.phone import local_number

HEAD = ("Nummer", "Wessen Nummer", "Wofür", "Seite", "Stimmt sie?", "Bemerkung")
ANSWER = HEAD.index("Stimmt sie?")
RIGHT, WRONG = "ja", "nein"
UNKNOWN = ("", "nicht erreicht")
"""Of whom nobody answered nothing can be said, so they are not counted."""
KINDS = ("contact", "centre", "organization")
MONTHS_OF_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Drawn:
    """A number to be called."""

    number: str
    """As it is dialled here: `02921 106500`."""
    title: str
    label: str
    address: str
    """Of the page that shows it, from the root of the site."""


class Counted(NamedTuple):
    """What the calls showed."""

    called: int
    right: int


def draw(catalog: Catalog, day: dt.date, count: int) -> list[Drawn]:
    """Numbers that pages show on a day, in an order that is another one each quarter and the same all through it."""
    shown: dict[str, Drawn] = {}
    for entry in catalog.records():
        if entry.kind not in KINDS or is_internal(entry) or entry.record.closed:
            continue
        for channel in entry.record.channels:
            if channel.way is Way.PHONE and judge(channel, entry.record, day).display is not Display.WITHHELD:
                drawn = Drawn(local_number(channel.value), title_of(entry), channel.label or "", link(entry))
                shown.setdefault(channel.value, drawn)
    quarter = f"{day.year}/{(day.month - 1) // MONTHS_OF_A_QUARTER + 1}"
    order = sorted(shown, key=lambda number: hashlib.sha256(f"{quarter} {number}".encode()).digest())
    return [shown[number] for number in order[:count]]


def write_calls(drawn: list[Drawn]) -> bytes:
    """The list to call, as a table that a German spreadsheet opens with a double click; answers go into it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(HEAD)
    # A number of digits alone would lose its zero.
    writer.writerows((one.number, one.title, one.label, f"/{one.address}", "", "") for one in drawn)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def read_answers(name: str, content: bytes) -> tuple[Counted, list[Fault]]:
    """Count the answers of a filled-in list; with all its faults where it cannot be counted."""
    text = decode(content)
    first = text.partition("\n")[0]
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=first.count)))
    if not rows or tuple(cell.strip() for cell in rows[0]) != HEAD:
        wanted = "; ".join(HEAD)
        return Counted(0, 0), [
            Fault(f"{name}, Zeile 1", f"Das ist keine Liste zum Anrufen. Gebraucht werden: {wanted}.")
        ]
    answers = [
        (number, " ".join("".join(row[ANSWER : ANSWER + 1]).lower().split())) for number, row in enumerate(rows[1:], 2)
    ]
    known = (RIGHT, WRONG, *UNKNOWN)
    faults = [
        Fault(
            f"{name}, Zeile {number}, Spalte '{HEAD[ANSWER]}'",
            f"'{answer}' ist keine Antwort. Bitte ja, nein oder nicht erreicht.",
        )
        for number, answer in answers
        if answer not in known
    ]
    said = [answer for _, answer in answers]
    counted = Counted(said.count(RIGHT) + said.count(WRONG), said.count(RIGHT))
    if not faults and not counted.called:
        faults = [Fault(name, "In der Liste steht noch keine Antwort. Bitte ja oder nein eintragen.")]
    return counted, faults


def edit_of(counted: Counted, day: dt.date) -> Edit:
    """What the calls add to the file of the region."""
    told: Content = {"as_of": f"{day:%Y-%m}", "called": str(counted.called), "right": str(counted.right)}
    return Edit(("call_samples", "+"), told)
